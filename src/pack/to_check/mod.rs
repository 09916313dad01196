//! What no program can check, as a list for a person with places in the source and boxes to tick.
//!
//! | File | What it looks for |
//! |---|---|
//! | `content.rs` | pictures, links, tables, dates: what a reader meets |
//! | `reading.rs` | what was read in one of several ways: headings, lists, likely decisions |
//! | `making.rs` | what became of it: lost in a format, found by a rule, still a draft |
//! | `markdown.rs` | the list as Markdown, and ticks that stay |

mod content;
mod making;
mod markdown;
mod reading;

use super::Piece;
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::source::{Source, Span};

/// What a person must look at before the formats are published.
///
/// ```
/// use plainsong::pack::CheckList;
/// use plainsong::{Source, parse};
///
/// let source = Source::new("minutes.md", "# Minutes\n\n![A bus](bus.png)");
/// let list = CheckList::of(&parse(&source), &source, &[], &[]).to_markdown();
/// assert!(list.contains("- [ ] minutes.md:3: bus.png: \"A bus\""));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckList {
    /// The name of the source.
    name: String,
    /// The version code.
    code: String,
    groups: Vec<Group>,
}

/// Things to look at in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    heading: &'static str,
    /// What to look for, in a sentence or two.
    question: &'static str,
    items: Vec<Item>,
}

/// A thing to look at, with its box.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item {
    /// Its line in the source, from 1; none for what is not in one place.
    line: Option<usize>,
    /// What it is.
    words: String,
    /// Whether somebody has looked.
    ticked: bool,
}

/// A group lists so many things one by one; those after them share a box. A longer list is not read.
const LISTED: usize = 20;

/// A shared box names so many lines.
const LINES: usize = 12;

/// How many characters of a passage are shown.
const SHOWN: usize = 90;

impl CheckList {
    /// The list for a document, what the rules found in it, and the formats made of it.
    #[must_use]
    pub fn of(document: &Document, source: &Source, findings: &[Diagnostic], pieces: &[Piece]) -> Self {
        let groups = [
            content::pictures(document, source),
            content::links(document, source),
            content::tables(document, source),
            content::dates(document, source),
            reading::headings(document, source),
            reading::notes(document, source),
            reading::likely(document, source),
            making::metadata(document),
            making::easy_read(pieces),
            making::losses(source, pieces),
            making::findings(source, findings),
        ];
        let groups = groups.into_iter().filter(|group| !group.items.is_empty()).collect();
        Self { name: document.source.file_name().to_owned(), code: document.source.hash.clone(), groups }
    }
}

impl Group {
    const fn new(heading: &'static str, question: &'static str, items: Vec<Item>) -> Self {
        Self { heading, question, items }
    }

    /// A group of things in one place each, of which the first are listed and the others share a box.
    fn listed(heading: &'static str, question: &'static str, mut items: Vec<Item>) -> Self {
        let rest = if items.len() > LISTED + 1 { items.split_off(LISTED) } else { Vec::new() };
        if !rest.is_empty() {
            let lines = rest.iter().filter_map(|item| item.line).collect();
            items.push(Item::new(None, format!("{} more like these, in {}", rest.len(), in_lines(lines))));
        }
        Self::new(heading, question, items)
    }
}

impl Item {
    fn new(line: Option<usize>, words: impl Into<String>) -> Self {
        Self { line, words: words.into(), ticked: false }
    }

    /// A thing at a place of the source.
    fn at(span: Span, source: &Source, words: impl Into<String>) -> Self {
        Self::new(Some(line(span, source)), words)
    }
}

fn line(span: Span, source: &Source) -> usize {
    source.position(span.start).line
}

/// `lines 4, 9, 12 and 3 more`.
fn in_lines(mut lines: Vec<usize>) -> String {
    lines.dedup();
    let more = lines.len().saturating_sub(LINES);
    let shown: Vec<String> = lines.iter().take(LINES).map(ToString::to_string).collect();
    match (shown.as_slice(), more) {
        ([one], _) => format!("line {one}"),
        ([first @ .., last], 0) => format!("lines {} and {last}", first.join(", ")),
        (_, more) => format!("lines {} and {more} more", shown.join(", ")),
    }
}

/// The words of a passage in quotes: on one line, and only so many that they can be found.
fn quoted(passage: &str) -> String {
    let words = passage.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHOWN {
        return format!("\"{words}\"");
    }
    let end = words.char_indices().nth(SHOWN).map_or(words.len(), |(at, _)| at);
    let kept = words.get(..end).and_then(|start| start.rsplit_once(' ')).map_or(words.get(..end).unwrap_or_default(), |(kept, _)| kept);
    format!("\"{kept} …\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_named_up_to_a_dozen() {
        assert_eq!(in_lines(vec![4]), "line 4");
        assert_eq!(in_lines(vec![4, 4, 9, 12]), "lines 4, 9 and 12");
        assert_eq!(in_lines((1..=15).collect()), "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 3 more");
    }

    #[test]
    fn a_long_passage_is_cut_between_words() {
        assert_eq!(quoted(" A\n bench "), "\"A bench\"");
        let long = quoted(&"bench ".repeat(40));
        assert!(long.ends_with("bench …\"") && long.chars().count() < 100, "{long}");
    }

    #[test]
    fn a_long_list_ends_with_a_shared_box() {
        let group = |count: usize| Group::listed("", "", (1..=count).map(|line| Item::new(Some(line), "x")).collect());
        assert_eq!(group(21).items.len(), 21);
        let items = group(23).items;
        assert_eq!(items.len(), 21);
        assert_eq!(items[20].words, "3 more like these, in lines 21, 22 and 23");
    }
}
