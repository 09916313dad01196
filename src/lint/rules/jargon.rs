//! Words of the office that have a plainer word.

use crate::diagnostic::{Applicability, Diagnostic, Fix, Severity};
use crate::lexicon::Entry;
use crate::lint::RuleInfo;
use crate::lint::rule::{Context, Rule};
use crate::model::{Prose, walk};
use crate::source::{Source, Span};

const PAGE: &str = "\
# jargon

A word that people in the office know and many readers do not. Each word is reported once, at the
first place where it is used.

## Why

People with a learning disability, people who are new to English and people who are tired or
worried all stop at a word they do not know. Many give up there. A plain word costs the other
readers nothing.

## Example

> We will engage with stakeholders.

## Instead

> We will talk to the people this affects.

If the word must stay, say what it means the first time it is used.

## Source

GOV.UK content design guide, \"Writing for GOV.UK: Plain English\". Mencap, \"Make it clear\".
";

static INFO: RuleInfo = RuleInfo { name: "jargon", severity: Severity::Warning, summary: "A word that has a plainer word.", page: PAGE };

pub(super) struct Jargon;

/// A hard word and the places where the document uses it.
struct Used<'a> {
    entry: &'a Entry,
    places: Vec<Span>,
}

impl Rule for Jargon {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        findings.extend(used_words(context).iter().filter_map(|used| finding(used, context.source)));
    }
}

fn used_words<'a>(context: &Context<'a>) -> Vec<Used<'a>> {
    let mut used: Vec<Used<'a>> = Vec::new();
    walk::passages(&context.document.blocks, &mut |passage| {
        let prose = Prose::of(passage.content);
        for found in context.options.lexicon.find(prose.text()) {
            if prose.is_code(found.range.start) {
                continue;
            }
            let Some(span) = prose.span(found.range) else { continue };
            match used.iter_mut().find(|used| std::ptr::eq(used.entry, found.entry)) {
                Some(used) => used.places.push(span),
                None => used.push(Used { entry: found.entry, places: vec![span] }),
            }
        }
    });
    used
}

fn finding(used: &Used<'_>, source: &Source) -> Option<Diagnostic> {
    let plainer = used.entry.plainer.as_deref()?;
    let (&first, also) = used.places.split_first()?;
    let word = source.slice(first);
    let mut finding = Diagnostic::new(INFO.name, INFO.severity, message(&used.entry.term, used.places.len()), first);
    finding.also = also.to_vec();
    finding.help = Some(format!("Write \"{plainer}\" instead, or say what it means."));
    finding.fix = is_the_term(word, used.entry).then(|| Fix::edit(Applicability::Suggested, first, in_the_case_of(word, plainer)));
    Some(finding)
}

fn message(term: &str, count: usize) -> String {
    match count {
        1 => format!("Many readers do not know \"{term}\"."),
        _ => format!("Many readers do not know \"{term}\". It is used {count} times here."),
    }
}

/// Whether the source has the term itself: replacing another form of it would break the grammar, and
/// replacing a term with markup in it the markup.
fn is_the_term(word: &str, entry: &Entry) -> bool {
    word.to_lowercase() == entry.term.to_lowercase()
}

/// The plainer words, with the capitals of the word they stand for.
fn in_the_case_of(word: &str, plainer: &str) -> String {
    let mut characters = plainer.chars();
    if !word.chars().any(char::is_lowercase) {
        plainer.to_uppercase()
    } else if word.starts_with(char::is_uppercase) {
        characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
    } else {
        plainer.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::lint::Options;
    use crate::parse;

    fn check(text: &str) -> Vec<(Diagnostic, String)> {
        let source = Source::new("t.md", text);
        let document = parse(&source);
        let mut options = Options::default();
        let words = "[[word]]\nterm = \"stakeholder\"\nforms = [\"stakeholders\"]\nplainer = \"people this affects\"\n\
                     [[word]]\nterm = \"council tax\"\nmeaning = \"money you pay to the council\"\n";
        options.lexicon = Lexicon::from_toml("t", words).unwrap();
        let mut findings = Vec::new();
        Jargon.check(&Context::new(&document, &source, &options), &mut findings);
        findings.into_iter().map(|finding| (finding.clone(), source.slice(finding.span).to_owned())).collect()
    }

    #[test]
    fn a_word_is_reported_once_with_its_other_places() {
        let found = check("A stakeholder spoke.\n\nStakeholders wrote to stakeholders.");
        assert_eq!(found.len(), 1);
        let (finding, text) = &found[0];
        assert_eq!(text, "stakeholder");
        assert_eq!(finding.also.len(), 2);
        assert!(finding.message.contains("3 times"), "{}", finding.message);
    }

    #[test]
    fn the_name_of_a_thing_without_a_plainer_name_is_left() {
        assert!(check("The council tax rose.").is_empty());
    }

    #[test]
    fn the_plainer_word_keeps_the_capitals() {
        for (word, plainer) in [("Stakeholder", "People this affects"), ("STAKEHOLDER", "PEOPLE THIS AFFECTS")] {
            let found = check(&format!("{word} met here."));
            let fix = found[0].0.fix.as_ref().unwrap();
            assert_eq!(fix.edits[0].text, plainer);
            assert_eq!(fix.applicability, Applicability::Suggested);
        }
    }

    #[test]
    fn another_form_of_the_word_has_help_and_no_fix() {
        let found = check("The stakeholders met.");
        assert!(found[0].0.help.is_some() && found[0].0.fix.is_none());
    }

    #[test]
    fn a_word_in_a_heading_is_reported() {
        assert_eq!(check("# The stakeholders")[0].1, "stakeholders");
    }

    #[test]
    fn plain_words_are_left_alone() {
        assert!(check("She drove the stake into the ground.").is_empty());
    }
}
