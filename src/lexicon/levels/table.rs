//! The packed list of words. It is looked into as it is: only where its blocks begin is kept beside it.

use std::cmp::Ordering;
use std::sync::LazyLock;

use super::Level;

/// Words in a block. The first of a block is written in full.
const A_BLOCK: usize = 32;

/// No letter is as large as the byte that begins a word: 128 + 16 × level + letters shared with the
/// word before.
const BEGINS_WORD: u8 = 128;

/// The list, as make-words.py describes it, and where each block begins.
pub(super) struct Table {
    packed: &'static [u8],
    blocks: Vec<usize>,
}

impl Table {
    pub(super) fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Table> = LazyLock::new(|| Table::of(include_bytes!("words.bin")));
        &BUILT_IN
    }

    fn of(packed: &'static [u8]) -> Self {
        let words = packed.iter().enumerate().filter(|(_, byte)| **byte >= BEGINS_WORD);
        Self { packed, blocks: words.step_by(A_BLOCK).map(|(at, _)| at).collect() }
    }

    /// The level of a word as it stands in the list.
    pub(super) fn level(&self, word: &str) -> Option<Level> {
        let after = self.blocks.partition_point(|block| self.first_word(*block) <= word.as_bytes());
        let start = *self.blocks.get(after.checked_sub(1)?)?;
        let end = self.blocks.get(after).copied().unwrap_or(self.packed.len());
        let mut listed = Vec::new();
        let mut rest = self.packed.get(start..end)?;
        while let Some((head, tail)) = rest.split_first() {
            let letters = letters(tail);
            listed.truncate(usize::from(head % 16));
            listed.extend_from_slice(letters);
            match listed.as_slice().cmp(word.as_bytes()) {
                Ordering::Less => rest = tail.get(letters.len()..)?,
                Ordering::Equal => return of_number(head % BEGINS_WORD / 16),
                Ordering::Greater => return None,
            }
        }
        None
    }

    /// The first word of a block.
    fn first_word(&self, block: usize) -> &[u8] {
        letters(self.packed.get(block + 1..).unwrap_or_default())
    }
}

/// The letters at the beginning of some bytes.
fn letters(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().position(|byte| *byte >= BEGINS_WORD).unwrap_or(bytes.len());
    bytes.get(..end).unwrap_or_default()
}

fn of_number(number: u8) -> Option<Level> {
    [Level::A1, Level::A2, Level::B1, Level::B2, Level::C1, Level::C2].get(usize::from(number)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_found_again() {
        let table = Table::built_in();
        let mut word = Vec::new();
        let mut count = 0;
        let mut rest = table.packed;
        while let Some((head, tail)) = rest.split_first() {
            word.truncate(usize::from(head % 16));
            word.extend_from_slice(letters(tail));
            rest = &tail[letters(tail).len()..];
            count += 1;
            if count % 97 == 0 {
                let shown = std::str::from_utf8(&word).unwrap();
                assert_eq!(table.level(shown), of_number(head % BEGINS_WORD / 16), "{shown}");
            }
        }
        assert_eq!(count, 129_596);
    }

    #[test]
    fn the_ends_of_the_list_and_what_lies_beyond() {
        let table = Table::built_in();
        assert_eq!(table.level("a"), Some(Level::A1));
        assert_eq!(table.level("zzzzzz"), None);
        assert_eq!(table.level(""), None);
        assert_eq!(table.level("A"), None);
    }
}
