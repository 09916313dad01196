//! The word oracle: what a person reads in a Markdown file, by other means than ours.
//!
//! It knows nothing of our parser or of pulldown-cmark. Markdown is read by comrak, HTML by the tag
//! stripper in [`html`](super::html), front matter line by line. It answers two questions: which
//! words does the source say, in which order; and which numbers are printed before which words.
//!
//! Where a specification and a reader differ, the oracle sides with the reader:
//!
//! - The number of a list item is what the source prints, not what HTML would count.
//! - A soft hyphen is not there; `H<sub>2</sub>O` is one word.
//! - Where a deletion begins or ends, a word ends: formats say so there, and `H~2~O` is three words.
//! - An address between angle brackets is an address, though CommonMark makes it the text of a link.
//! - A note that nobody refers to is still words on the page, though comrak would drop it.
//! - The label of a footnote is not a word: `[^count]` is a mark. Without a note, it is text to comrak.
//! - Lines that are set in are lines, though CommonMark takes them for code.
//! - The fences of a container, `::: card`, are no words; what it holds is.
//! - Attributes as pandoc writes them, `{width="1in"}`, are no words, `5^th^` is one word, and a table
//!   that is drawn with dashes is read cell by cell: see [`pandoc`](super::pandoc).
//! - A cell beyond the last column is words on the page, though GFM tells a parser to ignore it.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, ListType, NodeLink, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::front_matter;
use super::html::{Html, Piece};
use super::pandoc;
use super::words::words;

/// What a reader of a source reads.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    /// The words in the order of the source, without those of `moved`.
    pub(crate) running: Vec<String>,
    /// Parts that a format may put elsewhere as a whole: footnotes, headings of tables (said again
    /// in each record), values of front matter. Each is in order within itself.
    pub(crate) moved: Vec<Vec<String>>,
    /// The printed numbers, each with the first word after it, in the order of the source.
    pub(crate) numbers: Vec<Vec<String>>,
}

impl Reading {
    /// Every word, part by part.
    pub(crate) fn words(&self) -> impl Iterator<Item = &String> {
        self.running.iter().chain(self.moved.iter().flatten())
    }
}

/// Reads a source as a person would.
pub(crate) fn read(source: &str) -> Reading {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let (values, body) = front_matter::split(source);
    let body = &pandoc::plain(&without_container_fences(body));
    let mut reader = Reader { lines: body.split('\n').collect(), ..Reader::default() };
    let arena = Arena::new();
    for edge in parse_document(&arena, body, &options()).traverse() {
        match edge {
            NodeEdge::Start(node) => reader.enter(node),
            NodeEdge::End(node) => reader.leave(node),
        }
    }
    let mut reading = reader.finish();
    reading.moved.extend(values.iter().map(|value| words(value)));
    reading.moved.retain(|part| !part.is_empty());
    reading
}

/// Empties the lines that open or close a container. The lines keep their number.
fn without_container_fences(body: &str) -> String {
    let is_fence = |line: &str| {
        let line = line.trim();
        let directive = line.starts_with("{div ") || line == "{/div}";
        directive || (line.starts_with(":::") && line.trim_matches(':').split_whitespace().count() < 2) || line.starts_with("::: {")
    };
    let mut in_code = false;
    let keep = |line| {
        let marks_code = str::trim(line).starts_with("```");
        in_code ^= marks_code;
        if !in_code && is_fence(line) { "" } else { line }
    };
    body.split('\n').map(keep).collect::<Vec<_>>().join("\n")
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.strikethrough = true;
    options.extension.description_lists = true;
    options.parse.leave_footnote_definitions = true;
    options
}

/// Ends a block, so that words of two blocks are never joined.
const BLOCK_END: char = '\u{2029}';

#[derive(Default)]
struct Reader<'a> {
    /// The lines of the source.
    lines: Vec<&'a str>,
    /// The text in running order.
    running: String,
    /// The parts that may move.
    moved: Vec<String>,
    /// Which part is being read, innermost last; none is the running text.
    inside: Vec<usize>,
    /// Where a printed number stands: the part, the offset in it, the number where the text has none.
    numbers: Vec<(Option<usize>, usize, String)>,
    html: Html,
    /// How many links are open whose words are their address.
    addresses: usize,
    /// In a paragraph with tabs: for each line still to come, whether it may be the head of a table.
    tab_heads: Vec<bool>,
    /// Whether the line being read is one.
    in_tab_head: bool,
}

impl Reader<'_> {
    fn enter<'a>(&mut self, node: &'a AstNode<'a>) {
        let data = node.data.borrow();
        match &data.value {
            NodeValue::Text(text) if self.addresses == 0 => self.say(text),
            NodeValue::Text(_) => {}
            NodeValue::Code(code) => self.say(&code.literal),
            NodeValue::CodeBlock(code) => {
                self.end_block();
                self.read_lines(&code.literal, code.fenced);
            }
            NodeValue::HtmlBlock(block) => {
                self.end_block();
                self.read_html(&block.literal);
            }
            NodeValue::HtmlInline(html) => self.read_html(html),
            NodeValue::SoftBreak | NodeValue::LineBreak => {
                self.say("\n");
                self.next_line();
            }
            NodeValue::Link(link) if is_address(node, link) => self.addresses += 1,
            NodeValue::FootnoteReference(_) | NodeValue::Strikethrough => self.say(" "),
            NodeValue::FootnoteDefinition(_) => self.begin_part(),
            NodeValue::TableCell if is_in_head(node) => self.begin_part(),
            NodeValue::TableRow(_) => {
                self.end_block();
                let start = data.sourcepos.start;
                let row = self.lines[start.line - 1].get(start.column - 1..).unwrap_or_default();
                self.moved.extend(cells_beyond(row, node.children().count()));
            }
            NodeValue::Item(list) if list.list_type == ListType::Ordered => {
                self.end_block();
                if node.first_child().is_some_and(|child| matches!(child.data.borrow().value, NodeValue::Paragraph)) {
                    let start = data.sourcepos.start;
                    self.note_number(printed_number(self.lines[start.line - 1], start.column));
                }
            }
            NodeValue::Paragraph | NodeValue::Heading(_) => {
                self.end_block();
                let lines = &self.lines[data.sourcepos.start.line - 1..data.sourcepos.end.line];
                self.tab_heads = tab_heads(lines);
                if !self.tab_heads.contains(&true) {
                    self.note_number(String::new());
                }
                self.next_line();
            }
            value if value.block() => self.end_block(),
            _ => {}
        }
    }

    fn leave(&mut self, node: &AstNode<'_>) {
        match &node.data.borrow().value {
            NodeValue::Link(link) if is_address(node, link) => self.addresses -= 1,
            NodeValue::Strikethrough => self.say(" "),
            NodeValue::FootnoteDefinition(_) => self.end_part(),
            NodeValue::TableCell if is_in_head(node) => self.end_part(),
            value if value.block() => {
                self.leave_tab_head();
                self.end_block();
                if matches!(value, NodeValue::Paragraph | NodeValue::Heading(_)) {
                    self.html.end_paragraph();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self) -> &mut String {
        match self.inside.last() {
            Some(&part) => &mut self.moved[part],
            None => &mut self.running,
        }
    }

    fn say(&mut self, text: &str) {
        if !self.html.is_silent() {
            self.text().push_str(text);
        }
    }

    /// Reads lines that are kept as typed. Indented without a fence they are lines like others, and may be a table of tabs.
    fn read_lines(&mut self, text: &str, fenced: bool) {
        let lines: Vec<&str> = text.lines().collect();
        let heads = tab_heads(&lines);
        for (line, is_head) in lines.iter().zip(heads) {
            if is_head && !fenced {
                self.begin_part();
                self.say(line);
                self.end_part();
            } else {
                self.say(line);
                self.say("\n");
            }
        }
    }

    fn end_block(&mut self) {
        self.text().push(BLOCK_END);
    }

    fn begin_part(&mut self) {
        self.end_block();
        self.moved.push(String::new());
        self.inside.push(self.moved.len() - 1);
    }

    fn end_part(&mut self) {
        self.inside.pop();
    }

    fn read_html(&mut self, html: &str) {
        for piece in self.html.read(html) {
            match piece {
                Piece::Text(text) => self.say(&text),
                Piece::BlockEnd => self.end_block(),
                Piece::HeadingCell => self.begin_part(),
                Piece::HeadingCellEnd => self.end_part(),
            }
        }
    }

    /// Goes to the next line of a paragraph with tabs.
    fn next_line(&mut self) {
        self.leave_tab_head();
        if !self.tab_heads.is_empty() && self.tab_heads.remove(0) {
            self.begin_part();
            self.in_tab_head = true;
        }
    }

    fn leave_tab_head(&mut self) {
        if std::mem::take(&mut self.in_tab_head) {
            self.end_part();
        }
    }

    fn note_number(&mut self, number: String) {
        let part = self.inside.last().copied();
        let offset = self.text().len();
        self.numbers.push((part, offset, number));
    }

    fn finish(self) -> Reading {
        let mut numbers = Vec::new();
        for (part, offset, number) in &self.numbers {
            let text = part.map_or(&self.running, |part| &self.moved[part]);
            let block = text[*offset..].trim_start_matches(BLOCK_END).split(BLOCK_END).next().unwrap_or_default();
            numbers.extend(numbered(number, block));
        }
        Reading { running: words(&self.running), moved: self.moved.iter().map(|part| words(part)).collect(), numbers }
    }
}

/// The words of a printed number and the first word after it. The number is the list's, or else the
/// one that the text begins with: `3.6 `, `1. `, `(a) `, `2984.`.
fn numbered(list_number: &str, text: &str) -> Option<Vec<String>> {
    let own = text.trim_start();
    let token: &str = own.split(char::is_whitespace).next().unwrap_or_default();
    let bare = token.trim_start_matches('(').trim_end_matches([')', '.', ':']);
    let digits = !bare.is_empty() && bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    let letter = bare.len() == 1 && bare.bytes().all(|byte| byte.is_ascii_lowercase()) && token.ends_with(')');
    let own_number = if digits || letter { words(bare).len() } else { 0 };
    let mut found = words(list_number);
    let number_words = found.len() + own_number;
    found.extend(words(own).into_iter().take(own_number + 1));
    (number_words > 0 && found.len() > number_words).then_some(found)
}

/// The digits of a list item, as the source prints them.
fn printed_number(line: &str, column: usize) -> String {
    line.get(column - 1..).unwrap_or_default().chars().take_while(char::is_ascii_digit).collect()
}

/// For each line, whether it opens a run of two or more lines with tabs, or with no-break spaces for tabs: the head of a table.
fn tab_heads(lines: &[&str]) -> Vec<bool> {
    let tabbed: Vec<bool> = lines.iter().map(|line| has_gap(line.trim_end_matches('\r'))).collect();
    (0..tabbed.len()).map(|at| tabbed[at] && tabbed.get(at + 1) == Some(&true) && (at == 0 || !tabbed[at - 1])).collect()
}

fn has_gap(line: &str) -> bool {
    let line = line.replace("&nbsp;", "\u{a0}");
    let wide = |run: &str| run.chars().count() > 2 && run.matches('\u{a0}').count() > 1;
    line.contains('\t') || line.trim().split(|sign| !matches!(sign, ' ' | '\u{a0}')).any(wide)
}

/// What a row of a table holds after its first `columns` cells, cell by cell.
fn cells_beyond(row: &str, columns: usize) -> Vec<String> {
    let hidden = row.trim().replace("\\|", " ");
    let row = hidden.trim_start_matches('|').trim_end_matches('|');
    row.split('|').skip(columns).map(str::to_owned).collect()
}

fn is_in_head(cell: &AstNode<'_>) -> bool {
    cell.parent().is_some_and(|row| matches!(row.data.borrow().value, NodeValue::TableRow(true)))
}

/// Whether a link says nothing but its own address.
fn is_address(node: &AstNode<'_>, link: &NodeLink) -> bool {
    node.first_child().is_some_and(|child| match &child.data.borrow().value {
        NodeValue::Text(text) => *text == link.url || link.url.strip_prefix("mailto:") == Some(text),
        _ => false,
    })
}
