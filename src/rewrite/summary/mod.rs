//! The lists that minutes open with: "What was decided" and "Who will do what". In Easy Read they stand where people
//! who know its minutes look for them, after what was talked about.
//!
//! They repeat words of the minutes, each with the way to its place, and only those that the minutes
//! mark for certain. The minutes themselves stay as they are, word for word, below.

mod items;
mod places;
mod quote;
mod shape;
mod way;

use crate::model::{Block, BlockKind, Certainty, Document, Item, Level, List, Mark, Origin, Prose, Role, walk};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;
use items::{Outcome, own};
use places::Places;
pub use shape::Shape;
pub(crate) use shape::{CAME, NEXT_MEETING};

/// The heading of what there is to do.
const TO_DO: &str = "Who will do what";

/// What stands under each heading.
const MADE_BY_COMPUTER: &str = "A computer made this list. The minutes are the record.";

/// The lines at the head of minutes are no longer than this, in words.
const LONGEST_HEAD: usize = 40;

/// A document with the lists.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Summarised {
    /// The document with the lists: after its title and the lines at its head, or where the [`Shape`] has them.
    pub document: Document,
    /// That the lists were added, one change each. The place is where they stand.
    pub changes: Vec<Change>,
}

/// Adds the lists to minutes. `None` for a document that is none, or not in English: whatever a
/// report asks for, nobody has decided it, and an empty list would say that there was nothing.
///
/// ```
/// use plainsong::{Source, parse, rewrite::summary::summarise, model::{BlockKind, Prose}};
///
/// let document = parse(&Source::new("a.md", "# Minutes\n\nPresent: A. Vane\n\n## Benches\n\nRESOLVED: That the bench be mended."));
/// let summarised = summarise(&document).unwrap();
/// let BlockKind::Heading { content, .. } = &summarised.document.blocks[1].kind else { panic!() };
/// assert_eq!(Prose::of(content).text(), "What was decided");
/// ```
#[must_use]
pub fn summarise(document: &Document) -> Option<Summarised> {
    summarise_as(document, Shape::Lists)
}

/// The same, in a shape.
///
/// ```
/// use plainsong::{Source, parse, rewrite::summary::{Shape, summarise_as}, model::{BlockKind, Prose}};
///
/// let document = parse(&Source::new("a.md", "# Minutes\n\nPresent: A. Vane\n\nRESOLVED: That the bench be mended."));
/// let summarised = summarise_as(&document, Shape::EasyRead).unwrap();
/// let BlockKind::Heading { content, .. } = &summarised.document.blocks[1].kind else { panic!() };
/// assert_eq!(Prose::of(content).text(), "People who came");
/// ```
#[must_use]
pub fn summarise_as(document: &Document, shape: Shape) -> Option<Summarised> {
    if !document.meta.language.is_english() || is_summarised(document) {
        return None;
    }
    let certain = || document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain);
    let is_listed = |mark: &&Mark| outcome(&mark.role).is_some() || matches!(mark.role, Role::Action { .. });
    let mut listed: Vec<Span> = certain().filter(is_listed).map(|mark| mark.span).collect();
    if shape == Shape::EasyRead {
        listed.extend(shape::quoted_spans(document));
        listed.sort_unstable();
    }
    if !document.marks.iter().any(is_of_minutes) {
        let promises = (shape == Shape::EasyRead).then(|| shape::promises(document, &Places::of(&document.blocks, &listed)));
        return promises.flatten().map(|promises| with_parts(document, vec![promises], "The plan", Vec::new()));
    }
    let places = Places::of(&document.blocks, &listed);
    let (mut decisions, mut actions) = (Vec::new(), Vec::new());
    for mark in certain() {
        if let Some(outcome) = outcome(&mark.role) {
            decisions.extend(items::decision(mark.span, outcome, &places));
        }
        if let Role::Action { owner, due } = &mark.role {
            actions.extend(items::action(mark.span, owner.as_deref(), due.as_deref(), &places));
        }
    }
    let more = format!("{MADE_BY_COMPUTER} There may be more decisions in the minutes.");
    let none = "The computer did not find a decision in these minutes. There may still be one. Please read the minutes.";
    let decisions = list(shape.decided(), decisions, &more, &format!("{MADE_BY_COMPUTER} {none}"));
    let more = format!("{MADE_BY_COMPUTER} There may be more things to do in the minutes.");
    let none = "The computer did not find anything that someone must do. There may still be something. Please read the minutes.";
    let actions = list(TO_DO, actions, &more, &format!("{MADE_BY_COMPUTER} {none}"));
    let lists = vec![decisions, actions];
    let (before, after) = match shape {
        Shape::Lists => (lists, Vec::new()),
        Shape::EasyRead => (shape::people(document), lists.into_iter().chain(shape::next_meeting(document, &places)).collect()),
    };
    Some(with_parts(document, before, shape.rest(), after))
}

/// Whether a mark is of a role that only minutes have.
fn is_of_minutes(mark: &Mark) -> bool {
    match &mark.role {
        Role::Attendance { .. }
        | Role::Declaration
        | Role::Moved
        | Role::Seconded
        | Role::Decided
        | Role::Lost
        | Role::Noted
        | Role::Action { .. }
        | Role::Vote { .. }
        | Role::Exclusion
        | Role::NextMeeting
        | Role::Signature => true,
        Role::Recommended | Role::Vision | Role::Priority | Role::Commitment | Role::Foreword | Role::Contact | Role::OtherFormats => false,
    }
}

/// What a passage says came of something. To note is to decide nothing, and what is recommended is
/// for others to decide.
fn outcome(role: &Role) -> Option<Outcome> {
    match role {
        Role::Decided => Some(Outcome::Agreed),
        Role::Lost => Some(Outcome::NotAgreed),
        Role::Attendance { .. }
        | Role::Declaration
        | Role::Recommended
        | Role::Moved
        | Role::Seconded
        | Role::Noted
        | Role::Action { .. }
        | Role::Vote { .. }
        | Role::Exclusion
        | Role::NextMeeting
        | Role::Signature
        | Role::Vision
        | Role::Priority
        | Role::Commitment
        | Role::Foreword
        | Role::Contact
        | Role::OtherFormats => None,
    }
}

/// Whether the lists are there already: a heading of this name that no author wrote.
fn is_summarised(document: &Document) -> bool {
    document.blocks.iter().any(|block| match &block.kind {
        BlockKind::Heading { content, .. } => {
            block.origin == Origin::None && ["What was decided", "What we agreed", "What we will do"].contains(&Prose::of(content).text())
        }
        BlockKind::Paragraph { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break => false,
    })
}

/// A list under its heading, with what a reader must know of it: of one that holds something, of one that
/// holds nothing.
fn list(name: &str, items: Vec<Item>, more: &str, none: &str) -> Vec<Block> {
    let note = if items.is_empty() { none } else { more };
    let mut blocks = vec![heading(name), Block::paragraph(vec![own(note)], Origin::None)];
    if !items.is_empty() {
        blocks.push(Block::new(BlockKind::List(List { items }), Origin::None));
    }
    blocks
}

fn heading(words: &str) -> Block {
    Block::new(BlockKind::Heading { level: Level::TWO, number: None, content: vec![own(words)] }, Origin::None)
}

/// The document with parts after its title and the lines at its head, and parts at its end. What stands between
/// them has a heading of its own, or is given one: without, it would count as a section of the last part.
fn with_parts(document: &Document, before: Vec<Vec<Block>>, rest_heading: &str, after: Vec<Vec<Block>>) -> Summarised {
    let at = end_of_head(document);
    let mut document = document.clone();
    let rest = document.blocks.split_off(at);
    let start = rest.first().and_then(|block| block.origin.span()).map(|span| Span::new(span.start, span.start));
    let end = rest.iter().rev().find_map(|block| block.origin.span()).map(|span| Span::new(span.end, span.end)).or(start);
    let change = |blocks: &[Block], place| Change::new(ChangeKind::ListAdded, "", words_of(blocks), place);
    let changes = before.iter().map(|part| change(part, start)).chain(after.iter().map(|part| change(part, end))).collect();
    let needs_heading = !after.is_empty() || rest.first().is_some_and(|block| !opens_section(block));
    document.blocks.extend(before.into_iter().flatten());
    document.blocks.extend((needs_heading && !rest.is_empty()).then(|| heading(rest_heading)));
    document.blocks.extend(rest);
    document.blocks.extend(after.into_iter().flatten());
    Summarised { document, changes }
}

fn words_of(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    walk::passages(blocks, &mut |passage| lines.push(Prose::of(passage.content).text().to_owned()));
    lines.join("\n")
}

/// How many blocks stand at the head of a document: its title, and the lines after it that say when,
/// where and for whom it is.
fn end_of_head(document: &Document) -> usize {
    let is_title = |block: &Block| matches!(block.kind, BlockKind::Heading { level: Level::ONE, .. });
    let after_title = document.blocks.iter().position(is_title).map_or(0, |title| title + 1);
    let meta = &document.meta;
    let stated = [
        meta.title.as_ref().map(|stated| stated.span),
        meta.body.as_ref().map(|stated| stated.span),
        meta.date.as_ref().map(|stated| stated.span),
        meta.time.as_ref().map(|stated| stated.span),
        meta.place.as_ref().map(|stated| stated.span),
        meta.status.as_ref().map(|stated| stated.span),
        meta.publisher.as_ref().map(|stated| stated.span),
        meta.identifier.as_ref().map(|stated| stated.span),
    ];
    let is_head = |block: &&Block| {
        let Some(span) = block.origin.span() else { return false };
        let states = stated.iter().flatten().any(|stated| span.contains(*stated));
        let first = document.marks.partition_point(|mark| mark.span.start < span.start);
        let is_marked = document.marks.get(first).is_some_and(|mark| mark.span.start < span.end);
        states && !is_marked && words_of(std::slice::from_ref(block)).split_whitespace().count() <= LONGEST_HEAD
    };
    after_title + document.blocks.iter().skip(after_title).take_while(is_head).count()
}

/// Whether a block is a heading that ends the section of a heading of ours.
fn opens_section(block: &Block) -> bool {
    matches!(&block.kind, BlockKind::Heading { level, .. } if *level <= Level::TWO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    const HEAD: &str = "# Minutes of the Quay Committee\n\nPresent: A. Vane\n\nApologies: None\n\n";

    fn summarised(text: &str) -> Option<Summarised> {
        summarise(&parse(&Source::new("a.md", text)))
    }

    /// The lines of the lists, from the first heading to the last item.
    fn lists(text: &str) -> Vec<String> {
        let changes = summarised(&format!("{HEAD}{text}")).unwrap().changes;
        changes.iter().flat_map(|change| change.after.lines().map(str::to_owned)).collect()
    }

    fn has(text: &str, line: &str) {
        let lists = lists(text);
        assert!(lists.iter().any(|found| found == line), "{lists:#?}");
    }

    #[test]
    fn what_is_certain_is_listed_with_the_way_to_it() {
        let lists = lists("## 7. Benches\n\nRESOLVED: That the bench be mended.\n\nAction: Clerk to mend the bench by 4 May 2027.");
        assert_eq!(
            lists,
            [
                "What was decided",
                "A computer made this list. The minutes are the record. There may be more decisions in the minutes.",
                "7. Benches: RESOLVED: That the bench be mended.",
                "Who will do what",
                "A computer made this list. The minutes are the record. There may be more things to do in the minutes.",
                "7. Benches: Clerk to mend the bench by 4 May 2027.",
                "Who: Clerk",
                "When: by 4 May 2027",
            ]
        );
    }

    #[test]
    fn what_is_likely_noted_or_recommended_is_not_decided() {
        let lists = lists(
            "## Benches\n\nThe accounts were agreed.\n\nThe Committee noted the report.\n\nRECOMMENDED to Council that it be listed.",
        );
        assert!(
            lists[1].ends_with("The computer did not find a decision in these minutes. There may still be one. Please read the minutes.")
        );
        assert_eq!(lists[2], TO_DO);
        assert_eq!(lists.len(), 4, "{lists:?}");
    }

    #[test]
    fn what_was_lost_is_said_to_be_lost() {
        has(
            "## Fees\n\nAn amendment to leave the fees as they are was lost.",
            "Fees: Not agreed: An amendment to leave the fees as they are was lost.",
        );
    }

    #[test]
    fn a_place_without_a_heading_is_said_by_number_or_by_the_line_above() {
        has("## 7. Hut\n\n### Decision\n\nIt was resolved that the hut be painted.", "7. Hut: It was resolved that the hut be painted.");
        has("6\\. Paint: It was resolved that the hut be painted.", "Number 6. Paint: It was resolved that the hut be painted.");
        has(
            "6\\. Paint for the hut\n\nIt was resolved that the hut be painted.",
            "After 6. Paint for the hut: It was resolved that the hut be painted.",
        );
        has("It was resolved that the hut be painted.", "In this document: It was resolved that the hut be painted.");
    }

    #[test]
    fn cells_are_said_with_their_columns_and_owner_and_date_once() {
        let log = "## Log\n\n| Item | Action | Owner | Due |\n|---|---|---|---|\n| 4 | Mend it | B Lee | 4 May 2027 |\n";
        let lists = lists(log);
        assert_eq!(lists[4..], ["Log:", "Item: 4", "Action: Mend it", "Who: B Lee", "When: 4 May 2027"]);
    }

    #[test]
    fn a_quotation_has_no_marks_of_notes_and_no_bold_from_end_to_end() {
        let document = summarised(&format!("{HEAD}## Hut\n\n**RESOLVED: That the hut be painted[^1].**\n\n[^1]: Green.")).unwrap().document;
        let BlockKind::List(list) = &document.blocks[3].kind else { panic!("{:?}", document.blocks[3]) };
        let BlockKind::Paragraph { content, .. } = &list.items[0].blocks[0].kind else { panic!() };
        assert_eq!(Prose::of(content).text(), "Hut: RESOLVED: That the hut be painted.");
        let bold = content.iter().filter(|inline| matches!(inline.kind, crate::model::InlineKind::Strong(_)));
        assert_eq!(bold.count(), 1, "only the way is bold");
    }

    #[test]
    fn the_lists_stand_after_the_head_and_before_the_text() {
        let text = "# Minutes\n\nHeld on 4 May 2027 in the Hall.\n\nPresent: A. Vane\n\nRESOLVED: That the bench be mended.";
        let before = parse(&Source::new("a.md", text));
        let after = summarise(&before).unwrap().document;
        assert_eq!(after.blocks[..2], before.blocks[..2]);
        assert_eq!(words_of(&after.blocks[2..3]), "What was decided");
        let text_begins = after.blocks.len() - (before.blocks.len() - 2);
        assert_eq!(words_of(&after.blocks[text_begins - 1..text_begins]), "The minutes");
        assert_eq!(after.blocks[text_begins..], before.blocks[2..]);
    }

    #[test]
    fn a_change_tells_of_each_list_and_where_it_stands() {
        let text = format!("{HEAD}RESOLVED: That the bench be mended.");
        let changes = summarised(&text).unwrap().changes;
        assert_eq!(changes.len(), 2);
        for change in changes {
            assert_eq!((change.id.id(), change.before.as_str()), ("list-added", ""));
            assert_eq!(change.span.map(|span| span.start), text.find("Present"));
        }
    }

    #[test]
    fn other_documents_are_left_alone() {
        for text in [
            "# Report\n\n**REPORT TITLE:** Buses\n\n## RECOMMENDATIONS\n\nThe panel is asked to agree the buses.",
            "# Glossary\n\nResolved: decided.",
            "# Bus strategy\n\nWe will:\n\n- run more buses",
            "",
        ] {
            assert_eq!(summarised(text), None, "{text}");
        }
    }

    #[test]
    fn doing_it_twice_adds_nothing_more() {
        let once = summarised(&format!("{HEAD}RESOLVED: That the bench be mended.")).unwrap();
        assert_eq!(summarise(&once.document), None);
    }
}
