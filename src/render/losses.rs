//! The losses that several formats meet, each told in the same words.

use crate::model::{Date, Document, Image, Origin, part_of};
use crate::outcome::{Loss, LossKind};
use crate::render::brief::brief;
use crate::source::Span;

/// A reference to a footnote that the document does not have.
pub(super) fn footnote_missing(label: &str, span: Option<Span>) -> Loss {
    let message = format!("The text refers to note {label}, and there is no such note. Add the note, or take the reference out.");
    Loss::new(LossKind::FootnoteMissing, message, label, span)
}

/// A picture that the output does not show. The words that stand for it, if there are any, are there.
pub(super) fn image_not_shown(image: &Image, origin: Origin) -> Loss {
    let message = if image.alternative.trim().is_empty() {
        format!("The picture \"{}\" is not shown, and no words stand for it. Give it an alternative text.", image.address)
    } else {
        format!("The picture \"{}\" is not shown. The words that stand for it are.", image.address)
    };
    Loss::new(LossKind::ImageNotShown, message, "", origin.span())
}

/// A picture that cannot be shown, and why. The words that stand for it, if there are any, are there.
pub(super) fn image_not_shown_because(image: &Image, origin: Origin, why: &dyn std::fmt::Display) -> Loss {
    let mut loss = image_not_shown(image, origin);
    loss.message = format!("{} {why}", loss.message);
    loss
}

/// A picture that is shown, and that no words stand for.
pub(super) fn image_without_words(image: &Image, origin: Origin) -> Option<Loss> {
    image.alternative.trim().is_empty().then(|| {
        let message = format!(
            "No words stand for the picture \"{}\", so it says nothing to people who listen. Give it an alternative text.",
            image.address
        );
        Loss::new(LossKind::ImageWithoutWords, message, "", origin.span())
    })
}

/// A link that leads to no place that a reader can safely go to. Its words are there.
pub(super) fn link_not_kept(target: &str, origin: Origin) -> Loss {
    let message = format!(
        "The link to \"{}\" is left out. Only addresses of pages, files, mailboxes and phones are linked. The words of the link are there.",
        brief(target)
    );
    Loss::new(LossKind::LinkNotKept, message, target, origin.span())
}

/// A link to a file that lies beside the document, and not in the book. Its words are there.
pub(super) fn link_out_of_book(target: &str, origin: Origin) -> Loss {
    let message = format!(
        "The link to \"{}\" is left out: the file is not in the book. Give the address of a page on the web. The words of the link are there.",
        brief(target)
    );
    Loss::new(LossKind::LinkNotKept, message, target, origin.span())
}

/// The advisory title of a link or a picture, if it says more than the words do.
pub(super) fn title_not_shown(title: Option<&str>, words: &str, origin: Origin) -> Option<Loss> {
    let title = title.map(str::trim).filter(|title| !title.is_empty() && *title != words.trim())?;
    let message = format!("The title \"{title}\" of a link or picture is not shown. If readers need it, write it in the text.");
    Some(Loss::new(LossKind::TitleNotShown, message, title, origin.span()))
}

/// The date of a file that must have one: what the document states, else `fallback`, else the first
/// day of 1970, and that is a loss.
pub(super) fn date(document: &Document, fallback: Option<Date>) -> (Date, Option<Loss>) {
    match document.meta.date.as_ref().map(|date| date.value).or(fallback) {
        Some(date) => (date, None),
        None => {
            let message =
                "The document does not clearly state a date, and the file needs one. The file says 1970-01-01. Give the document a date.";
            (Date::EPOCH, Some(Loss::new(LossKind::DateUnknown, message, "", None)))
        }
    }
}

/// The characters of a text that the format forbids: a loss for each, at its first place, with how
/// often it is there. `instead` is what stands in its place.
pub(super) fn forbidden_characters(text: &str, origin: Origin, is_forbidden: impl Fn(char) -> bool, instead: &str) -> Vec<Loss> {
    let mut found: Vec<(char, usize, usize)> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, character)| is_forbidden(*character)) {
        match found.iter_mut().find(|(known, ..)| *known == character) {
            Some((_, _, count)) => *count += 1,
            None => found.push((character, at, 1)),
        }
    }
    let tell = |(character, at, count): (char, usize, usize)| {
        let often = if count > 1 { format!(", which is here {count} times") } else { String::new() };
        let code = code_point(character);
        let message =
            format!("This format does not allow the character {code}{often}. {instead} stands in its place. Remove it from the document.");
        let span = place(text, origin, at, character.len_utf8());
        Loss::new(LossKind::ForbiddenCharacter, message, character.to_string().repeat(count), span)
    };
    found.into_iter().map(tell).collect()
}

/// The name of a character that has no sign to be seen by: `U+0001`.
pub(super) fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// The place of a part of a text, where the source has the text as it is.
fn place(text: &str, origin: Origin, at: usize, length: usize) -> Option<Span> {
    match origin {
        Origin::Literal(span) if span.end - span.start == text.len() => part_of(origin, at, at + length).span(),
        Origin::Literal(_) | Origin::Decoded(_) | Origin::DerivedFrom(_) | Origin::None => origin.span(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forbidden_character_is_named_counted_and_found() {
        let text = "ŷ\u{1}b\u{2}\u{1}";
        let losses = forbidden_characters(text, Origin::Literal(Span::new(10, 16)), char::is_control, "A space");
        assert_eq!(losses.len(), 2);
        assert!(losses[0].message.contains("U+0001, which is here 2 times. A space stands"), "{}", losses[0].message);
        assert_eq!((losses[0].text.as_str(), losses[0].span), ("\u{1}\u{1}", Some(Span::new(12, 13))));
        assert!(losses[1].message.contains("U+0002. A space"), "{}", losses[1].message);
        assert_eq!(losses[1].span, Some(Span::new(14, 15)));
    }

    #[test]
    fn a_title_that_says_no_more_than_the_words_is_no_loss() {
        assert_eq!(title_not_shown(Some(" Plans "), "Plans", Origin::None), None);
        assert_eq!(title_not_shown(Some(" "), "Plans", Origin::None), None);
        assert!(title_not_shown(Some("All plans"), "Plans", Origin::None).is_some_and(|loss| loss.message.contains("\"All plans\"")));
    }

    #[test]
    fn a_picture_without_words_is_told_as_one() {
        let mut image = Image { address: "map.png".to_owned(), alternative: "Map".to_owned(), title: None };
        assert!(image_not_shown(&image, Origin::None).message.ends_with("The words that stand for it are."));
        image.alternative = " ".to_owned();
        assert!(image_not_shown(&image, Origin::None).message.contains("no words stand for it"));
    }
}
