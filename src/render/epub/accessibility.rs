//! What the book says of who can read it (EPUB Accessibility 1.1, 2; the words are those of schema.org).
//! Only what is known is said. That the book conforms to anything is not: that takes a person.

use super::text::Text;
use crate::outcome::LossKind;

/// What is known of who can read a book.
pub(super) struct Accessibility {
    pictures: Pictures,
    has_printed_pages: bool,
    /// Whether a picture may move: GIF, WebP and SVG can.
    may_move: bool,
}

/// The pictures that a book shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pictures {
    None,
    /// Words stand for each.
    WithWords,
    /// For some there are no words.
    SomeWithoutWords,
}

impl Accessibility {
    pub(super) fn of(text: &Text) -> Self {
        let lacks_words = text.losses.iter().any(|loss| loss.id == LossKind::ImageWithoutWords);
        let pictures = match (text.pictures.is_empty(), lacks_words) {
            (true, _) => Pictures::None,
            (false, false) => Pictures::WithWords,
            (false, true) => Pictures::SomeWithoutWords,
        };
        let may_move = text.pictures.iter().any(|picture| !matches!(picture.media_type, "image/png" | "image/jpeg"));
        Self { pictures, has_printed_pages: text.has_printed_pages, may_move }
    }

    /// The properties of the book, each with its value, in order.
    pub(super) fn properties(&self) -> Vec<(&'static str, String)> {
        let modes: &[&str] = if self.pictures == Pictures::None { &["textual"] } else { &["textual", "visual"] };
        // With one of these sets of senses a reader gets everything.
        let sufficient: &[&str] = match self.pictures {
            Pictures::None => &["textual"],
            Pictures::WithWords => &["textual", "textual,visual"],
            Pictures::SomeWithoutWords => &["textual,visual"],
        };
        let words: &[&str] = if self.pictures == Pictures::WithWords { &["alternativeText"] } else { &[] };
        let pages: &[&str] = if self.has_printed_pages { &["pageBreakMarkers", "pageNavigation"] } else { &[] };
        let features = [&["displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"], words, pages];
        let hazard = if self.may_move { "unknown" } else { "none" };
        let mut properties = Vec::new();
        let mut add = |name, values: &[&str]| properties.extend(values.iter().map(|value| (name, (*value).to_owned())));
        add("schema:accessMode", modes);
        add("schema:accessModeSufficient", sufficient);
        add("schema:accessibilityFeature", &features.concat());
        add("schema:accessibilityHazard", &[hazard]);
        properties.push(("schema:accessibilitySummary", self.summary()));
        properties
    }

    /// The same for people.
    fn summary(&self) -> String {
        let pictures = match self.pictures {
            Pictures::None => "There are no pictures in the text.",
            Pictures::WithWords => "Words stand for every picture.",
            Pictures::SomeWithoutWords => "Some pictures have no words that stand for them.",
        };
        let pages = if self.has_printed_pages { " You can go to the pages of the printed document by their numbers." } else { "" };
        format!(
            "This book was made by computer from a text. Its headings, lists and tables are marked, and you can go to each heading. \
             You can change letters, sizes and colours. {pictures}{pages} No person has checked this book."
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::render::epub::{Options, render};
    use crate::{Source, parse};

    /// The package of a book with a picture of these bytes.
    fn package(text: &str, picture: &[u8]) -> String {
        let mut options = Options::default();
        options.resources.insert("a", picture);
        let book = render(&parse(&Source::new("a.md", text)), &options).output;
        String::from_utf8(book.get("EPUB/package.opf").unwrap().to_vec()).unwrap()
    }

    const PNG: &[u8] = include_bytes!("../../../fixtures/reports/media/seal.png");

    #[test]
    fn text_is_enough_only_if_every_picture_has_words() {
        let alone = "accessModeSufficient\">textual<";
        let none = package("Text", b"");
        assert!(none.contains(alone) && none.contains("no pictures") && !none.contains("visual"), "{none}");
        let with = package("![A tick](a)", PNG);
        assert!(with.contains(alone) && with.contains("alternativeText") && with.contains("accessMode\">visual"), "{with}");
        let without = package("![A tick](a) ![](a)", PNG);
        assert!(!without.contains(alone) && !without.contains("alternativeText"), "{without}");
    }

    #[test]
    fn a_picture_that_may_move_may_be_a_hazard() {
        assert!(package("![A tick](a)", PNG).contains("accessibilityHazard\">none"));
        assert!(package("![A tick](a)", b"<svg xmlns='http://www.w3.org/2000/svg'/>").contains("accessibilityHazard\">unknown"));
    }

    #[test]
    fn nothing_claims_to_conform() {
        let package = package("![A tick](a)", PNG);
        assert!(!package.contains("conformsTo") && !package.contains("certifiedBy") && !package.contains("WCAG"), "{package}");
    }
}
