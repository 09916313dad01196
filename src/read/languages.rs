//! Welsh in English documents, and English in Welsh ones. Names are in no language: "Neuadd y Pentref"
//! stands in many an English sentence. So a passage counts as Welsh or English only by the small
//! words that hold its sentences together.

use super::word_list::WordList;
use crate::model::{BlockKind, Document, Lang, Prose, Texts, walk};
use crate::text::words;

/// Welsh words that no English sentence needs, and no name is made of.
pub(super) const WELSH: [&str; 62] = [
    "adroddiad",
    "arall",
    "bod",
    "bydd",
    "byddai",
    "cadeirydd",
    "cael",
    "cafwyd",
    "clerc",
    "cofnodion",
    "cyfarfod",
    "cynghorwyr",
    "cynghorydd",
    "cynhaliwyd",
    "cynigiwyd",
    "cytunwyd",
    "daeth",
    "derbyniwyd",
    "diolch",
    "diolchodd",
    "drwy",
    "dylid",
    "ei",
    "eiliwyd",
    "ein",
    "eleni",
    "eu",
    "fod",
    "gael",
    "gan",
    "gellir",
    "gwneud",
    "gyda",
    "hefyd",
    "hwn",
    "hyn",
    "mae",
    "mater",
    "materion",
    "mewn",
    "nesaf",
    "neu",
    "nid",
    "nodwyd",
    "oedd",
    "peidio",
    "penderfynwyd",
    "presennol",
    "rhaid",
    "rhwng",
    "roedd",
    "rydym",
    "rydyn",
    "sy",
    "sydd",
    "trafodwyd",
    "unrhyw",
    "wedi",
    "wrth",
    "yma",
    "ymddiheuriadau",
    "yw",
];
/// Welsh words of which names are made too.
static WELSH_IN_NAMES: WordList<12> =
    WordList::new(["a\u{2019}r", "a'r", "ac", "ar", "i\u{2019}r", "i'r", "o\u{2019}r", "o'r", "y", "yn", "yr", "\u{e2}"]);
/// English words that hold sentences together.
static ENGLISH: WordList<32> = WordList::new([
    "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "if", "is", "it", "not", "of", "on", "or",
    "that", "the", "their", "there", "this", "to", "was", "were", "which", "who", "will", "with",
]);
/// Fewer such words than this say nothing.
const FEWEST: usize = 3;
/// Of the words of a passage, at least one in this many is such a word.
const SHARE: usize = 7;

/// The same, quick to look up.
static WELSH_WORDS: WordList<62> = WordList::new(WELSH);

/// What a passage holds of each language.
#[derive(Debug, Default, Clone, Copy)]
struct Evidence {
    words: usize,
    welsh: usize,
    welsh_in_names: usize,
    english: usize,
}

impl Evidence {
    fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        for range in words(text) {
            evidence.words += 1;
            let word = &text[range];
            // A short word in capitals is a short form: the EU.
            if word.len() < 4 && word.chars().count() > 1 && !word.contains(char::is_lowercase) {
                continue;
            }
            evidence.welsh += usize::from(WELSH_WORDS.holds(word));
            evidence.welsh_in_names += usize::from(WELSH_IN_NAMES.holds(word));
            evidence.english += usize::from(ENGLISH.holds(word));
        }
        evidence
    }

    fn is_welsh(self) -> bool {
        let all = self.welsh + self.welsh_in_names;
        self.welsh > 0 && all >= FEWEST && all > self.english * 2 && all * SHARE >= self.words
    }

    fn is_english(self) -> bool {
        let welsh = self.welsh + self.welsh_in_names;
        self.english >= FEWEST && self.english > welsh * 2 && self.english * SHARE >= self.words
    }
}

/// What a document has in another language than it seems to have.
pub(super) struct Found {
    /// Its language.
    language: Lang,
}

/// Finds out whether a document has passages in Welsh, and whether it is mostly Welsh. `may_be_welsh` are
/// the passages with a word of [`WELSH`]; most documents have none.
pub(super) fn find(document: &Document, texts: &Texts<'_>, mut may_be_welsh: impl FnMut(usize) -> bool) -> Option<Found> {
    let (mut welsh, mut english) = (0, 0);
    let candidates = texts.iter().enumerate().filter(|(index, _)| may_be_welsh(*index));
    for evidence in candidates.map(|(_, (_, text))| Evidence::of(text)).filter(|evidence| evidence.is_welsh()) {
        welsh += evidence.words;
    }
    if welsh == 0 {
        return None;
    }
    for evidence in texts.iter().map(|(_, text)| Evidence::of(text)).filter(|evidence| evidence.is_english()) {
        if english >= welsh {
            break;
        }
        english += evidence.words;
    }
    let stated = &document.meta.language;
    // Front matter that states another language than English is believed.
    Some(Found { language: if welsh > english && stated.is_english() { Lang::welsh() } else { stated.clone() } })
}

/// Gives a document its language, and marks the passages in the other one.
pub(super) fn mark(document: &mut Document, Found { language }: Found) {
    walk::block_lists_mut(&mut document.blocks, &mut |blocks| {
        for block in blocks {
            let (BlockKind::Paragraph { content, .. } | BlockKind::Heading { content, .. }) = &block.kind else { continue };
            let evidence = Evidence::of(Prose::of(content).text());
            if language != Lang::welsh() && evidence.is_welsh() {
                block.lang = Some(Lang::welsh());
            } else if !language.is_english() && evidence.is_english() {
                block.lang = Some(Lang::default());
            }
        }
    });
    document.meta.language = language;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    const WELSH_TEXT: &str = "Cynhaliwyd y cyfarfod yn Neuadd yr Eglwys, a nodwyd bod y gwaith wedi dechrau.";
    const ENGLISH_TEXT: &str = "The meeting was held in the church hall, and it was noted that the work had begun.";

    /// The language of the document, and of each passage that has its own.
    fn languages(text: &str) -> (String, Vec<Option<String>>) {
        let document = parse(&Source::new("t", text));
        let of = |lang: &Lang| lang.tag().to_owned();
        (of(&document.meta.language), document.blocks.iter().map(|block| block.lang.as_ref().map(of)).collect())
    }

    #[test]
    fn a_document_in_welsh_says_so() {
        assert_eq!(languages(&format!("# Cofnodion\n\n{WELSH_TEXT}")), ("cy".into(), vec![None, None]));
    }

    #[test]
    fn a_passage_in_the_other_language_is_marked() {
        let english = format!("# Minutes\n\n{ENGLISH_TEXT}\n\n{WELSH_TEXT}");
        assert_eq!(languages(&english), ("en-GB".into(), vec![None, None, Some("cy".into())]));
        let welsh = format!("# Cofnodion\n\n{WELSH_TEXT}\n\n{WELSH_TEXT}\n\n{ENGLISH_TEXT}");
        assert_eq!(languages(&welsh).1, [None, None, None, Some("en-GB".into())]);
    }

    #[test]
    fn names_are_in_no_language() {
        for text in [
            "Clwb y Ddraig, Plas yr Ynys, Merched y Wawr, Coed y Brenin",
            "Neuadd y Pentref, Pentre-bach, Heol yr Orsaf",
            "Hon. Sec. Mr ap Huw (EU funds) and Cllr Gan Lewis of Ty Mawr",
            "Cyngor Cymuned Llanfedwen",
        ] {
            assert_eq!(languages(&format!("# Minutes\n\n{text}")), ("en-GB".into(), vec![None, None]), "{text}");
        }
    }
}
