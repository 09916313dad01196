//! What was read in one of several ways.

use std::collections::BTreeMap;

use super::{Group, Item, in_lines, line, quoted};
use crate::model::{Certainty, Document, Note, NoteKind, Role};
use crate::source::{Source, Span};

/// Lines that nobody marked as headings and were read as such, and headings that were moved.
pub(super) fn headings(document: &Document, source: &Source) -> Group {
    let item = |note: &Note| Some(Item::at(note.span, source, format!("{}{}", quoted(source.slice(note.span)), read_from(note)?)));
    let items = document.notes.iter().filter_map(item).collect();
    Group::listed("Headings", "Is it a heading, and at the right level? Mark headings in the source with # to be sure.", items)
}

/// What stood where a heading was read, if the note is of one.
fn read_from(note: &Note) -> Option<String> {
    match note.kind {
        NoteKind::HeadingFromBold => Some(", from words in bold".to_owned()),
        NoteKind::HeadingFromCapitals => Some(", from a line in capitals".to_owned()),
        NoteKind::HeadingFromLine => Some(", from a short line".to_owned()),
        NoteKind::HeadingLevelChanged => Some(format!(". {}", note.message)),
        _ => None,
    }
}

/// Everything else that reading mended: a box for all places where it did the same.
pub(super) fn notes(document: &Document, source: &Source) -> Group {
    let mut alike: BTreeMap<(NoteKind, &str), Vec<Span>> = BTreeMap::new();
    for note in document.notes.iter().filter(|note| read_from(note).is_none()) {
        alike.entry((note.kind, &note.message)).or_default().push(note.span);
    }
    let mut items: Vec<Item> = Vec::new();
    for ((_, message), spans) in alike {
        items.push(match spans.as_slice() {
            [span] => Item::at(*span, source, message),
            _ => Item::new(None, format!("{message} This is so in {}.", in_lines(spans.iter().map(|span| line(*span, source)).collect()))),
        });
    }
    items.sort_by_key(|item| item.line);
    Group::listed("Reading", "The source was not clear here, and was read as follows. Compare a format with what you meant.", items)
}

/// Passages that seem to do something in the meeting, and do not say so plainly.
pub(super) fn likely(document: &Document, source: &Source) -> Group {
    let likely = document.marks.iter().filter(|mark| mark.certainty == Certainty::Likely);
    let item = |(span, role): (Span, &Role)| Some(Item::at(span, source, format!("{}: {}?", quoted(source.slice(span)), question(role)?)));
    let items = likely.filter_map(|mark| item((mark.span, &mark.role))).collect();
    Group::listed("Roles", "The words point this way, but do not say so plainly. Is it so? If it is, say so in the source.", items)
}

/// What a passage may be. A name that may be a person's is not asked about: nothing is made of it.
const fn question(role: &Role) -> Option<&'static str> {
    Some(match role {
        Role::Attendance { .. } => return None,
        Role::Declaration => "an interest declared",
        Role::Recommended => "a recommendation",
        Role::Moved => "a motion",
        Role::Seconded => "a motion seconded",
        Role::Decided => "a decision",
        Role::Lost => "a motion that was lost",
        Role::Noted => "something that was noted",
        Role::Action { .. } => "something that someone is to do",
        Role::Vote { .. } => "a vote",
        Role::Exclusion => "the public shut out",
        Role::NextMeeting => "the next meeting",
        Role::Signature => "a line to sign",
        Role::Vision => "a vision",
        Role::Priority => "a priority",
        Role::Commitment => "a promise",
        Role::Foreword => "a foreword",
        Role::Contact => "how to get in touch",
        Role::OtherFormats => "how to get other formats",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    #[test]
    fn a_heading_made_of_bold_words_is_asked_about() {
        let source = Source::new("a.md", "# Plan\n\n**What we heard**\n\nMuch.\n\n**What we do**\n\nMore.\n");
        let document = parse(&source);
        let items = headings(&document, &source).items;
        assert_eq!(items[0].line, Some(3));
        assert!(items[0].words.contains("What we heard"), "{}", items[0].words);
        assert!(notes(&document, &source).items.is_empty());
    }

    #[test]
    fn places_of_one_kind_share_a_box() {
        let source = Source::new("a.md", "");
        let mut document = parse(&source);
        for _ in 0..2 {
            document.notes.push(Note::new(NoteKind::BoldMended, "Bold was mended.", Span::new(0, 0)));
        }
        let items = notes(&document, &source).items;
        assert_eq!(items.len(), 1);
        assert_eq!(items[0].words, "Bold was mended. This is so in line 1.");
    }
}
