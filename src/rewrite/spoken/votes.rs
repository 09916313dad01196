//! Votes with strokes between their numbers.

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

const WAYS: [&str; 9] = ["for", "against", "abstain", "abstained", "abstention", "abstentions", "abstaining", "not", "absent"];

/// `7 for / 2 against`, `For: 7 / Against: 2`.
pub(super) fn votes(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    let mut scan = scan;
    let mut votes = vec![vote(&mut scan)?];
    loop {
        let mut ahead = scan;
        ahead.spaces();
        if ahead.sign(&['/', '|']).is_none() {
            break;
        }
        ahead.spaces();
        let Some(next) = vote(&mut ahead) else { break };
        votes.push(next);
        scan = ahead;
    }
    (votes.len() > 1).then(|| Found::said(scan.at, votes.join(", "), ChangeKind::VotesInWords))
}

/// Reads a number and the way of voting, in either order.
fn vote<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    let start = scan.at;
    let mut ahead = *scan;
    if ahead.digits().is_some() {
        ahead.spaces();
        ahead.one_of(&WAYS)?;
    } else {
        ahead.one_of(&WAYS)?;
        ahead.sign(&[':']);
        ahead.spaces();
        ahead.digits()?;
    }
    *scan = ahead;
    Some(scan.between(start, scan.at))
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn strokes_between_votes_are_pauses() {
        for (text, said) in [
            ("carried, 7 for / 2 against.", "carried, 7 for, 2 against."),
            ("7 for/2 against/1 abstention", "7 for, 2 against, 1 abstention"),
            ("For: 7 / Against: 2", "For: 7, Against: 2"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn other_strokes_are_left() {
        for text in ["7 for, 2 against", "7 for / more", "for / against", "7/2"] {
            assert_eq!(say(text), text);
        }
    }
}
