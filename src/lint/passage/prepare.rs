//! Making passages: one after another, in the memory of the one before.

use std::cell::OnceCell;

use super::vocabulary::Vocabulary;
use super::{FEWEST_CAPITALS, HardWord, Passage};
use crate::lexicon::{Lexicon, Match};
use crate::lint::interest::{Interests, RuleSet};
use crate::model::walk::{self, Place, Within};
use crate::model::{Document, Prose};
use crate::text::each_word;

/// What all passages of a document are prepared with.
struct Known<'a> {
    lexicon: &'a Lexicon,
    interests: &'a Interests,
    vocabulary: Vocabulary<'a>,
}

/// Calls `see` with every passage of a document, in reading order.
pub(in crate::lint) fn passages<'a>(
    document: &'a Document,
    lexicon: &'a Lexicon,
    interests: &'a Interests,
    see: &mut dyn FnMut(&Passage<'a>),
) {
    let mut known = Known { lexicon, interests, vocabulary: Vocabulary::new(lexicon, interests) };
    let mut passage = Passage::none();
    walk::passages(&document.blocks, &mut |next| {
        passage.become_passage(next, document, &mut known);
        see(&passage);
        passage.before = Some(passage.place);
    });
}

impl<'a> Passage<'a> {
    /// What comes before the first passage.
    fn none() -> Self {
        Self {
            content: &[],
            place: Place::Paragraph,
            within: Within::Flow,
            is_numbered: false,
            before: None,
            is_english: false,
            capitals: 0,
            wanted_by: RuleSet::default(),
            prose: Prose::default(),
            lower: String::new(),
            words: Vec::new(),
            joined: Vec::new(),
            facts: Vec::new(),
            wanted: Vec::new(),
            words_wanted_by: RuleSet::default(),
            beginnings: Vec::new(),
            rare: Vec::new(),
            sentences: OnceCell::new(),
            hard_words: Vec::new(),
        }
    }

    /// Becomes another passage, and keeps the memory that it has.
    fn become_passage(&mut self, passage: walk::Passage<'a>, document: &Document, known: &mut Known<'a>) {
        let walk::Passage { content, place, within, number, lang } = passage;
        (self.content, self.place, self.within, self.is_numbered) = (content, place, within, number.is_some());
        self.sentences = OnceCell::new();
        self.is_english = lang.unwrap_or(&document.meta.language).is_english();
        self.prose.become_prose_of(content);
        let text = self.prose.text();
        self.lower.clear();
        self.lower.push_str(text);
        self.lower.make_ascii_lowercase();
        self.words.clear();
        self.facts.clear();
        self.wanted.clear();
        self.beginnings.clear();
        self.rare.clear();
        self.capitals = 0;
        self.words_wanted_by = RuleSet::default();
        self.joined.clear();
        self.wanted_by = known.interests.in_passage(content);
        let lower = self.lower.as_str();
        let mut end_before = 0;
        each_word(text, |word| {
            // Most words stand after a space, and nothing else.
            if text.as_bytes().get(end_before..word.range.start) != Some(b" ") {
                let between = text.get(end_before..word.range.start).unwrap_or_default();
                self.wanted_by.add(known.interests.in_signs(between));
                if !between.contains(char::is_whitespace) {
                    self.joined.push(self.words.len());
                }
            }
            end_before = word.range.end;
            self.capitals += usize::from(word.range.len() >= FEWEST_CAPITALS && word.may_be_capitals());
            let facts = known.vocabulary.facts(lower, &word.range);
            if !facts.wanted_by.is_empty() {
                self.words_wanted_by.add(facts.wanted_by);
                self.wanted.push((self.words.len(), facts.wanted_by));
            }
            if facts.begins_entry {
                self.beginnings.push(self.words.len());
            }
            if facts.is_rare && self.is_english {
                self.rare.push(self.words.len());
            }
            self.words.push(word.range);
            self.facts.push(facts);
        });
        self.hard_words.clear();
        if self.is_english {
            let beginnings = self.beginnings.iter().copied();
            let number = |at: usize| self.facts.get(at).and_then(|facts| facts.in_lexicon);
            let add = |Match { range, entry }| self.hard_words.push(HardWord { range, entry });
            known.lexicon.find_among(text, &self.words, beginnings, number, add);
        }
        self.wanted_by.add(known.interests.in_signs(text.get(end_before..).unwrap_or_default()));
        self.wanted_by.add(self.words_wanted_by);
        if !self.hard_words.is_empty() || !self.rare.is_empty() {
            self.wanted_by.add(known.interests.in_hard_words());
        }
        self.wanted_by = self.wanted_by.and(known.interests.in_language(self.is_english));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn a_passage_in_another_language_is_known() {
        let text = "# Minutes\n\nThe meeting was held in the hall and it was noted that the work had begun.\n\n\
                    Cynhaliwyd y cyfarfod yn Neuadd yr Eglwys, a nodwyd bod y gwaith wedi dechrau.";
        let document = parse(&Source::new("t.md", text));
        let mut found = Vec::new();
        passages(&document, Lexicon::built_in(), &Interests::of(&[]), &mut |passage| found.push(passage.is_english));
        assert_eq!(found, [true, true, false]);
    }
}
