//! The sections of the book, nested by their headings.

use crate::model::{Block, BlockKind, Level};
use crate::render::pages::{self, Pages};

use super::{Book, Id, What};

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
        let mut printed = Pages::of(blocks);
        let top = blocks.iter().filter_map(heading_level).min().unwrap_or(Level::ONE);
        let mut open: Vec<Section> = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            if let Some(number) = printed.marked(index) {
                self.changes.push(pages::change(block, number));
                continue;
            }
            match heading_level(block) {
                Some(level) => {
                    let wanted = usize::from(level.number() - top.number());
                    let above = open.iter().filter(|section| section.has_heading).count();
                    while open.len() > wanted.min(above) || open.last().is_some_and(|section| !section.has_heading) {
                        self.close_section(&mut open);
                    }
                    self.open_section(&mut open, Some(block));
                    // The standard has the number of a page before the heading at its top.
                    self.pages_begin(printed.due(index));
                    self.section_heading(&mut open, block);
                }
                None => {
                    if open.is_empty() {
                        self.open_section(&mut open, None);
                    }
                    self.pages_begin(printed.due(index));
                    self.block(block);
                }
            }
            self.notes_due();
        }
        if open.is_empty() {
            self.open_section(&mut open, None);
        }
        self.pages_begin(printed.due(blocks.len()));
        self.notes_without_reference();
        while !open.is_empty() {
            self.close_section(&mut open);
        }
    }

    fn open_section(&mut self, open: &mut Vec<Section>, heading: Option<&Block>) {
        let Some((level, _)) = LEVELS.get(open.len()) else { return };
        if let (true, Some(timeline)) = (open.is_empty(), &mut self.timeline) {
            timeline.section();
        }
        // Words that lead to a heading lead to its section.
        let id = heading.and_then(|heading| self.anchors.id(heading));
        self.xml.open(level, id.map(|id| ("id", id)).as_slice());
        self.xml.new_line();
        open.push(Section { has_heading: false, start: self.xml.length() });
    }

    fn section_heading(&mut self, open: &mut [Section], heading: &'a Block) {
        let depth = open.len();
        let Some(((_, name), section)) = depth.checked_sub(1).and_then(|index| LEVELS.get(index)).zip(open.last_mut()) else { return };
        if let BlockKind::Heading { number, content, .. } = &heading.kind {
            let class = self.roles.class(heading.origin);
            self.in_language(heading.lang.as_ref(), |book| {
                book.heading(name, depth, class.as_deref(), |book| {
                    book.number(number.as_deref());
                    book.inlines(content);
                });
            });
        }
        section.has_heading = true;
        section.start = self.xml.length();
    }

    /// Writes the heading of a section so many deep, from 1.
    pub(super) fn heading(&mut self, name: &'static str, depth: usize, class: Option<&str>, fill: impl FnOnce(&mut Self)) {
        self.headings_written += 1;
        let id = Id::new("heading", self.headings_written);
        let lang = self.next_language.cloned();
        let class: Vec<_> = class.map(|class| ("class", class)).into_iter().collect();
        self.in_heading = true;
        self.xml.listen();
        self.spoken_as(name, id, &class, What::Heading { depth, label: String::new(), lang }, fill);
        let words = self.xml.heard();
        self.in_heading = false;
        if let Some(timeline) = &mut self.timeline {
            timeline.label_heading(words);
        }
        self.xml.new_line();
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
