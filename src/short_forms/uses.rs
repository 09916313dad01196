//! Where a document uses short forms, explained or not.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::long_words::LongWords;
use super::people::{People, follows_title};
use super::references::{is_inward_code, is_reference, is_reference_number, is_roman, is_with_digit};
use super::shouting::{WORD_LENGTH, is_heading, is_stressed, row_around};
use super::tokens::{self, bare};
use super::workplaces::{follows_name, follows_person};
use crate::model::{Acronym, Document, Prose, Role, Texts};
use crate::source::Span;
use crate::text::places_of;

/// The most letters of a short form in capitals. Longer ones are names and words.
const LONGEST: usize = 7;

/// Marks that stand for no name: of times, years, titles and the points of the compass.
const MARKS: [&str; 18] = ["AD", "AM", "BC", "DR", "HM", "JNR", "MR", "MRS", "MS", "NB", "NE", "NW", "OK", "PM", "PS", "SE", "SNR", "SW"];

/// Short forms that are words, too. Among words in capitals they are words.
const WORDS: [&str; 22] = [
    "BID", "CAP", "CHIP", "CIVIC", "IT", "MASH", "NEST", "NICE", "PACE", "PALS", "PIN", "PIP", "PO", "RAG", "REAL", "SALT", "SAR", "SEND",
    "SID", "SNAP", "US", "WHO",
];

/// A use of a short form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use {
    /// The short form, without the ending of a plural or a possessive.
    pub(crate) short: String,
    /// Where it stands, without that ending.
    pub(crate) span: Span,
    /// Whether it only says where somebody works: "Stephen Taylor (SCC)".
    pub(crate) is_affiliation: bool,
}

/// Every use of a short form, in reading order. `capitals` are the stretches of the texts that hold two
/// capitals. `is_known` says which ones are short forms even among words in capitals.
pub(super) fn uses(
    document: &Document,
    texts: &Texts<'_>,
    capitals: &[Range<usize>],
    defined: &[Acronym],
    is_known: &dyn Fn(&str) -> bool,
) -> Vec<Use> {
    let several_words = defined.iter().filter(|acronym| acronym.short.contains(' ')).flat_map(|acronym| acronym.short.split(' ')).collect();
    let defined: HashSet<&str> = defined.iter().map(|acronym| base(acronym.short.trim_end_matches('.'))).collect();
    let mut finder =
        Finder { defined, several_words, is_known, people: People::of(document), words: HashSet::new(), verdicts: HashMap::new() };
    let all = texts.all();
    finder.people.note_speakers(all, capitals);
    finder.note_words(all, capitals);
    for (_, text) in texts.holding(places_of(all, b'(', b'(')).into_iter().filter_map(|(passage, _)| texts.get(passage)) {
        finder.people.note_initials(text);
    }
    let attendance = document.marks.iter().filter(|mark| matches!(mark.role, Role::Attendance { .. }));
    let mut people: Vec<Span> = attendance.map(|mark| mark.span).collect();
    people.sort_unstable();
    let (mut plain, mut shouted) = (Vec::new(), Vec::new());
    let mut rest = capitals;
    for (index, at) in texts.holding(capitals.iter().map(|stretch| stretch.start)) {
        let (Some((passage, text)), Some(first)) = (texts.get(index), rest.first()) else { continue };
        let start = first.start - at;
        let here;
        (here, rest) = rest.split_at(rest.partition_point(|stretch| stretch.start < start + text.len()));
        let here = here.iter().map(|stretch| stretch.start - start..stretch.end - start);
        let prose = LazyCell::new(|| Prose::of(passage.content));
        for found in finder.find(text, here) {
            let Some(span) = prose.span(found.range.clone()).filter(|_| !prose.is_code(found.range.start)) else { continue };
            let before = &text[..found.range.start];
            let is_affiliation = found.is_beside_name || follows_name(before) || follows_person(span, before, &people);
            let short = base(&text[found.range]).to_owned();
            let list = if found.is_shouted { &mut shouted } else { &mut plain };
            list.push((index, Use { short, span, is_affiliation }));
        }
    }
    // Among words in capitals, only what is a short form elsewhere.
    let elsewhere: HashSet<String> = plain.iter().map(|(_, of)| of.short.clone()).collect();
    shouted.retain(|(_, of)| {
        elsewhere.contains(&of.short)
            || finder.defined.contains(of.short.as_str())
            || is_known(&of.short) && !WORDS.contains(&of.short.as_str())
    });
    plain.extend(shouted);
    plain.sort_by_key(|(passage, of)| (*passage, of.span));
    plain.into_iter().map(|(_, of)| of).collect()
}

struct Finder<'a> {
    defined: HashSet<&'a str>,
    /// The words of those that the document explains and that have several: "WGS 84".
    several_words: HashSet<&'a str>,
    is_known: &'a dyn Fn(&str) -> bool,
    people: People,
    /// The longer words in capitals that the document also has in small letters.
    words: HashSet<String>,
    /// Which words are short forms: of those that were met.
    verdicts: HashMap<String, bool>,
}

struct Found {
    /// Without the ending.
    range: Range<usize>,
    /// Whether it stands among words in capitals, or alone in a passage.
    is_shouted: bool,
    /// Whether it stands after a name with a title: "Cllr J Rees, WCC".
    is_beside_name: bool,
}

impl Finder<'_> {
    /// Notes which of the words in capitals the text also has in small letters.
    fn note_words(&mut self, text: &str, capitals: &[Range<usize>]) {
        // What is a short form or none for other reasons need not be looked for.
        let is_in_doubt =
            |word: &str| count_of_letters(word) <= LONGEST && !self.defined.contains(word) && !(self.is_known)(word) && !is_stressed(word);
        let in_capitals = LongWords::of(text, capitals, is_in_doubt);
        self.words = in_capitals.in_small_letters(text);
    }

    /// The short forms in the stretches of a text that hold two capitals.
    fn find(&mut self, text: &str, capitals: impl Iterator<Item = Range<usize>>) -> Vec<Found> {
        let is_all_capitals = LazyCell::new(|| !text.contains(char::is_lowercase));
        // The last words in capitals that were met side by side, and whether they are a heading.
        let mut row = (0..0, false);
        let mut found = Vec::new();
        for stretch in capitals {
            let next = text[stretch.end..].split_whitespace().next().unwrap_or_default();
            let printed = &text[stretch.clone()];
            let is_half_of_code = printed.len() <= 4 && (is_inward_code(next) || is_reference_number(next));
            if is_reference(printed) || is_half_of_code {
                continue;
            }
            for part in self.parts(text, stretch) {
                let short = base(&text[part.clone()]);
                let before = &text[..part.start];
                if !self.is_short_form(short) || self.people.are_before_surname(short, bare(next)) {
                    continue;
                }
                let is_beside_name = follows_title(before);
                if is_beside_name && !(before.ends_with(", ") && count_of_letters(short) > 2 && !next.starts_with(char::is_uppercase)) {
                    continue;
                }
                if !row.0.contains(&part.start) {
                    let around = row_around(text, part.start);
                    row = (around.clone(), text.get(around).is_some_and(is_heading));
                }
                // The last full stop of "H.C.C." is its own.
                let dot = usize::from(is_dotted(short) && text[part.start + short.len()..].starts_with('.'));
                let range = part.start..part.start + short.len() + dot;
                found.push(Found { range, is_shouted: row.1 || *is_all_capitals, is_beside_name });
            }
        }
        found
    }

    /// What of a stretch can be a short form: all of it, if the document explains that, or its parts.
    fn parts(&self, text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
        let whole = tokens::trimmed(text, stretch.clone());
        if self.defined.contains(base(&text[whole.clone()])) { vec![whole] } else { tokens::parts(text, stretch).collect() }
    }

    fn is_short_form(&mut self, word: &str) -> bool {
        if let Some(verdict) = self.verdicts.get(word) {
            return *verdict;
        }
        let verdict = self.judge(word);
        self.verdicts.insert(word.to_owned(), verdict);
        verdict
    }

    fn judge(&self, word: &str) -> bool {
        let letters = count_of_letters(word);
        if self.defined.contains(word) {
            return letters > 1;
        }
        if self.several_words.contains(word) {
            return false;
        }
        let is_word = || letters >= WORD_LENGTH && self.words.contains(&word.to_lowercase());
        let is_made_so = is_capitals(word) || is_mixed(word) || is_with_digit(word) || is_dotted(word);
        let is_person = || self.people.are_initials(word, (self.is_known)(word));
        is_made_so
            && letters <= LONGEST
            && !is_roman(word)
            && !MARKS.contains(&word)
            && ((self.is_known)(word) || !is_stressed(word) && !is_word())
            && !is_person()
    }
}

/// How many letters and digits a word has.
fn count_of_letters(word: &str) -> usize {
    word.chars().filter(|character| character.is_alphanumeric()).count()
}

/// A word without the ending of a plural or a possessive: `SMEs` and `SME's` are `SME`.
pub(super) fn base(word: &str) -> &str {
    let singular = word.strip_suffix('s').unwrap_or(word);
    let bare = singular.trim_end_matches(['\'', '\u{2019}']);
    if bare.ends_with(char::is_uppercase) && bare.len() > 1 { bare } else { word }
}

/// Two letters or more, all of them capitals, `&` between them or not.
pub(super) fn is_capitals(word: &str) -> bool {
    let ends_in_capitals = word.starts_with(char::is_uppercase) && word.ends_with(char::is_uppercase);
    word.chars().nth(1).is_some() && ends_in_capitals && word.chars().all(|character| character.is_uppercase() || character == '&')
}

/// Capitals with one or two small letters between: `DfE`, `MoU`, `DfID`.
fn is_mixed(word: &str) -> bool {
    let is_letters = word.chars().all(char::is_alphabetic) && word.chars().count() <= 6;
    let small = word.chars().filter(|character| character.is_lowercase()).count();
    let ends_in_capitals = word.starts_with(char::is_uppercase) && word.ends_with(char::is_uppercase);
    is_letters && ends_in_capitals && (1..=2).contains(&small) && !word.starts_with("Mc") && !word.starts_with("Mac")
}

/// Three capitals or more, with full stops between: `C.C.C`.
fn is_dotted(word: &str) -> bool {
    let mut parts = word.split('.');
    parts.clone().count() > 2 && parts.all(|part| part.len() == 1 && part.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn uses(document: &Document, defined: &[Acronym], is_known: &dyn Fn(&str) -> bool) -> Vec<Use> {
        let texts = Texts::of(&document.blocks);
        let capitals = tokens::stretches_with_capitals(texts.all());
        super::uses(document, &texts, &capitals, defined, is_known)
    }

    fn found(text: &str) -> Vec<String> {
        let document = parse(&Source::new("t.md", text));
        let found = uses(&document, &document.acronyms, &|short| short == "NHS");
        found.into_iter().map(|of| of.short).collect()
    }

    #[test]
    fn plurals_possessives_and_joined_ones_are_the_short_form() {
        assert_eq!(found("We helped SMEs, read the SCC's plan and the DWP\u{2019}s, with QRSs' help."), ["SME", "SCC", "DWP", "QRS"]);
        assert_eq!(found("A CDS-based plan of the CCG/LA."), ["CDS", "CCG", "LA"]);
    }

    #[test]
    fn mixed_dotted_and_other_forms_are_found() {
        assert_eq!(
            found("The DfE, an MoU, the F&A group, A4A and the H.C.C. met. A YouTube film by McKay."),
            ["DfE", "MoU", "F&A", "A4A", "H.C.C."]
        );
    }

    #[test]
    fn words_in_capitals_numbers_and_references_are_none() {
        assert!(found("It was RESOLVED that this is NOT done, N/A.").is_empty());
        assert!(found("Schedule II, part XIV, of DM/2023/00263 at CH41 6AH, CR 19827/07/0, 2 miles NW of the A134 and `QRST`.").is_empty());
        assert!(found("Write to QRST@council.example or see https://www.council.example/QRST now.").is_empty());
        assert_eq!(found("We send the SEND plan to CIPFA. The bridge is a BRIDGE."), ["SEND", "CIPFA"]);
    }

    #[test]
    fn a_word_of_an_explained_name_is_none() {
        assert!(found("The World Geodetic System 1984 (WGS 84) is used. WGS 84 is old.").is_empty());
    }

    #[test]
    fn among_words_in_capitals_only_what_is_known() {
        assert!(found("The DIRECTOR OF QRST spoke.").is_empty());
        assert_eq!(found("The DIRECTOR OF QRST spoke to QRST."), ["QRST", "QRST"]);
        assert_eq!(found("The DIRECTOR OF NHS SERVICES spoke."), ["NHS"]);
    }

    #[test]
    fn people_are_none_and_where_they_work_is_told() {
        assert!(found("Cllr AB Jones and JP Smith met Mrs CD REES.").is_empty());
        assert!(found("# Minutes\n\nPresent: Tim Kells (TK), Ann Vane\n\nTK spoke. AV agreed.").is_empty());
        let document = parse(&Source::new("t.md", "Stephen Taylor (SCC) met the SCC."));
        let found: Vec<bool> = uses(&document, &[], &|_| false).into_iter().map(|of| of.is_affiliation).collect();
        assert_eq!(found, [true, false]);
    }
}
