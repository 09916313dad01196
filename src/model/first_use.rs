//! The first use of a short form, where it comes before the words that explain it.

use std::collections::HashMap;

use super::{Document, Origin};

/// Tells which use of a short form is the first, and whether a reader has met its long form by then.
pub(crate) struct FirstUses<'a> {
    /// The long forms whose short form has not been used yet, and where the document explains each.
    waiting: HashMap<&'a str, usize>,
}

impl<'a> FirstUses<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        Self { waiting: document.acronyms.iter().map(|acronym| (acronym.long.as_str(), acronym.defined.start)).collect() }
    }

    /// Whether this use of the short form of `long` is the first, and no words explain it before.
    pub(crate) fn is_unexplained(&mut self, long: &str, origin: Origin) -> bool {
        let explained = self.waiting.remove(long);
        explained.zip(origin.span()).is_some_and(|(explained, used)| used.start < explained)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Acronym, SourceId};
    use crate::source::{Source, Span};

    #[test]
    fn only_a_first_use_before_the_explanation_is_unexplained() {
        let mut document = Document::new(SourceId::of(&Source::new("a.md", "")));
        for (long, at) in [("Early Years", 50), ("Late Years", 5)] {
            document.acronyms.push(Acronym::new("", long, Span::new(at, at + 10)));
        }
        let mut uses = FirstUses::of(&document);
        let used = Origin::Literal(Span::new(20, 22));
        assert!(uses.is_unexplained("Early Years", used));
        assert!(!uses.is_unexplained("Early Years", used), "once");
        assert!(!uses.is_unexplained("Late Years", used));
        assert!(!uses.is_unexplained("No Years", used));
    }
}
