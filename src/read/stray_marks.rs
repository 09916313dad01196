//! Bold that its author closed after a space, `**Label: **text`: Markdown sees four stars there, and
//! so would every reader.

use crate::model::{Document, Inline, InlineKind, Origin, walk};

const MARK: &str = "**";

/// Makes words bold that stand between two marks of the same passage, and lets go of the marks.
pub(super) fn recognise(document: &mut Document) {
    walk::contents_mut(&mut document.blocks, &mut |content, _| {
        if content.iter().filter(|inline| is_mark(inline)).count() > 1 {
            *content = paired(std::mem::take(content));
        }
    });
}

fn is_mark(inline: &Inline) -> bool {
    matches!(&inline.kind, InlineKind::Text(text) if text == MARK)
}

/// The inlines with each pair of marks made into bold. Of an odd number, the last stays as typed.
fn paired(content: Vec<Inline>) -> Vec<Inline> {
    let mut read: Vec<Inline> = Vec::with_capacity(content.len());
    let mut opened: Option<(Inline, Vec<Inline>)> = None;
    for inline in content {
        opened = match (opened, is_mark(&inline)) {
            (None, true) => Some((inline, Vec::new())),
            (None, false) => {
                read.push(inline);
                None
            }
            (Some((_, inner)), true) => {
                let origin = Origin::covering(inner.iter().map(|inline| inline.origin));
                if !inner.is_empty() {
                    read.push(Inline::new(InlineKind::Strong(inner), origin));
                }
                None
            }
            (Some((mark, mut inner)), false) => {
                inner.push(inline);
                Some((mark, inner))
            }
        };
    }
    if let Some((mark, inner)) = opened {
        read.push(mark);
        read.extend(inner);
    }
    read
}

#[cfg(test)]
mod tests {
    use crate::model::{BlockKind, InlineKind, Prose};
    use crate::{Source, parse};

    #[test]
    fn bold_that_closes_after_a_space_is_bold() {
        for text in ["It met.\n\n**Action: **Clerk to write", "It met.\n\nThe** Clerk ** wrote"] {
            let document = parse(&Source::new("t", text));
            let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
            assert!(content.iter().any(|inline| matches!(inline.kind, InlineKind::Strong(_))), "{content:?}");
            assert!(!Prose::of(content).text().contains('*'), "{content:?}");
        }
    }

    #[test]
    fn a_mark_alone_stays() {
        let document = parse(&Source::new("t", "It met.\n\nPrices ** include tax"));
        let BlockKind::Paragraph { content, .. } = &document.blocks[1].kind else { panic!("{:?}", document.blocks) };
        assert_eq!(Prose::of(content).text(), "Prices ** include tax");
    }
}
