//! Whatever somebody makes of a worksheet, it is read without a panic, and nothing typed is lost.

use plainsong::rewrite::easy_read::{Options, easy_read};
use plainsong::worksheet::{Worksheet, plan};
use plainsong::{Document, parse};
use proptest::prelude::*;

use crate::fixtures::fixtures;
use crate::word_law::source;

const TEXT: &str = "# Plan\n\nWe met.\n\n## Buses\n\nMore buses.\n\n- Route 1\n- Route 2\n\n| A | B |\n|---|---|\n| 1 | 2 |\n";

fn document() -> Document {
    parse(&source(TEXT))
}

/// Lines that somebody could type into a worksheet.
fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z ]{0,12}",
        Just("- [x] Keep".to_owned()),
        Just("- [".to_owned()),
        Just("> quoted".to_owned()),
        Just("### Passage".to_owned()),
        Just("### Passage 4f2a91c0-99999999999999999999, draft".to_owned()),
        Just("### Your own words".to_owned()),
        Just("## Under \"".to_owned()),
        Just("## Passages that are no longer in the document".to_owned()),
        Just("---".to_owned()),
        Just("```".to_owned()),
        Just("::: easy-read".to_owned()),
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edit_is_read_and_typed_words_stay(edits in prop::collection::vec((any::<prop::sample::Index>(), line()), 0..12)) {
        let document = document();
        let sheet = plan(&document, &Options::default(), None).worksheet.to_markdown();
        let mut lines: Vec<String> = sheet.lines().map(str::to_owned).collect();
        for (at, line) in edits {
            // The title stays: without it there is no worksheet, and it is left as it is.
            let at = 1 + at.index(lines.len() - 1);
            lines.insert(at, line);
        }
        lines.push("### Your own words".to_owned());
        lines.push("Typedwords stay.".to_owned());
        let (read, _) = Worksheet::read(&lines.join("\n")).unwrap();
        let again = plan(&document, &Options::default(), Some(&read)).worksheet;
        prop_assert!(again.to_markdown().contains("Typedwords stay."));
        let (selection, _) = again.selection(&document);
        let mut options = Options::default();
        options.selection = selection;
        prop_assert!(!easy_read(&document, &options).code.is_empty());
    }

    #[test]
    fn any_text_is_a_worksheet_or_is_refused(text in "\\PC{0,200}") {
        if let Err(problem) = Worksheet::read(&text) {
            prop_assert!(problem.line >= 1);
        }
    }
}

#[test]
fn every_fixture_comes_back_from_its_worksheet() {
    for source in fixtures() {
        let document = parse(&source);
        let sheet = plan(&document, &Options::default(), None).worksheet;
        let (read, problems) = Worksheet::read(&sheet.to_markdown()).unwrap();
        assert!(problems.is_empty() || sheet.entries.is_empty(), "{}: {problems:?}", source.name());
        assert!(read.to_markdown() == sheet.to_markdown(), "{} is read back otherwise", source.name());
        let again = plan(&document, &Options::default(), Some(&read));
        assert!(again.worksheet.to_markdown() == sheet.to_markdown(), "{} is planned otherwise", source.name());
        assert_eq!(again.differences, Default::default(), "{}", source.name());
    }
}
