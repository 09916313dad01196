//! The blocks of an Easy Read as ideas: what stands together, with a picture beside it.

use crate::model::{Block, BlockKind, InlineKind, Item, List, Origin, Prose, walk};
use crate::pictures::{Picture, Pictures, choose};
use crate::rewrite::summary::{CAME, NEXT_MEETING};

/// Blocks in runs, each the sentences of one paragraph with the meanings of words in it, or a block that
/// stands alone.
pub(crate) fn ideas(blocks: &[Block]) -> Vec<&[Block]> {
    let mut ideas = Vec::new();
    let mut rest = blocks;
    while let Some((first, after)) = rest.split_first() {
        let mut length = 1 + after.iter().take_while(|block| belongs(first, block)).count();
        // "They are:" says nothing without its list.
        if leads_to_list(rest, length) {
            length += 1 + rest.iter().skip(length + 1).take_while(|block| matches!(block.kind, BlockKind::Explanation { .. })).count();
        }
        let (idea, others) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        ideas.push(idea);
        rest = others;
    }
    ideas
}

/// Whether so many blocks end with a colon, and short items follow.
fn leads_to_list(blocks: &[Block], length: usize) -> bool {
    let Some(Block { kind: BlockKind::Paragraph { content, .. }, .. }) = length.checked_sub(1).and_then(|last| blocks.get(last)) else {
        return false;
    };
    let next = blocks.get(length..).unwrap_or_default();
    let is_list = matches!(next, [Block { kind: BlockKind::List(_), .. }, ..]) && items_with_ideas(next).is_none();
    is_list && Prose::of(content).text().trim_end().ends_with(':')
}

/// Whether a block goes on with an idea: the next sentence of the same paragraph, what a sentence of it lists, or
/// the meaning of a word in it. What no author wrote, such as what we say of a list, is one thing as well.
fn belongs(first: &Block, block: &Block) -> bool {
    let is_of_paragraph = matches!(first.kind, BlockKind::Paragraph { .. }) && first.origin == block.origin;
    match &block.kind {
        BlockKind::Explanation { .. } => takes_picture(&first.kind),
        BlockKind::Paragraph { number: None, .. } => is_of_paragraph,
        BlockKind::List(_) => is_of_paragraph && block.origin.span().is_some(),
        BlockKind::Paragraph { number: Some(_), .. }
        | BlockKind::Heading { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Break => false,
    }
}

/// The picture for an idea: that of its first passage that some picture fits. What we say to explain a word
/// chooses none.
pub(crate) fn picture<'a>(idea: &[Block], pictures: &'a Pictures) -> Option<&'a Picture> {
    let mut chosen = None;
    for block in idea.iter().filter(|block| !matches!(block.kind, BlockKind::Explanation { .. })) {
        walk::passages(std::slice::from_ref(block), &mut |passage| {
            chosen = chosen.or_else(|| choose(Prose::of(passage.content).text(), pictures));
        });
    }
    chosen
}

/// The picture for what stands below a heading of ours and has none of its own, such as names and days. Below any other
/// heading there is none.
pub(crate) fn section_picture<'a>(idea: &[Block], pictures: &'a Pictures) -> Option<&'a Picture> {
    let Some(Block { kind: BlockKind::Heading { content, .. }, origin: Origin::None, .. }) = idea.first() else { return None };
    let words = Prose::of(content);
    [CAME, NEXT_MEETING].contains(&words.text()).then(|| choose(words.text(), pictures)).flatten()
}

/// The list, if each of its items is an idea of its own. Short items without numbers are one idea together.
pub(crate) fn items_with_ideas(idea: &[Block]) -> Option<&List> {
    let BlockKind::List(list) = &idea.first()?.kind else { return None };
    list.items.iter().any(is_idea).then_some(list)
}

/// Items of more words than a sentence should have (GOV.UK, 2020) do not stand together beside one picture.
const SHORT_ITEM: usize = 15;

/// Whether an item is an idea of its own: with a number, of several paragraphs, or longer than a sentence, as minutes
/// have them; or with the way to what it repeats.
fn is_idea(item: &Item) -> bool {
    let mut words = 0;
    let mut leads_away = false;
    walk::passages(&item.blocks, &mut |passage| {
        words += Prose::of(passage.content).text().split_whitespace().count();
        walk::inlines(passage.content, &mut |inline| leads_away |= matches!(inline.kind, InlineKind::CrossReference { .. }));
    });
    item.label.is_some() || item.blocks.len() > 1 || words > SHORT_ITEM || leads_away
}

/// Whether a picture can stand beside a block. Tables need the whole width; headings, and what a word in a heading or a
/// table means, no picture.
pub(crate) fn takes_picture(kind: &BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph { .. } | BlockKind::List(_) | BlockKind::Quote(_) => true,
        BlockKind::Heading { .. }
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Explanation { .. }
        | BlockKind::Footnote { .. }
        | BlockKind::Break => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::{Options, easy_read};
    use crate::{Source, parse};

    #[test]
    fn an_idea_is_a_paragraph_with_what_its_words_mean() {
        let text = "# T\n\nStakeholders met. They ate.\n\nIt rained.\n\n- a\n- governance\n\n1.1 It ended. We left.";
        let easy = easy_read(&parse(&Source::new("t", text)), &Options::default());
        let lengths: Vec<usize> = ideas(&easy.document.blocks).iter().map(|idea| idea.len()).collect();
        assert_eq!(lengths, [1, 3, 1, 2, 2]);
    }

    #[test]
    fn names_and_the_next_day_have_the_picture_of_their_heading() {
        let text = "# Minutes\n\nPresent: A. Vane\n\n## Next meeting\n\nRESOLVED: That it go.\n\nNext meeting: 4 May 2027";
        let minutes = parse(&Source::new("t", text));
        let easy = crate::rewrite::summary::summarise_as(&minutes, crate::rewrite::summary::Shape::EasyRead).unwrap().document;
        let pictures = Pictures::built_in();
        let files: Vec<&str> =
            ideas(&easy.blocks).into_iter().filter_map(|idea| section_picture(idea, &pictures)).map(|one| one.file.as_str()).collect();
        assert_eq!(files, ["people.svg", "calendar.svg"], "and not the heading of the minutes");
    }

    #[test]
    fn numbered_items_and_long_ones_are_ideas_of_their_own() {
        let is_of_ideas = |text: &str| items_with_ideas(&parse(&Source::new("t", text)).blocks).is_some();
        assert!(is_of_ideas("1. We met.\n2. It rained.") && is_of_ideas("- We met.\n\n  It rained.\n\n- We left."));
        assert!(is_of_ideas(&format!("- We met.\n- {}", "It rained. ".repeat(8))));
        assert!(!is_of_ideas("- We met.\n- It rained.") && !is_of_ideas("We met."));
        let minutes = parse(&Source::new("t", "# Minutes\n\nPresent: A. Vane\n\n## Hut\n\nRESOLVED: That it go."));
        let blocks = crate::rewrite::summary::summarise(&minutes).unwrap().document.blocks;
        assert_eq!(ideas(&blocks).into_iter().filter_map(items_with_ideas).count(), 1);
    }

    #[test]
    fn what_leads_to_short_items_is_one_idea_with_them() {
        let lengths = |text: &str| {
            let easy = easy_read(&parse(&Source::new("t", text)), &Options::default());
            ideas(&easy.document.blocks).iter().map(|idea| idea.len()).collect::<Vec<usize>>()
        };
        assert_eq!(lengths("We met them:\n\n- Ann\n- a stakeholder\n\nIt rained."), [3, 1]);
        assert_eq!(lengths("We met them.\n\n- Ann\n- Bo"), [1, 1]);
        assert_eq!(lengths("We met them:\n\n1. Ann\n2. Bo"), [1, 1], "numbered items are ideas of their own");
    }

    #[test]
    fn the_first_passage_that_a_picture_fits_chooses_it() {
        let text = "# T\n\nIt was so. The bus came. The stakeholders voted.\n\nIt was so. Governance was so.";
        let easy = easy_read(&parse(&Source::new("t", text)), &Options::default());
        let pictures = Pictures::built_in();
        let files: Vec<_> =
            ideas(&easy.document.blocks).iter().skip(1).map(|idea| picture(idea, &pictures).map(|one| one.file.as_str())).collect();
        assert_eq!(files, [Some("bus.svg"), None]);
    }
}
