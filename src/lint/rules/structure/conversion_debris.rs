//! What a converter left behind: marks that are no words, and columns that ran into each other.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::NoteKind;
use crate::text::words;

const PAGE: &str = "\
# conversion-debris

What a converter left behind in the text: braces with settings such as {width=\"1in\"}, the corners of
a table that is not drawn to its end, the size of a file run into the words before it, a name run into
the sentence before it, words for a picture that a program wrote.

## Why

A screen reader says all of it: \"plus dash dash dash\". Large print shows it. A name that stood in a
column of its own, as the owner of an action, looks like part of the sentence. plainsong does not
guess what was meant.

## Example

> Clerk to write to the bus company. Cllr. Davies

## Instead

> Action: Clerk to write to the bus company. Owner: Cllr. Davies.

Look at the Word file or the web page, and write what it shows.

## Source

Web Content Accessibility Guidelines 2.2, 1.3.1 Info and Relationships: what the layout says must be
said by the text or its markup too.
";

static INFO: RuleInfo = RuleInfo {
    name: "conversion-debris",
    severity: Severity::Warning,
    summary: "Marks that a converter left behind, and columns that ran into each other.",
    page: PAGE,
};

/// Words that begin the name of somebody who takes an action.
const OWNERS: [&str; 8] = ["Cllr", "Cllrs", "Councillor", "Councillors", "Clerk", "Chair", "Chairman", "Officer"];
/// The name of an owner is no longer than this many words.
const LONGEST_OWNER: usize = 4;

pub(in crate::lint) struct ConversionDebris;

impl Rule for ConversionDebris {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::words(can_be_debris).or_signs("{+")
    }

    fn check(&self, context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
        for note in context.document.notes.iter().filter(|note| note.kind == NoteKind::MachineDescription) {
            let mut finding = Diagnostic::new(INFO.name, INFO.severity, "A program wrote the words for this picture.", note.span);
            finding.help = Some("Write in your own words what the picture shows, or that it is only for decoration.".to_owned());
            findings.push(finding);
        }
        for note in context.document.notes.iter().filter(|note| note.kind == NoteKind::ColumnsRunTogether) {
            let mut finding = Diagnostic::new(INFO.name, INFO.severity, note.message.clone(), note.span);
            finding.help = Some("Look at the Word file, and write each list on its own.".to_owned());
            findings.push(finding);
        }
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        for Debris { range, message, help } in debris(passage.text()) {
            if let Some(span) = passage.span(range) {
                findings.push(INFO.finding(span, message, help));
            }
        }
    }
}

/// Whether a word may be the kind of a file, or the title of somebody who owns an action.
fn can_be_debris(word: &str) -> bool {
    word.ends_with("pdf") || OWNERS.iter().any(|title| title.eq_ignore_ascii_case(word))
}

/// Something that was left behind in a passage.
struct Debris {
    range: Range<usize>,
    message: &'static str,
    help: &'static str,
}

fn debris(text: &str) -> Vec<Debris> {
    let mut found: Vec<Debris> = settings(text)
        .map(|range| Debris {
            range,
            message: "These are settings of a converter, not words.",
            help: "Delete them, or convert the Word file again with `-t gfm`.",
        })
        .collect();
    found.extend(corner(text).map(|range| Debris {
        range,
        message: "This is part of a table that could not be read as one.",
        help: "Convert the Word file again with `--wrap=none -t gfm`.",
    }));
    found.extend(glued_sizes(text).map(|range| Debris {
        range,
        message: "The kind and size of a file run into the words before them.",
        help: "Put a space or brackets between.",
    }));
    found.extend(glued_owner(text).map(|range| Debris {
        range,
        message: "This name may have stood in a column of its own, as the owner of an action.",
        help: "Look at the Word file. If it is the owner, write \"Owner:\" before the name.",
    }));
    found
}

/// `{.class}`, `{#id}`, `{width="1in"}`.
fn settings(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices('{').filter_map(move |(at, _)| {
        let inner = text.get(at + 1..)?;
        let length = inner.char_indices().take(LONGEST_SETTINGS).find(|(_, character)| matches!(character, '}' | '{'))?.0;
        let inner = inner.get(..length)?;
        let is_setting = inner.starts_with(['.', '#']) || inner.contains("=\"");
        (is_setting && inner.len() > 1 && text.get(at + 1 + length..)?.starts_with('}')).then(|| at..at + length + 2)
    })
}

/// Braces that are further apart than this many characters hold words.
const LONGEST_SETTINGS: usize = 300;

/// The first corner of a drawn table.
fn corner(text: &str) -> Option<Range<usize>> {
    if !text.contains('+') {
        return None;
    }
    let at = ["+---", "+===", "---+", "===+"].iter().filter_map(|corner| text.find(corner)).min()?;
    Some(at..at + 4)
}

/// `HeatingPDF 500 KB`
fn glued_sizes(text: &str) -> impl Iterator<Item = Range<usize>> {
    // To ask whether there is any takes much less time than to look for the places.
    let kinds = text.contains("PDF ").then(|| text.match_indices("PDF "));
    kinds.into_iter().flatten().filter_map(move |(at, _)| {
        let before = text.get(..at)?.chars().next_back()?;
        let rest = text.get(at + 4..)?;
        let number = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        let has_unit = rest.get(number..)?.trim_start().starts_with(['K', 'M']);
        (before.is_lowercase() && number > 0 && has_unit).then(|| at..at + 4 + number)
    })
}

/// A name without a verb or a full stop, after the last sentence of a passage.
fn glued_owner(text: &str) -> Option<Range<usize>> {
    let text = Some(text.trim_end()).filter(|text| !text.ends_with(['.', ')', ':']))?;
    let owner = last_title(text)?;
    let name = text.get(owner..)?;
    let title = name.split([' ', '.']).next()?;
    let is_capitalised = |range| name.get(range).is_some_and(|word: &str| word.starts_with(char::is_uppercase));
    let is_name = OWNERS.contains(&title) && words(name).all(is_capitalised);
    let follows_a_sentence = words(text.get(..owner)?).nth(3).is_some();
    // "Seconded by Mr. Clerk" and the like: what stands before is short for a title.
    let before = text.get(..owner - 2)?.rsplit(' ').next()?;
    (is_name && follows_a_sentence && before.len() > 2).then_some(owner..text.len())
}

/// Where the last title after a full stop begins, with no more words from there on than a name has.
fn last_title(text: &str) -> Option<usize> {
    let is_of_name = |at: &usize| text.get(*at..).is_some_and(|rest| words(rest).nth(LONGEST_OWNER).is_none());
    let mut after_stops = text.rmatch_indices(". ").map(|(at, _)| at + 2).take_while(is_of_name);
    after_stops.find(|at| text.get(*at..).is_some_and(|rest| OWNERS.iter().any(|title| rest.starts_with(title))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    fn found(text: &str) -> Vec<&str> {
        findings_of(&ConversionDebris, text).into_iter().map(|finding| &text[finding.span.range()]).collect()
    }

    #[test]
    fn what_a_converter_left_behind_is_reported() {
        assert_eq!(found("See {.mark} this."), ["{.mark}"]);
        assert_eq!(found("+---+---+ | a | b |"), ["+---"]);
        assert_eq!(found("Pimlico HeatingPDF 500 KB"), ["PDF 500"]);
        assert_eq!(found("Clerk to write to the ICB. Cllr. Davies"), ["Cllr. Davies"]);
        assert_eq!(found("![A logo Description automatically generated](a.png)").len(), 1);
    }

    #[test]
    fn marks_that_were_read_and_words_in_braces_are_left_alone() {
        for text in [
            "to [approve]{.underline} it {see note}",
            "Write to the Clerk. The Chair agreed.",
            "It was agreed to ask Cllr. Davies",
            "A PDF 500 KB long",
            "`{.mark}`",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
