//! Markdown events to the tree; home of pulldown_cmark.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::characters::mended;
use super::containers::without_fences;
use super::html::Html;
use super::tree::{Element, Tree};
use crate::model::{Block, BlockKind, CellRole, InlineKind, Label, Level, Note, NoteKind, Origin, part_of};
use crate::source::{Source, Span};

/// CommonMark, with the extensions that council documents use. Smart punctuation stays off: it
/// would change what the author wrote.
const EXTENSIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_DEFINITION_LIST);

/// Reads the Markdown of a source from a byte on into the tree.
pub(super) fn read(source: &Source, from: usize, tree: &mut Tree) {
    let text = without_fences(&source.text()[from..]);
    let mut reader = Reader { source, tree, html: Html::default(), in_table_head: false, cell_end: 0, in_html_block: false };
    for (event, range) in Parser::new_ext(&text, EXTENSIONS).into_offset_iter() {
        reader.event(event, Span::new(range.start + from, range.end + from));
    }
}

struct Reader<'a> {
    source: &'a Source,
    tree: &'a mut Tree,
    /// The HTML gathered so far: a tag may run over several events.
    html: Html,
    in_table_head: bool,
    /// Where the last cell of a table ended.
    cell_end: usize,
    in_html_block: bool,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) {
        if !matches!(event, Event::Html(_) | Event::InlineHtml(_)) && !self.in_html_block {
            self.html.read_into(self.tree);
        }
        match event {
            Event::Start(Tag::HtmlBlock) => self.in_html_block = true,
            Event::End(TagEnd::HtmlBlock) => {
                self.in_html_block = false;
                self.html.read_into(self.tree);
            }
            Event::Start(tag) => self.start(tag, span),
            Event::End(end) => self.end(end, span),
            // In an HTML block the text of lines is an event of its own.
            Event::Html(text) | Event::InlineHtml(text) => self.html.gather(&text, span, self.source),
            Event::Text(text) if self.in_html_block => self.html.gather(&text, span, self.source),
            Event::Text(text) => self.text(&text, span),
            Event::Code(code) => self.code(&code, span),
            Event::SoftBreak => self.tree.inline(InlineKind::SoftBreak, Origin::Decoded(span)),
            Event::HardBreak => self.tree.inline(InlineKind::LineBreak, Origin::Decoded(span)),
            Event::Rule => self.tree.block(Block::new(BlockKind::Break, Origin::Literal(span))),
            Event::FootnoteReference(label) => self.tree.inline(InlineKind::NoteRef(label.into_string()), Origin::Literal(span)),
            // Extensions that are switched off; kept as text in case one is switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, span),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let element = match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::Heading { level, .. } => Element::Heading(Level::clamped(level as usize)),
            Tag::BlockQuote(_) => Element::Quote,
            // Nobody writes code in council papers by indenting it: these are lines set in.
            Tag::CodeBlock(CodeBlockKind::Indented) => Element::Paragraph,
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Element::Code,
            Tag::List(_) => Element::List,
            Tag::Item => Element::Item(self.item_label(span)),
            Tag::FootnoteDefinition(label) => Element::Footnote(label.into_string()),
            Tag::DefinitionList => Element::Definitions,
            Tag::DefinitionListTitle => Element::Term,
            Tag::DefinitionListDefinition => Element::Description,
            Tag::Table(_) => Element::Table,
            Tag::TableHead => {
                self.in_table_head = true;
                self.tree.open(Element::TableHead, span);
                Element::Row
            }
            Tag::TableRow => Element::Row,
            Tag::TableCell => {
                let role = if self.in_table_head { CellRole::ColumnHeading } else { CellRole::Data };
                Element::Cell { role, columns: 1, rows: 1 }
            }
            Tag::Emphasis => Element::Emphasis,
            Tag::Strong => Element::Strong,
            // One tilde is how pandoc writes a number set low: `H~2~O`.
            Tag::Strikethrough if !self.source.slice(span).starts_with("~~") => Element::Transparent,
            Tag::Strikethrough => Element::Deleted,
            Tag::Link { dest_url, title, .. } => Element::Link { target: dest_url.into_string(), title: some(title) },
            Tag::Image { dest_url, title, .. } => Element::Image { address: dest_url.into_string(), title: some(title) },
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) | Tag::HtmlBlock => Element::Transparent,
        };
        self.tree.open(element, span);
    }

    fn end(&mut self, end: TagEnd, span: Span) {
        if matches!(end, TagEnd::TableHead | TagEnd::TableRow) {
            self.cells_without_column(span);
        }
        if end == TagEnd::TableCell {
            self.cell_end = span.end;
        }
        if end == TagEnd::TableHead {
            self.in_table_head = false;
            self.tree.close(span.end);
        }
        self.tree.close(span.end);
    }

    fn text(&mut self, text: &CowStr<'_>, span: Span) {
        let origin = if self.source.slice(span) == text.as_ref() { Origin::Literal(span) } else { Origin::Decoded(span) };
        if self.tree.keeps_spaces() {
            self.tree.text(text, origin);
            return;
        }
        // An indented line ends in its line feed.
        let mut from = 0;
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.tree.inline(InlineKind::LineBreak, Origin::Decoded(span));
            }
            if !line.is_empty() {
                self.tree.text(line, part_of(origin, from, from + line.len()));
            }
            from += line.len() + 1;
        }
    }

    fn code(&mut self, code: &str, span: Span) {
        let origin = match self.source.slice(span).find(code) {
            Some(at) if !code.is_empty() => Origin::Literal(Span::new(span.start + at, span.start + at + code.len())),
            _ => Origin::Decoded(span),
        };
        let mended = mended(code);
        let origin = if mended == code { origin } else { origin.decoded() };
        self.tree.inline(InlineKind::Code(mended), origin);
    }

    /// Cells beyond the columns of the heading: Markdown drops them, words and all.
    fn cells_without_column(&mut self, row: Span) {
        let start = self.cell_end.max(row.start);
        let rest = self.source.slice(Span::new(start, row.end.max(start))).trim_end();
        let mut at = start;
        for part in rest.split('|') {
            let text = part.trim();
            if !text.is_empty() {
                let from = at + part.len() - part.trim_start().len();
                let span = Span::new(from, from + text.len());
                self.tree.note(Note::new(
                    NoteKind::CellWithoutColumn,
                    "This cell stands beyond the last column of its table. It was kept.",
                    span,
                ));
                self.tree.open(Element::Cell { role: CellRole::Data, columns: 1, rows: 1 }, span);
                self.tree.text(text, Origin::Literal(span));
                self.tree.close(span.end);
            }
            at += part.len() + 1;
        }
    }

    /// The number of an item of an ordered list, as printed: never counted.
    fn item_label(&self, span: Span) -> Option<Label> {
        let text = self.source.slice(span);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let closed = digits > 0 && matches!(text.as_bytes().get(digits), Some(b'.' | b')'));
        closed.then(|| {
            let span = Span::new(span.start, span.start + digits + 1);
            Label { text: self.source.slice(span).to_owned(), origin: Origin::Literal(span) }
        })
    }
}

fn some(title: CowStr<'_>) -> Option<String> {
    (!title.is_empty()).then(|| title.into_string())
}
