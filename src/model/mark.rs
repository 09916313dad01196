//! Marks: what a passage does in a meeting or a strategy.

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// A passage and what it does. Marks lie beside the blocks and may overlap: a renderer that knows
/// nothing of them still reads everything in order.
///
/// ```
/// use plainsong::{Source, model::Role, parse};
///
/// let source = Source::new("a.md", "# Minutes\n\nPresent: A. Vane\n\nRESOLVED: That the bench be mended.");
/// let document = parse(&source);
/// let decided = document.marks.iter().find(|mark| mark.role == Role::Decided).unwrap();
/// assert_eq!(source.slice(decided.span), "RESOLVED: That the bench be mended.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mark {
    /// What the passage does.
    pub role: Role,
    /// Where it stands.
    pub span: Span,
    /// How sure that is.
    pub certainty: Certainty,
}

impl Mark {
    /// A mark of a role at a place.
    #[must_use]
    pub const fn new(role: Role, span: Span, certainty: Certainty) -> Self {
        Self { role, span, certainty }
    }
}

/// How sure a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// The document says so in so many words.
    Certain,
    /// The words point that way; a reader should look.
    Likely,
}

/// What a passage does. Names, owners and dates are the words of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Role {
    /// A person who came or sent apologies.
    Attendance {
        /// In what way.
        kind: Attendance,
        /// The person as printed, without a job title; for the public, the words that count them.
        person: String,
    },
    /// An interest declared, or that there is none.
    Declaration,
    /// What a report asks a body to do.
    Recommended,
    /// A motion that someone moved or proposed.
    Moved,
    /// That someone seconded a motion.
    Seconded,
    /// What the meeting decided.
    Decided,
    /// A motion that was not carried.
    Lost,
    /// What the meeting took note of.
    Noted,
    /// What someone is to do.
    Action {
        /// Who, where the document says so.
        owner: Option<String>,
        /// By when, where the document says so.
        due: Option<String>,
    },
    /// A vote with numbers.
    Vote {
        /// Votes for.
        r#for: Option<u32>,
        /// Votes against.
        against: Option<u32>,
        /// Those who abstained.
        abstain: Option<u32>,
    },
    /// That the press and the public are shut out.
    Exclusion,
    /// When the next meeting is.
    NextMeeting,
    /// The line for a signature.
    Signature,
    /// What a strategy wants to come true.
    Vision,
    /// A priority of a strategy.
    Priority,
    /// What a body promises to do.
    Commitment,
    /// A heading that opens a foreword.
    Foreword,
    /// How to get in touch.
    Contact,
    /// How to get the document in another format.
    OtherFormats,
}

/// In what way a person has to do with a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Attendance {
    /// Took the chair.
    Chair,
    /// Present as a member.
    Present,
    /// There as an officer, a guest or an observer.
    InAttendance,
    /// Sent apologies.
    Apologies,
    /// Members of the public.
    Public,
}
