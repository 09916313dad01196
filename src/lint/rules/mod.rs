//! The rules, one a file.

mod jargon;
mod short_forms;
mod undefined_acronym;

use super::Rule;

/// Every rule, in the order of their names.
pub static RULES: &[&dyn Rule] = &[&jargon::Jargon, &undefined_acronym::UndefinedAcronym];
