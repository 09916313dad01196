//! The cheapest ways to find letters in words, in order.

use std::ops::Range;

use super::signs::Sign;

/// The price of a letter that follows the one before it, at most.
const NEXT: u32 = 2;
/// The price of a word without a letter of the short form.
pub(super) const SKIPPED: u32 = 5;
/// The price of such a word if short forms leave it out as a rule.
pub(super) const SKIPPED_SMALL: u32 = 1;

/// Words that short forms leave out as a rule.
const SMALL: [&str; 16] = ["a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// A way to find a letter and all those after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    pub(super) price: u32,
    /// The word of the last letter.
    pub(super) last: usize,
}

/// The ways to find all of some letters, from each sign that is the first of them.
pub(super) fn ways(letters: &[char], signs: &[Sign], skipped: &Skipped) -> Vec<Option<Way>> {
    let Some((last, others)) = letters.split_last() else { return Vec::new() };
    let of_last = |sign: &Sign| Way { price: skipped.after(sign.word) + sign.price, last: sign.word };
    let ways = signs.iter().map(|sign| (sign.character == *last).then(|| of_last(sign))).collect();
    others.iter().rev().fold(ways, |onward, letter| step(*letter, signs, &onward, skipped))
}

/// The ways to find a letter and those after it, a sign each, by the ways to find those after it. From the last sign
/// to the first, the cheapest way on is kept, so each sign is looked at once.
fn step(letter: char, signs: &[Sign], onward: &[Option<Way>], skipped: &Skipped) -> Vec<Option<Way>> {
    let mut ways = vec![None; signs.len()];
    let mut in_later_words: Option<Way> = None;
    let mut in_this_word: Option<Way> = None;
    for (at, sign) in signs.iter().enumerate().rev() {
        let after = signs.get(at + 1);
        if let Some(after) = after.filter(|after| after.word != sign.word) {
            let here = in_this_word.take().map(|way| Way { price: way.price + skipped.up_to(after.word), ..way });
            in_later_words = cheaper(in_later_words, here);
        }
        if sign.character == letter {
            let later = in_later_words.map(|way| Way { price: way.price - skipped.up_to(sign.word + 1), ..way });
            let beside = after.filter(|after| after.word == sign.word).and_then(|after| {
                let way = (*onward.get(at + 1)?)?;
                Some(Way { price: way.price - after.price + after.price.min(NEXT), ..way })
            });
            let on = cheaper(cheaper(later, in_this_word), beside);
            ways[at] = on.map(|way| Way { price: way.price + sign.price, ..way });
        }
        in_this_word = cheaper(in_this_word, onward.get(at).copied().flatten());
    }
    ways
}

fn cheaper(one: Option<Way>, other: Option<Way>) -> Option<Way> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.price < one.price { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// What words cost that give no letter: the sums up to each word.
pub(super) struct Skipped(Vec<u32>);

impl Skipped {
    pub(super) fn of(text: &str, words: &[Range<usize>]) -> Self {
        let mut sum = 0;
        let sums = words.iter().map(|word| {
            let word = &text[word.clone()];
            sum += if SMALL.iter().any(|small| small.eq_ignore_ascii_case(word)) { SKIPPED_SMALL } else { SKIPPED };
            sum
        });
        Self(std::iter::once(0).chain(sums).collect())
    }

    /// The price of all words before this one.
    fn up_to(&self, word: usize) -> u32 {
        self.0.get(word).copied().unwrap_or_default()
    }

    /// The price of the words after this one.
    pub(super) fn after(&self, word: usize) -> u32 {
        self.0.last().copied().unwrap_or_default() - self.up_to(word + 1)
    }
}
