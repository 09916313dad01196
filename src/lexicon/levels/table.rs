//! The packed list of words. It is looked into as it is: nothing of it is unpacked.

use super::Level;

/// Words in a block. The first of a block is written in full.
#[cfg(test)]
const A_BLOCK: usize = 32;

/// No letter is as large as the byte that begins a word: 128 + 16 × level + letters shared with the
/// word before.
const BEGINS_WORD: u8 = 128;

/// The list, as make-words.py describes it.
static WORDS: &[u8] = include_bytes!("words.bin");

/// Where each block of the list begins, four bytes each, the lowest first. A test holds it and the list together,
/// and makes it anew: `PLAINSONG_PACKS=renew cargo test --lib blocks`.
static BLOCKS: &[u8] = include_bytes!("blocks.bin");

/// The level of a word as it stands in the list.
pub(super) fn level(word: &str) -> Option<Level> {
    let word = word.as_bytes();
    let block = last_block_up_to(word)?;
    let end = block_start(block + 1).unwrap_or(WORDS.len());
    let mut rest = WORDS.get(block_start(block)?..end)?;
    // How many letters the word shares with the one before in the list, which stands before it in the alphabet.
    let mut shared = 0;
    while let Some((head, tail)) = rest.split_first() {
        let letters = letters(tail);
        let kept = usize::from(head % 16);
        // What differs from the word in the same letter as the one before still stands before it.
        if kept <= shared {
            let wanted = word.get(kept..)?;
            if letters == wanted {
                return Level::ALL.get(usize::from(head % BEGINS_WORD / 16)).copied();
            }
            if letters > wanted {
                return None;
            }
            shared = kept + letters.iter().zip(wanted).take_while(|(one, other)| one == other).count();
        }
        rest = tail.get(letters.len()..)?;
    }
    None
}

/// The last block of which the first word does not stand after a word in the alphabet.
fn last_block_up_to(word: &[u8]) -> Option<usize> {
    let (mut low, mut high) = (0, BLOCKS.len() / 4);
    while low < high {
        let middle = low.midpoint(high);
        let first = letters(WORDS.get(block_start(middle)? + 1..)?);
        if first <= word {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1)
}

fn block_start(block: usize) -> Option<usize> {
    let start = BLOCKS.get(4 * block..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*start)).ok()
}

/// The letters at the beginning of some bytes.
fn letters(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte >= BEGINS_WORD).unwrap_or(bytes.len());
    bytes.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn blocks_begin_where_they_are_said_to() {
        let starts = WORDS.iter().enumerate().filter(|(_, byte)| **byte >= BEGINS_WORD).step_by(A_BLOCK);
        let expected: Vec<u8> = starts.flat_map(|(at, _)| u32::try_from(at).unwrap().to_le_bytes()).collect();
        if std::env::var_os("PLAINSONG_PACKS").is_some_and(|value| value == "renew") {
            std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/levels/blocks.bin"), &expected).unwrap();
            return;
        }
        assert!(BLOCKS == expected, "The list has changed. Make its blocks anew: PLAINSONG_PACKS=renew cargo test --lib blocks");
    }

    #[test]
    fn every_word_of_the_list_is_found_again() {
        let mut word = Vec::new();
        let mut count = 0;
        let mut rest = WORDS;
        while let Some((head, tail)) = rest.split_first() {
            word.truncate(usize::from(head % 16));
            word.extend_from_slice(letters(tail));
            rest = &tail[letters(tail).len()..];
            count += 1;
            let shown = std::str::from_utf8(&word).unwrap();
            assert_eq!(level(shown), Level::ALL.get(usize::from(head % BEGINS_WORD / 16)).copied(), "{shown}");
        }
        assert_eq!(count, 129_596);
    }

    #[test]
    fn the_ends_of_the_list_and_what_lies_beyond() {
        assert_eq!(level("a"), Some(Level::A1));
        for other in ["zzzzzz", "", "A", "houseq", "hous", "administrationally", "\u{e9}"] {
            assert_eq!(level(other), None, "{other}");
        }
    }
}
