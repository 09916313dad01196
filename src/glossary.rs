//! Every short form and hard word of a document: where each is explained or first used, and a draft of what
//! is missing.

use std::collections::HashMap;

use serde::Serialize;

use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Document, Prose, walk};
use crate::short_forms::{KnownShortForms, ShortForm, survey};
use crate::source::{Source, Span};

/// What a glossary goes by.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// The short forms that are known beforehand.
    pub known: KnownShortForms,
    /// The words that are hard to read.
    pub lexicon: Lexicon,
}

impl Default for Options {
    fn default() -> Self {
        Self { known: KnownShortForms::default(), lexicon: Lexicon::built_in().clone() }
    }
}

/// The short forms and hard words of a document, in the order of their first use. Lines count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Glossary {
    /// The short forms.
    pub acronyms: Vec<Acronym>,
    /// The hard words.
    pub words: Vec<HardWord>,
}

/// A short form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Acronym {
    /// As the document explains it; else as it uses it, in the singular.
    pub short: String,
    /// What it stands for: as the document writes it; else as the list of known short forms has it, if that
    /// knows one name only.
    pub long: Option<String>,
    /// Where `long` comes from.
    pub long_from: Option<LongFrom>,
    /// The line where it is first used.
    pub first_line: usize,
    /// The line where the document explains it.
    pub defined_line: Option<usize>,
    /// How often it is used.
    pub uses: usize,
    /// Whether most people know it better than the full name, so that no line is missing.
    pub familiar: bool,
}

/// Where the long form of a glossary comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LongFrom {
    /// The document says it.
    Document,
    /// A list of known short forms says it. Only the author can tell whether it is meant.
    KnownList,
}

/// A hard word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct HardWord {
    /// The word, as a dictionary has it.
    pub word: String,
    /// What to write instead, where there is something.
    pub plainer: Option<String>,
    /// What it means, as a clause that follows "means", where the lexicon says so.
    pub meaning: Option<String>,
    /// The line where it is first used.
    pub first_line: usize,
    /// The line of a list of terms where the document explains it.
    pub defined_line: Option<usize>,
    /// How often it is used.
    pub uses: usize,
}

/// The glossary of a document, which must have been read from this source.
///
/// ```
/// use plainsong::glossary::{self, LongFrom, glossary};
/// use plainsong::{Source, parse};
///
/// let source = Source::new("report.md", "The Wexmere Carers Forum (WCF) met.\n\nThe WCF asked about the AONB.");
/// let glossary = glossary(&parse(&source), &source, &glossary::Options::default());
/// let [wcf, aonb] = glossary.acronyms.as_slice() else { panic!() };
/// assert_eq!((wcf.long.as_deref(), wcf.defined_line), (Some("Wexmere Carers Forum"), Some(1)));
/// assert_eq!((aonb.first_line, aonb.defined_line, aonb.long_from), (3, None, Some(LongFrom::KnownList)));
/// ```
#[must_use]
pub fn glossary(document: &Document, source: &Source, options: &Options) -> Glossary {
    let line = |span: Span| source.position(span.start).line;
    let forms = survey(document, &options.known);
    Glossary {
        acronyms: forms.iter().filter_map(|form| acronym(form, &options.known, &line)).collect(),
        words: words(document, &options.lexicon, &line),
    }
}

fn acronym(form: &ShortForm, known: &KnownShortForms, line: &dyn Fn(Span) -> usize) -> Option<Acronym> {
    let definition = form.definitions.first();
    let known_long = if let [long] = known.long_forms(&form.short) { Some(long.clone()) } else { None };
    let long_from = if definition.is_some() { Some(LongFrom::Document) } else { known_long.as_ref().map(|_| LongFrom::KnownList) };
    Some(Acronym {
        short: form.short.clone(),
        long: definition.map(|definition| definition.long.clone()).or(known_long),
        long_from,
        first_line: line(form.first()?),
        defined_line: definition.map(|definition| line(definition.defined)),
        uses: form.uses.len(),
        familiar: known.is_familiar(&form.short),
    })
}

fn words(document: &Document, lexicon: &Lexicon, line: &dyn Fn(Span) -> usize) -> Vec<HardWord> {
    let mut explained: HashMap<String, Span> = HashMap::new();
    walk::blocks(&document.blocks, &mut |block| {
        if let BlockKind::Definitions(definitions) = &block.kind {
            for definition in definitions {
                let term = Prose::of(&definition.term);
                explained.extend(term.span(0..term.text().len()).map(|span| (term.text().trim().to_lowercase(), span)));
            }
        }
    });
    let mut words: Vec<HardWord> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    walk::passages(&document.blocks, &mut |passage| {
        let prose = Prose::of(passage.content);
        for found in lexicon.find(prose.text()) {
            let Some(span) = prose.span(found.range) else { continue };
            let at = *index.entry(found.entry.term.clone()).or_insert(words.len());
            match words.get_mut(at) {
                Some(word) => word.uses += 1,
                None => words.push(HardWord {
                    word: found.entry.term.clone(),
                    plainer: found.entry.plainer.clone(),
                    meaning: found.entry.meaning.clone(),
                    first_line: line(span),
                    defined_line: explained.get(&found.entry.term.to_lowercase()).copied().map(line),
                    uses: 1,
                }),
            }
        }
    });
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn of(text: &str) -> Glossary {
        let source = Source::new("t.md", text);
        glossary(&parse(&source), &source, &Options::default())
    }

    #[test]
    fn a_short_form_with_two_known_names_stays_blank() {
        let glossary = of("The SAR was read.");
        assert_eq!((glossary.acronyms[0].long.as_deref(), glossary.acronyms[0].long_from), (None, None));
    }

    #[test]
    fn a_use_before_the_explanation_is_the_first() {
        let glossary = of("The QRST met.\n\nThe Quiet Road Street Team (QRST) met. QRST left.");
        let [acronym] = glossary.acronyms.as_slice() else { panic!("{glossary:?}") };
        assert_eq!((acronym.first_line, acronym.defined_line, acronym.uses), (1, Some(3), 3));
    }

    #[test]
    fn hard_words_have_their_lines() {
        let glossary = of("Our stakeholders met.\n\nEvery stakeholder spoke.\n\nStakeholder: someone with an interest in what we do");
        assert_eq!((glossary.words[0].word.as_str(), glossary.words[0].first_line), ("stakeholder", 1));
        assert!(glossary.words[0].uses >= 2);
    }

    #[test]
    fn nothing_to_read_has_no_entries() {
        assert_eq!(of(""), Glossary { acronyms: Vec::new(), words: Vec::new() });
    }
}
