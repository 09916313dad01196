//! The record of a document: who came, what was decided, who will do what. It is gathered from the
//! marks that reading made, in the words of the document.

use std::ops::Range;

use serde::Serialize;

use crate::model::{Attendance, Certainty, Date, Document, Mark, NoteKind, Prose, Role, full_date, present_and_absent, walk};
use crate::source::{Source, Span};

/// The record of a document. Every list is in the order of the document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// What the document is called.
    pub title: String,
    /// The body that met, where the document states it.
    pub body: Option<String>,
    /// The date of the document, where it states one.
    pub date: Option<Date>,
    /// Who came and who did not.
    pub attendance: People,
    /// What was decided, lost, noted by decision, or recommended.
    pub decisions: Vec<Decision>,
    /// What somebody is to do.
    pub actions: Vec<Action>,
    /// Votes with numbers.
    pub votes: Vec<Vote>,
    /// Interests that were declared, or that there were none.
    pub declarations: Vec<Entry>,
    /// What was only noted, without a decision.
    pub noted: Vec<Entry>,
    /// What a strategy promises.
    pub commitments: Vec<Entry>,
    /// When the next meeting is, as printed; only if it says the day and the month.
    pub next_meeting: Option<String>,
    /// The place of that, and the date where it is a full one.
    pub next_meeting_place: Option<NextMeeting>,
    /// What a reader of the record should know.
    pub remarks: Vec<Remark>,
}

/// The people of a meeting, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct People {
    /// Who took the chair.
    pub chair: Vec<String>,
    /// The members who came.
    pub present: Vec<String>,
    /// Who sent apologies.
    pub apologies: Vec<String>,
    /// Officers, guests and observers who came.
    pub in_attendance: Vec<String>,
    /// The words that count members of the public.
    pub public: Vec<String>,
    /// The same with their places.
    pub entries: Vec<Person>,
}

/// A person and where the document names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Person {
    /// In what way the person has to do with the meeting.
    pub kind: Attendance,
    /// The words and their place.
    #[serde(flatten)]
    pub entry: Entry,
}

/// Words of the document and their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The words, without markup.
    pub text: String,
    /// The first and the last line, from 1.
    pub lines: [usize; 2],
    /// How sure it is that they are what they are listed as.
    pub certainty: Certainty,
}

/// What became of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Decision {
    /// What became of it.
    pub kind: DecisionKind,
    /// The words and their place.
    #[serde(flatten)]
    pub entry: Entry,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DecisionKind {
    /// It was decided.
    Decided,
    /// It was not carried.
    Lost,
    /// It was noted by decision.
    Noted,
    /// It is asked for, and not decided yet.
    Recommended,
}

/// What somebody is to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Action {
    /// Who, as printed.
    pub owner: Option<String>,
    /// By when, as printed.
    pub due: Option<String>,
    /// The day, where what is printed is a full date.
    pub due_date: Option<Date>,
    /// The words and their place.
    #[serde(flatten)]
    pub entry: Entry,
}

/// A vote with numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Vote {
    /// Votes for.
    pub r#for: Option<u32>,
    /// Votes against.
    pub against: Option<u32>,
    /// Those who abstained.
    pub abstain: Option<u32>,
    /// The words and their place.
    #[serde(flatten)]
    pub entry: Entry,
}

/// When the next meeting is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NextMeeting {
    /// The day, where what is printed is a full date.
    pub date: Option<Date>,
    /// The words and their place.
    #[serde(flatten)]
    pub entry: Entry,
}

/// What a reader of the record should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Remark {
    /// What kind of remark it is. The names never change.
    pub id: &'static str,
    /// A sentence for people.
    pub message: String,
    /// The first and the last line that it speaks of, from 1.
    pub lines: Option<[usize; 2]>,
}

/// Gathers the record of a document that was read from a source.
///
/// ```
/// use plainsong::{Source, parse, record::record};
///
/// let source = Source::new("a.md", "# Minutes\n\nPresent: A. Vane\n\nAction: Clerk to mend the bench by 4 May 2027.");
/// let record = record(&parse(&source), &source);
/// assert_eq!(record.attendance.present, ["A. Vane"]);
/// assert_eq!(record.actions[0].owner.as_deref(), Some("Clerk"));
/// assert_eq!(record.actions[0].due.as_deref(), Some("by 4 May 2027"));
/// assert_eq!(record.actions[0].entry.lines, [5, 5]);
/// ```
#[must_use]
pub fn record(document: &Document, source: &Source) -> Record {
    let words = PrintedWords::of(document);
    let mut record = Record {
        title: document.title().to_owned(),
        body: document.meta.body.as_ref().map(|body| body.value.clone()),
        date: document.meta.date.as_ref().map(|date| date.value),
        ..Record::default()
    };
    for mark in &document.marks {
        let last = source.position(mark.span.end.saturating_sub(1).max(mark.span.start)).line;
        let entry =
            Entry { text: words.within(mark.span), lines: [source.position(mark.span.start).line, last], certainty: mark.certainty };
        record.add(mark, entry);
    }
    record.remark_on_people(document, source);
    if document.marks.is_empty() {
        let message = "This document has no record: nothing in it was recognised as minutes, a report or a strategy.";
        record.remarks.push(Remark { id: "no-record", message: message.to_owned(), lines: None });
    }
    record
}

impl Record {
    fn add(&mut self, mark: &Mark, entry: Entry) {
        let decision = |kind| Decision { kind, entry: entry.clone() };
        match &mark.role {
            Role::Attendance { kind, person } => {
                let list = match kind {
                    Attendance::Chair => &mut self.attendance.chair,
                    Attendance::Present => &mut self.attendance.present,
                    Attendance::InAttendance => &mut self.attendance.in_attendance,
                    Attendance::Apologies => &mut self.attendance.apologies,
                    Attendance::Public => &mut self.attendance.public,
                };
                if !list.contains(person) {
                    list.push(person.clone());
                }
                self.attendance.entries.push(Person { kind: *kind, entry });
            }
            Role::Declaration => self.declarations.push(entry),
            Role::Decided => self.decisions.push(decision(DecisionKind::Decided)),
            Role::Lost => self.decisions.push(decision(DecisionKind::Lost)),
            Role::Recommended => self.decisions.push(decision(DecisionKind::Recommended)),
            Role::Noted if mark.certainty == Certainty::Certain => self.decisions.push(decision(DecisionKind::Noted)),
            Role::Noted => self.noted.push(entry),
            Role::Action { owner, due } => {
                let due_date = due.as_deref().and_then(date_in);
                self.actions.push(Action { owner: owner.clone(), due: due.clone(), due_date, entry });
            }
            Role::Vote { r#for, against, abstain } => self.votes.push(Vote { r#for: *r#for, against: *against, abstain: *abstain, entry }),
            Role::Commitment => self.commitments.push(entry),
            Role::NextMeeting => {
                self.next_meeting = Some(entry.text.clone());
                self.next_meeting_place = Some(NextMeeting { date: date_in(&entry.text), entry });
            }
            Role::Moved
            | Role::Seconded
            | Role::Exclusion
            | Role::Signature
            | Role::Vision
            | Role::Priority
            | Role::Foreword
            | Role::Contact
            | Role::OtherFormats => {}
        }
    }

    /// A person cannot have come and sent apologies, and columns that ran together are a guess. The lists
    /// stay as they are.
    fn remark_on_people(&mut self, document: &Document, source: &Source) {
        for (away, _) in present_and_absent(&document.marks) {
            let Role::Attendance { person, .. } = &away.role else { continue };
            let message =
                format!("{person} stands both among those who came and among those who sent apologies. Ask who took the minutes.");
            self.remark("present-and-absent", message, source, away.span);
        }
        for note in document.notes.iter().filter(|note| note.kind == NoteKind::ColumnsRunTogether) {
            self.remark("columns-run-together", note.message.clone(), source, note.span);
        }
    }

    fn remark(&mut self, id: &'static str, message: String, source: &Source, span: Span) {
        let lines = [source.position(span.start).line, source.position(span.end.saturating_sub(1).max(span.start)).line];
        self.remarks.push(Remark { id, message, lines: Some(lines) });
    }
}

fn date_in(text: &str) -> Option<Date> {
    full_date(text).map(|(_, date)| date)
}

/// The words of a document, to be asked for by place.
struct PrintedWords {
    passages: Vec<Printed>,
}

/// A passage, and where the last one ends of those up to it: the cells of a table that is drawn lie
/// side by side, so one that begins earlier can end later.
struct Printed {
    span: Span,
    reach: usize,
    prose: Prose,
}

impl PrintedWords {
    fn of(document: &Document) -> Self {
        let mut passages = Vec::new();
        walk::passages(&document.blocks, &mut |passage| {
            let prose = Prose::of(passage.content);
            passages.extend(prose.span(0..prose.text().len()).map(|span| Printed { span, reach: span.end, prose }));
        });
        passages.sort_by_key(|passage| passage.span.start);
        let mut reach = 0;
        for passage in &mut passages {
            reach = passage.reach.max(reach);
            passage.reach = reach;
        }
        Self { passages }
    }

    /// The words within a span; a bar between those of two cells or passages. The lines of a cell of a
    /// drawn table have those of its neighbours between them: where one passage has all that the span
    /// points at, the words are its own.
    fn within(&self, span: Span) -> String {
        let first = self.passages.partition_point(|passage| passage.reach <= span.start);
        let near = self.passages.iter().skip(first).take_while(|passage| passage.span.start < span.end);
        let inside: Vec<(&Prose, Range<usize>)> =
            near.filter_map(|passage| passage.prose.within(span).map(|range| (&passage.prose, range))).collect();
        let whole = inside.iter().find(|(prose, range)| prose.span(range.clone()) == Some(span));
        let parts = whole.map_or(inside.as_slice(), std::slice::from_ref).iter();
        let parts = parts.filter_map(|(prose, range)| prose.text().get(range.clone()));
        let parts: Vec<String> =
            parts.map(|part| part.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|part| !part.is_empty()).collect();
        parts.join(" | ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn record_of(text: &str) -> Record {
        let source = Source::new("a.md", text);
        record(&parse(&source), &source)
    }

    #[test]
    fn what_is_no_record_says_so() {
        let record = record_of("# Glossary\n\nResolved: decided.");
        assert!(record.decisions.is_empty());
        assert_eq!(record.remarks[0].id, "no-record");
    }

    #[test]
    fn contradictory_lists_stay_and_are_remarked_on() {
        let record = record_of("# Minutes\n\nPresent: Ann Vane, Bo Lee\n\nApologies: Bo Lee");
        assert_eq!(record.attendance.present, ["Ann Vane", "Bo Lee"]);
        assert_eq!(record.attendance.apologies, ["Bo Lee"]);
        assert_eq!(record.remarks[0].id, "present-and-absent");
        assert_eq!(record.remarks[0].lines, Some([5, 5]));
    }

    #[test]
    fn text_is_that_of_the_reader() {
        let record = record_of("# Minutes\n\nPresent: A. Vane\n\nIt was **unanimously\nagreed** that tea &amp; cake be bought.");
        assert_eq!(record.decisions[0].entry.text, "It was unanimously agreed that tea & cake be bought.");
        assert_eq!(record.decisions[0].entry.lines, [5, 6]);
    }

    #[test]
    fn a_cell_of_a_drawn_table_has_no_words_of_its_neighbour() {
        let cell = "+--------------------+-------------------+\n| The mill           | The Board agreed  |\n| The sluice and the | that the sluice   |\n| pond               | be mended.        |\n+--------------------+-------------------+\n";
        let record = record_of(&format!("# Minutes\n\nPresent: A. Vane\n\n{cell}"));
        assert_eq!(record.decisions[0].entry.text, "The Board agreed that the sluice be mended.");
        let log = "+---------------+----------+\n| Action        | Owner    |\n+===============+==========+\n| Write to the  | Bo       |\n| miller.       | Lee      |\n+---------------+----------+\n";
        let record = record_of(&format!("# Minutes\n\nPresent: A. Vane\n\n{log}"));
        assert_eq!(record.actions[0].entry.text, "Write to the miller. | Bo Lee");
        assert_eq!(record.actions[0].owner.as_deref(), Some("Bo Lee"));
    }

    #[test]
    fn a_row_of_a_log_is_one_action() {
        let record =
            record_of("# Minutes\n\nPresent: A. Vane\n\n| Action | Owner | Due |\n|---|---|---|\n| Mend it | B Lee | 4 May 2027 |\n");
        assert_eq!(record.actions[0].entry.text, "Mend it | B Lee | 4 May 2027");
        assert_eq!(record.actions[0].due_date, Date::new(2027, 5, 4));
    }
}
