//! What a reader meets: pictures, links, tables, dates.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Item, in_lines, line, quoted};
use crate::model::{Block, BlockKind, Document, Image, InlineKind, Origin, Prose, Table, walk};
use crate::outcome::LossKind;
use crate::rewrite::spoken::spoken;
use crate::source::{Source, Span};

/// Every picture with the words that stand for it.
pub(super) fn pictures(document: &Document, source: &Source) -> Group {
    let mut items = Vec::new();
    let mut see = |image: &Image, origin: Origin| {
        let words = match image.alternative.trim() {
            "" => format!("{} has no words. Write what it shows between the square brackets.", image.address),
            words => format!("{}: {}", image.address, quoted(words)),
        };
        items.push(Item::new(origin.span().map(|span| line(span, source)), words));
    };
    walk::blocks(&document.blocks, &mut |block| {
        if let BlockKind::Figure(image) = &block.kind {
            see(image, block.origin);
        }
    });
    walk::passages(&document.blocks, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            if let InlineKind::Image(image) = &inline.kind {
                see(image, inline.origin);
            }
        });
    });
    items.sort_by_key(|item| item.line);
    Group::new("Pictures", "Look at the picture, and read the words that stand for it. Do they say what a reader needs from it?", items)
}

/// Words that say of a link no more than that it is one (WCAG 2.2, 2.4.4, failure F63).
const SAY_NOTHING: [&str; 16] = [
    "a link",
    "click here",
    "click",
    "details",
    "download",
    "find out more",
    "further information",
    "here",
    "link",
    "more",
    "more information",
    "read more",
    "see here",
    "this",
    "this link",
    "website",
];

/// The links that may not say where they lead, one by one, and all others in one box.
pub(super) fn links(document: &Document, source: &Source) -> Group {
    let mut links: Vec<(Span, String, &str)> = Vec::new();
    walk::passages(&document.blocks, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            if let (InlineKind::Link { to, content }, Some(span)) = (&inline.kind, inline.origin.span()) {
                links.push((span, Prose::of(content).text().trim().to_owned(), to.target.as_str()));
            }
        });
    });
    let mut targets: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (_, words, target) in &links {
        targets.entry(words.to_lowercase()).or_default().insert(target);
    }
    let mut items = Vec::new();
    let mut others = Vec::new();
    for (span, words, target) in &links {
        let small = words.to_lowercase();
        let problem = if words.is_empty() {
            "has no words"
        } else if SAY_NOTHING.contains(&small.trim_end_matches(['.', ':', '!', '>', '…', ' '])) {
            "does not say where it leads"
        } else if targets.get(&small).is_some_and(|targets| targets.len() > 1) {
            "leads to several places under the same words"
        } else {
            others.push(line(*span, source));
            continue;
        };
        items.push(Item::at(*span, source, format!("the link {} {problem}: {target}", quoted(words))));
    }
    let other = if items.is_empty() { "" } else { "other " };
    let mut group = Group::listed("Links", "Read the words of the link alone, as in a list of links. Do they say where it leads?", items);
    match others.len() {
        0 => {}
        1 => group.items.push(Item::new(None, format!("the {other}link, in {}", in_lines(others)))),
        count => group.items.push(Item::new(None, format!("the {count} {other}links, in {}", in_lines(others)))),
    }
    group
}

/// Every table.
pub(super) fn tables(document: &Document, source: &Source) -> Group {
    let mut items = Vec::new();
    walk::blocks(&document.blocks, &mut |block| {
        if let (BlockKind::Table(table), Some(span)) = (&block.kind, block.origin.span()) {
            items.push(Item::at(span, source, described(table)));
        }
    });
    Group::listed("Tables", "Read the table in plain text. Does each value have the right heading, and is the order the right one?", items)
}

/// What a table is called or begins with, and what may be wrong with it.
fn described(table: &Table) -> String {
    let first = |blocks: &[Block]| {
        let mut words = String::new();
        walk::passages(blocks, &mut |passage| {
            if words.is_empty() {
                Prose::of(passage.content).text().trim().clone_into(&mut words);
            }
        });
        words
    };
    let caption = Prose::of(&table.caption);
    let called = match caption.text().trim() {
        "" => {
            let mut cells = table.head.iter().chain(&table.body).flat_map(|row| &row.cells).map(|cell| first(&cell.blocks));
            let begins = cells.find(|words| !words.is_empty()).unwrap_or_default();
            format!("the table that begins with {}", quoted(&begins))
        }
        caption => format!("the table {}", quoted(caption)),
    };
    if table.head.is_empty() { format!("{called} has no headings of columns") } else { called }
}

/// Dates that can be read in two ways. They are said as they stand.
pub(super) fn dates(document: &Document, source: &Source) -> Group {
    let ambiguous = spoken(document).losses.into_iter().filter(|loss| loss.id == LossKind::AmbiguousDate);
    let items = ambiguous.filter_map(|loss| Some(Item::at(loss.span?, source, loss.message))).collect();
    Group::listed("Dates", "Which day is meant? Write the month as a word.", items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn words(group: fn(&Document, &Source) -> Group, text: &str) -> Vec<(Option<usize>, String)> {
        let source = Source::new("a.md", text);
        let items = group(&parse(&source), &source).items;
        items.into_iter().map(|item| (item.line, item.words)).collect()
    }

    #[test]
    fn every_picture_is_listed_in_the_order_of_the_source() {
        let found = words(pictures, "# T\n\nSee ![the seal](s.png).\n\n![](map.png)");
        assert_eq!(found[0], (Some(3), "s.png: \"the seal\"".to_owned()));
        assert_eq!(found[1].0, Some(5));
        assert!(found[1].1.starts_with("map.png has no words."));
    }

    #[test]
    fn links_that_say_nothing_are_listed_and_the_others_share_a_box() {
        let text = "[Here](a.md) [plan](b.md) [Plan](c.md)\n\n[Our budget](d.md) and [our staff](e.md)";
        let found = words(links, text);
        assert_eq!(found.len(), 4);
        assert_eq!(found[0].1, "the link \"Here\" does not say where it leads: a.md");
        assert!(found[2].1.contains("several places"));
        assert_eq!(found[3], (None, "the 2 other links, in line 3".to_owned()));
    }

    #[test]
    fn a_table_is_known_by_its_first_words() {
        assert_eq!(words(tables, "| Day | Place |\n|---|---|\n| Mon | Hall |")[0].1, "the table that begins with \"Day\"");
        assert!(
            words(tables, "<table><tr><td>One</td><td>2</td></tr><tr><td>Two</td><td>3</td></tr></table>")[0]
                .1
                .ends_with("no headings of columns")
        );
    }

    #[test]
    fn a_date_that_can_be_two_is_asked_about() {
        let found = words(dates, "They meet on 1/4/2026 and on 25/12/2025.");
        assert_eq!(found.len(), 1);
        assert!(found[0].1.contains("1/4/2026"), "{}", found[0].1);
    }
}
