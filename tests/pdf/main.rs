//! The two PDFs, read back: what a screen reader finds, and what hostile input does.

mod bounds;
mod layout;
mod tables;
mod ways;

#[path = "../support/pdf.rs"]
#[allow(dead_code, reason = "how pages look is for the laws")]
mod reader;

use std::collections::BTreeSet;

use plainsong::model::{Block, BlockKind, Inline, InlineKind, Origin};
use plainsong::rewrite::easy_read::{Options as Words, easy_read as in_easy_words};
use plainsong::{Document, LossKind, Rendered, Source, parse};

fn document(text: &str) -> Document {
    parse(&Source::new("report.md", text))
}

fn large_print(text: &str) -> Rendered<Vec<u8>> {
    plainsong::render::large_print::render(&document(text), &plainsong::render::large_print::Options::default()).unwrap()
}

fn easy_read(text: &str) -> Rendered<Vec<u8>> {
    let easy = in_easy_words(&document(text), &Words::default());
    plainsong::render::easy_read::render(&easy, &plainsong::render::easy_read::Options::default()).unwrap()
}

const REPORT: &str = "# Buses in the valley

Date: 5 March 2024

## 1.0 Why

1.1 The *panel* met people who use [the buses](https://example.org/buses). Think Local Act Personal (TLAP) came, and TLAP spoke.

1.2 Stakeholders agreed:

- more buses
- fewer changes[^1]

[^1]: At the bridge.

| Day | Route |
|---|---|
| Monday | 1 ✓ |

> We wait an hour.

![A red bus](bus.png)
";

#[test]
fn large_print_says_what_everything_is() {
    insta::assert_snapshot!(reader::tag_tree(&large_print(REPORT).output));
}

#[test]
fn an_easy_read_draft_says_what_everything_is() {
    insta::assert_snapshot!(reader::tag_tree(&easy_read(REPORT).output));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(large_print(REPORT).output, large_print(REPORT).output);
    assert_eq!(easy_read(REPORT).output, easy_read(REPORT).output);
}

#[test]
fn every_page_of_a_draft_says_that_it_is_one() {
    let rendered = easy_read(&format!("# Buses\n\n{}", "The panel met people. They agreed.\n\n".repeat(40)));
    let pages = reader::pages(&rendered.output);
    assert!(pages.len() > 5);
    assert!(pages.iter().all(|page| page.contains("Easy Read draft")));
    let text = String::from_utf8_lossy(&rendered.output).into_owned();
    let title = "Buses: the whole text in shorter sentences (Easy Read draft: not yet checked by people who use Easy Read)";
    assert!(text.contains(&format!("<rdf:li xml:lang=\"x-default\">{title}</rdf:li>")));
    assert!(pages.iter().all(|page| page.contains("not yet checked by people who use Easy Read")));
}

#[test]
fn a_word_broken_over_lines_stands_on_one_page() {
    let word = format!("{}strasse", "Donaudampfschifffahrts".repeat(6));
    for lines in 0..30 {
        let rendered = large_print(&format!("# T\n\n{}{word} and more\n", "Words.  \n".repeat(lines)));
        assert!(reader::pages(&rendered.output).iter().any(|page| page.contains(&word)), "after {lines} lines");
    }
}

#[test]
fn every_page_of_a_draft_says_so_at_48_points() {
    let mut options = plainsong::render::easy_read::Options::default();
    options.size = plainsong::render::easy_read::Size::new(48.0).unwrap();
    let title = "Minutes of the extraordinary meeting of the full council held in the assembly room of the town hall";
    let easy = in_easy_words(&document(&format!("# {title}\n\nWe met.")), &Words::default());
    let rendered = plainsong::render::easy_read::render(&easy, &options).unwrap();
    let pages = reader::pages(&rendered.output);
    assert!(pages.len() > 3 && pages.iter().all(|page| page.contains("Easy Read draft")), "{pages:?}");
}

#[test]
fn a_sign_that_no_font_has_is_said_in_words() {
    let rendered = large_print("# T\n\nDone ✓ 🟢 and Ψ.");
    assert!(reader::text(&rendered.output).contains("Done ✓ green and ."));
    assert_eq!(rendered.changes.iter().map(|change| change.before.as_str()).collect::<Vec<_>>(), ["🟢"]);
    let losses: Vec<_> = rendered.losses.iter().map(|loss| (loss.id, loss.text.as_str())).collect();
    assert_eq!(losses, [(LossKind::CharacterWithoutGlyph, "Ψ"), (LossKind::DateUnknown, "")]);
    assert_eq!(rendered.losses[0].span, Some(plainsong::Span::new(23, 25)));
}

#[test]
fn short_forms_are_listed_at_the_end() {
    for output in [large_print(REPORT).output, easy_read(REPORT).output] {
        let text = reader::text(&output);
        assert!(text.contains("\nShort forms used in this document\nTLAP:\nThink Local Act Personal\nAbout this version\n"), "{text}");
    }
}

#[test]
fn a_list_says_how_it_is_numbered() {
    let mut document = document("# T\n\n1. buses\n2. trains\n\ntext\n\n1. trams\n\ntext\n\n- boats\n");
    let mut labels = ["(a)", "iv."].into_iter();
    for block in &mut document.blocks {
        if let BlockKind::List(list) = &mut block.kind
            && let Some(label) = list.items.first_mut().and_then(|item| item.label.as_mut())
            && let Some(text) = labels.next()
        {
            text.clone_into(&mut label.text);
        }
    }
    let rendered = plainsong::render::large_print::render(&document, &plainsong::render::large_print::Options::default()).unwrap();
    let tree = reader::tag_tree(&rendered.output);
    assert!(["LowerAlpha", "LowerRoman", "Disc"].iter().all(|kind| tree.contains(&format!("L ListNumbering={kind}\n"))), "{tree}");
}

#[test]
fn losses_are_told_as_in_the_other_formats() {
    let mut document = document("Text\n\n![](map.png \" \")\n\n[Plans](https://a.uk/ \"Plans\")");
    document.blocks.push(Block::paragraph(vec![Inline::new(InlineKind::NoteRef("9".to_owned()), Origin::None)], Origin::None));
    let told = |losses: Vec<plainsong::Loss>| losses.into_iter().map(|loss| (loss.id, loss.message, loss.text)).collect::<BTreeSet<_>>();
    let book = plainsong::render::dtbook::render(&document, &plainsong::render::dtbook::Options::default());
    let pdf = plainsong::render::large_print::render(&document, &plainsong::render::large_print::Options::default()).unwrap();
    let losses = told(pdf.losses);
    for ((id, message, text), of_book) in losses.iter().zip(told(book.losses)) {
        // A PDF shows pictures, so it says why it does not show this one.
        assert!(message.starts_with(&of_book.1) && (*id, text) == (of_book.0, &of_book.2), "{message} is not {}", of_book.1);
    }
    assert_eq!(
        losses.iter().map(|loss| loss.0).collect::<Vec<_>>(),
        [LossKind::ImageNotShown, LossKind::DateUnknown, LossKind::FootnoteMissing]
    );
}

#[test]
fn a_heading_shrinks_rather_than_be_broken() {
    let mut options = plainsong::render::large_print::Options::default();
    options.size = plainsong::render::large_print::Size::new(36.0).unwrap();
    let rendered = plainsong::render::large_print::render(&document("# RECOMMENDATION/S\n"), &options).unwrap();
    assert!(reader::pages(&rendered.output)[0].contains("RECOMMENDATION/S\n"));
}

#[test]
fn a_broken_word_is_spoken_whole() {
    let word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    let rendered = large_print(&format!("# T\n\nWe met at {word} today."));
    assert!(reader::text(&rendered.output).contains(&format!("We met at {word} today.")));
}

#[test]
fn an_empty_document_is_a_valid_one() {
    assert!(reader::text(&large_print("").output).starts_with("report\nAbout this version\n"));
    assert!(
        reader::text(&easy_read("").output)
            .starts_with("report\nThe whole text in shorter sentences\nEasy Read draft: not yet checked by people who use Easy Read\n")
    );
}

#[test]
fn words_are_in_the_language_they_are_in() {
    let welsh = "---\nlang: cy\n---\n\n# Adroddiad\n\n![](map.png)\n\nGeiriau ~~hen~~.\n";
    let tree = reader::tag_tree(&large_print(welsh).output);
    assert!(tree.contains("H1\n    \"Adroddiad\""), "{tree}");
    assert!(tree.contains("H2 Lang=\"en-GB\"\n    \"About this version\""), "{tree}");
    assert!(tree.contains("Span Lang=\"en-GB\"\n      \"[deleted: \"\n    \"hen]"), "{tree}");
    assert!(tree.contains("Span Lang=\"en-GB\"\n      \"Image without a description\""), "{tree}");
    let mut english = document("# T\n\nText.\n\n![](map.png)\n");
    for block in &mut english.blocks {
        *block = block.clone().in_language(plainsong::model::Lang::new("cy"));
    }
    let rendered = plainsong::render::large_print::render(&english, &plainsong::render::large_print::Options::default()).unwrap();
    let tree = reader::tag_tree(&rendered.output);
    assert!(
        tree.contains("P Lang=\"cy\"\n    \"Text.\"") && tree.contains("Figure Alt=\"Image without a description\" Lang=\"en-GB\""),
        "{tree}"
    );
    assert!(tree.contains("H2\n    \"About this version\""), "{tree}");
}

#[test]
fn what_a_file_says_of_itself_is_what_the_document_says() {
    let title = "Care <b> & \"homes\" 'ŷ' 𝔄 (a) \\ ";
    let text = format!("---\ntitle: '{}'\npublisher: 'A & B < C'\n---\n\nWords.\n", title.replace('\'', "''"));
    let mut document = document(&text);
    document.meta.publisher.as_mut().unwrap().value.push('\u{1}');
    let output = plainsong::render::large_print::render(&document, &plainsong::render::large_print::Options::default()).unwrap().output;
    let catalogue = reader::about(&output);
    assert_eq!(catalogue.title, title.trim());
    assert_eq!(catalogue.author, "A & B < C");
    assert!(catalogue.xmp.contains("Care &lt;b&gt; &amp; \"homes\" 'ŷ' 𝔄 (a) \\"), "{}", catalogue.xmp);
    assert!(catalogue.xmp.contains("<rdf:li>A &amp; B &lt; C</rdf:li>"), "{}", catalogue.xmp);
    assert_eq!((catalogue.page_mode.as_str(), catalogue.shows_title), ("UseOutlines", true));
}

#[test]
fn running_heads_and_page_numbers_say_that_they_are() {
    let kinds = reader::artifacts(&easy_read("# T\n\nWords.").output);
    assert_eq!(kinds.last().unwrap(), &["Pagination Header".to_owned(), "Pagination Footer".to_owned()]);
    assert_eq!(reader::artifacts(&large_print("# T\n\nWords.").output), [["Pagination Footer".to_owned()]]);
}

#[test]
fn the_words_of_a_paragraph_are_one_sequence_a_page() {
    let output = large_print(&format!("# T\n\n{}\n", "One line and then another line. ".repeat(20))).output;
    assert_eq!(reader::sequences(&output)[0], 2 + 1 + 4);
}
