//! What plainer words promise: changes that a person read, and text that is no prose.

use std::fs;
use std::time::{Duration, Instant};

use plainsong::rewrite::easy_read::{Options, easy_read};
use plainsong::rewrite::plain::simplify;
use plainsong::{Source, parse};

/// What a debug build on a slow machine takes with room to spare. Quadratic work takes hours.
const BOUND: Duration = Duration::from_secs(60);

#[test]
fn changes_that_were_read_are_right() {
    let list = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/easy-read/changes-read.tsv")).unwrap();
    let verdicts: Vec<&str> = list.lines().skip(1).filter_map(|line| line.rsplit('\t').next()).collect();
    let right = verdicts.iter().filter(|verdict| **verdict == "right").count();
    assert!(verdicts.iter().all(|verdict| ["right", "wrong"].contains(verdict)));
    assert!(verdicts.len() >= 200 && right * 100 >= verdicts.len() * 97, "{right} of {}", verdicts.len());
}

#[test]
fn a_megabyte_without_sentences_takes_bounded_time() {
    for piece in
        ["the panel met and it was clear, ", "PRIOR TO THE MEETING ", "because of which the ", "a, b and c; ", "as there is (that "]
    {
        let text = piece.repeat(1_000_000 / piece.len());
        let begun = Instant::now();
        let simple = simplify(&text);
        let document = parse(&Source::new("a.md", text));
        let easy = easy_read(&document, &Options::default());
        assert!(simple.text.len() > 500_000 && !easy.document.blocks.is_empty());
        assert!(begun.elapsed() < BOUND, "{piece:?} took {:?}", begun.elapsed());
    }
}

#[test]
fn capitals_and_other_languages_are_left() {
    for text in [
        "PRIOR TO THE MEETING THE PANEL UTILISED ADDITIONAL FUNDS AND IT WAS CLEAR THAT MORE WERE REQUIRED BY ALL OF THEM",
        "Bydd y Cyngor yn cyfarfod yn y Neuadd Goffa ar nos Lun, ac fe fydd croeso i bawb ddod i wrando ar y drafodaeth.",
        "Le conseil municipal se r\u{e9}unira lundi soir, et tous les habitants sont invit\u{e9}s \u{e0} venir \u{e9}couter les d\u{e9}bats publics.",
        "\u{4f1a}\u{8bae}\u{5c06}\u{4e8e}\u{661f}\u{671f}\u{4e00}\u{4e3e}\u{884c}",
    ] {
        assert_eq!(simplify(text).text, text);
    }
}

#[test]
fn twice_is_the_same() {
    let paper = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/reports/committee-report.md")).unwrap();
    assert_eq!(simplify(&paper), simplify(&paper));
}
