//! Short forms in full, once in each section: "the CQC" is "the Care Quality Commission (CQC)". Only those that the
//! document explains, and not as a part of a name.

use std::collections::BTreeSet;

use crate::model::{Acronym, Inline, InlineKind, Origin};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

/// The short forms that a section has said in full.
pub(super) struct FullForms<'a> {
    acronyms: &'a [Acronym],
    said: BTreeSet<&'a str>,
}

impl<'a> FullForms<'a> {
    pub(super) const fn of(acronyms: &'a [Acronym]) -> Self {
        Self { acronyms, said: BTreeSet::new() }
    }

    /// A heading begins a section: people may open the document here.
    pub(super) fn begin_section(&mut self) {
        self.said.clear();
    }

    /// A passage with its short forms in full, save those that touch one of `fixed`, spans in order and apart.
    pub(super) fn in_full(&mut self, content: Vec<Inline>, fixed: &[Span], changes: &mut Vec<Change>) -> Vec<Inline> {
        let place = Origin::covering(content.iter().map(|inline| inline.origin)).span();
        let explains = |acronym: &&Acronym| place.is_some_and(|place| place.contains(acronym.defined));
        let explained: Vec<&str> = self.acronyms.iter().filter(explains).map(|acronym| acronym.short.as_str()).collect();
        self.said.extend(explained);
        let mut full = Vec::with_capacity(content.len());
        let mut rest = content.into_iter().peekable();
        while let Some(inline) = rest.next() {
            let is_apart = begins_apart(full.last()) && ends_apart(rest.peek());
            match self.long_form(&inline, fixed).filter(|_| is_apart) {
                Some((short, long)) => {
                    let origin = inline.origin.span().map_or(Origin::None, Origin::DerivedFrom);
                    changes.push(Change::new(ChangeKind::ShortFormInFull, short, format!("{long} ({short})"), inline.origin.span()));
                    self.said.insert(short);
                    full.extend([Inline::text(format!("{long} ("), origin), inline, Inline::text(")", origin)]);
                }
                None => full.push(inline),
            }
        }
        full
    }

    /// The short and the long form of an inline that is still to be said in full.
    fn long_form(&self, inline: &Inline, fixed: &[Span]) -> Option<(&'a str, &'a str)> {
        let InlineKind::Abbreviation { short, .. } = &inline.kind else { return None };
        let span = inline.origin.span()?;
        let near = fixed.get(fixed.partition_point(|fixed| fixed.end <= span.start));
        let acronym = self.acronyms.iter().find(|acronym| acronym.short == *short)?;
        let is_free = near.is_none_or(|fixed| span.end <= fixed.start) && !self.said.contains(acronym.short.as_str());
        is_free.then_some((acronym.short.as_str(), acronym.long.as_str()))
    }
}

/// Whether no name, bracket or quotation goes on to what follows.
fn begins_apart(before: Option<&Inline>) -> bool {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = before else { return before.is_none() };
    let last = text.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_name = last.starts_with(char::is_uppercase) && last.chars().nth(1).is_some_and(char::is_alphanumeric) && last != "The";
    text.ends_with(char::is_whitespace) && !is_name
}

/// Whether no name goes on after an inline: "the CQC Board".
fn ends_apart(after: Option<&Inline>) -> bool {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = after else { return after.is_none() };
    match text.strip_prefix(' ') {
        Some(rest) => !rest.starts_with(|first: char| first.is_uppercase() || first == '('),
        None => text.starts_with(['.', ',', ';', ':']),
    }
}
