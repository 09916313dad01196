//! Where a word may be broken; the home of hyphenation.
//!
//! Large print is never hyphenated (UKAAF G003). Only a word that is wider than its line or its
//! cell comes here.

use std::sync::LazyLock;

use hyphenation::{Hyphenator, Language, Load, Standard};

/// British English patterns of the hyph-utf8 project.
static BRITISH: LazyLock<Option<Standard>> = LazyLock::new(|| {
    let mut bytes: &[u8] = include_bytes!("patterns/en-gb.standard.bincode");
    Standard::from_reader(Language::EnglishGB, &mut bytes).ok()
});

/// The offsets at which a word of letters may be broken with a hyphen, in ascending order.
pub(super) fn breaks(word: &str) -> Vec<usize> {
    BRITISH.as_ref().map_or_else(Vec::new, |patterns| patterns.hyphenate(word).breaks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_patterns_are_british() {
        // American patterns give pho-tog-ra-phy.
        assert_eq!(breaks("photography"), [3, 5]);
        assert!(breaks("the").is_empty());
    }
}
