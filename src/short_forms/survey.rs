//! Every short form of a document: where it is used, and where it is explained.

use std::collections::{HashMap, HashSet};

use super::candidates::base;
use super::tokens::{Capitals, bare};
use super::uses::{Use, uses};
use super::{KnownShortForms, definitions};
use crate::model::{Acronym, BlockKind, Cell, Document, Inline, Prose, Table, Texts, walk};
use crate::source::Span;

/// Headings of a column that holds short forms or terms.
const HEADINGS: [&str; 8] = ["abbreviation", "acronym", "initials", "jargon", "short form", "term", "what we say", "word"];

/// A short form of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShortForm {
    /// As it is explained; without an explanation, as it is first used, without the ending of a plural.
    pub(crate) short: String,
    /// Where the document gives a long form, in the order of the source.
    pub(crate) definitions: Vec<Acronym>,
    /// Where it is used, in reading order, those in definitions included.
    pub(crate) uses: Vec<Use>,
    /// Whether it stands in a glossary, whatever is said of it there.
    pub(crate) is_in_glossary: bool,
}

impl ShortForm {
    /// The uses that are no part of a definition and do more than say where somebody works.
    pub(crate) fn uses_in_text(&self) -> impl Iterator<Item = Span> + '_ {
        let in_text = self.uses.iter().filter(|of| !of.is_affiliation).map(|of| of.span);
        in_text.filter(|span| !self.is_in_definition(*span))
    }

    /// Definitions are in order of place, and no more than two begin before a place and hold it.
    fn is_in_definition(&self, span: Span) -> bool {
        let after = self.definitions.partition_point(|definition| definition.defined.start <= span.start);
        let near = self.definitions.get(after.saturating_sub(2)..after).unwrap_or_default();
        near.iter().any(|definition| definition.defined.contains(span))
    }

    /// Whether it is used anywhere but in a definition.
    pub(crate) fn is_used_elsewhere(&self) -> bool {
        self.uses.iter().any(|of| !self.is_in_definition(of.span))
    }

    /// Where it is met first.
    pub(crate) fn first(&self) -> Option<Span> {
        let used = self.uses.first().map(|of| of.span);
        used.or_else(|| self.definitions.first().map(|definition| definition.defined))
    }
}

/// Whether two long forms are the same but for capitals, hyphens and the ending of a plural.
pub(crate) fn is_same_name(one: &str, other: &str) -> bool {
    let letters =
        |name: &str| name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (one, other) = (letters(one), letters(other));
    one.trim_end_matches('s') == other.trim_end_matches('s')
}

/// The short forms of a document, in reading order of their first use; those that are never used last.
pub(crate) fn survey(document: &Document, known: &KnownShortForms) -> Vec<ShortForm> {
    let texts = Texts::of(&document.blocks);
    let capitals = Capitals::of(&texts);
    let definitions = definitions(&document.blocks, &texts, &capitals);
    let mut forms = Forms { all: Vec::new(), index: HashMap::new(), in_glossary: terms(document) };
    let (words, used) = uses(document, &texts, &capitals, &definitions, &|short| known.is_known(short));
    let mut form_of: Vec<Option<usize>> = vec![None; words.len()];
    for (word, of) in used {
        let (Some(short), Some(place)) = (words.get(word), form_of.get_mut(word)) else { continue };
        let place = *place.get_or_insert_with(|| forms.place_of(short));
        if let Some(form) = forms.all.get_mut(place) {
            form.uses.push(of);
        }
    }
    for definition in definitions {
        let place = forms.place_of(&definition.short);
        if let Some(form) = forms.all.get_mut(place) {
            if form.definitions.is_empty() {
                form.short.clone_from(&definition.short);
            }
            form.definitions.push(definition);
        }
    }
    forms.all
}

/// The short forms that were met so far.
struct Forms {
    all: Vec<ShortForm>,
    /// Where each stands, without the ending of a plural and the last full stop.
    index: HashMap<String, usize>,
    in_glossary: HashSet<String>,
}

impl Forms {
    /// Where a short form stands, which is new or not.
    fn place_of(&mut self, short: &str) -> usize {
        let key = base(short.trim_end_matches('.'));
        if let Some(place) = self.index.get(key) {
            return *place;
        }
        let is_in_glossary = self.in_glossary.contains(key);
        self.index.insert(key.to_owned(), self.all.len());
        self.all.push(ShortForm { short: key.to_owned(), definitions: Vec::new(), uses: Vec::new(), is_in_glossary });
        self.all.len() - 1
    }
}

/// The terms of glossaries: of lists of terms, and of tables whose first column says that it holds terms.
fn terms(document: &Document) -> HashSet<String> {
    let mut terms = HashSet::new();
    let mut add = |content: &[Inline]| {
        let prose = Prose::of(content);
        let term = prose.text().trim();
        terms.insert(base(term.trim_end_matches('.')).to_owned());
        terms.extend(joined_terms(term).iter().map(|term| base(term).to_owned()));
    };
    walk::blocks(&document.blocks, &mut |block| {
        if let BlockKind::Definitions(definitions) = &block.kind {
            definitions.iter().filter(|definition| !definition.description.is_empty()).for_each(|definition| add(&definition.term));
        }
        if let BlockKind::Table(table) = &block.kind
            && holds_terms(table)
        {
            table.body.iter().filter_map(|row| first_cell(&row.cells)).for_each(&mut add);
        }
    });
    terms
}

/// The terms of "DHSC or DH", if there is nothing else.
fn joined_terms(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let (joints, terms): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|word| matches!(*word, "or" | "and"));
    let are_short_forms = terms.iter().all(|term| term.chars().filter(|character| character.is_uppercase()).nth(1).is_some());
    if are_short_forms && joints.len() + 1 == terms.len() { terms } else { Vec::new() }
}

fn holds_terms(table: &Table) -> bool {
    let heading = table.head.first().and_then(|row| first_cell(&row.cells)).map(|content| Prose::of(content).text().to_lowercase());
    heading.is_some_and(|heading| HEADINGS.iter().any(|term| heading.contains(term)))
}

fn first_cell(cells: &[Cell]) -> Option<&[Inline]> {
    let first = &cells.first()?.blocks.first()?.kind;
    if let BlockKind::Paragraph { content, .. } = first { Some(content) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn forms(text: &str) -> Vec<ShortForm> {
        survey(&parse(&Source::new("t.md", text)), KnownShortForms::built_in())
    }

    #[test]
    fn uses_and_definitions_meet() {
        let forms = forms("Two SMEs met. Small and medium enterprises (SME) met. The QRST group met the SME.");
        assert_eq!(forms.iter().map(|form| form.short.as_str()).collect::<Vec<_>>(), ["SME", "QRST"]);
        assert_eq!((forms[0].uses.len(), forms[0].uses_in_text().count(), forms[0].definitions.len()), (3, 2, 1));
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(parts in proptest::collection::vec(proptest::sample::select(vec![
            "(", ")", "[", "]", "AB", "A", "B", "\u{e9}\u{e9}", "\u{c9}B", " ", " ", " ", "alpha beta", "Alpha Beta", "-", " - ", ": ", "/", ".", ",", "'", "\u{2019}s", "s",
            "3", "known as ", "hereafter ", "\n", "\n\n", "| ", "*", "W3C", "&", "Cllr ", "DfE", "\u{a0}", "two", "\u{130}",
        ]), 0..40)) {
            let text = parts.concat();
            for form in forms(&text) {
                let spans = form.uses.iter().map(|of| of.span).chain(form.definitions.iter().map(|definition| definition.defined));
                for span in spans {
                    proptest::prop_assert!(text.get(span.range()).is_some_and(|text| !text.is_empty()), "{:?} in {:?}", span, text);
                }
                proptest::prop_assert!(form.definitions.iter().all(|definition| !definition.long.is_empty() && !definition.short.is_empty()));
            }
        }
    }

    #[test]
    fn a_term_of_a_glossary_is_explained() {
        let forms = forms("The QRST met.\n\n| Abbreviation | Meaning |\n|---|---|\n| QRST | our partner for play |");
        assert!(forms[0].is_in_glossary && forms[0].definitions.is_empty());
        let forms = self::forms("The QRST met the QR&T.\n\n'QRST' or 'QR&T'\n: our partner for play");
        assert!(forms.iter().all(|form| form.is_in_glossary), "{forms:?}");
    }
}
