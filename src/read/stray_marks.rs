//! Bold that its author closed after a space, `**Label: **text`: Markdown sees four stars there, and
//! so would every reader.

use crate::model::{Block, Inline, InlineKind, Note, NoteKind, Origin, Prose, cut, walk};

/// Makes words bold that stand between two marks of the same passage, and lets go of the marks.
pub(super) fn recognise(blocks: &mut [Block], notes: &mut Vec<Note>) {
    walk::contents_mut(blocks, &mut |content, _| {
        if !content.iter().any(is_star) {
            return;
        }
        let mut marks = marks(content);
        if marks.len() % 2 == 1 && ends_with_mark(content) {
            let end = Prose::of(content).text().len();
            *content = cut(content, &[end - 2, end - 1]).concat();
            marks.push(content.len() - 2);
        }
        if marks.len() > 1 {
            *content = paired(content, &marks, notes);
        }
    });
}

fn is_star(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text == "*")
}

/// Where two stars stand side by side as words. Markdown gives each star alone.
fn marks(content: &[Inline]) -> Vec<usize> {
    let mut marks = Vec::new();
    let mut at = 0;
    while let Some(rest) = content.get(at..).filter(|rest| !rest.is_empty()) {
        let stars = rest.iter().take_while(|inline| is_star(inline)).count();
        if stars == 2 {
            marks.push(at);
        }
        at += stars.max(1);
    }
    marks
}

/// Whether the passage ends with a mark after a space, `**Owner: Clerk **`, which Markdown takes for words.
fn ends_with_mark(content: &[Inline]) -> bool {
    matches!(content.last(), Some(Inline { kind: InlineKind::Text(text), .. }) if text.ends_with(" **"))
}

/// The inlines with each pair of marks made into bold. Of an odd number, the last stays as typed.
fn paired(content: &[Inline], marks: &[usize], notes: &mut Vec<Note>) -> Vec<Inline> {
    let mut read = Vec::with_capacity(content.len());
    let mut at = 0;
    for pair in marks.chunks_exact(2) {
        let [open, close] = *pair else { continue };
        let (Some(before), Some(mark), Some(inner)) = (content.get(at..open), content.get(open), content.get(open + 2..close)) else {
            continue;
        };
        read.extend_from_slice(before);
        if !inner.is_empty() {
            let origin = Origin::covering(inner.iter().map(|inline| inline.origin));
            read.push(Inline::new(InlineKind::Strong(inner.to_vec()), origin));
        }
        let message = "The marks of bold stand beside a space here, where Markdown does not see them. They were read as bold.";
        notes.extend(mark.origin.span().map(|span| Note::new(NoteKind::BoldMended, message, span)));
        at = close + 2;
    }
    read.extend_from_slice(content.get(at..).unwrap_or_default());
    read
}

#[cfg(test)]
mod tests {
    use crate::model::{BlockKind, InlineKind, NoteKind, Prose};
    use crate::{Source, parse};

    #[test]
    fn bold_that_closes_after_a_space_is_bold() {
        let document = parse(&Source::new("t", "It met.\n\n**Action: **Clerk to write"));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
        assert!(content.iter().any(|inline| matches!(inline.kind, InlineKind::Strong(_))), "{content:?}");
        assert_eq!(Prose::of(content).text(), "Action: Clerk to write");
        assert!(document.notes.iter().any(|note| note.kind == NoteKind::BoldMended));
    }

    #[test]
    fn bold_that_closes_after_a_space_at_the_end_is_bold() {
        let document = parse(&Source::new("t", "It met.\n\n**Owner: *Clerk* of Ambleford **"));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
        assert!(matches!(content.as_slice(), [inline] if matches!(inline.kind, InlineKind::Strong(_))), "{content:?}");
        assert_eq!(Prose::of(content).text(), "Owner: Clerk of Ambleford ");
    }

    #[test]
    fn a_mark_alone_stays() {
        let document = parse(&Source::new("t", "It met.\n\nPrices ** include tax"));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
        assert_eq!(Prose::of(content).text(), "Prices ** include tax");
    }
}
