//! The rules, one a file.

mod jargon;
mod undefined_acronym;

use super::rule::Rule;

/// Every rule, in the order of their names.
pub(super) static RULES: &[&dyn Rule] = &[&jargon::Jargon, &undefined_acronym::UndefinedAcronym];
