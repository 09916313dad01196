//! Every word of the source is in every output, in its losses, or in the `before` of a change.
//!
//! Two things are asked of an output, beside the oracle's [`Reading`]:
//!
//! 1. It holds every word at least as often as the source does, its losses and changes counted in.
//! 2. The running words come in the order of the source, and so do the words of each part that may
//!    move (a footnote, a heading of a table, a value of front matter) within that part. Words that
//!    a loss or a change names are left out of this: they need not be in the output.
//!
//! An output may hold more words: announcements, headings said again, explanations, closing words.

use std::collections::{BTreeMap, BTreeSet};

use plainsong::convert::{self, Format};
use plainsong::{Change, Document, Loss, Source, parse};

use crate::oracle::{self, Reading};
use crate::output::{render_with, words_of};
use crate::words::words;
use crate::{documents, no_complaints};

#[test]
fn every_word_is_in_every_output() {
    let documents = documents();
    let mut complaints = Vec::new();
    for format in Format::ALL {
        let (mut counted, mut missing) = (0, 0);
        for source in &documents {
            let reading = oracle::read(source.text());
            let document = parse(source);
            counted += reading.words().count();
            let (found, lost) = check(&document, &reading, *format);
            missing += lost;
            complaints.extend(found);
        }
        println!("{}: {} documents, {counted} words, {missing} missing", format.name(), documents.len());
    }
    no_complaints(&complaints);
}

/// The complaints about a document in a format, and how many words are missing.
pub(crate) fn check(document: &Document, reading: &Reading, format: Format) -> (Vec<String>, usize) {
    check_in(document, reading, format, &convert::Options::default())
}

/// The same, with options.
pub(crate) fn check_in(document: &Document, reading: &Reading, format: Format, options: &convert::Options) -> (Vec<String>, usize) {
    let rendered = render_with(document, format, options);
    let name = format!("{} as {}", document.source.name, format.name());
    check_output(&name, reading, &words_of(format, &rendered.output), &rendered.losses, &rendered.changes)
}

/// The complaints about the words of an output, and how many are missing.
pub(crate) fn check_output(name: &str, reading: &Reading, output: &[String], losses: &[Loss], changes: &[Change]) -> (Vec<String>, usize) {
    let unheld = losses.iter().map(|loss| &loss.text).chain(changes.iter().map(|change| &change.before));
    let excused: Vec<String> = unheld.flat_map(|text| words(text)).collect();
    let missing = missing(reading, output.iter().chain(&excused));
    if !missing.is_empty() {
        let first: Vec<String> = missing.iter().take(8).map(|at| context(reading, *at)).collect();
        return (vec![format!("{name}: {} words are missing:\n  {}", missing.len(), first.join("\n  "))], missing.len());
    }
    let excused: BTreeSet<&String> = excused.iter().collect();
    let parts = std::iter::once(&reading.running).chain(&reading.moved);
    let disorder = parts.filter_map(|part| out_of_order(part, output, &excused));
    (disorder.map(|place| format!("{name}: the words are there, but not in this order: {place}")).collect(), 0)
}

/// The places, in all the words of the reading, of those that the output holds too seldom.
fn missing<'a>(reading: &Reading, output: impl Iterator<Item = &'a String>) -> Vec<usize> {
    let mut supply: BTreeMap<&String, usize> = BTreeMap::new();
    for word in output {
        *supply.entry(word).or_default() += 1;
    }
    let mut missing = Vec::new();
    for (at, word) in reading.words().enumerate() {
        match supply.get_mut(word) {
            Some(left) if *left > 0 => *left -= 1,
            _ => missing.push(at),
        }
    }
    missing
}

/// A word among its neighbours.
fn context(reading: &Reading, at: usize) -> String {
    let all: Vec<&str> = reading.words().map(String::as_str).collect();
    let before = all[at.saturating_sub(4)..at].join(" ");
    let after = all[at + 1..all.len().min(at + 5)].join(" ");
    format!("{before} [{}] {after}", all[at])
}

/// The first place where a part does not follow the output's order.
fn out_of_order(part: &[String], output: &[String], excused: &BTreeSet<&String>) -> Option<String> {
    let mut rest = output.iter();
    for (at, word) in part.iter().enumerate() {
        if !excused.contains(word) && !rest.any(|candidate| candidate == word) {
            return Some(format!("{} [{word}]", part[at.saturating_sub(6)..at].join(" ")));
        }
    }
    None
}

fn reading(text: &str) -> Reading {
    oracle::read(text)
}

#[test]
fn the_law_sees_a_missing_word() {
    let reading = reading("One two two.");
    let output = words("One two");
    assert_eq!(missing(&reading, output.iter()).len(), 1);
    assert_eq!(context(&reading, 1), "One [two] two");
}

#[test]
fn the_law_sees_words_in_the_wrong_order() {
    let output = words("two one");
    assert!(out_of_order(&reading("one two").running, &output, &BTreeSet::new()).is_some());
    assert!(out_of_order(&reading("one two").running, &output, &BTreeSet::from([&"two".to_owned()])).is_none());
}

#[test]
fn the_oracle_reads_what_a_person_reads() {
    let says = |markdown: &str, expected: &str| {
        let reading = reading(markdown);
        assert_eq!(reading.words().cloned().collect::<Vec<_>>().join(" "), expected, "{markdown}");
    };
    says("Fish &amp; half**way** ~~gone~~ `code`", "Fish halfway gone code");
    says("![A *map*](map.png \"title\") [words](https://a.example \"title\") <https://b.example>", "A map words");
    says("<p title=\"no\">Caf&eacute;<br>bar<!-- no --></p>\n\n<script>no</script>", "Café bar");
    says("<img src=\"no.png\" alt=\"A &quot;map&quot;\">", "A map");
    says("A note[^x].\n\n[^x]: The note.\n\n[^y]: Unused.", "A note The note Unused");
    says("[a]: https://a.example \"no\"\n\nText", "Text");
    says("---\ntitle: The title\nurl: https://a.example\n---\nText", "Text The title");
    says("+++\ntitle = \"The title\"\n+++\nText", "Text The title");
    says("soft\u{ad}hyphen and cafe\u{301}", "softhyphen and café");
    says("| A | B |\n|---|---|\n| 1 | 2 |", "1 2 A B");
    says("| A |\n|---|\n| 1 | 2 \\| 3 |", "1 A 2 3");
    says("Day\tPlace\nMonday\tHall", "Monday Hall Day Place");
    says("H<sub>2</sub>O", "H2O");
    says("to [approve]{.underline} H~2~O, 5^th^ `[a]{.b}` ~~gone~~", "to approve H2O 5th a b gone");
    says("![](a.png){width=\"1in\"\nheight=\"2in\"}\n\n# Legal {#legal .x}\n\n(see) {the note}", "Legal see the note");
    says("+---+---+\n| A | B |\n|   | b |\n+===+===+\n| c | d |\n| c | d |\n+---+---+", "c c d d A B b");
    says("  -----------\n  A     B\n  ----- -----\n  c     d\n  c     d\n\n  e     f\n  -----------", "c c d d e f A B");
    says("  A     B\n  ----- -----\n  c     d\n  e     f\n\nend", "c d e f end A B");
}

/// A source of one name, for laws about a single text.
pub(crate) fn source(text: &str) -> Source {
    Source::new("law.md", text)
}
