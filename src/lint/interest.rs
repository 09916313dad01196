//! Which passages a rule is shown. Most passages hold nothing that most rules look for, and to look into each
//! for each rule takes longer than to read the document.

use super::rule::Rule;
use crate::model::{Inline, InlineKind};

/// Which passages a rule is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Interest {
    every: bool,
    in_english: bool,
    markup: bool,
    hard_words: bool,
    signs: &'static str,
    word: Option<fn(&str) -> bool>,
}

impl Interest {
    /// No passage: the rule judges the document as a whole.
    pub(super) const DOCUMENT: Self = Self { every: false, in_english: false, markup: false, hard_words: false, signs: "", word: None };
    /// Every passage.
    pub(super) const EVERY: Self = Self { every: true, ..Self::DOCUMENT };

    /// Passages with more than plain words.
    pub(super) const MARKUP: Self = Self { markup: true, ..Self::DOCUMENT };

    /// Passages in English with a word of the lexicon, or one that few learners know.
    pub(super) const HARD_WORDS: Self = Self { hard_words: true, in_english: true, ..Self::DOCUMENT };

    /// Passages with such a word. It is asked once of each different word of a document, in small letters.
    pub(super) const fn words(word: fn(&str) -> bool) -> Self {
        Self { word: Some(word), ..Self::DOCUMENT }
    }

    /// Passages with one of these signs. None of them can be a part of a word.
    pub(super) const fn signs(signs: &'static str) -> Self {
        Self { signs, ..Self::DOCUMENT }
    }

    /// Passages with one of these signs, too.
    pub(super) const fn or_signs(self, signs: &'static str) -> Self {
        Self { signs, ..self }
    }

    /// Passages with more than plain words, too.
    pub(super) const fn or_markup(self) -> Self {
        Self { markup: true, ..self }
    }

    /// Of those, the passages in English.
    pub(super) const fn in_english(self) -> Self {
        Self { in_english: true, ..self }
    }
}

/// Some of the rules that run: a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct RuleSet(u64);

impl RuleSet {
    fn only(index: usize) -> Self {
        Self(1_u64.checked_shl(u32::try_from(index).unwrap_or(u32::MAX)).unwrap_or_default())
    }

    pub(super) fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    pub(super) fn has(self, index: usize) -> bool {
        self.0 & Self::only(index).0 != 0
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The rules that are in both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The rules, by where they stand among those that run.
    pub(super) fn indices(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let index = rest.trailing_zeros() as usize;
            rest &= rest.checked_sub(1)?;
            Some(index)
        })
    }
}

/// A rule, and the words that it looks for.
struct WordInterest {
    rule: RuleSet,
    is_wanted: fn(&str) -> bool,
}

/// The interests of the rules that run.
pub(super) struct Interests {
    every: RuleSet,
    in_other_languages: RuleSet,
    in_markup: RuleSet,
    in_hard_words: RuleSet,
    /// For each sign of ASCII, the rules that look for it.
    ascii_signs: [RuleSet; 128],
    /// The other signs, each with a rule that looks for it.
    other_signs: Vec<(char, RuleSet)>,
    words: Vec<WordInterest>,
}

impl Interests {
    pub(super) fn of(rules: &[&dyn Rule]) -> Self {
        let mut all = Self {
            every: RuleSet::default(),
            in_other_languages: RuleSet::default(),
            in_markup: RuleSet::default(),
            in_hard_words: RuleSet::default(),
            ascii_signs: [RuleSet::default(); 128],
            other_signs: Vec::new(),
            words: Vec::new(),
        };
        for (index, rule) in rules.iter().enumerate() {
            let (rule, interest) = (RuleSet::only(index), rule.interest());
            if interest.every {
                all.every.add(rule);
            }
            if !interest.in_english {
                all.in_other_languages.add(rule);
            }
            if interest.markup {
                all.in_markup.add(rule);
            }
            if interest.hard_words {
                all.in_hard_words.add(rule);
            }
            for sign in interest.signs.chars() {
                match all.ascii_signs.get_mut(sign as usize) {
                    Some(rules) => rules.add(rule),
                    None => all.other_signs.push((sign, rule)),
                }
            }
            all.words.extend(interest.word.map(|is_wanted| WordInterest { rule, is_wanted }));
        }
        all
    }

    /// The rules that look at a passage, whatever its words and signs.
    pub(super) fn in_passage(&self, content: &[Inline]) -> RuleSet {
        let mut rules = self.every;
        if content.iter().any(|inline| !matches!(inline.kind, InlineKind::Text(_) | InlineKind::SoftBreak | InlineKind::LineBreak)) {
            rules.add(self.in_markup);
        }
        rules
    }

    /// The rules that look for one of these signs.
    pub(super) fn in_signs(&self, signs: &str) -> RuleSet {
        let mut rules = RuleSet::default();
        for sign in signs.chars() {
            match self.ascii_signs.get(sign as usize) {
                Some(wanted_by) => rules.add(*wanted_by),
                None => self.other_signs.iter().filter(|(wanted, _)| *wanted == sign).for_each(|(_, rule)| rules.add(*rule)),
            }
        }
        rules
    }

    /// The rules that look at a passage with hard words.
    pub(super) const fn in_hard_words(&self) -> RuleSet {
        self.in_hard_words
    }

    /// The rules that look for a word.
    pub(super) fn in_word(&self, word: &str) -> RuleSet {
        let mut rules = RuleSet::default();
        self.words.iter().filter(|interest| (interest.is_wanted)(word)).for_each(|interest| rules.add(interest.rule));
        rules
    }

    /// The rules that look at a passage in such a language.
    pub(super) fn in_language(&self, is_english: bool) -> RuleSet {
        if is_english { RuleSet(u64::MAX) } else { self.in_other_languages }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rules::RULES;
    use crate::text::words;

    /// No more rules can be told apart.
    const MOST: usize = u64::BITS as usize;

    #[test]
    fn all_rules_can_be_told_apart() {
        assert!(RULES.len() <= MOST);
        let mut set = RuleSet::only(0);
        set.add(RuleSet::only(MOST - 1));
        assert_eq!(set.indices().collect::<Vec<_>>(), [0, MOST - 1]);
        assert!(set.has(0) && !set.has(1));
        assert_eq!(RuleSet::only(MOST), RuleSet::default());
    }

    #[test]
    fn no_sign_is_a_part_of_a_word() {
        for sign in RULES.iter().flat_map(|rule| rule.interest().signs.chars()) {
            for text in [format!("a{sign}b"), format!("1{sign}2"), format!("{sign}a"), format!("\u{e9}{sign}\u{e9}")] {
                assert!(words(&text).all(|word| !text[word].contains(sign)), "{text}");
            }
        }
    }

    #[test]
    fn a_rule_is_shown_what_it_asks_for() {
        let index = |name: &str| RULES.iter().position(|rule| rule.info().name == name).unwrap();
        let interests = Interests::of(RULES);
        let (ampersand, passive) = (index("ampersand"), index("passive-voice"));
        assert!(interests.in_signs(" & ").has(ampersand) && !interests.in_signs(", ").has(ampersand));
        let symbols = index("symbol-for-word");
        assert!(interests.in_signs(" \u{2192} ").has(symbols) && !interests.in_signs("\u{2019} ").has(symbols));
        assert!(interests.in_word("was").has(passive) && !interests.in_word("bus").has(passive));
        assert!(!interests.in_language(false).has(passive) && interests.in_language(true).has(passive));
    }
}
