//! Markdown events to blocks; home of pulldown_cmark.
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::model::{Block, BlockKind, Inline, Level, Origin};
use crate::source::{Source, Span};

pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut content = Vec::new();
    for (event, range) in Parser::new_ext(source.text(), Options::ENABLE_TABLES).into_offset_iter() {
        let origin = Origin::Literal(Span::from(range));
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) => content.clear(),
            Event::End(TagEnd::Paragraph) => blocks.push(Block::paragraph(std::mem::take(&mut content), origin)),
            Event::End(TagEnd::Heading(level)) => blocks.push(Block::new(
                BlockKind::Heading { level: Level::clamped(level as usize), number: None, content: std::mem::take(&mut content) },
                origin,
            )),
            Event::Text(text) => content.push(Inline::text(text.to_string(), origin)),
            _ => {}
        }
    }
    blocks
}
