//! The rules, one a file.

mod acronyms;
mod conversion_debris;
mod jargon;
mod number_lost;
mod person_present_and_absent;
mod unknown_suppression;
mod unused_suppression;

pub(super) use unknown_suppression::INFO as UNKNOWN_SUPPRESSION;
pub(super) use unused_suppression::INFO as UNUSED_SUPPRESSION;

use super::rule::Rule;

/// Every rule, in the order of their names.
pub(super) static RULES: &[&dyn Rule] = &[
    &acronyms::acronym_defined_never_used::AcronymDefinedNeverUsed,
    &acronyms::acronym_defined_twice::AcronymDefinedTwice,
    &acronyms::acronym_inconsistent::AcronymInconsistent,
    &acronyms::acronym_used_before_definition::AcronymUsedBeforeDefinition,
    &conversion_debris::ConversionDebris,
    &jargon::Jargon,
    &number_lost::NumberLost,
    &person_present_and_absent::PersonPresentAndAbsent,
    &acronyms::too_many_acronyms::TooManyAcronyms,
    &acronyms::undefined_acronym::UndefinedAcronym,
    &unknown_suppression::UnknownSuppression,
    &unused_suppression::UnusedSuppression,
];
