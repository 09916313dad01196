//! Words of our own that several formats say: the same in each, so that two people with two formats
//! can talk about what they read.

/// The heading of the list of sections.
pub(super) const CONTENTS: &str = "Contents";

/// A page, as part of a line.
#[cfg(feature = "pdf")]
pub(super) fn page(number: usize) -> String {
    format!("page {number}")
}

/// The heading of the footnotes, in formats that gather them.
pub(super) const NOTES: &str = "Notes";

/// The heading of the list of short forms.
pub(super) const SHORT_FORMS: &str = "Short forms used in this document";

/// What announces the words that stand for a picture, as screen readers do.
pub(super) const IMAGE: &str = "Image: ";

/// What stands for a picture that no words stand for.
pub(super) const IMAGE_WITHOUT_WORDS: &str = "Image without a description";

/// What follows a hard word in its explanation: what it means, as the end of a sentence.
pub(super) fn meaning(meaning: &str) -> String {
    let stop = if meaning.ends_with(['.', '!', '?']) { "" } else { "." };
    format!(" means {meaning}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_ends_once() {
        assert_eq!(meaning("people who live here"), " means people who live here.");
        assert_eq!(meaning("who can vote?"), " means who can vote?");
    }
}
