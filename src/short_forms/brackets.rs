//! Short and long forms that stand beside each other, one of them in brackets: "Think Local Act Personal
//! (TLAP)", "ICB (integrated care board)", "(integrated care board, ICB)".

use std::ops::Range;

use super::alignment::{AROUND, LongForm, align, limit};
use super::shape::{letters, repeated, suits};
use super::tokens::begins_and_ends_plainly;
use super::window::window;
use crate::text::places_of;

/// A short form and its long form, as ranges of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) short: Range<usize>,
    pub(super) long: Range<usize>,
}

impl Pair {
    /// From the first byte of both to the last.
    pub(super) fn extent(&self) -> Range<usize> {
        self.short.start.min(self.long.start)..self.short.end.max(self.long.end)
    }
}

/// More than this many bytes in brackets are no short form, and no long form.
const LONGEST: usize = 200;

/// More than this many characters without a space are no word.
const LONGEST_WORD: usize = 60;

/// Words that say that a short form follows: "hereafter", "also known as the".
const LEADING: [&str; 19] = [
    "abbreviated",
    "aka",
    "also",
    "as",
    "called",
    "collectively",
    "for",
    "henceforth",
    "hereafter",
    "hereinafter",
    "i.e.",
    "known",
    "or",
    "referred",
    "short",
    "simply",
    "termed",
    "the",
    "to",
];

/// Brackets in a passage.
pub(super) struct Bracket {
    /// Which of the passages holds them.
    pub(super) passage: usize,
    /// Where they stand in its text, with what is in them.
    place: Range<usize>,
}

/// The pairs of a text with these brackets, in so far as their short forms are wanted.
pub(super) fn pairs(text: &str, brackets: &[Bracket], is_wanted: impl Fn(&str) -> bool) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for bracket in brackets.iter().map(|bracket| &bracket.place).filter(|bracket| bracket.len() <= LONGEST) {
        let inside = bracket.start + 1..bracket.end - 1;
        let short = short_in(text, &inside);
        if !is_wanted(&text[short.clone()]) {
            continue;
        }
        let pair =
            before(text, 0, bracket.start, &short).or_else(|| at_the_end(text, &inside)).or_else(|| after(text, bracket.start, &inside));
        match pair {
            Some(pair) => pairs.extend(parted(text, pair)),
            None => pairs.extend(one_letter(text, bracket, &short)),
        }
    }
    pairs
}

/// Whether all of a text is a long form and its short form.
pub(crate) fn is_pair(text: &str) -> bool {
    let pairs = pairs(text, &brackets(text, std::iter::once(0..text.len())), |_| true);
    pairs.first().is_some_and(|pair| pair.long.start == 0 && pair.extent().end + 1 == text.len())
}

/// The brackets of a text in which each passage has its place, those of one passage after those of another and inner
/// ones first. None open in one passage and close in the next.
pub(super) fn brackets(text: &str, passages: impl Iterator<Item = Range<usize>>) -> Vec<Bracket> {
    let bytes = text.as_bytes();
    let mut passages = passages.enumerate().peekable();
    let mut opening = places_of(text, b'(', b'[').peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    while let Some(start) = opening.next() {
        while passages.next_if(|(_, place)| place.end <= start).is_some() {
            open.clear();
        }
        let Some((passage, place)) = passages.peek() else { break };
        open.push(start);
        let next = opening.peek().map_or(place.end, |next| place.end.min(*next));
        for close in places_of(text.get(start..next).unwrap_or_default(), b')', b']').map(|at| start + at) {
            let wanted = if bytes.get(close) == Some(&b')') { b'(' } else { b'[' };
            if let Some(start) = open.pop_if(|start| bytes.get(*start) == Some(&wanted)) {
                found.push(Bracket { passage: *passage, place: start - place.start..close + 1 - place.start });
            }
            // Nothing is left to close before the next one opens.
            if open.is_empty() {
                break;
            }
        }
    }
    found
}

/// The short form that brackets may hold: what stands before a comma, without quotation marks and without
/// "hereafter".
fn short_in(text: &str, inside: &Range<usize>) -> Range<usize> {
    let mut short = bare(text, first_part(text, inside));
    while let Some((word, rest)) = text[short.clone()].split_once(' ')
        && is_leading(word)
    {
        short = bare(text, short.end - rest.len()..short.end);
    }
    short
}

/// Whether a word says that a short form follows.
pub(super) fn is_leading(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    LEADING.iter().any(|leading| leading.eq_ignore_ascii_case(word))
}

/// What stands before a comma, a semicolon, a colon or "=".
fn first_part(text: &str, inside: &Range<usize>) -> Range<usize> {
    let part = text[inside.clone()].as_bytes();
    let is_end = |(at, sign): (usize, &u8)| match sign {
        b';' | b':' | b'=' => true,
        b',' => part.get(at + 1) == Some(&b' '),
        _ => false,
    };
    let end = part.iter().enumerate().position(is_end).map_or(inside.end, |at| inside.start + at);
    inside.start..end
}

/// A range without the space and the quotation marks at its ends.
pub(super) fn bare(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    if begins_and_ends_plainly(part) {
        return range;
    }
    let is_around = |character: char| character.is_whitespace() || AROUND.contains(&character);
    let from = part.trim_start_matches(is_around);
    let start = range.end - from.len();
    start..start + from.trim_end_matches(is_around).len()
}

/// The long form of a short one in the words before a place, back to `from`.
pub(super) fn before(text: &str, from: usize, place: usize, short: &Range<usize>) -> Option<Pair> {
    let written = &text[short.clone()];
    let letters = letters(written)?;
    let found = |letters: &[char]| {
        let window = window(text, from, place, letters.len());
        align(text, window, letters).filter(|long| suits(written, letters, long, text))
    };
    let long = found(&letters).or_else(|| found(&repeated(&letters)?).filter(|long| long.price == 0))?;
    Some(Pair { short: short.clone(), long: long.range })
}

/// "(integrated care board, ICB)".
fn at_the_end(text: &str, inside: &Range<usize>) -> Option<Pair> {
    let comma = inside.start + text[inside.clone()].rfind([',', ';'])?;
    before(text, inside.start, comma, &bare(text, comma + 1..inside.end))
}

/// "ICB (integrated care board)".
fn after(text: &str, bracket: usize, inside: &Range<usize>) -> Option<Pair> {
    let short = bare(text, word_before(text, bracket)?);
    if !may_begin(&text[short.clone()], &text[bare(text, inside.clone())]) {
        return None;
    }
    explained_by(text, &short, first_part(text, inside))
}

/// The word before a place, if it is not too long to be of any use.
fn word_before(text: &str, place: usize) -> Option<Range<usize>> {
    let end = text[..place].trim_end().len();
    let signs = text[..end].char_indices().rev().take(LONGEST_WORD);
    let mut start = end;
    for (at, character) in signs {
        if character.is_whitespace() {
            return Some(start..end);
        }
        start = at;
    }
    (start == 0).then_some(start..end)
}

/// The short form with all of these words as its long form, if they explain it well.
pub(super) fn explained_by(text: &str, short: &Range<usize>, words: Range<usize>) -> Option<Pair> {
    let written = &text[short.clone()];
    let words = bare(text, words);
    if words.len() > LONGEST || !may_begin(written, &text[words.clone()]) {
        return None;
    }
    let is_all = |long: &LongForm, count: usize| long.range.start == words.start && 2 * long.price <= limit(count);
    let found = |letters: &[char]| {
        let long = align(text, words.clone(), letters)?;
        (is_all(&long, letters.len()) && suits(written, letters, &long, text)).then_some(long.range)
    };
    // One word is no long form here.
    text[words.clone()].split_whitespace().nth(1)?;
    let long = found(&letters(written)?)?;
    Some(Pair { short: short.clone(), long })
}

/// Whether a short form may begin as a long form does. Before and after most brackets are words that do not. A
/// digit can be written as a word, and "6-cyano" is one word.
fn may_begin(short: &str, long: &str) -> bool {
    let (Some(one), Some(other)) = (short.bytes().next(), long.bytes().next()) else { return false };
    let are_letters = one.is_ascii_alphabetic() && other.is_ascii_alphabetic();
    let first_word = || long.split_whitespace().next().unwrap_or_default();
    !are_letters || one.eq_ignore_ascii_case(&other) || first_word().bytes().any(|byte| byte.is_ascii_digit() || !byte.is_ascii())
}

/// "Health board/local authority (HB/LA)": two pairs, if each is one by itself.
fn parted(text: &str, pair: Pair) -> Vec<Pair> {
    let slashes = |range: &Range<usize>| text[range.clone()].match_indices('/').map(|(at, _)| range.start + at).collect::<Vec<usize>>();
    let (&[short], &[long]) = (slashes(&pair.short).as_slice(), slashes(&pair.long).as_slice()) else { return vec![pair] };
    let part = |short: Range<usize>, long: Range<usize>| {
        let has_capitals = text[short.clone()].chars().filter(|character| character.is_uppercase()).count() > 1;
        explained_by(text, &short, long).filter(|_| has_capitals)
    };
    match (part(pair.short.start..short, pair.long.start..long), part(short + 1..pair.short.end, long + 1..pair.long.end)) {
        (Some(one), Some(other)) => vec![one, other],
        _ => vec![pair],
    }
}

/// "Excitatory (E)": a single capital for the word before it, if it is used again.
fn one_letter(text: &str, bracket: &Range<usize>, short: &Range<usize>) -> Option<Pair> {
    let letter = &text[short.clone()];
    // These two are words.
    if letter.len() != 1 || !letter.starts_with(|letter: char| letter.is_ascii_uppercase()) || matches!(letter, "A" | "I") {
        return None;
    }
    let before = word_before(text, bracket.start)?;
    let word = text.get(before.clone())?;
    let is_its_initial = word.get(..1).is_some_and(|first| first.eq_ignore_ascii_case(letter));
    let is_used_again = || text[bracket.end..].split(|character: char| !character.is_alphanumeric()).any(|word| word == letter);
    let is_pair = word.len() > 2 && is_its_initial && word.chars().all(char::is_lowercase) && is_used_again();
    is_pair.then(|| Pair { short: short.clone(), long: before })
}

#[cfg(test)]
mod tests {
    use std::iter::once;

    use super::*;

    fn found(text: &str) -> Vec<(&str, &str)> {
        pairs(text, &brackets(text, once(0..text.len())), |_| true).into_iter().map(|pair| (&text[pair.short], &text[pair.long])).collect()
    }

    #[test]
    fn brackets_of_two_passages_do_not_meet() {
        let found: Vec<_> = brackets("a (b\nc) (d [e])", [0..4, 5..15].into_iter()).into_iter().map(|of| (of.passage, of.place)).collect();
        assert_eq!(found, [(1, 6..9), (1, 3..10)]);
    }

    #[test]
    fn long_forms_before_and_after() {
        for (text, short, long) in [
            ("The Think Local Act Personal (TLAP) group", "TLAP", "Think Local Act Personal"),
            ("the Department of Health and Social Care (DHSC).", "DHSC", "Department of Health and Social Care"),
            ("the\u{a0}ICB (integrated care board)", "ICB", "integrated care board"),
            ("an ICB (integrated care board) and", "ICB", "integrated care board"),
            ("the Crown Commercial Service (CCS)", "CCS", "Crown Commercial Service"),
            ("its civil contingencies secretariat (CCS)", "CCS", "civil contingencies secretariat"),
            ("small and medium-sized enterprises (SMEs)", "SMEs", "small and medium-sized enterprises"),
            (
                "the Department for Environment, Food and Rural Affairs (DEFRA)",
                "DEFRA",
                "Department for Environment, Food and Rural Affairs",
            ),
            ("Holt County Council (H.C.C.)", "H.C.C.", "Holt County Council"),
            ("Finance and Audit (F&A)", "F&A", "Finance and Audit"),
            ("Awards for All (A4A)", "A4A", "Awards for All"),
            ("the World Wide Web Consortium (W3C)", "W3C", "World Wide Web Consortium"),
            ("a memorandum of understanding (MoU)", "MoU", "memorandum of understanding"),
            ("the Home Office (HO)", "HO", "Home Office"),
            ("a Freedom of Information request (FOI)", "FOI", "Freedom of Information"),
            ("(health board, HB)", "HB", "health board"),
            ("care plan [CP; see below]", "CP", "care plan"),
        ] {
            assert_eq!(found(text), [(short, long)], "{text}");
        }
    }

    #[test]
    fn hereafter_and_quotation_marks_are_no_part_of_it() {
        for inside in ["hereafter HCC", "hereinafter referred to as \"HCC\"", "the \u{201c}HCC\u{201d}", "also known as the HCC", "or HCC"]
        {
            let text = format!("Holt County Council ({inside}) met.");
            assert_eq!(found(&text), [("HCC", "Holt County Council")], "{text}");
        }
    }

    #[test]
    fn two_joined_by_a_slash_are_two() {
        assert_eq!(found("the health board/local authority (HB/LA)"), [("HB", "health board"), ("LA", "local authority")]);
    }

    #[test]
    fn people_affiliations_and_remarks_are_no_pairs() {
        for text in [
            "Mark Wardle (MW) (Chair)",
            "Andy Warburton (AWa)",
            "Stephen Taylor (SCC)",
            "Hulya Mustafa (MTA)",
            "Ann Rees (SCC), Bo Lee (SCC)",
            "Workshop 5 (Final)",
            "Wirral Evolutions (see below)",
            "the members (all)",
            "our cohort (OR)",
            "option (A) and option (B)",
            "(TLAP)",
            "( ((",
            "a ()",
            "a (",
            ") (",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_single_letter_is_a_short_form_if_it_is_used_again() {
        assert_eq!(found("first (F) and upper (U) floors, F and U"), [("F", "first"), ("U", "upper")]);
        assert_eq!(found("first (F) and upper (U) floors"), []);
    }
}
