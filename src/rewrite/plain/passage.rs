//! The plainer words of a passage of a document, put where the author's stood.

use super::{Rewording, rewordings};
use crate::model::{Inline, InlineKind, Origin, Prose, cut};
use crate::outcome::{Change, ChangeKind};
use crate::source::Span;

/// What stays as it is in a passage: spans in order and apart.
#[derive(Clone, Copy)]
pub(in crate::rewrite) struct Kept<'a> {
    /// Whose words stay.
    pub(in crate::rewrite) words: &'a [Span],
    /// Of these, what is not cut into sentences either.
    pub(in crate::rewrite) whole: &'a [Span],
}

/// The same passage in plainer words. What touches words that are kept, or is cut in two by emphasis or a link, stays as it is;
/// but the first letter of what is kept whole may become a capital, where it begins a sentence. Each change is told.
pub(in crate::rewrite) fn reworded(content: &[Inline], kept: Kept<'_>, changes: &mut Vec<Change>) -> Vec<Inline> {
    reworded_by(rewordings, content, kept, changes)
}

/// The same passage with what one way of rewording finds in it.
pub(in crate::rewrite) fn reworded_by(
    find: fn(&str) -> Vec<Rewording>,
    content: &[Inline],
    kept: Kept<'_>,
    changes: &mut Vec<Change>,
) -> Vec<Inline> {
    let prose = Prose::of(content);
    let found: Vec<_> = find(prose.text())
        .into_iter()
        .filter_map(|found| {
            let span = prose.span(found.range.clone())?;
            let fixed = if found.kind == ChangeKind::SentenceSplit { kept.whole } else { kept.words };
            let near = fixed.get(fixed.partition_point(|fixed| fixed.end <= span.start));
            let is_before = |fixed: &Span| span.end <= fixed.start || fixed.start + len_of_capitalised(&found) >= span.end;
            let is_free = !prose.is_code(found.range.start) && near.is_none_or(is_before);
            is_free.then_some((found, span))
        })
        .collect();
    if found.is_empty() {
        return content.to_vec();
    }
    let at: Vec<usize> = found.iter().flat_map(|(found, _)| [found.range.start, found.range.end]).collect();
    let mut plain = Vec::with_capacity(content.len() + 2 * found.len());
    // What lies between two places is left and said in plainer words in turn.
    for (index, part) in cut(content, &at).into_iter().enumerate() {
        match found.get(index / 2).filter(|_| index % 2 == 1 && is_plain_text(&part)) {
            Some((found, span)) => {
                let before = prose.text()[found.range.clone()].to_owned();
                changes.push(Change::new(found.kind, before, found.after.clone(), Some(*span)));
                plain.push(Inline::text(found.after.clone(), Origin::DerivedFrom(*span)));
            }
            None => plain.extend(part),
        }
    }
    plain
}

/// How many bytes of what a cut says are the next word, which only gets a capital.
fn len_of_capitalised(cut: &Rewording) -> usize {
    let last = cut.after.rsplit(' ').next().filter(|word| cut.kind == ChangeKind::SentenceSplit && word.starts_with(char::is_uppercase));
    last.map_or(0, str::len)
}

fn is_plain_text(part: &[Inline]) -> bool {
    part.iter().all(|inline| matches!(inline.kind, InlineKind::Text(_) | InlineKind::SoftBreak))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::BlockKind;
    use crate::{Source, parse};

    fn said(text: &str, fixed: &[Span]) -> (String, Vec<Change>) {
        let document = parse(&Source::new("t", text));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!() };
        let mut changes = Vec::new();
        let plain = reworded(content, Kept { words: fixed, whole: fixed }, &mut changes);
        (Prose::of(&plain).text().to_owned(), changes)
    }

    #[test]
    fn a_change_has_the_place_of_the_words_it_stands_for() {
        let text = "# T\n\nWe met prior\nto **lunch**.";
        let (said, changes) = said(text, &[]);
        assert_eq!(said, "We met before lunch.");
        assert_eq!(&text[changes[0].span.unwrap().start..changes[0].span.unwrap().end], "prior\nto");
    }

    #[test]
    fn what_markup_cuts_in_two_and_what_is_fixed_stays() {
        assert_eq!(said("# T\n\nWe met *prior* to lunch.", &[]).0, "We met prior to lunch.");
        assert_eq!(said("# T\n\nWe met prior to lunch.", &[Span::new(5, 27)]).0, "We met prior to lunch.");
        assert_eq!(said("# T\n\nUse `prior to` there.", &[]).0, "Use prior to there.");
    }
}
