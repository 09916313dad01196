//! What was changed, side by side: a sentence of the source, and what became of it.

use super::flags::Flag;
use crate::model::{
    Block, BlockKind, Cell, CellRole, Certainty, Document, Inline, Level, Origin, Prose, Row, SourceId, Stated, Table, walk,
};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;
use crate::text::sentences;

/// A sentence of the source, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison {
    /// What the source says.
    pub source: String,
    /// What is said now.
    pub easy: String,
    /// What was changed.
    pub changes: Vec<Change>,
}

/// Compares a document with what changes made of it: each sentence that something was changed in. What goes
/// beyond one sentence, such as words that somebody wrote, is compared as a whole.
///
/// ```
/// use plainsong::{Source, parse, rewrite::easy_read::{Options, compare, easy_read}};
///
/// let document = parse(&Source::new("a.md", "# Plan\n\nWe met prior to lunch. It rained."));
/// let easy = easy_read(&document, &Options::default());
/// let compared = compare(&document, &easy.changes);
/// assert_eq!(compared.len(), 1);
/// assert_eq!((compared[0].source.as_str(), compared[0].easy.as_str()), ("We met prior to lunch.", "We met before lunch."));
/// ```
#[must_use]
pub fn compare(document: &Document, changes: &[Change]) -> Vec<Comparison> {
    let mut within: Vec<(Span, usize, &Change)> = changes
        .iter()
        .enumerate()
        .filter(|(_, change)| is_within(change.id))
        .filter_map(|(at, change)| Some((change.span?, at, change)))
        .collect();
    within.sort_by_key(|(span, ..)| *span);
    let mut compared: Vec<(usize, Comparison)> = Vec::new();
    let mut used = vec![false; changes.len()];
    walk::passages(&document.blocks, &mut |passage| {
        let prose = Prose::of(passage.content);
        let Some(place) = prose.span(0..prose.text().len()) else { return };
        let first = within.partition_point(|(span, ..)| span.start < place.start);
        let here = within.iter().skip(first).take_while(|(span, ..)| span.end <= place.end);
        let ranges: Vec<_> = here.filter_map(|(span, at, change)| Some((*at, prose.within(*span)?, *change))).collect();
        let mut rest = ranges.iter().peekable();
        for sentence in sentences(prose.text()) {
            let mut easy = String::new();
            let mut from = sentence.start;
            let mut made = Vec::new();
            while let Some((at, range, change)) = rest.next_if(|(_, range, _)| range.start < sentence.end) {
                let Some(before) = prose.text().get(from..range.start).filter(|_| range.end <= sentence.end) else { continue };
                easy.push_str(before);
                easy.push_str(&change.after);
                from = range.end;
                made.push((*change).clone());
                if let Some(used) = used.get_mut(*at) {
                    *used = true;
                }
            }
            if made.is_empty() {
                continue;
            }
            easy.push_str(prose.text().get(from..sentence.end).unwrap_or_default());
            let source = prose.text().get(sentence).unwrap_or_default();
            let start = made.iter().filter_map(|change| change.span).map(|span| span.start).min().unwrap_or(0);
            compared.push((start, Comparison { source: one_line(source), easy: one_line(&easy), changes: made }));
        }
    });
    let whole = changes.iter().zip(&used).filter(|(_, used)| !**used).map(|(change, _)| change);
    compared.extend(whole.map(|change| {
        let start = change.span.map_or(0, |span| span.start);
        (start, Comparison { source: change.before.clone(), easy: change.after.clone(), changes: vec![change.clone()] })
    }));
    compared.sort_by_key(|(start, _)| *start);
    compared.into_iter().map(|(_, comparison)| comparison).collect()
}

/// Whether a change is of words within a sentence.
const fn is_within(kind: ChangeKind) -> bool {
    !matches!(kind, ChangeKind::Authored | ChangeKind::ListAdded)
}

/// How sure it is that a change says the same. Whoever reads the changes begins with the likely ones.
///
/// ```
/// use plainsong::{ChangeKind, model::Certainty, rewrite::easy_read::certainty};
///
/// assert_eq!(certainty(ChangeKind::ContractionInFull), Certainty::Certain);
/// assert_eq!(certainty(ChangeKind::SentenceSplit), Certainty::Likely);
/// ```
#[must_use]
pub const fn certainty(kind: ChangeKind) -> Certainty {
    match kind {
        // Words have more than one meaning, and a part of a sentence leans on the other.
        ChangeKind::PlainerWords | ChangeKind::SentenceSplit => Certainty::Likely,
        _ => Certainty::Certain,
    }
}

/// A page of comparisons, to be rendered as any document: the source on the left, the easy words on the right,
/// and why. Then come the words that a person has to look at, and what to do about them.
#[must_use]
pub fn comparison_page(document: &Document, compared: &[Comparison], flags: &[Flag]) -> Document {
    let title = format!("What was changed in {}", document.source.file_name());
    let mut page = Document::new(SourceId { name: document.source.name.clone(), hash: document.source.hash.clone() });
    page.meta.title = Some(Stated::new(title.clone(), Span::new(0, 0)));
    page.meta.date.clone_from(&document.meta.date);
    page.meta.status.clone_from(&document.meta.status);
    page.blocks.push(Block::new(BlockKind::Heading { level: Level::ONE, number: None, content: own(&title) }, Origin::None));
    if compared.is_empty() {
        page.blocks.push(paragraph("Nothing was changed."));
    } else {
        page.blocks.push(paragraph("A person must read these. Does each line on the right say the same as the line on the left?"));
        page.blocks.push(changes_table(compared));
    }
    if !flags.is_empty() {
        page.blocks.push(Block::new(
            BlockKind::Heading { level: Level::TWO, number: None, content: own("What a person must look at") },
            Origin::None,
        ));
        let body = flags.iter().map(|flag| row(vec![cell(&one_line(&flag.text), CellRole::Data), cell(flag.id.advice(), CellRole::Data)]));
        page.blocks.push(table(&["The words", "What to do"], body.collect()));
    }
    page
}

fn changes_table(compared: &[Comparison]) -> Block {
    let body = compared.iter().map(|comparison| {
        let mut why: Vec<&str> = comparison.changes.iter().map(|change| change.id.why()).collect();
        why.dedup();
        let said = |words: &str, nothing: &str| cell(if words.is_empty() { nothing } else { words }, CellRole::Data);
        row(vec![said(&comparison.source, "(nothing)"), said(&comparison.easy, "(left out)"), cell(&why.join("; "), CellRole::Data)])
    });
    table(&["The document says", "Easy Read says", "Why"], body.collect())
}

fn table(headings: &[&str], body: Vec<Row>) -> Block {
    let head = row(headings.iter().map(|heading| cell(heading, CellRole::ColumnHeading)).collect());
    Block::new(BlockKind::Table(Box::new(Table { caption: Vec::new(), head: vec![head], body })), Origin::None)
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, origin: Origin::None }
}

fn cell(words: &str, role: CellRole) -> Cell {
    Cell { blocks: words.lines().map(paragraph).collect(), role, columns: 1, rows: 1, origin: Origin::None }
}

fn paragraph(words: &str) -> Block {
    Block::paragraph(own(words), Origin::None)
}

fn own(words: &str) -> Vec<Inline> {
    vec![Inline::text(words, Origin::None)]
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::{Options, easy_read, lines::lines};
    use crate::{Source, parse};

    fn compared(text: &str) -> Vec<(String, String)> {
        let document = parse(&Source::new("a.md", text));
        let easy = easy_read(&document, &Options::default());
        compare(&document, &easy.changes).into_iter().map(|comparison| (comparison.source, comparison.easy)).collect()
    }

    #[test]
    fn each_sentence_has_all_its_changes() {
        let text = "# T\n\nWe met. Prior to lunch we *didn't* purchase it, and they agreed.\n\nIt rained.";
        let expected = ("Prior to lunch we didn't purchase it, and they agreed.", "Before lunch we did not buy it. They agreed.");
        let found = compared(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, expected.0);
        assert!(found[0].1.starts_with("Before lunch"), "{found:?}");
    }

    #[test]
    fn words_that_somebody_wrote_are_compared_as_a_whole() {
        let found = compared("# T\n\nWe convened.\n\n::: easy-read\nWe met.\n\nWe had tea.\n:::");
        assert_eq!(found, [("We convened.".to_owned(), "We met.\nWe had tea.".to_owned())]);
    }

    #[test]
    fn the_page_shows_them_side_by_side() {
        let document = parse(&Source::new("a.md", "# T\n\nWe met prior to lunch."));
        let changes = easy_read(&document, &Options::default()).changes;
        let page = comparison_page(&document, &compare(&document, &changes), &[]);
        let lines = lines(&page.blocks);
        assert_eq!(lines[2..], ["The document says; Easy Read says; Why", "We met prior to lunch.; We met before lunch.; plainer words"]);
        assert!(comparison_page(&document, &[], &[]).blocks.len() == 2);
    }
}
