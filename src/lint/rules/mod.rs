//! The rules, one a file: of words, of sentences, of signs in the text, of how the document is built,
//! of the record of a meeting, and of comments to the linter.

mod acronyms;
pub(super) mod comments;
mod record;
mod sentences;
mod signs;
mod structure;
mod words;

use super::rule::Rule;

/// Every rule, in the order of their names.
pub(super) static RULES: &[&dyn Rule] = &[
    &acronyms::acronym_defined_never_used::AcronymDefinedNeverUsed,
    &acronyms::acronym_defined_twice::AcronymDefinedTwice,
    &acronyms::acronym_inconsistent::AcronymInconsistent,
    &acronyms::acronym_used_before_definition::AcronymUsedBeforeDefinition,
    &record::action_without_date::ActionWithoutDate,
    &record::action_without_owner::ActionWithoutOwner,
    &signs::all_capitals::AllCapitals,
    &structure::alt_is_filename::AltIsFilename,
    &signs::ambiguous_date::AmbiguousDate,
    &signs::ampersand::Ampersand,
    &structure::broken_internal_link::BrokenInternalLink,
    &structure::conversion_debris::ConversionDebris,
    &sentences::double_negative::DoubleNegative,
    &structure::empty_heading::EmptyHeading,
    &words::foreign_phrase::ForeignPhrase,
    &words::hard_word::HardWord,
    &structure::heading_as_bold_text::HeadingAsBoldText,
    &structure::heading_skip::HeadingSkip,
    &structure::image_without_alt::ImageWithoutAlt,
    &signs::italic_or_underline::ItalicOrUnderline,
    &words::jargon::Jargon,
    &structure::link_text_vague::LinkTextVague,
    &structure::list_not_marked_up::ListNotMarkedUp,
    &sentences::long_paragraph::LongParagraph,
    &sentences::long_sentence::LongSentence,
    &words::metaphor::Metaphor,
    &structure::missing_language::MissingLanguage,
    &structure::missing_other_formats_line::MissingOtherFormatsLine,
    &structure::missing_title::MissingTitle,
    &sentences::nominalisation::Nominalisation,
    &record::not_for_publication::NotForPublication,
    &signs::number_as_word::NumberAsWord,
    &structure::number_lost::NumberLost,
    &sentences::passive_voice::PassiveVoice,
    &signs::percentage_without_plain_form::PercentageWithoutPlainForm,
    &record::person_present_and_absent::PersonPresentAndAbsent,
    &sentences::readability::Readability,
    &signs::slash_and_or::SlashAndOr,
    &signs::symbol_for_word::SymbolForWord,
    &structure::table_empty_cell::TableEmptyCell,
    &structure::table_without_header::TableWithoutHeader,
    &acronyms::too_many_acronyms::TooManyAcronyms,
    &sentences::unclear_pronoun::UnclearPronoun,
    &acronyms::undefined_acronym::UndefinedAcronym,
    &comments::unknown_suppression::UnknownSuppression,
    &comments::unused_suppression::UnusedSuppression,
    &words::wordy_phrase::WordyPhrase,
];
