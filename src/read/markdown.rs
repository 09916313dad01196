//! Markdown events to the tree; home of pulldown_cmark.

use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::characters::mended;
use super::containers::{Fences, fences};
use super::html::{Html, before_heading};
use super::markdown_halves::{self, Half};
use super::pandoc::{self, Drawn, DrawnCell, DrawnRow, Notes, PLACEHOLDER, Prepared};
use super::stretch::Stretch;
use super::tree::{Element, Tree};
use crate::model::{Block, BlockKind, CellRole, Container, Destination, InlineKind, Label, Level, Note, NoteKind, Origin};
use crate::source::{Source, Span};

/// CommonMark, with the extensions that council documents use. Smart punctuation stays off: it
/// would change what the author wrote.
const EXTENSIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_FOOTNOTES).union(Options::ENABLE_STRIKETHROUGH).union(Options::ENABLE_DEFINITION_LIST);

/// Reads the Markdown of a source from a byte on into the tree. Gives back the parts that its author
/// set apart for Easy Read.
pub(super) fn read(source: &Source, from: usize, tree: &mut Tree) -> Vec<Container> {
    let Prepared { text, tables, first_mark } = pandoc::prepare(source, from);
    if let Some(mark) = first_mark {
        let message = "Marks of pandoc's that hold no words for a reader, such as {.underline}, were left out.";
        tree.note(Note::new(NoteKind::MarksLeftOut, message, mark));
    }
    let Fences { text, closed, open } = fences(text);
    let read = |part: Range<usize>| read_part(source, &text, part, &tables);
    let whole = || vec![read(0..text.text().len()).tree];
    for mut part in markdown_halves::read(text.text(), read).unwrap_or_else(whole) {
        part.close_all(source.text().len());
        tree.append(part);
    }
    for fence in open {
        let message = "This part is never closed, so it is read like any other. Write ::: on a line of its own where it ends.";
        tree.note(Note::new(NoteKind::ContainerNotClosed, message, text.span(&fence)));
    }
    closed.into_iter().map(|(kind, range)| Container::new(kind, text.span(&range))).collect()
}

/// Reads a part of the text. It begins and ends where no block goes on.
fn read_part(source: &Source, text: &Stretch<'_>, part: Range<usize>, tables: &[Drawn]) -> Half {
    let place = text.span(&part);
    let mut tree = Tree::new(place.start);
    let is_before = |at: usize| move |table: &Drawn| table.span.start < at;
    let tables =
        tables.get(tables.partition_point(is_before(place.start))..tables.partition_point(is_before(place.end))).unwrap_or_default();
    let mut reader = Reader::new(source, text, tables, &mut tree);
    let parser = Parser::new_ext(text.text().get(part.clone()).unwrap_or_default(), EXTENSIONS);
    let has_link_definitions = parser.reference_definitions().iter().next().is_some();
    let (mut ends_in_raw_lines, mut footnotes) = (false, 0);
    for (event, range) in parser.into_offset_iter() {
        ends_in_raw_lines = matches!(event, Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock));
        footnotes += usize::from(matches!(event, Event::Start(Tag::FootnoteDefinition(_))));
        reader.event(event, part.start + range.start..part.start + range.end);
    }
    reader.tables_before(usize::MAX);
    let is_over = !ends_in_raw_lines && reader.html.is_at_rest();
    if part.end < text.text().len() {
        before_heading(&mut tree, place.end);
    }
    Half { is_over: is_over && tree.is_at_rest(), tree, has_link_definitions, footnotes }
}

/// Reads the Markdown of a cell into the tree. A cell holds no drawn tables of its own.
fn read_cell(source: &Source, cell: &DrawnCell, notes: &Notes<'_>, tree: &mut Tree) {
    let mut text = Stretch::empty();
    for (index, line) in cell.lines.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| cell.lines.get(before)) {
            text.push("\n", before.end);
        }
        text.push(source.slice(*line), line.start);
    }
    let (mut text, _) = pandoc::without_marks(text);
    let end = text.text().len();
    // What the notes say stands outside the table; without it a reference would be no reference.
    for label in notes.referred_to(text.text()) {
        text.push(&format!("\n\n[^{label}]: \n"), 0);
    }
    let mut reader = Reader::new(source, &text, &[], tree);
    for (event, range) in Parser::new_ext(text.text(), EXTENSIONS).into_offset_iter().take_while(|(_, range)| range.start < end) {
        reader.event(event, range);
    }
    reader.html.read_into(reader.tree);
}

struct Reader<'a> {
    source: &'a Source,
    tree: &'a mut Tree,
    /// What pulldown-cmark reads, with the way back to the source.
    text: &'a Stretch<'a>,
    /// The drawn tables still to come.
    tables: Peekable<Iter<'a, Drawn>>,
    notes: Notes<'a>,
    /// The HTML gathered so far: a tag may run over several events.
    html: Html,
    in_table_head: bool,
    /// Where the last cell of a table ended, in the text.
    cell_end: usize,
    in_html_block: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source, text: &'a Stretch<'a>, tables: &'a [Drawn], tree: &'a mut Tree) -> Self {
        let notes = if tables.is_empty() { Notes::default() } else { Notes::of(source) };
        let tables = tables.iter().peekable();
        Self { source, tree, text, tables, notes, html: Html::default(), in_table_head: false, cell_end: 0, in_html_block: false }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(event, Event::Html(_) | Event::InlineHtml(_)) && !self.in_html_block {
            self.html.read_into(self.tree);
        }
        let span = self.text.span(&range);
        match event {
            Event::Start(Tag::HtmlBlock) => self.in_html_block = true,
            Event::End(TagEnd::HtmlBlock) => {
                self.in_html_block = false;
                self.html.read_into(self.tree);
            }
            Event::Start(tag) => self.start(tag, &range, span),
            Event::End(end) => self.end(end, &range, span.end),
            Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) if self.is_at_table(span) && text.trim() == PLACEHOLDER => {
                self.html.read_into(self.tree);
                self.tables_before(span.end);
            }
            // In an HTML block the text of lines is an event of its own.
            Event::Html(text) | Event::InlineHtml(text) => self.gather(&text, range),
            Event::Text(text) if self.in_html_block => self.gather(&text, range),
            Event::Text(text) => self.words(&text, range),
            Event::Code(code) => self.code(&code, &range),
            Event::SoftBreak => self.tree.inline(InlineKind::SoftBreak, Origin::Decoded(span)),
            Event::HardBreak => self.tree.inline(InlineKind::LineBreak, Origin::Decoded(span)),
            Event::Rule => self.tree.block(Block::new(BlockKind::Break, Origin::Literal(span))),
            Event::FootnoteReference(label) => self.tree.inline(InlineKind::NoteRef(label.into_string()), Origin::Literal(span)),
            // Extensions that are switched off; kept as text in case one is switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.words(&text, range),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>, span: Span) {
        let element = match tag {
            Tag::Paragraph => Element::Paragraph,
            Tag::Heading { level, .. } => {
                before_heading(self.tree, span.start);
                Element::Heading(Level::clamped(level as usize))
            }
            Tag::BlockQuote(_) => Element::Quote,
            // Nobody writes code in council papers by indenting it: these are lines set in.
            Tag::CodeBlock(CodeBlockKind::Indented) => Element::Paragraph,
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) => Element::Code,
            Tag::List(_) => Element::List,
            Tag::Item => Element::Item(self.item_label(range)),
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
            Tag::Link { link_type: LinkType::Email, dest_url, title, .. } => {
                Element::Link(Box::new(Destination { target: format!("mailto:{dest_url}"), title: some(title) }))
            }
            Tag::Link { dest_url, title, .. } => {
                Element::Link(Box::new(Destination { target: dest_url.into_string(), title: some(title) }))
            }
            Tag::Image { dest_url, title, .. } => Element::Image { address: dest_url.into_string(), title: some(title) },
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) | Tag::HtmlBlock => Element::Transparent,
        };
        self.tree.open(element, span);
    }

    fn end(&mut self, end: TagEnd, range: &Range<usize>, after: usize) {
        if matches!(end, TagEnd::TableHead | TagEnd::TableRow) {
            self.cells_without_column(range);
        }
        if end == TagEnd::TableCell {
            self.cell_end = range.end;
        }
        if end == TagEnd::TableHead {
            self.in_table_head = false;
            self.tree.close(after);
        }
        self.tree.close(after);
    }

    fn words(&mut self, text: &str, range: Range<usize>) {
        let slice = self.slice(&range);
        // What pulldown-cmark did not have to change is the very same text: the bytes need not be compared.
        let is_exact = std::ptr::eq(slice, text) || slice == text;
        // Nearly all words stand on one line and in one piece. Only a line that is set in ends in its line feed.
        if is_exact
            && !self.tree.keeps_spaces()
            && !text.ends_with('\n')
            && let Some(span) = self.text.unbroken(&range)
        {
            return self.tree.text(text, Origin::Literal(span));
        }
        let span = self.text.span(&range);
        if self.tree.keeps_spaces() {
            let is_literal = is_exact && self.source.slice(span) == text;
            self.tree.text(text, if is_literal { Origin::Literal(span) } else { Origin::Decoded(span) });
            return;
        }
        let mut from = 0;
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.tree.inline(InlineKind::LineBreak, Origin::Decoded(span));
            }
            if is_exact {
                let start = range.start + from;
                for (part, place) in self.text.parts(start..start + line.len()) {
                    self.tree.text(self.text.text().get(part).unwrap_or_default(), Origin::Literal(place));
                }
            } else if !line.is_empty() {
                self.tree.text(line, Origin::Decoded(span));
            }
            from += line.len() + 1;
        }
    }

    fn gather(&mut self, text: &str, range: Range<usize>) {
        if self.slice(&range) != text {
            return self.html.gather(text, self.text.span(&range), self.source);
        }
        for (part, span) in self.text.parts(range) {
            self.html.gather(self.text.text().get(part).unwrap_or_default(), span, self.source);
        }
    }

    fn code(&mut self, code: &str, range: &Range<usize>) {
        let span = self.text.span(range);
        let origin = match self.source.slice(span).find(code) {
            Some(at) if !code.is_empty() => Origin::Literal(Span::new(span.start + at, span.start + at + code.len())),
            _ => Origin::Decoded(span),
        };
        let mended = mended(code);
        let origin = if mended == code { origin } else { origin.decoded() };
        self.tree.inline(InlineKind::Code(mended), origin);
    }

    /// Cells beyond the columns of the heading: Markdown drops them, words and all.
    fn cells_without_column(&mut self, row: &Range<usize>) {
        let start = self.cell_end.max(row.start);
        let mut at = start;
        let text = self.text;
        let rest = text.text().get(start..row.end.max(start)).unwrap_or_default().trim_end();
        for part in rest.split('|') {
            let words = part.trim();
            if !words.is_empty() {
                let from = at + part.len() - part.trim_start().len();
                let range = from..from + words.len();
                let span = text.span(&range);
                self.tree.note(Note::new(
                    NoteKind::CellWithoutColumn,
                    "This cell stands beyond the last column of its table. It was kept.",
                    span,
                ));
                self.tree.open(Element::Cell { role: CellRole::Data, columns: 1, rows: 1 }, span);
                self.words(words, range);
                self.tree.close(span.end);
            }
            at += part.len() + 1;
        }
    }

    /// The number of an item of an ordered list, as printed: never counted.
    fn item_label(&self, range: &Range<usize>) -> Option<Box<Label>> {
        let text = self.slice(range);
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let closed = digits > 0 && matches!(text.as_bytes().get(digits), Some(b'.' | b')'));
        closed.then(|| {
            let span = self.text.span(&(range.start..range.start + digits + 1));
            Box::new(Label { text: self.source.slice(span).to_owned(), origin: Origin::Literal(span) })
        })
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        self.text.text().get(range.clone()).unwrap_or_default()
    }

    fn is_at_table(&mut self, span: Span) -> bool {
        self.tables.peek().is_some_and(|table| table.span.start < span.end)
    }

    /// Reads the drawn tables that begin before a byte.
    fn tables_before(&mut self, end: usize) {
        while let Some(table) = self.tables.next_if(|table| table.span.start < end) {
            self.tree.note(Note::new(NoteKind::DrawnTable, "These lines were read as the table that they draw.", table.span));
            self.tree.open(Element::Table, table.span);
            if let Some(head) = table.head.iter().map(|row| row.span).reduce(Span::cover) {
                self.tree.open(Element::TableHead, head);
                table.head.iter().for_each(|row| self.drawn_row(row, CellRole::ColumnHeading));
                self.tree.close(head.end);
            }
            table.body.iter().for_each(|row| self.drawn_row(row, CellRole::Data));
            self.tree.close(table.span.end);
        }
    }

    fn drawn_row(&mut self, row: &DrawnRow, role: CellRole) {
        self.tree.open(Element::Row, row.span);
        for cell in &row.cells {
            let Some(span) = cell.lines.iter().copied().reduce(Span::cover) else { continue };
            self.tree.open(Element::Cell { role, columns: 1, rows: 1 }, span);
            read_cell(self.source, cell, &self.notes, self.tree);
            self.tree.close(span.end);
        }
        self.tree.close(row.span.end);
    }
}

fn some(title: CowStr<'_>) -> Option<String> {
    (!title.is_empty()).then(|| title.into_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Parts of a text, some of which go on until something ends them.
    const PARTS: [&str; 30] = [
        "# A heading\n\n",
        "## Another\n\n",
        "Words with *stress*.\n\n",
        "Words\n\n",
        "Words[^1] and [a], and [^B].\n\n",
        "[^1]: Note.\n\n",
        "Words[^a\\]b] and \\[^1].\n\n",
        "[^a\\]b]: Note.\n\n",
        "[^b]: Note.\n\n    More of it.\n\n",
        "> [^1]: Note.\n\n",
        "[a]: /there\n\n",
        "- item\n\n  - inner\n\n",
        "- ```\n  code\n\n",
        "```\ncode\n\n",
        "```\n\n",
        "~~~\n[^1]: Code.\n~~~\n\n",
        "<div>\n\n",
        "</div>\n\n",
        "<ol><li>One</li>\n\n",
        "<!-- left open\n\n",
        "-->\n\n",
        "<pre>\n\nlines\n\n",
        "</pre>\n\n",
        "> quoted\n\n",
        "    set in\n\n",
        "| a | b |\n|---|---|\n| 1[^1] | 2 |\n\n",
        "Term\n: What it is\n\n",
        "<b>bold\n\n",
        "<h4>A heading\n\n",
        "<p>Words\n\n",
    ];

    type Read = (Vec<Block>, Vec<Note>);

    fn read_from(trees: Vec<Tree>, end: usize) -> Read {
        let mut all = Tree::new(0);
        for mut tree in trees {
            tree.close_all(end);
            all.append(tree);
        }
        all.finish(end)
    }

    /// The text read in one, and in two at each place where it can be.
    fn read_each_way(text: &str) -> (Read, Vec<Read>) {
        let source = Source::new("t", text);
        let stretch = Stretch::whole(text, 0);
        let read = |part: Range<usize>| read_part(&source, &stretch, part, &[]);
        let places = std::iter::successors(markdown_halves::place(text, 0), |at| markdown_halves::place(text, *at));
        let halves = places.filter_map(|at| markdown_halves::in_two(text, at, read));
        let halves = halves.map(|halves| read_from(halves, text.len())).collect();
        (read_from(vec![read(0..text.len()).tree], text.len()), halves)
    }

    proptest! {
        #[test]
        fn two_halves_are_the_whole(parts in prop::collection::vec(prop::sample::select(&PARTS), 1..14)) {
            let (whole, halves) = read_each_way(&parts.concat());
            for half in halves {
                prop_assert_eq!(&half, &whole);
            }
        }
    }

    #[test]
    fn a_text_is_read_in_two_where_nothing_goes_on() {
        let count = |text: &str| read_each_way(text).1.len();
        assert_eq!(count("Words[^1]\n\n[^1]: Note.\n\n# One\n\nWords[^1]\n\n[^1]: Note.\n\nWords\n\n# Two\n"), 2);
        for goes_on in [
            "Words[^1]\n\n# One\n\n[^1]: Note.",
            "<div>\n\nWords\n\n# One",
            "```\n\nWords\n\n# One",
            "[a]: /b\n\n# One\n\n[a]",
            "Words[^X]\n\n# One\n\n[^x]: Note.",
        ] {
            assert_eq!(count(&format!("Words\n\n{goes_on}")), 0, "{goes_on}");
        }
    }
}
