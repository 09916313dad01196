//! The short forms that the document explains: in full at the first use, if that comes before the
//! explanation, as GOV.UK writes them. Later uses stay as they are printed.

use crate::model::{Document, Inline, InlineKind, Origin};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

use super::Speech;

impl Speech<'_> {
    /// Says a short form in full: "Area of Outstanding Natural Beauty (AONB)".
    pub(super) fn explain(&mut self, inline: Inline, said: &mut Vec<Inline>) {
        let InlineKind::Abbreviation { short, long } = &inline.kind else {
            said.push(inline);
            return;
        };
        let after = format!("{long} ({short})");
        self.changes.push(Change::new(ChangeKind::ShortFormInFull, short.clone(), after, inline.origin.span()));
        let origin = inline.origin.span().map_or(Origin::None, Origin::DerivedFrom);
        if let Some(span) = inline.origin.span() {
            self.explained.push((long.to_string(), span));
        }
        said.push(Inline::text(format!("{long} ("), origin));
        said.push(inline);
        said.push(Inline::text(")", origin));
    }
}

/// Notes that the document now explains these long forms at these places.
pub(super) fn move_explanations(document: &mut Document, explained: &[(String, Span)]) {
    for (long, span) in explained {
        for acronym in document.acronyms.iter_mut().filter(|acronym| acronym.long == *long) {
            acronym.defined = *span;
        }
    }
}
