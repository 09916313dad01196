//! Where the inlines of a passage stand in its text: lines that the author wrote, and what is in bold.

use std::ops::Range;

use crate::model::walk::texts;
use crate::model::{Inline, InlineKind};

/// The lines of a passage whose text has so many bytes.
pub(super) fn lines(content: &[Inline], length: usize) -> impl Iterator<Item = Range<usize>> {
    let ends = placed(content).filter(|(inline, _)| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::LineBreak));
    let mut start = 0;
    ends.map(|(_, place)| place).chain(std::iter::once(length..length)).map(move |end| std::mem::replace(&mut start, end.end)..end.start)
}

/// The parts of a passage that are in bold.
pub(super) fn strong(content: &[Inline]) -> impl Iterator<Item = Range<usize>> {
    placed(content).filter(|(inline, _)| matches!(inline.kind, InlineKind::Strong(_))).map(|(_, place)| place)
}

/// Each inline, and where its text stands in that of the passage.
fn placed(content: &[Inline]) -> impl Iterator<Item = (&Inline, Range<usize>)> {
    let mut end = 0;
    content.iter().map(move |inline| {
        let start = end;
        if let InlineKind::Text(text) = &inline.kind {
            end += text.len();
        } else {
            texts(std::slice::from_ref(inline), &mut |_, text| end += text.len());
        }
        (inline, start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BlockKind, Prose};
    use crate::{Source, parse};

    #[test]
    fn lines_and_bold_stand_where_they_are_printed() {
        let document = parse(&Source::new("t", "# Title\n\nOne **two** three\nfour *five*\\\n`six` **seven**"));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!() };
        let prose = Prose::of(content);
        let printed = |places: Vec<Range<usize>>| places.into_iter().map(|place| prose.text()[place].to_owned()).collect::<Vec<_>>();
        assert_eq!(printed(lines(content, prose.text().len()).collect()), ["One two three", "four five", "six seven"]);
        assert_eq!(printed(strong(content).collect()), ["two", "seven"]);
    }
}
