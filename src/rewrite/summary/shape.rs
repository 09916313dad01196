//! The parts that people know minutes by in Easy Read: who came, what we talked about, what we agreed, who will do
//! what, when we meet again; and of a plan, what we will do. Only what the document says for certain, in its words.

use super::items::{Outcome, decision, own};
use super::places::Places;
use super::{heading, list};
use crate::model::{Attendance, Block, BlockKind, Certainty, Document, Inline, Item, List, Mark, Origin, Role};
use crate::source::Span;

/// Which lists a document opens with, and what they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Shape {
    /// "What was decided" and "Who will do what", for any format.
    #[default]
    Lists,
    /// The parts of minutes as Easy Read has them, in this order: "People who came", "What we talked about", "What we
    /// agreed", "Who will do what", "Next meeting"; and "What we will do", of a plan.
    EasyRead,
}

impl Shape {
    /// The heading of what was decided.
    pub(super) const fn decided(self) -> &'static str {
        match self {
            Self::Lists => "What was decided",
            Self::EasyRead => "What we agreed",
        }
    }

    /// The heading of the minutes themselves, between the parts.
    pub(super) const fn rest(self) -> &'static str {
        match self {
            Self::Lists => "The minutes",
            Self::EasyRead => "What we talked about",
        }
    }
}

/// The heading of those who came.
pub(crate) const CAME: &str = "People who came";

/// The heading of when people meet again.
pub(crate) const NEXT_MEETING: &str = "Next meeting";

/// The people who came, and those who sent apologies, each under a heading. Nothing, where the minutes name
/// nobody for certain.
pub(super) fn people(document: &Document) -> Vec<Vec<Block>> {
    let mut came: Vec<Item> = Vec::new();
    let mut away: Vec<Item> = Vec::new();
    let mut seen: Vec<(&str, bool)> = Vec::new();
    for mark in certain(document) {
        let Role::Attendance { kind, person } = &mark.role else { continue };
        let is_away = *kind == Attendance::Apologies;
        // A chair is often named twice: as the chair, and among those present.
        if seen.len() < MOST_PEOPLE && !seen.contains(&(person, is_away)) {
            seen.push((person, is_away));
            let mut words = vec![Inline::text(person.clone(), Origin::DerivedFrom(mark.span))];
            words.extend((*kind == Attendance::Chair).then(|| own(" was the chair")));
            if is_away { away.push(item(words)) } else { came.push(item(words)) }
        }
    }
    let named = [(CAME, came), ("People who could not come", away)];
    named.into_iter().filter(|(_, items)| !items.is_empty()).map(|(name, items)| section(name, items)).collect()
}

/// No list of people is longer than this: a longer one is no help.
const MOST_PEOPLE: usize = 200;

/// When the next meeting is, in the words of the minutes.
pub(super) fn next_meeting(document: &Document, places: &Places<'_>) -> Option<Vec<Block>> {
    let quoted = certain(document).filter(|mark| mark.role == Role::NextMeeting).filter_map(|mark| quoted(mark.span, places));
    let items: Vec<Item> = quoted.collect();
    (!items.is_empty()).then(|| section(NEXT_MEETING, items))
}

/// What a plan promises, in its words.
pub(super) fn promises(document: &Document, places: &Places<'_>) -> Option<Vec<Block>> {
    let quoted = certain(document).filter(|mark| mark.role == Role::Commitment).filter_map(|mark| quoted(mark.span, places));
    let items: Vec<Item> = quoted.collect();
    (!items.is_empty()).then(|| list("What we will do", items, "A computer made this list. There may be more in the plan.", ""))
}

/// The places that these parts quote.
pub(super) fn quoted_spans(document: &Document) -> Vec<Span> {
    let is_quoted = |mark: &&Mark| matches!(mark.role, Role::NextMeeting | Role::Commitment);
    certain(document).filter(is_quoted).map(|mark| mark.span).collect()
}

fn certain(document: &Document) -> impl Iterator<Item = &Mark> {
    document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain)
}

fn quoted(span: Span, places: &Places<'_>) -> Option<Item> {
    decision(span, Outcome::Agreed, places)
}

fn item(content: Vec<Inline>) -> Item {
    Item { label: None, blocks: vec![Block::paragraph(content, Origin::None)], origin: Origin::None }
}

fn section(name: &str, items: Vec<Item>) -> Vec<Block> {
    vec![heading(name), Block::new(BlockKind::List(List { items }), Origin::None)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Prose, walk};
    use crate::rewrite::summary::summarise_as;
    use crate::{Source, parse};

    fn lines(text: &str) -> Vec<String> {
        let summarised = summarise_as(&parse(&Source::new("a.md", text)), Shape::EasyRead).unwrap();
        let mut lines = Vec::new();
        walk::passages(&summarised.document.blocks, &mut |passage| lines.push(Prose::of(passage.content).text().to_owned()));
        lines
    }

    #[test]
    fn minutes_have_the_parts_that_people_know() {
        let lines = lines(
            "# Minutes\n\nChair: A. Vane\n\nPresent: A. Vane, B. Lee\n\nApologies: C. Roe\n\nRESOLVED: That the bench be mended.\n\n\
             Next meeting: 4 May 2027",
        );
        let at = |line: &str| lines.iter().position(|found| found == line).unwrap_or_else(|| panic!("{line}: {lines:#?}"));
        let parts =
            ["People who came", "People who could not come", "What we talked about", "What we agreed", "Who will do what", "Next meeting"];
        let places: Vec<usize> = parts.iter().map(|part| at(part)).collect();
        assert!(places.is_sorted(), "{lines:#?}");
        assert!(lines.contains(&"B. Lee".to_owned()) && lines.contains(&"C. Roe".to_owned()), "{lines:#?}");
    }

    #[test]
    fn what_was_talked_about_has_its_heading_above_the_headings_of_the_minutes() {
        let lines = lines("# Minutes\n\nPresent: A. Vane\n\n## 1. Benches\n\nThey are old.\n\nRESOLVED: That a bench be mended.");
        let at = lines.iter().position(|line| line == "What we talked about").unwrap();
        let agreed = lines.iter().position(|line| line == "What we agreed").unwrap();
        assert!(lines[at + 1..agreed].iter().any(|line| line == "Benches") && lines[agreed + 2].starts_with("1. Benches: "), "{lines:#?}");
    }

    #[test]
    fn a_plan_says_what_we_will_do() {
        let lines = lines("# Bus strategy\n\n## Buses\n\nWe will run more buses.\n\nBuses are red.");
        assert_eq!(lines[1], "What we will do");
        assert!(lines.contains(&"Buses: We will run more buses.".to_owned()), "{lines:#?}");
    }

    #[test]
    fn doing_it_twice_adds_nothing_more() {
        for text in ["# Minutes\n\nPresent: A. Vane\n\nRESOLVED: That it be mended.", "# Bus strategy\n\nWe will run more buses."] {
            let once = summarise_as(&parse(&Source::new("a.md", text)), Shape::EasyRead).unwrap();
            assert_eq!(summarise_as(&once.document, Shape::EasyRead), None);
        }
    }
}
