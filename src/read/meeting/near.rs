//! The part of a passage that stands near a place. What a word means often shows in the words beside it, and
//! passages are long.

use std::ops::Range;

/// Words near a place stand within so many bytes of it, or the whole passage is looked at.
const NEAR: usize = 128;

/// The part of a text that holds the word at a place and so many words on either side, and maybe more. It is
/// [`None`] where they are further away than words are.
pub(super) fn near(text: &str, at: usize, count: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let (start, end) = (at.saturating_sub(NEAR), bytes.len().min(at + NEAR));
    let before = length(bytes.get(start..at)?.rsplit(u8::is_ascii_whitespace), count);
    let after = length(bytes.get(at..end)?.split(u8::is_ascii_whitespace), count + 1);
    let start = before.map(|length| at - length).or((start == 0).then_some(0))?;
    let end = after.map(|length| at + length).or((end == bytes.len()).then_some(end))?;
    Some(start..end)
}

/// How many bytes hold so many words, if these stretches between white space are enough. Each that has a letter
/// or a digit has a word at least, and no word goes on over white space. The last stretch may go on.
fn length<'a>(stretches: impl Iterator<Item = &'a [u8]>, mut words: usize) -> Option<usize> {
    let mut length = 0;
    for stretch in stretches {
        if words == 0 {
            return Some(length);
        }
        length += stretch.len() + 1;
        words = words.saturating_sub(usize::from(stretch.iter().any(u8::is_ascii_alphanumeric)));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::meeting::words::Words;

    proptest::proptest! {
        #[test]
        fn the_words_near_a_place_are_those_of_the_whole(text in "([ab.'\u{e9} -]{0,9} |x{0,60}){0,6}the panel agreed to[ab.'\u{e9} -]{0,30}y{0,200}") {
            let at = text.find("agreed").unwrap_or_default();
            let Some(part) = near(&text, at, 3) else { return Ok(()) };
            let (whole, near) = (Words::of(&text), Words::of(&text[part.clone()]));
            let printed = |words: &Words<'_>, start: usize| -> Vec<String> {
                let agreed = (0..words.len()).position(|index| words.bytes(index..index + 1).is_some_and(|word| word.start + start == at));
                let agreed = agreed.unwrap_or_default();
                (agreed.saturating_sub(3)..agreed + 4).map(|index| words.printed(index).to_owned()).collect()
            };
            proptest::prop_assert_eq!(printed(&near, part.start), printed(&whole, 0));
        }
    }

    #[test]
    fn a_text_without_white_space_has_no_part_that_is_near() {
        let text = format!("{0}agreed{0}", "a/".repeat(NEAR));
        assert_eq!(near(&text, 2 * NEAR, 1), None);
        assert_eq!(near("we agreed", 3, 4), Some(0..9));
    }
}
