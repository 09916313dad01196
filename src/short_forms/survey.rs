//! Every short form of a document: where it is used, and where it is explained.

use std::collections::{HashMap, HashSet};

use super::uses::{Use, base, uses};
use super::{KnownShortForms, definitions};
use crate::model::{Acronym, BlockKind, Cell, Document, Inline, Prose, Table, walk};
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
        in_text.filter(|span| !self.definitions.iter().any(|definition| definition.defined.contains(*span)))
    }

    /// Whether it is used anywhere but in a definition.
    pub(crate) fn is_used_elsewhere(&self) -> bool {
        let in_definition = |span: Span| self.definitions.iter().any(|definition| definition.defined.contains(span));
        self.uses.iter().any(|of| !in_definition(of.span))
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
    let definitions = definitions(&document.blocks);
    let used = uses(document, &definitions, &|short| known.is_known(short));
    let in_glossary = terms(document);
    let mut forms: Vec<ShortForm> = Vec::new();
    let mut index: HashMap<String, usize> = HashMap::new();
    let mut form_of = |short: &str, forms: &mut Vec<ShortForm>| {
        let key = base(short.trim_end_matches('.')).to_owned();
        *index.entry(key).or_insert_with_key(|key| {
            let is_in_glossary = in_glossary.contains(key);
            forms.push(ShortForm { short: key.clone(), definitions: Vec::new(), uses: Vec::new(), is_in_glossary });
            forms.len() - 1
        })
    };
    for of in used {
        let at = form_of(&of.short, &mut forms);
        if let Some(form) = forms.get_mut(at) {
            form.uses.push(of);
        }
    }
    for definition in definitions {
        let at = form_of(&definition.short, &mut forms);
        if let Some(form) = forms.get_mut(at) {
            if form.definitions.is_empty() {
                form.short.clone_from(&definition.short);
            }
            form.definitions.push(definition);
        }
    }
    forms
}

/// The terms of glossaries: of lists of terms, and of tables whose first column says that it holds terms.
fn terms(document: &Document) -> HashSet<String> {
    let mut terms = HashSet::new();
    let mut add = |content: &[Inline]| {
        let prose = Prose::of(content);
        terms.insert(base(prose.text().trim().trim_end_matches('.')).to_owned());
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

    #[test]
    fn a_term_of_a_glossary_is_explained() {
        let forms = forms("The QRST met.\n\n| Abbreviation | Meaning |\n|---|---|\n| QRST | our partner for play |");
        assert!(forms[0].is_in_glossary && forms[0].definitions.is_empty());
    }
}
