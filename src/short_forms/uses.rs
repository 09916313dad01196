//! Where a document uses short forms, explained or not.

use std::cell::LazyCell;
use std::ops::Range;

use super::candidates::{Candidates, Verdict, base, count_of_letters};
use super::people::{People, follows_title};
use super::references::{is_inward_code, is_reference, is_reference_number};
use super::shouting::{is_heading, row_around};
use super::tokens::{self, Capitals, bare};
use super::workplaces::{follows_name, follows_person};
use crate::model::{Acronym, Document, Prose, Role, Texts};
use crate::source::Span;

/// A use of a short form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use {
    /// Where it stands, without the ending of a plural or a possessive.
    pub(crate) span: Span,
    /// Whether it only says where somebody works: "Stephen Taylor (SCC)".
    pub(crate) is_affiliation: bool,
}

/// The words that are used, without the ending of a plural or a possessive, and every use of one that is a short
/// form, in reading order: which of the words it is, and where. `is_known` says which ones are short forms even
/// among words in capitals.
pub(super) fn uses<'a>(
    document: &Document,
    texts: &'a Texts<'_>,
    capitals: &Capitals,
    defined: &[Acronym],
    is_known: &dyn Fn(&str) -> bool,
) -> (Vec<&'a str>, Vec<(usize, Use)>) {
    let people = People::of(document, texts, &capitals.stretches);
    let attendance = document.marks.iter().filter(|mark| matches!(mark.role, Role::Attendance { .. }));
    let mut attending: Vec<Span> = attendance.map(|mark| mark.span).collect();
    attending.sort_unstable();
    let mut finder = Finder { candidates: Candidates::new(defined, is_known, &people), people: &people, found: Vec::new() };
    let mut uses = Vec::new();
    let mut prose = Prose::default();
    let mut rest = capitals.stretches.as_slice();
    for (passage, at) in &capitals.passages {
        let (Some((content, text)), Some(first)) = (texts.get(*passage), rest.first()) else { continue };
        let start = first.start - at;
        let here;
        (here, rest) = rest.split_at(rest.iter().take_while(|stretch| stretch.start < start + text.len()).count());
        finder.find(text, here.iter().map(|stretch| stretch.start - start..stretch.end - start));
        if !finder.found.is_empty() {
            prose.become_prose_of(content.content);
        }
        for Found { range, candidate, is_shouted, is_beside_name } in finder.found.drain(..) {
            let Some(span) = prose.span(range.clone()).filter(|_| !prose.is_code(range.start)) else { continue };
            let before = &text[..range.start];
            let is_affiliation = is_beside_name || follows_name(before) || follows_person(span, before, &attending);
            uses.push(PossibleUse { passage: *passage, is_shouted, candidate, of: Use { span, is_affiliation } });
        }
    }
    let candidates = finder.candidates.settled(texts.all());
    uses.retain(|found| candidates.get(found.candidate).is_some_and(|candidate| candidate.verdict == Verdict::ShortForm));
    // Among words in capitals, only what is a short form elsewhere.
    let mut stands_among_capitals: Vec<bool> = candidates.iter().map(|candidate| candidate.stands_among_capitals).collect();
    for plain in uses.iter().filter(|found| !found.is_shouted) {
        stands_among_capitals.get_mut(plain.candidate).into_iter().for_each(|stands| *stands = true);
    }
    uses.retain(|found| !found.is_shouted || stands_among_capitals.get(found.candidate).is_some_and(|stands| *stands));
    uses.sort_by_key(|found| (found.passage, found.of.span, found.is_shouted));
    (candidates.iter().map(|candidate| candidate.printed).collect(), uses.into_iter().map(|found| (found.candidate, found.of)).collect())
}

/// What is a use, unless the whole document says otherwise.
struct PossibleUse {
    passage: usize,
    is_shouted: bool,
    /// Which of the candidates it is.
    candidate: usize,
    of: Use,
}

struct Finder<'a, 'text> {
    candidates: Candidates<'a, 'text>,
    people: &'a People,
    /// In the passage that was looked at last.
    found: Vec<Found>,
}

struct Found {
    /// Without the ending.
    range: Range<usize>,
    /// Which of the candidates it is.
    candidate: usize,
    /// Whether it stands among words in capitals, or alone in a passage.
    is_shouted: bool,
    /// Whether it stands after a name with a title: "Cllr J Rees, WCC".
    is_beside_name: bool,
}

impl<'text> Finder<'_, 'text> {
    /// Finds what may be a short form in the stretches of a text that hold two capitals.
    fn find(&mut self, text: &'text str, capitals: impl Iterator<Item = Range<usize>>) {
        let is_all_capitals = LazyCell::new(|| !text.contains(char::is_lowercase));
        // The last words in capitals that were met side by side, and whether they are a heading.
        let mut row = (0..0, false);
        for stretch in capitals {
            let next = text[stretch.end..].split_whitespace().next().unwrap_or_default();
            let printed = &text[stretch.clone()];
            let is_half_of_code = printed.len() <= 4 && (is_inward_code(next) || is_reference_number(next));
            if is_half_of_code || is_reference(printed) {
                continue;
            }
            for part in self.parts(text, stretch) {
                let short = base(&text[part.clone()]);
                let (number, candidate) = self.candidates.look_up(short);
                let is_person = || candidate.stands_before_surnames && self.people.are_before_surname(short, bare(next));
                if candidate.verdict == Verdict::Other || is_person() {
                    continue;
                }
                let before = &text[..part.start];
                let is_beside_name = follows_title(before);
                if is_beside_name && !(before.ends_with(", ") && count_of_letters(short) > 2 && !next.starts_with(char::is_uppercase)) {
                    continue;
                }
                if !row.0.contains(&part.start) {
                    let around = row_around(text, part.start);
                    row = (around.clone(), text.get(around).is_some_and(is_heading));
                }
                let dot = usize::from(candidate.is_dotted && text[part.start + short.len()..].starts_with('.'));
                let range = part.start..part.start + short.len() + dot;
                self.found.push(Found { range, candidate: number, is_shouted: row.1 || *is_all_capitals, is_beside_name });
            }
        }
    }

    /// What of a stretch can be a short form: all of it, if the document explains that, or its parts.
    fn parts(&self, text: &'text str, stretch: Range<usize>) -> impl Iterator<Item = Range<usize>> + use<'text> {
        let whole = tokens::trimmed(text, stretch.clone());
        let printed = &text[whole.clone()];
        let is_whole = printed.bytes().all(|byte| byte.is_ascii_alphanumeric()) || self.candidates.is_defined(base(printed));
        let (whole, parts) = if is_whole { (whole, 0..0) } else { (0..0, stretch) };
        std::iter::once(whole).filter(|whole| !whole.is_empty()).chain(tokens::parts(text, parts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn uses(source: &Source, document: &Document, defined: &[Acronym]) -> Vec<(String, bool)> {
        let texts = Texts::of(&document.blocks);
        let (_, found) = super::uses(document, &texts, &Capitals::of(&texts), defined, &|short| short == "NHS");
        found.into_iter().map(|(_, of)| (source.slice(of.span).to_owned(), of.is_affiliation)).collect()
    }

    fn found(text: &str) -> Vec<String> {
        let source = Source::new("t.md", text);
        let document = parse(&source);
        uses(&source, &document, &document.acronyms).into_iter().map(|(short, _)| short).collect()
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
        let source = Source::new("t.md", "Stephen Taylor (SCC) met the SCC.");
        let found = uses(&source, &parse(&source), &[]);
        assert_eq!(found, [("SCC".to_owned(), true), ("SCC".to_owned(), false)]);
    }
}
