//! What passages do, as classes of the elements that hold them: `decision`, `action`. Only what the
//! document says in so many words.

use crate::model::{Attendance, Certainty, Document, List, Origin, Role};
use crate::source::Span;

/// The certain marks of a document.
pub(super) struct Roles {
    /// In order of their first byte.
    passages: Vec<(Span, &'static str)>,
    /// The furthest byte that a passage up to this one reaches.
    reach: Vec<usize>,
    /// Where people are named and in what way they came, in order of place.
    people: Vec<(usize, Attendance)>,
}

impl Roles {
    pub(super) fn of(document: &Document) -> Self {
        let certain = || document.marks.iter().filter(|mark| mark.certainty == Certainty::Certain);
        let mut passages: Vec<(Span, &str)> = certain().filter_map(|mark| Some((mark.span, class(&mark.role)?))).collect();
        passages.sort_by_key(|(span, _)| span.start);
        let reach = passages.iter().scan(0, |reach, (span, _)| {
            *reach = span.end.max(*reach);
            Some(*reach)
        });
        let reach = reach.collect();
        let mut people: Vec<(usize, Attendance)> = certain()
            .filter_map(|mark| if let Role::Attendance { kind, .. } = &mark.role { Some((mark.span.start, *kind)) } else { None })
            .collect();
        people.sort_by_key(|(start, _)| *start);
        Self { passages, reach, people }
    }

    /// The class of an element at this place: what most of it does. Its label and its marks of emphasis
    /// may lie outside the passage.
    pub(super) fn class(&self, origin: Origin) -> Option<String> {
        let span = origin.span()?;
        let before_end = self.passages.partition_point(|(passage, _)| passage.start < span.end);
        let mut classes: Vec<&str> = Vec::new();
        for (index, (passage, class)) in self.passages.iter().enumerate().take(before_end).rev() {
            if self.reach.get(index).is_none_or(|reach| *reach <= span.start) {
                break;
            }
            let common = passage.end.min(span.end).saturating_sub(passage.start.max(span.start));
            if common * 5 >= (span.end - span.start) * 4 && !classes.contains(class) {
                classes.push(class);
            }
        }
        classes.sort_unstable();
        (!classes.is_empty()).then(|| classes.join(" "))
    }

    /// In what way the people of a list came, if each of its items names one and all came alike.
    pub(super) fn attendance(&self, list: &List) -> Option<Attendance> {
        let kind_of = |origin: Origin| {
            let span = origin.span()?;
            let first = self.people.partition_point(|(start, _)| *start < span.start);
            let (start, kind) = self.people.get(first)?;
            (*start < span.end).then_some(match kind {
                // Who takes the chair is there.
                Attendance::Chair => Attendance::Present,
                other => *other,
            })
        };
        let mut kinds = list.items.iter().map(|item| kind_of(item.origin));
        let first = kinds.next()??;
        kinds.all(|kind| kind == Some(first)).then_some(first)
    }
}

/// The class of a list of people, and what it is called.
pub(super) const fn people(kind: Attendance) -> (&'static str, &'static str) {
    match kind {
        Attendance::Chair | Attendance::Present => ("attendance present", "Present"),
        Attendance::InAttendance => ("attendance in-attendance", "In attendance"),
        Attendance::Apologies => ("attendance apologies", "Apologies"),
        Attendance::Public => ("attendance public", "Members of the public"),
    }
}

/// The class of a role. A person is a part of a passage, and the passage has no class of it.
const fn class(role: &Role) -> Option<&'static str> {
    Some(match role {
        Role::Attendance { .. } => return None,
        Role::Declaration => "declaration",
        Role::Recommended => "recommendation",
        Role::Moved => "motion",
        Role::Seconded => "seconded",
        Role::Decided => "decision",
        Role::Lost => "lost",
        Role::Noted => "noted",
        Role::Action { .. } => "action",
        Role::Vote { .. } => "vote",
        Role::Exclusion => "exclusion",
        Role::NextMeeting => "next-meeting",
        Role::Signature => "signature",
        Role::Vision => "vision",
        Role::Priority => "priority",
        Role::Commitment => "commitment",
        Role::Foreword => "foreword",
        Role::Contact => "contact",
        Role::OtherFormats => "other-formats",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn a_passage_has_the_class_of_what_most_of_it_does() {
        let source = Source::new("a.md", "# Minutes\n\nPresent: A. Vane\n\nRESOLVED: That the bench be mended.\n\nThe meeting closed.");
        let document = parse(&source);
        let roles = Roles::of(&document);
        let class_of = |words: &str| {
            let start = source.text().find(words).unwrap();
            roles.class(Origin::Literal(Span::new(start, start + words.len())))
        };
        assert_eq!(class_of("RESOLVED: That the bench be mended.").as_deref(), Some("decision"));
        assert_eq!(class_of("The meeting closed."), None);
        assert_eq!(class_of("mended.\n\nThe meeting closed."), None);
    }
}
