//! Numbers that only their neighbours tell from amounts: `1 Apologies`, `2 Minutes`, without a dot.

use super::lines::first_words;
use super::numbers::{heading_number, take};
use crate::model::{Block, BlockKind, Date, Inline, InlineKind, Label};

/// `1 The Chairman welcomed` begins with a number if the paragraphs beside it have the ones before
/// and after: else it may count something.
pub(super) fn recognise(blocks: &mut [Block]) {
    let is_bare = |block: &Block| matches!(&block.kind, BlockKind::Paragraph { number: None, content } if bare(content).is_some());
    if blocks.len() < 2 || !blocks.iter().any(is_bare) {
        return;
    }
    let mut printed: Vec<(usize, usize, bool)> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let found = match &block.kind {
            BlockKind::Paragraph { number: None, content } => bare(content).map(|number| (number, true)),
            BlockKind::Paragraph { number: Some(label), .. } | BlockKind::Heading { number: Some(label), .. } => {
                counted(label).map(|number| (number, false))
            }
            BlockKind::List(list) => {
                let numbers = || list.items.iter().filter_map(|item| item.label.as_deref()).filter_map(counted);
                printed.extend(numbers().next().map(|number| (index, number, false)));
                numbers().next_back().map(|number| (number, false))
            }
            BlockKind::Heading { .. }
            | BlockKind::Definitions(_)
            | BlockKind::Table(_)
            | BlockKind::Quote(_)
            | BlockKind::Code(_)
            | BlockKind::Figure(_)
            | BlockKind::Footnote { .. }
            | BlockKind::Explanation { .. }
            | BlockKind::Break => None,
        };
        printed.extend(found.map(|(number, is_bare)| (index, number, is_bare)));
    }
    for (place, &(index, number, is_bare)) in printed.iter().enumerate() {
        if !is_bare {
            continue;
        }
        let before = place.checked_sub(1).and_then(|place| printed.get(place)).map(|(_, number, _)| *number);
        let after = printed.get(place + 1).map(|(_, number, _)| *number);
        let goes_on = before.is_none_or(|before| before == number || before + 1 == number);
        let is_followed = after.is_none_or(|after| after == number || after == number + 1);
        if goes_on
            && is_followed
            && (before.is_some() || after.is_some())
            && let Some(BlockKind::Paragraph { number, content }) = blocks.get_mut(index).map(|block| &mut block.kind)
        {
            take(number, content, heading_number);
        }
    }
}

/// The whole number without a dot that a paragraph begins with, a capital after it.
fn bare(content: &[Inline]) -> Option<usize> {
    let Some(InlineKind::Text(first)) = content.first().map(|inline| &inline.kind) else { return None };
    if !first.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    let words = first_words(content);
    let (number, after) = words.split_at_checked(heading_number(&words)?)?;
    let is_month = Date::month_named(after.split_whitespace().next()?).is_some();
    if is_month { None } else { number.parse().ok() }
}

/// The number of a label without parts.
fn counted(label: &Label) -> Option<usize> {
    label.text.trim_end_matches(['.', ')']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn a_number_without_a_dot_needs_neighbours() {
        let printed = |text: &str| {
            let document = parse(&Source::new("t", text));
            let number = |block: &Block| match &block.kind {
                BlockKind::Paragraph { number, .. } => number.as_ref().map(|number| number.text.clone()),
                _ => None,
            };
            document.blocks.iter().filter_map(number).collect::<Vec<_>>()
        };
        assert_eq!(printed("# T\n\n1 Apologies\n\nMr Ward.\n\n2 Minutes of the last meeting\n\n3 Roads"), ["1", "2", "3"]);
        assert_eq!(printed("# T\n\n1\\. Those attending\n\n1 The Chairman welcomed them\n\n2\\. Apologies"), ["1.", "1", "2."]);
        assert!(printed("# T\n\n12 Councillors came\n\nThe end.").is_empty());
        assert!(printed("# T\n\n5 March 2024\n\n6 March 2024").is_empty());
        assert_eq!(printed("# T\n\n4\\. Roads\n\n12 Lights are out\n\n5\\. Police"), ["4.", "5."]);
    }
}
