//! Items of a list that run on in one text: "1. Mend the bench 2. Paint the gate".

use std::ops::Range;

/// An item: its mark, and what follows the mark.
pub(super) struct Item {
    /// From the mark to the end of the item.
    pub(super) all: Range<usize>,
    /// Where the words begin after the mark.
    pub(super) words: usize,
}

/// The items of a text that begins with the mark of one. Each mark counts on from the one before, in the
/// same form.
pub(super) fn items(text: &str) -> Option<Vec<Item>> {
    let lead = text.len() - text.trim_start().len();
    let mut mark = Mark::at(text.get(lead..)?)?;
    let mut words = words_after(text, lead + mark.length)?;
    let mut start = lead;
    let mut items = Vec::new();
    while let Some((at, next, words_of_next)) = mark.following(text, words) {
        items.push(Item { all: start..at, words });
        (start, mark, words) = (at, next, words_of_next);
    }
    items.push(Item { all: start..text.len(), words });
    Some(items)
}

/// A printed mark: `1.`, `2)`, `3.)`, `a.`, `⁃9.`.
struct Mark<'a> {
    bullet: &'a str,
    count: Count,
    closing: &'a str,
    length: usize,
}

#[derive(Clone, Copy)]
enum Count {
    Number(u16),
    Letter(u8),
}

impl Count {
    fn next(self) -> String {
        match self {
            Self::Number(number) => (number + 1).to_string(),
            Self::Letter(letter) => char::from(letter + 1).to_string(),
        }
    }
}

impl<'a> Mark<'a> {
    /// The mark at the head of a text.
    fn at(text: &'a str) -> Option<Self> {
        let after_bullet = text.trim_start_matches(['\u{2022}', '\u{2043}']);
        let bullet = &text[..text.len() - after_bullet.len()];
        let digits = after_bullet.bytes().take_while(u8::is_ascii_digit).count();
        let (count, width) = match after_bullet.bytes().next()? {
            b'0'..=b'9' if digits <= 3 => (Count::Number(after_bullet.get(..digits)?.parse().ok()?), digits),
            letter @ b'a'..=b'y' => (Count::Letter(letter), 1),
            _ => return None,
        };
        let rest = after_bullet.get(width..)?;
        let closing = [".)", ".", ")"].into_iter().find(|closing| rest.starts_with(closing))?;
        Some(Self { bullet, count, closing, length: bullet.len() + width + closing.len() })
    }

    /// The next mark after a place: where it stands, the mark, and where its words begin.
    fn following(&self, text: &'a str, from: usize) -> Option<(usize, Self, usize)> {
        let printed = format!("{}{}{}", self.bullet, self.count.next(), self.closing);
        text.get(from..)?.match_indices(&printed).find_map(|(at, _)| {
            let at = from + at;
            let stands_apart = text.get(..at)?.ends_with(char::is_whitespace);
            let mark = Self::at(text.get(at..)?).filter(|mark| stands_apart && mark.length == printed.len())?;
            let words = words_after(text, at + mark.length)?;
            Some((at, mark, words))
        })
    }
}

/// Where the words begin after a mark: a capital after white space.
fn words_after(text: &str, mark_end: usize) -> Option<usize> {
    let rest = text.get(mark_end..)?;
    let words = rest.trim_start();
    (words.len() < rest.len() && words.starts_with(char::is_uppercase)).then(|| text.len() - words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        items(text).map_or_else(Vec::new, |items| items.into_iter().map(|item| text[item.all].trim()).collect())
    }

    #[test]
    fn marks_count_on_in_one_form() {
        assert_eq!(split("1) Mend it 2) Paint it 3) Sell it"), ["1) Mend it", "2) Paint it", "3) Sell it"]);
        assert_eq!(split("a. Mend it b. Paint it"), ["a. Mend it", "b. Paint it"]);
        assert_eq!(split("\u{2043}9. Mend it \u{2043}10. Paint it"), ["\u{2043}9. Mend it", "\u{2043}10. Paint it"]);
        assert_eq!(split("1. Mend it 2) Paint it 3. Sell it"), ["1. Mend it 2) Paint it 3. Sell it"]);
    }

    #[test]
    fn what_only_looks_like_a_mark_is_none() {
        for text in ["", "The bench 2. The gate", "2024. The year", "3.6 The bench", "A. Rees spoke", "1.5 miles", "1) and 2)"] {
            assert!(split(text).is_empty(), "{text}");
        }
        assert_eq!(split("1. Pay \u{a3}2. The end"), ["1. Pay \u{a3}2. The end"]);
    }
}
