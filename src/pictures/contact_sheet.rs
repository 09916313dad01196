//! A sheet of all pictures with the words that choose them, for people to look through.

use super::Pictures;
use crate::model::{Block, BlockKind, Cell, CellRole, Document, Image, Inline, InlineKind, Level, Origin, Row, SourceId, Stated, Table};
use crate::resources::Resources;
use crate::source::{Source, Span};

const TITLE: &str = "Pictures for Easy Read";

/// The sheet, to be rendered as any document, and the files of its pictures.
///
/// ```
/// use plainsong::pictures::{Pictures, contact_sheet};
/// use plainsong::render::html;
///
/// let (sheet, files) = contact_sheet(&Pictures::built_in());
/// let mut options = html::Options::default();
/// options.resources = files;
/// assert!(html::render(&sheet, &options).losses.is_empty());
/// ```
#[must_use]
pub fn contact_sheet(pictures: &Pictures) -> (Document, Resources) {
    let mut files = Resources::default();
    let mut body = Vec::new();
    for (number, picture) in pictures.iter().enumerate() {
        // Two folders may have files of one name.
        let address = format!("{number}/{}", picture.file);
        files.insert(address.clone(), picture.bytes.clone());
        let image = Image { address, alternative: picture.alternative.clone(), title: None };
        let about = [&picture.credit, &picture.licence].into_iter().flatten().cloned().collect::<Vec<_>>().join(", ");
        let cells = vec![
            cell(vec![Inline::new(InlineKind::Image(Box::new(image)), Origin::None)], CellRole::Data),
            cell(own(&picture.terms.join(", ")), CellRole::Data),
            cell(own(&picture.file), CellRole::Data),
            cell(own(&about), CellRole::Data),
        ];
        body.push(Row { cells, origin: Origin::None });
    }
    let mut sheet = Document::new(SourceId::of(&Source::new(TITLE, "")));
    sheet.meta.title = Some(Stated::new(TITLE.to_owned(), Span::new(0, 0)));
    sheet.blocks.push(Block::new(BlockKind::Heading { level: Level::ONE, number: None, content: own(TITLE) }, Origin::None));
    if body.is_empty() {
        sheet.blocks.push(Block::paragraph(own("There are no pictures."), Origin::None));
        return (sheet, files);
    }
    let said = "A word of the sentence chooses its picture: of two phrases the longer, of two as long the first.";
    sheet.blocks.push(Block::paragraph(own(said), Origin::None));
    let heading = |words: &str| cell(own(words), CellRole::ColumnHeading);
    let head = Row { cells: ["Picture", "Words", "File", "Made by"].map(heading).into(), origin: Origin::None };
    let table = Table { caption: Vec::new(), head: vec![head], body };
    sheet.blocks.push(Block::new(BlockKind::Table(Box::new(table)), Origin::None));
    (sheet, files)
}

fn cell(content: Vec<Inline>, role: CellRole) -> Cell {
    Cell { blocks: vec![Block::paragraph(content, Origin::None)], role, columns: 1, rows: 1, origin: Origin::None }
}

fn own(words: &str) -> Vec<Inline> {
    vec![Inline::text(words, Origin::None)]
}
