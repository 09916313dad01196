//! The sections of the book, nested by their headings.

use crate::model::{Block, BlockKind, Level};

use super::Book;

/// The elements of a section at each depth, and of its heading.
const LEVELS: [(&str, &str); 6] =
    [("level1", "h1"), ("level2", "h2"), ("level3", "h3"), ("level4", "h4"), ("level5", "h5"), ("level6", "h6")];

/// A section that is open.
struct Section {
    has_heading: bool,
    /// How much had been written when its content began.
    start: usize,
}

impl<'a> Book<'a> {
    /// Writes the body. Its topmost headings open a `level1`; one that skips a level is moved up.
    pub(super) fn body(&mut self, blocks: &'a [Block]) {
        let top = blocks.iter().filter_map(heading_level).min().unwrap_or(Level::ONE);
        let mut open: Vec<Section> = Vec::new();
        for block in blocks {
            let Some(level) = heading_level(block) else {
                if open.is_empty() {
                    self.open_section(&mut open, None);
                }
                self.block(block);
                continue;
            };
            let wanted = usize::from(level.number() - top.number());
            let above = open.iter().filter(|section| section.has_heading).count();
            while open.len() > wanted.min(above) || open.last().is_some_and(|section| !section.has_heading) {
                self.close_section(&mut open);
            }
            self.open_section(&mut open, Some(block));
        }
        if open.is_empty() {
            self.open_section(&mut open, None);
        }
        while !open.is_empty() {
            self.close_section(&mut open);
        }
    }

    fn open_section(&mut self, open: &mut Vec<Section>, heading: Option<&'a Block>) {
        let Some((level, title)) = LEVELS.get(open.len()) else { return };
        self.xml.open(level, &[]);
        self.xml.new_line();
        if let Some(block @ Block { kind: BlockKind::Heading { number, content, .. }, lang, .. }) = heading {
            self.headings_written += 1;
            let id = self.anchors.id(block).map_or_else(|| format!("heading_{}", self.headings_written), str::to_owned);
            self.lang = lang.as_ref();
            self.element(title, &[("id", &id)], |book| {
                book.number(number.as_ref());
                book.inlines(content);
            });
            self.xml.new_line();
        }
        open.push(Section { has_heading: heading.is_some(), start: self.xml.length() });
    }

    /// Closes the deepest section. The standard does not allow one without content.
    fn close_section(&mut self, open: &mut Vec<Section>) {
        if let Some(section) = open.pop() {
            if section.start == self.xml.length() {
                self.line_of("p", |_| {});
            }
            self.xml.close();
            self.xml.new_line();
        }
    }
}

fn heading_level(block: &Block) -> Option<Level> {
    if let BlockKind::Heading { level, .. } = &block.kind { Some(*level) } else { None }
}
