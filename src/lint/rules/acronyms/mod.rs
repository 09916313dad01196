//! Rules of short forms such as SCIE: whether they are explained, where, how often, and alike.

pub(super) mod acronym_defined_never_used;
pub(super) mod acronym_defined_twice;
pub(super) mod acronym_inconsistent;
pub(super) mod acronym_used_before_definition;
pub(super) mod too_many_acronyms;
pub(super) mod undefined_acronym;

use crate::model::Acronym;
use crate::source::{Source, Span};

/// The full name with the short form after it, as it is explained.
fn in_full(long: &str, short: &str) -> String {
    format!("{long} ({short})")
}

/// The place of a definition, if its source is the full name with the short form in brackets and nothing
/// else: only then can words be put in its place.
fn plain_definition(definition: &Acronym, source: &Source) -> Option<Span> {
    (source.slice(definition.defined) == in_full(&definition.long, &definition.short)).then_some(definition.defined)
}

/// Whether other words can be put in the place of a short form: it is a word of its own, and not in brackets.
fn stands_alone(span: Span, source: &Source) -> bool {
    let text = source.text();
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    let after = text.get(span.end..).and_then(|after| after.chars().next());
    let is_apart = |character: char| character.is_whitespace() || matches!(character, ',' | '.' | ';' | ':' | '?' | '!');
    before.is_none_or(char::is_whitespace) && after.is_none_or(is_apart)
}

/// What a rule finds in a text: the texts it points at, and their messages.
#[cfg(test)]
fn found(rule: &dyn crate::lint::rule::Rule, text: &str) -> Vec<(String, String)> {
    let findings = crate::lint::rule::findings_of(rule, text);
    findings.into_iter().map(|finding| (text[finding.span.range()].to_owned(), finding.message)).collect()
}

/// The text after the fix of the only finding of a rule.
#[cfg(test)]
fn fixed(rule: &dyn crate::lint::rule::Rule, text: &str) -> Option<String> {
    let [finding] = crate::lint::rule::findings_of(rule, text).try_into().ok()?;
    let mut mended = text.to_owned();
    for edit in finding.fix?.edits.iter().rev() {
        mended.replace_range(edit.span.range(), &edit.text);
    }
    Some(mended)
}
