//! What an Easy Read says of itself: the same on paper and on the web. Only people who use Easy Read can say
//! that it is Easy Read, so it is called a draft until they have checked these very words.

use crate::pictures::Picture;
use crate::rewrite::easy_read::{Checking, EasyRead, Extent};

/// What a draft is called, on its cover, on every page and in its title.
pub(super) const DRAFT: &str = "Easy Read draft: not yet checked by people who use Easy Read";

/// The same in two lines.
#[cfg(feature = "pdf")]
pub(super) const DRAFT_IN_TWO: [&str; 2] = ["Easy Read draft:", "not yet checked by people who use Easy Read"];

/// What it is called where there is room for few words.
#[cfg(feature = "pdf")]
pub(super) const DRAFT_IN_SHORT: &str = "Easy Read draft";

/// What it is called once people have checked it.
pub(super) const FINISHED: &str = "Easy Read";

/// What a document is called that nobody chose anything of.
const WHOLE_TEXT: &str = "the whole text in shorter sentences";

/// The heading of what it says of itself.
pub(super) const ABOUT: &str = "About this document";

/// The heading of the word list.
pub(super) const WORD_LIST: &str = "What hard words mean";

/// What stands in the room for a picture.
pub(super) const PICTURE: &str = "Picture here";

/// The heading of who made the pictures.
pub(super) const PICTURES: &str = "Pictures";

/// The title, as a file or a page is called.
pub(super) fn title(easy: &EasyRead) -> String {
    let title = easy.document.title();
    match (easy.extent, easy.is_draft()) {
        (Extent::ShortVersion, true) => format!("{title} ({DRAFT})"),
        (Extent::ShortVersion, false) => format!("{title}: {FINISHED}"),
        (Extent::WholeText, _) => format!("{title}: {WHOLE_TEXT} ({DRAFT})"),
    }
}

/// What stands on the cover below the title, a line each, the first the largest.
pub(super) fn cover(easy: &EasyRead) -> Vec<String> {
    match (easy.extent, &easy.checking) {
        (Extent::ShortVersion, Checking::Checked(check)) => {
            vec![FINISHED.to_owned(), format!("Checked by {} on {}", check.by.trim(), check.on.trim())]
        }
        (Extent::ShortVersion, _) => vec![DRAFT.to_owned()],
        (Extent::WholeText, _) => vec!["The whole text in shorter sentences".to_owned(), DRAFT.to_owned()],
    }
}

/// What it says of itself, a sentence or a line each.
pub(super) fn about(easy: &EasyRead) -> Vec<String> {
    let title = easy.document.title();
    let mut about: Vec<String> = match easy.extent {
        Extent::ShortVersion => vec![
            format!("This is about \"{title}\"."),
            "It is short. It has what its author chose.".to_owned(),
            "The whole document says more.".to_owned(),
        ],
        Extent::WholeText => vec![format!("This is \"{title}\" in shorter sentences."), "Nothing is left out.".to_owned()],
    };
    if !easy.words.is_empty() {
        about.push("Hard words are marked. A box says what each one means.".to_owned());
    }
    match &easy.checking {
        Checking::NotYet => {}
        Checking::OtherWords(check) => {
            about.push("People have checked other words than these.".to_owned());
            let told = [("Checked by", &check.by), ("Checked on", &check.on), ("Code of what they checked", &check.code)];
            about.extend(
                told.into_iter().filter(|(_, value)| !value.trim().is_empty()).map(|(what, value)| format!("{what}: {}", value.trim())),
            );
        }
        Checking::Checked(check) => {
            about.push("People have checked these words.".to_owned());
            about.push(format!("They are: {}", check.by.trim()));
            about.push(format!("They checked them on: {}", check.on.trim()));
        }
    }
    if easy.is_draft() {
        about.push("This is a draft. A computer helped to make it. People who use Easy Read have not yet checked it.".to_owned());
    }
    about
}

/// Who made the pictures that stand in it, a line for each maker and licence, in the order of first use. Nothing,
/// where no one is to be named.
pub(super) fn picture_credits(used: &[&Picture]) -> Vec<String> {
    let mut credits: Vec<String> = Vec::new();
    for picture in used {
        let said = |words: &Option<String>| words.as_deref().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned);
        let credit = match (said(&picture.credit), said(&picture.licence)) {
            (Some(credit), Some(licence)) => format!("Pictures by {credit}. Licence: {licence}."),
            (Some(credit), None) => format!("Pictures by {credit}."),
            (None, Some(licence)) => format!("Pictures with this licence: {licence}."),
            (None, None) => continue,
        };
        if !credits.contains(&credit) {
            credits.push(credit);
        }
    }
    credits
}

/// The code of the words, which people need who check them.
pub(super) fn code(easy: &EasyRead) -> String {
    format!("The code of these words is {}. It changes when the words change.", easy.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::{Pictures, choose};
    use crate::rewrite::easy_read::{Check, Options, easy_read};
    use crate::{Source, parse};

    #[test]
    fn each_maker_of_a_picture_is_named_once() {
        let pictures = Pictures::built_in();
        let picture = |words: &str| choose(words, &pictures).unwrap();
        let (bus, car, nurse) = (picture("bus"), picture("car"), picture("nurse"));
        let credits = picture_credits(&[nurse, bus, car, nurse]);
        assert_eq!(credits, ["Pictures by Healthicons. Licence: MIT.", "Pictures by plainsong. Licence: MIT or Apache-2.0."]);
        let unnamed = Picture { credit: None, licence: Some(" ".to_owned()), ..bus.clone() };
        let credited = Picture { credit: Some("Our club".to_owned()), ..unnamed.clone() };
        assert_eq!(picture_credits(&[&unnamed, &credited]), ["Pictures by Our club."]);
    }

    #[test]
    fn it_is_called_easy_read_only_when_chosen_and_checked() {
        let whole = parse(&Source::new("t", "# Plan\n\nWe met."));
        let options = Options::default();
        assert_eq!(
            title(&easy_read(&whole, &options)),
            "Plan: the whole text in shorter sentences (Easy Read draft: not yet checked by people who use Easy Read)"
        );
        let short = parse(&Source::new("t", "# Plan\n\n::: key-point\nWe met.\n:::"));
        let draft = easy_read(&short, &options);
        assert_eq!(title(&draft), format!("Plan ({DRAFT})"));
        let check = |code: &str| Options { check: Some(Check::new("Group", "4 May 2027", code)), ..Options::default() };
        let finished = easy_read(&short, &check(&draft.code));
        assert_eq!((title(&finished).as_str(), cover(&finished).len()), ("Plan: Easy Read", 2));
        assert_eq!(title(&easy_read(&short, &check("0123456789ab"))), format!("Plan ({DRAFT})"));
        assert!(easy_read(&whole, &check(&easy_read(&whole, &options).code)).is_draft());
    }
}
