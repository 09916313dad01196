//! Short forms in full, once in each section: "the CQC" is "the Care Quality Commission (CQC)". Only those that the
//! document explains, and not as a part of a name.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Acronym, Inline, InlineKind, Origin, Prose};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

/// The short forms that a section has said in full.
pub(super) struct FullForms<'a> {
    by_short: BTreeMap<&'a str, &'a Acronym>,
    /// By the place where the document explains them.
    by_place: BTreeMap<usize, &'a Acronym>,
    said: BTreeSet<&'a str>,
}

impl<'a> FullForms<'a> {
    pub(super) fn of(acronyms: &'a [Acronym]) -> Self {
        let by_short = acronyms.iter().map(|acronym| (acronym.short.as_str(), acronym)).collect();
        let by_place = acronyms.iter().map(|acronym| (acronym.defined.start, acronym)).collect();
        Self { by_short, by_place, said: BTreeSet::new() }
    }

    /// A heading begins a section: people may open the document here.
    pub(super) fn begin_section(&mut self) {
        self.said.clear();
    }

    /// A passage with its short forms in full, save those that touch one of `fixed`, spans in order and apart.
    pub(super) fn in_full(&mut self, content: Vec<Inline>, fixed: &[Span], changes: &mut Vec<Change>) -> Vec<Inline> {
        if let Some(place) = Prose::extent(&content) {
            self.said.extend(self.by_place.range(place.start..place.end).map(|(_, acronym)| acronym.short.as_str()));
        }
        let mut full = Vec::with_capacity(content.len());
        let mut rest = content.into_iter().peekable();
        while let Some(inline) = rest.next() {
            let is_apart = begins_apart(full.last()) && ends_apart(rest.peek());
            match self.long_form(&inline, fixed).filter(|_| is_apart) {
                Some(Acronym { short, long, .. }) => {
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

    /// The short form of an inline that is still to be said in full.
    fn long_form(&self, inline: &Inline, fixed: &[Span]) -> Option<&'a Acronym> {
        let InlineKind::Abbreviation { short, .. } = &inline.kind else { return None };
        let span = inline.origin.span()?;
        let near = fixed.get(fixed.partition_point(|fixed| fixed.end <= span.start));
        let acronym = self.by_short.get(short.as_str())?;
        let is_free = near.is_none_or(|fixed| span.end <= fixed.start) && !self.said.contains(acronym.short.as_str());
        is_free.then_some(acronym)
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

#[cfg(test)]
mod tests {
    use super::super::{Options, easy_read};
    use crate::{Source, parse};

    fn changes(text: &str) -> Vec<String> {
        easy_read(&parse(&Source::new("t", text)), &Options::default()).changes.into_iter().map(|change| change.after).collect()
    }

    #[test]
    fn a_short_form_is_in_full_once_in_each_section() {
        let text = "# T\n\nThe Care Quality Commission (CQC) came. The CQC left.\n\n## Next\n\nThe CQC will come. We asked the CQC.";
        assert_eq!(changes(text), ["Care Quality Commission (CQC)"]);
    }

    #[test]
    fn a_part_of_a_name_stays_short() {
        let text = "# T\n\nThe Care Quality Commission (CQC) came.\n\n## Next\n\nThe CQC Board met. Wexmere CQC came. See (CQC).";
        assert_eq!(changes(text), [""; 0]);
    }
}
