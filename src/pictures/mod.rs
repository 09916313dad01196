//! Pictures that stand beside words in Easy Read: which there are, and which fits a sentence.
//!
//! A council's own come first, from a folder with a `pictures.toml`; then those that come with plainsong, 112
//! for some 600 words. A word of the sentence chooses, the most specific first. No picture is better than a wrong
//! one: where no word is known, there is none.

mod built_in;
mod contact_sheet;
mod index;
mod own;

use std::sync::{Arc, LazyLock};

pub use contact_sheet::contact_sheet;
use index::Index;

/// A picture, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Picture {
    /// The name of its file: `bus.svg`.
    pub file: String,
    /// The words that choose it.
    pub terms: Vec<String>,
    /// Whether its words are on every page, such as "people" or "council": a picture of what else the sentence
    /// speaks of goes before it.
    pub is_general: bool,
    /// What it shows, for people who do not see it. Beside a sentence that says the same it is decoration.
    pub alternative: String,
    /// Who made it, if that is to be said.
    pub credit: Option<String>,
    /// The licence under which it may be used, if that is to be said.
    pub licence: Option<String>,
    /// The bytes of the file: SVG, PNG or JPEG.
    pub bytes: Arc<[u8]>,
}

/// A set of pictures. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pictures {
    own: Arc<Index>,
    with_built_in: bool,
}

impl Pictures {
    /// The pictures that come with plainsong.
    #[must_use]
    pub fn built_in() -> Self {
        Self { own: Arc::default(), with_built_in: true }
    }

    /// No pictures at all.
    #[must_use]
    pub fn none() -> Self {
        Self { own: Arc::default(), with_built_in: false }
    }

    /// These pictures alone.
    #[must_use]
    pub fn without_built_in(self) -> Self {
        Self { with_built_in: false, ..self }
    }

    /// Every picture, in order: a council's own first.
    pub fn iter(&self) -> impl Iterator<Item = &Picture> {
        self.indices().flat_map(|index| index.pictures.iter())
    }

    fn indices(&self) -> impl Iterator<Item = &Index> {
        static BUILT_IN: LazyLock<Index> = LazyLock::new(built_in::index);
        let built_in: Option<&Index> = if self.with_built_in { Some(&BUILT_IN) } else { None };
        std::iter::once(self.own.as_ref()).chain(built_in)
    }
}

impl Default for Pictures {
    /// The pictures that come with plainsong.
    fn default() -> Self {
        Self::built_in()
    }
}

/// The picture for a sentence: that of the longest phrase it holds, the first of those. A council's own goes
/// before ours. Of a name, such as "Ambleford Library", only what it ends with chooses, and of the name of a street
/// nothing.
///
/// ```
/// use plainsong::pictures::{Pictures, choose};
///
/// let pictures = Pictures::built_in();
/// assert_eq!(choose("The bus will stop at the library.", &pictures).unwrap().file, "bus.svg");
/// assert_eq!(choose("We are up to date.", &pictures), None);
/// ```
#[must_use]
pub fn choose<'a>(sentence: &str, pictures: &'a Pictures) -> Option<&'a Picture> {
    let words = index::words_of(sentence);
    pictures.indices().find_map(|index| index.choose(&words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(sentence: &str) -> Option<&'static str> {
        static PICTURES: LazyLock<Pictures> = LazyLock::new(Pictures::built_in);
        choose(sentence, &PICTURES).map(|picture| picture.file.as_str())
    }

    #[test]
    fn the_most_specific_term_chooses() {
        assert_eq!(chosen("People can swim at the leisure centre."), Some("exercise.svg"));
        assert_eq!(chosen("The parish council met."), Some("town-hall.svg"));
        assert_eq!(chosen("The council asked residents about the buses."), Some("bus.svg"));
        assert_eq!(chosen("Children use the play area."), Some("playground.svg"));
        assert_eq!(chosen("VOTES were counted."), Some("vote.svg"));
        assert_eq!(chosen("Anti\u{2011}social behaviour was reported."), Some("police.svg"));
    }

    #[test]
    fn no_picture_rather_than_a_wrong_one() {
        for sentence in ["", "It is up to date.", "It will take place in May.", "This is of course true.", "It was not agreed.", "Xyzzy."] {
            assert_eq!(chosen(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn a_name_is_what_it_ends_with() {
        assert_eq!((chosen("There is a gate in School Lane."), chosen("The lane is muddy.")), (None, Some("road.svg")));
        assert_eq!(chosen("The Ambleford Library is closed."), Some("books.svg"));
        assert_eq!(
            (chosen("Community Account \u{a3}20"), chosen("The Department for Food and Rural Affairs wrote.")),
            (None, Some("pencil.svg"))
        );
        for person in ["Mrs Church", "Mrs. Church", "D. Church", "D Church", "Cllr Church"] {
            assert_eq!(chosen(&format!("{person} came late.")).filter(|file| *file == "church.svg"), None, "{person}");
        }
        assert_eq!(chosen("A Church of England minister came."), Some("church.svg"));
    }

    #[test]
    fn an_address_chooses_nothing() {
        for address in ["https://council.example/help-at-home/bus", "bus@council.example", "www.council.example/bus"] {
            assert_eq!(chosen(&format!("See {address}")), None, "{address}");
        }
        assert_eq!(chosen("Send an email to bus@council.example today"), Some("email.svg"));
    }

    #[test]
    fn words_of_papers_that_mean_something_else_choose_nothing() {
        // Each of these had a picture that misled.
        for sentence in [
            "Grant of consent.",
            "No objection.",
            "The test is not met by them.",
            "Appointment of a trustee.",
            "This course of action is best.",
            "It has a flat roof.",
            "He has a family connection.",
            "It is accessible to all.",
            "The Met Office wrongly thinks so.",
            "Lessons learned.",
            "It is behind the sub-station.",
        ] {
            assert_eq!(chosen(sentence), None, "{sentence}");
        }
        assert_eq!(chosen("Planning Permission - First Floor"), Some("certificate.svg"));
    }

    #[test]
    fn a_phrase_does_not_run_through_a_comma() {
        assert_eq!(chosen("In the car, park rangers sat."), Some("car.svg"));
    }

    #[test]
    fn there_are_pictures_for_what_councils_talk_about() {
        for (term, file) in [
            ("meeting", "meeting"),
            ("vote", "vote"),
            ("money", "pound"),
            ("home", "home"),
            ("carer", "social-work"),
            ("council", "town-hall"),
            ("doctor", "doctor"),
            ("bus", "bus"),
            ("phone", "phone"),
            ("email", "email"),
            ("date", "calendar"),
            ("plan", "plan"),
            ("decide", "choice"),
            ("complain", "complaint"),
            ("safe", "safe"),
        ] {
            assert_eq!(chosen(term), Some(format!("{file}.svg").as_str()), "{term}");
        }
        let pictures = Pictures::built_in();
        let terms: usize = pictures.iter().map(|picture| picture.terms.len()).sum();
        assert!(pictures.iter().count() >= 80 && terms >= 500, "{terms}");
        assert_eq!(Pictures::none().iter().count(), 0);
    }
}
