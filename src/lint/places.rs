//! A finding has many places: its first, and those of the same word further on. Here it is taken apart.

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix};
use crate::source::Span;

/// Findings with a finding for each place, in the order of the source. What mends several places is parted,
/// each edit with its place.
///
/// ```
/// use plainsong::{Source, lint, parse};
///
/// let source = Source::new("report.md", "SCIE met. SCIE left.");
/// let once = lint::lint(&parse(&source), &source, &lint::Options::default());
/// let findings = lint::every_place(once.clone());
/// let of_rule = |findings: &[_]| findings.iter().filter(|finding: &&plainsong::diagnostic::Diagnostic| finding.rule == "undefined-acronym").count();
/// assert_eq!((of_rule(&once), of_rule(&findings)), (1, 2));
/// ```
#[must_use]
pub fn every_place(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut all: Vec<Diagnostic> = findings.into_iter().flat_map(taken_apart).collect();
    all.sort_by_key(|finding| (finding.span.start, finding.rule));
    all
}

fn taken_apart(mut finding: Diagnostic) -> Vec<Diagnostic> {
    let mut places = std::mem::take(&mut finding.also);
    let fix = finding.fix.take();
    places.insert(0, finding.span);
    let mut parts: Vec<Diagnostic> = places.iter().map(|&span| Diagnostic { span, ..finding.clone() }).collect();
    let Some(fix) = fix else { return parts };
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&index| places.get(index).map(|place| place.start));
    for edit in fix.edits {
        let after = order.partition_point(|&index| places.get(index).is_some_and(|place| place.start <= edit.span.start));
        let holder = after
            .checked_sub(1)
            .and_then(|at| order.get(at))
            .filter(|&&index| places.get(index).is_some_and(|place| touches(*place, edit.span)));
        // What stands at none of the places belongs to the first.
        if let Some(part) = parts.get_mut(holder.copied().unwrap_or_default()) {
            part.fix.get_or_insert_with(|| Fix { applicability: fix.applicability, edits: Vec::new() }).edits.push(edit);
        }
    }
    parts
}

/// A finding at only some of its places; nothing, if it is left with none.
///
/// Edits at the places that are left out are left out too, and then a person must look at the others: the
/// rule had proved them all together.
pub(super) fn at(mut finding: Diagnostic, keep: impl Fn(Span) -> bool) -> Option<Diagnostic> {
    let places = std::iter::once(finding.span).chain(std::mem::take(&mut finding.also));
    let (kept, mut left_out): (Vec<Span>, Vec<Span>) = places.partition(|place| keep(*place));
    let mut kept = kept.into_iter();
    finding.span = kept.next()?;
    finding.also = kept.collect();
    left_out.sort();
    finding.fix = finding.fix.and_then(|fix| without(fix, &left_out));
    Some(finding)
}

/// A fix without the edits at these places, which are in order.
fn without(mut fix: Fix, left_out: &[Span]) -> Option<Fix> {
    let count = fix.edits.len();
    fix.edits.retain(|edit| !is_at(edit, left_out));
    if fix.edits.len() < count {
        fix.applicability = Applicability::Suggested;
    }
    (!fix.edits.is_empty()).then_some(fix)
}

fn is_at(edit: &Edit, places: &[Span]) -> bool {
    let after = places.partition_point(|place| place.start <= edit.span.end);
    after.checked_sub(1).and_then(|at| places.get(at)).is_some_and(|place| touches(*place, edit.span))
}

fn touches(one: Span, other: Span) -> bool {
    one.start <= other.end && other.start <= one.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    /// A finding at bytes 10, 20 and 30 that mends each.
    fn finding() -> Diagnostic {
        let places = [10, 20, 30].map(|start| Span::new(start, start + 4));
        let mut finding = Diagnostic::new("jargon", Severity::Warning, "A word.", places[0]);
        finding.also = places[1..].to_vec();
        let edits = places.map(|span| Edit { span, text: format!("at {}", span.start) });
        finding.fix = Some(Fix { applicability: Applicability::Safe, edits: edits.to_vec() });
        finding
    }

    #[test]
    fn each_place_becomes_a_finding_with_its_own_edit() {
        let found = every_place(vec![finding()]);
        let starts: Vec<usize> = found.iter().map(|finding| finding.span.start).collect();
        assert_eq!(starts, [10, 20, 30]);
        for finding in found {
            let fix = finding.fix.unwrap();
            assert_eq!(fix.edits, [Edit { span: finding.span, text: format!("at {}", finding.span.start) }]);
            assert_eq!((finding.also.len(), fix.applicability), (0, Applicability::Safe));
        }
    }

    #[test]
    fn an_edit_elsewhere_stays_with_the_first_place() {
        let mut finding = finding();
        finding.fix = Some(Fix::edit(Applicability::Safe, Span::new(1, 2), ""));
        let found = every_place(vec![finding]);
        assert_eq!(found.iter().map(|finding| finding.fix.is_some()).collect::<Vec<bool>>(), [true, false, false]);
    }

    #[test]
    fn a_finding_goes_on_to_its_next_place_when_the_first_is_left_out() {
        let found = at(finding(), |place| place.start != 10).unwrap();
        assert_eq!((found.span.start, found.also), (20, vec![Span::new(30, 34)]));
        let fix = found.fix.unwrap();
        assert_eq!((fix.edits.len(), fix.applicability), (2, Applicability::Suggested));
        assert_eq!(at(finding(), |_| false), None);
        assert_eq!(at(finding(), |_| true), Some(finding()));
    }
}
