//! Pictures by the phrases that choose them.

use std::collections::HashMap;

use super::Picture;
use crate::text::words;

/// Pictures, and how to find them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Index {
    pub(super) pictures: Vec<Picture>,
    /// For the first word of each phrase: the words that follow it, and the picture. Longer phrases come first.
    phrases: HashMap<String, Vec<Phrase>>,
}

#[derive(Debug, PartialEq, Eq)]
struct Phrase {
    rest: Vec<String>,
    /// None for a phrase that means something else than its words.
    picture: Option<usize>,
}

/// A word in lower case, and whether nothing but a space stands between it and the next.
pub(super) struct Word {
    lower: String,
    joins_next: bool,
}

/// The words of a text. Those of a compound count one by one.
pub(super) fn words_of(text: &str) -> Vec<Word> {
    let ranges: Vec<_> = words(text).collect();
    let ends = ranges.iter().skip(1).map(|next| next.start).chain(std::iter::once(text.len()));
    let word = |(range, next): (&std::ops::Range<usize>, usize)| {
        let between = text.get(range.end..next).unwrap_or_default();
        let joins = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '/');
        let lower = text.get(range.clone()).unwrap_or_default().to_lowercase().replace('\u{2019}', "'");
        Word { lower, joins_next: between.chars().all(joins) }
    };
    ranges.iter().zip(ends).map(word).collect()
}

impl Index {
    /// Pictures, each with phrases that hold a term and mean something else.
    pub(super) fn of(pictures: Vec<(Picture, Vec<String>)>) -> Self {
        let mut index = Self::default();
        let mut phrases: Vec<(Vec<String>, Option<usize>)> = Vec::new();
        for (number, (picture, never)) in pictures.into_iter().enumerate() {
            phrases.extend(picture.terms.iter().map(|term| (lower_words(term), Some(number))));
            phrases.extend(never.iter().map(|phrase| (lower_words(phrase), None)));
            index.pictures.push(picture);
        }
        // Of two as long, one with a picture goes before one without.
        phrases.sort_by_key(|(words, picture)| (std::cmp::Reverse(words.len()), picture.is_none()));
        for (words, picture) in phrases {
            let mut words = words.into_iter();
            let Some(first) = words.next() else { continue };
            index.phrases.entry(first).or_default().push(Phrase { rest: words.collect(), picture });
        }
        index
    }

    /// The picture of the longest phrase in these words, the first of those.
    pub(super) fn choose(&self, words: &[Word]) -> Option<&Picture> {
        let mut best: Option<(usize, usize)> = None;
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let phrases = self.phrases.get(&word.lower).into_iter().flatten();
            let Some(phrase) = phrases.into_iter().find(|phrase| begins(words.get(at..).unwrap_or_default(), &phrase.rest)) else {
                at += 1;
                continue;
            };
            let length = phrase.rest.len() + 1;
            at += length;
            if let Some(picture) = phrase.picture
                && best.is_none_or(|(longest, _)| length > longest)
            {
                best = Some((length, picture));
            }
        }
        self.pictures.get(best?.1)
    }
}

fn begins(words: &[Word], rest: &[String]) -> bool {
    words.len() > rest.len()
        && rest.iter().zip(words.iter().zip(words.iter().skip(1))).all(|(part, (before, word))| before.joins_next && word.lower == *part)
}

fn lower_words(phrase: &str) -> Vec<String> {
    words_of(phrase).into_iter().map(|word| word.lower).collect()
}
