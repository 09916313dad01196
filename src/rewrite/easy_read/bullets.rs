//! What a long sentence lists, in bullets: after a colon, or after "including" and "like". Every word stays; only
//! the commas and semicolons between the items go.

use std::ops::Range;

use crate::model::{Block, BlockKind, Inline, Item, List, Origin, Prose, cut, trimmed};
use crate::outcome::{Change, ChangeKind};
use crate::rewrite::plain::is_plain_verb;
use crate::text::words;

/// Sentences up to this many words keep their lists (GOV.UK 2020: 10 to 15 words).
const LONG_ENOUGH: usize = 15;

/// Fewer items are no list.
const FEWEST: usize = 3;

/// An item between commas has no more words: a longer one may be a clause.
const LONGEST_BETWEEN_COMMAS: usize = 7;

/// No more places are tried where things to do may begin.
const MOST_LEADS: usize = 8;

/// What leads to examples at the end of a sentence.
const LEADS: [&str; 5] = [" including ", " includes ", " include ", " like ", "Examples are "];

/// What leads to things to do, each with a verb: "used to help people, build trust and save money".
const LEADS_TO_VERBS: [&str; 3] = [" to ", " will ", " should "];

/// A sentence with its list in bullets.
pub(super) struct Bulleted {
    /// What stands before the list.
    pub(super) lead: Vec<Inline>,
    /// The items.
    pub(super) items: Vec<Vec<Inline>>,
}

/// Where the parts of a sentence with a list are, in bytes.
#[derive(Debug, PartialEq)]
struct Listing {
    lead: usize,
    items: Vec<Range<usize>>,
    /// The "and" before the last item. It ends the one before.
    conjunction: Range<usize>,
}

/// A long sentence with what it lists in bullets, if it lists something.
pub(super) fn bulleted(sentence: &[Inline], changes: &mut Vec<Change>) -> Option<Bulleted> {
    let prose = Prose::of(sentence);
    let Listing { lead, items, conjunction } = listing(prose.text())?;
    let mut at = vec![lead];
    for (index, item) in items.iter().enumerate() {
        if index + 1 == items.len() {
            at.extend([conjunction.start, conjunction.end]);
        }
        at.extend([item.start, item.end]);
    }
    // What goes stands between two parts that stay.
    let gone = at.iter().zip(at.iter().skip(1)).step_by(2).map(|(start, end)| *start..*end);
    changes.extend(gone.filter_map(|gone| replaced(&prose, gone, &conjunction)));
    let mut parts = cut(sentence, &at).into_iter();
    let lead = trimmed(parts.next()?);
    let mut contents: Vec<Vec<Inline>> = Vec::new();
    for (index, part) in parts.skip(1).step_by(2).enumerate() {
        if index + 1 == items.len()
            && let Some(before) = contents.last_mut()
        {
            before.push(Inline::text(" ", Origin::None));
            before.extend(part);
        } else {
            contents.push(trimmed(part));
        }
    }
    Some(Bulleted { lead, items: contents })
}

/// What becomes of the signs between two parts, as a change.
fn replaced(prose: &Prose, gone: Range<usize>, conjunction: &Range<usize>) -> Option<Change> {
    let before = prose.text().get(gone.clone())?;
    let after = if gone.end == conjunction.start { " " } else { "\n- " };
    let span = prose.span(gone)?;
    // Where other words stand for the author's, the place is known no better than theirs.
    (span.end - span.start == before.len() && before != after).then(|| Change::new(ChangeKind::ListInBullets, before, after, Some(span)))
}

/// A list of these items, each a paragraph.
pub(super) fn list(items: Vec<Vec<Inline>>, like: &Block) -> Block {
    let item = |content| Item {
        label: None,
        blocks: vec![Block::new(BlockKind::Paragraph { number: None, content }, like.origin)],
        origin: like.origin,
    };
    let items = items.into_iter().map(item).collect();
    Block::new(BlockKind::List(List { items }), like.origin).in_language(like.lang.clone())
}

fn listing(text: &str) -> Option<Listing> {
    if words(text).nth(LONG_ENOUGH).is_none() || text.contains(['\n', '"', '\u{201c}', '\u{2018}']) {
        return None;
    }
    let whole = text.trim_end().len();
    let colon = text.find(": ").map(|at| at + 1);
    if let Some(lead) = colon {
        return separated(text, lead..whole, ';').or_else(|| separated(text, lead..whole, ','));
    }
    let lead = LEADS.iter().filter_map(|lead| text.rfind(lead).map(|at| at + lead.len() - 1)).max();
    lead.and_then(|lead| separated(text, lead..whole, ',')).or_else(|| {
        let leads = LEADS_TO_VERBS.iter().flat_map(|lead| text.match_indices(lead).map(|(at, _)| at + lead.len() - 1));
        let mut leads: Vec<usize> = leads.collect();
        leads.sort_unstable();
        leads.into_iter().take(MOST_LEADS).find_map(|lead| things_to_do(text, lead..whole))
    })
}

/// The items of a part of a text that each begin with a verb and have more than it: commas within an item stay.
fn things_to_do(text: &str, part: Range<usize>) -> Option<Listing> {
    let listed = text.get(part.clone())?;
    if listed.contains([';', ':', '(']) {
        return None;
    }
    let begins = |from: usize| {
        let rest = text.get(from..part.end)?;
        let mut all = words(rest).filter_map(|range| rest.get(range));
        let is_verb = all.next().is_some_and(is_plain_verb);
        let goes_on = all.next().is_some_and(|next| !matches!(next, "and" | "or")) && !rest.starts_with(|first: char| first.is_uppercase());
        (is_verb && goes_on).then_some(from)
    };
    let start = begins(part.start + 1)?;
    let (and, conjunction) = [", and ", " and "].into_iter().find_map(|and| {
        listed.rmatch_indices(and).find_map(|(at, _)| {
            let at = part.start + at;
            begins(at + and.len()).map(|last| (at, last - 1 - "and".len()..last - 1))
        })
    })?;
    let inner = text.get(start..and)?.match_indices(", ").filter_map(|(at, _)| begins(start + at + 2));
    let starts: Vec<usize> = std::iter::once(start).chain(inner).collect();
    let ends = starts.iter().skip(1).map(|next| next - 2).chain([and]);
    let mut items: Vec<Range<usize>> = starts.iter().zip(ends).map(|(from, to)| *from..to).collect();
    items.push(conjunction.end + 1..part.end);
    let has_object = |item: &Range<usize>| {
        let shown = text.get(item.clone()).unwrap_or_default();
        words(shown).nth(1).is_some() && !shown.split_whitespace().next().is_some_and(|first| first.ends_with(','))
    };
    (items.len() >= FEWEST && items.iter().all(has_object)).then_some(Listing { lead: part.start, items, conjunction })
}

/// The items of a part of a text between commas or semicolons, with "and" or "or" before the last.
fn separated(text: &str, part: Range<usize>, separator: char) -> Option<Listing> {
    let listed = text.get(part.clone())?;
    let (last_and, and) = [" and ", " or "].into_iter().filter_map(|and| listed.rfind(and).map(|at| (at, and))).max()?;
    // "tea- and coffee cups" are one thing.
    let before = listed.get(..last_and).filter(|before| !before.ends_with('-'))?;
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut from = part.start;
    for piece in before.trim_end_matches(separator).split(separator) {
        let start = from + piece.len() - piece.trim_start().len();
        items.push(start..from + piece.trim_end().len());
        from += piece.len() + separator.len_utf8();
    }
    let conjunction = part.start + last_and + 1..part.start + last_and + and.len() - 1;
    let last = conjunction.end + 1..part.end;
    // A semicolon ends the item before "and".
    let is_closed = separator == ',' || before.ends_with(separator);
    items.push(last);
    let is_item = |item: &Range<usize>| {
        let shown = text.get(item.clone()).unwrap_or_default();
        let is_balanced = shown.matches('(').count() == shown.matches(')').count();
        let count = words(shown).count();
        let is_plain = shown.starts_with(|first: char| first.is_lowercase())
            && !shown.contains([':', ';', '\'', '\u{2019}'])
            && !shown.contains(", ")
            && !shown.contains(" and ")
            && !shown.contains(" or ");
        count > 0 && is_balanced && (separator == ';' || count <= LONGEST_BETWEEN_COMMAS && is_plain && !has_clause(shown))
    };
    (is_closed && items.len() >= FEWEST && items.iter().all(is_item)).then_some(Listing { lead: part.start, items, conjunction })
}

/// Whether a part between commas goes on with another thought, and is no item.
fn has_clause(item: &str) -> bool {
    words(item).filter_map(|range| item.get(range)).any(|word| {
        matches!(
            word.to_lowercase().as_str(),
            "is" | "are"
                | "was"
                | "were"
                | "will"
                | "would"
                | "has"
                | "have"
                | "had"
                | "can"
                | "including"
                | "which"
                | "who"
                | "that"
                | "to"
                | "so"
                | "but"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn shown(text: &str) -> Option<String> {
        let document = parse(&Source::new("t", format!("# T\n\n{text}")));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!() };
        let Bulleted { lead, items } = bulleted(content, &mut Vec::new())?;
        let items: Vec<String> = items.iter().map(|item| format!("\n- {}", Prose::of(item).text())).collect();
        Some(format!("{}{}", Prose::of(&lead).text(), items.concat()))
    }

    #[test]
    fn a_list_after_a_colon_is_set_in_bullets() {
        assert_eq!(
            shown("The group looked at three things: the state of the benches; the gate, which is old; and the cost of new ones.").unwrap(),
            "The group looked at three things:\n- the state of the benches\n- the gate, which is old and\n- the cost of new ones."
        );
        assert_eq!(
            shown("In the park of the town we would like to mend these things soon: the *old* gate, the benches or the pond.").unwrap(),
            "In the park of the town we would like to mend these things soon:\n- the old gate\n- the benches or\n- the pond."
        );
    }

    #[test]
    fn examples_at_the_end_are_set_in_bullets() {
        assert_eq!(
            shown("There will be many ways for all of us to take part, including groups, letters, calls and visits.").unwrap(),
            "There will be many ways for all of us to take part, including\n- groups\n- letters\n- calls and\n- visits."
        );
    }

    #[test]
    fn what_may_be_no_list_stays() {
        for text in [
            "Short: a, b and c.",
            "The Clerk will write to the bodies that we work with, like the Trust and the Board, to ask them for help with this.",
            "There are a lot of things in the park of the town that we should look at, like benches and gates and ponds.",
            "The report is about the plan of the council for the next three years: Living Well, mainly its 'Homes and Gardens' part.",
            "It was noted by everyone who came to the meeting in the hall that day: the gate is old, the bench is new and the pond is dry.",
        ] {
            assert_eq!(shown(text), None, "{text}");
        }
    }
}
