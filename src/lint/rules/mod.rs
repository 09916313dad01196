//! The rules, one a file: of words, of sentences, of signs in the text, of how the document is built,
//! and of the record of a meeting.

mod record;
mod sentences;
mod signs;
mod structure;
mod undefined_acronym;
mod words;

use super::rule::Rule;

/// Every rule, in the order of their names.
pub(super) static RULES: &[&dyn Rule] = &[
    &structure::conversion_debris::ConversionDebris,
    &sentences::double_negative::DoubleNegative,
    &words::foreign_phrase::ForeignPhrase,
    &words::hard_word::HardWord,
    &words::jargon::Jargon,
    &sentences::long_paragraph::LongParagraph,
    &sentences::long_sentence::LongSentence,
    &words::metaphor::Metaphor,
    &sentences::nominalisation::Nominalisation,
    &structure::number_lost::NumberLost,
    &sentences::passive_voice::PassiveVoice,
    &record::person_present_and_absent::PersonPresentAndAbsent,
    &sentences::readability::Readability,
    &sentences::unclear_pronoun::UnclearPronoun,
    &undefined_acronym::UndefinedAcronym,
    &words::wordy_phrase::WordyPhrase,
];
