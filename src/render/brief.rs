//! What is said again and again: in full once, and then by its first words.

/// Headings and values longer than this, in bytes, are said in full once, and then by their first
/// words. A reader knows them again, and the output stays in proportion to the document.
const REPEATED_BYTES: usize = 120;

/// The first words of a text that is too long to be said again and again.
pub(super) fn brief(text: &str) -> &str {
    if text.len() <= REPEATED_BYTES {
        return text;
    }
    let head = (0..=REPEATED_BYTES).rev().find_map(|end| text.get(..end)).unwrap_or_default();
    head.rsplit_once(' ').map_or(head, |(words, _)| words.trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_text_is_cut_and_never_in_a_word() {
        let long = "ŷ word,".repeat(40);
        assert_eq!(brief("a short text"), "a short text");
        assert!(brief(&long).len() <= REPEATED_BYTES && long.starts_with(brief(&long)));
        assert!(brief(&long).ends_with('ŷ'), "{}", brief(&long));
    }
}
