//! What several formats announce before a passage: that it is a decision or an action. Only what the document says
//! in so many words, and not what its words begin with.

use crate::model::{Certainty, Document, Inline, InlineKind, Label, Origin, Role, walk};
use crate::source::Span;

const DECISION: &str = "Decision";
const ACTION: &str = "Action";

/// The announcements of a document, in order of place.
#[derive(Debug)]
pub(super) struct Announcements {
    all: Vec<Announcement>,
}

/// An announcement and the passage of the source that it stands before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Announcement {
    pub(super) span: Span,
    pub(super) words: String,
}

impl Announcements {
    pub(super) fn of(document: &Document) -> Self {
        let mut all: Vec<Announcement> = Vec::new();
        for mark in document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain) {
            let Some(words) = words(&mark.role) else { continue };
            let here = all.iter_mut().rev().take_while(|known| known.span.start == mark.span.start);
            // A passage that gives two people an action has two marks.
            match here.into_iter().find(|known| known.kind() == kind(&words)) {
                Some(known) if known.words.ends_with(&words) => {}
                Some(known) => known.words.push_str(words.trim_start_matches(ACTION)),
                None => all.push(Announcement { span: mark.span, words }),
            }
        }
        all.sort_by_key(|announcement| announcement.span.start);
        Self { all }
    }

    /// Whether there is nothing to announce.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The announcements that belong before or into these words and the label before them.
    pub(super) fn within(&self, label: Option<&Label>, content: &[Inline]) -> &[Announcement] {
        // What leads to a passage repeats it, under a heading that says what it is.
        let mut leads = false;
        walk::inlines(content, &mut |inline| leads |= matches!(inline.kind, InlineKind::CrossReference { .. }));
        if self.all.is_empty() || leads {
            return &[];
        }
        let places = label.into_iter().map(|label| label.origin).chain(content.iter().map(|inline| inline.origin));
        Origin::covering(places).span().map_or(&[], |span| self.between(span))
    }

    /// The announcements that stand before a place in this span.
    pub(super) fn between(&self, span: Span) -> &[Announcement] {
        let from = self.all.partition_point(|announcement| announcement.span.start < span.start);
        let to = self.all.partition_point(|announcement| announcement.span.start < span.end);
        self.all.get(from..to).unwrap_or_default()
    }
}

impl Announcement {
    /// The announcement without a name: "Decision", "Action".
    pub(super) fn kind(&self) -> &str {
        kind(&self.words)
    }

    /// Whether the words around the place say themselves what is announced.
    pub(super) fn is_said_by(&self, before: &str, after: &str) -> bool {
        let kind = self.kind();
        let before = before.trim_end_matches([' ', ':', '-', '–', '.', ')']);
        let last = before.len().checked_sub(kind.len()).and_then(|start| before.get(start..));
        let first = after.trim_start().get(..kind.len());
        last.into_iter().chain(first).any(|word| word.eq_ignore_ascii_case(kind))
    }
}

/// Whether the heading of a column says that what stands below it are decisions or actions.
pub(super) fn are_named_by(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    ["action", "decision", "decided", "resolution", "resolved"].iter().any(|word| heading.contains(word))
}

/// The announcement without a name.
fn kind(words: &str) -> &str {
    words.split(',').next().unwrap_or(words)
}

/// What announces a role; nothing, for a role whose words say enough.
fn words(role: &Role) -> Option<String> {
    match role {
        Role::Decided => Some(DECISION.to_owned()),
        Role::Action { owner: Some(owner), .. } => Some(format!("{ACTION}, {owner}")),
        Role::Action { owner: None, .. } => Some(ACTION.to_owned()),
        Role::Attendance { .. }
        | Role::Declaration
        | Role::Recommended
        | Role::Moved
        | Role::Seconded
        | Role::Lost
        | Role::Noted
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
