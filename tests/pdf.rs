//! The two PDFs, read back: what a screen reader finds, and what hostile input does.

#[path = "support/pdf.rs"]
#[allow(dead_code, reason = "how pages look is for the laws")]
mod reader;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

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
fn the_outline_has_the_levels_of_the_headings() {
    let rendered = large_print("# A\n\n## B\n\n### C\n\n## D\n");
    assert_eq!(reader::outline(&rendered.output), "A\n  B\n    C\n  D\n  About this version\n");
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
    assert!(pages[0].contains("Not yet checked by people who use Easy Read"));
    let text = String::from_utf8_lossy(&rendered.output).into_owned();
    assert!(text.contains("<rdf:li xml:lang=\"x-default\">Buses: Easy Read draft</rdf:li>"));
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
fn a_table_that_fits_repeats_its_headings_and_tags_them_once() {
    let rows: String = (1..=60).map(|row| format!("| {row} May | Place {row} |\n")).collect();
    let rendered = large_print(&format!("# T\n\n| When it is | Where |\n|---|---|\n{rows}"));
    let pages = reader::pages(&rendered.output);
    assert!(pages.iter().filter(|page| page.contains("When it is")).count() > 1);
    assert_eq!(reader::text(&rendered.output).matches("When it is").count(), 1);
}

#[test]
fn a_table_too_wide_for_the_page_is_told_row_by_row() {
    let columns: Vec<String> = (1..=14).map(|column| format!("Heading{column}")).collect();
    let cells: Vec<String> = (1..=14).map(|column| format!("value{column}")).collect();
    let table = format!("| {} |\n|{}\n| {} |\n", columns.join(" | "), "---|".repeat(14), cells.join(" | "));
    let text = reader::text(&large_print(&format!("# T\n\n{table}")).output);
    assert!(text.contains("Columns of the table: Heading1; Heading2;"), "{text}");
    assert!(text.contains("\nHeading9: value9\n"), "{text}");
}

/// A table that is too wide for the page, with these cells before its other headings.
fn wide_table(headings: &str, values: &str, rows: usize) -> String {
    let columns: String = (1..=14).map(|column| format!("<th>Heading{column}</th>")).collect();
    let cells: String = (1..=14).map(|column| format!("<td>value{column}</td>")).collect();
    format!("<table><thead><tr>{headings}{columns}</tr></thead><tbody>{}</tbody></table>", format!("<tr>{values}{cells}</tr>").repeat(rows))
}

#[test]
fn a_picture_and_code_head_the_columns_of_a_row_by_row_table() {
    let headings = "<th><img src=\"map.png\" alt=\"Map of the ward\"></th><th><pre>fee &lt; 3</pre></th>";
    let table = wide_table(headings, "<td>a</td><td>b</td>", 1);
    let rendered = large_print(&format!("# T\n\n{table}\n"));
    let text = reader::text(&rendered.output);
    assert_eq!(text.matches("Map of the ward").count(), 2, "{text}");
    assert!(text.contains("; fee < 3; Heading1;") && text.contains("\nfee < 3: b\n"), "{text}");
    assert_eq!(rendered.losses.iter().filter(|loss| loss.id == LossKind::ImageNotShown).count(), 1);
}

#[test]
fn a_heading_of_a_row_by_row_table_keeps_its_note() {
    let columns: String = (1..=14).map(|column| format!(" Heading{column} |")).collect();
    let table = format!("| Cost[^1] |{columns}\n|{}\n|{}\n", "---|".repeat(15), " c |".repeat(15));
    let tree = reader::tag_tree(&large_print(&format!("# T\n\n{table}\n[^1]: In pounds.\n")).output);
    assert!(tree.contains("Contents=\"Note 1\"\n        \"[1]\"\n    \"; Heading1; "), "{tree}");
    assert!(tree.contains("\"Cost: c\""), "{tree}");
}

#[test]
fn a_long_heading_of_a_row_by_row_table_is_told_in_full_once() {
    let long = "What the council will do about the shelters in this ward and when it will be done and who will pay for it in the end";
    let table = wide_table(&format!("<th>{long}, if anyone</th>"), "<td>nothing</td>", 2);
    let text = reader::text(&large_print(&format!("# T\n\n{table}\n")).output).replace('\n', " ");
    assert_eq!(text.matches(", if anyone").count(), 1, "{text}");
    assert_eq!(text.matches(&format!("{long}: nothing")).count(), 2, "{text}");
}

#[test]
fn cells_that_nothing_heads_are_a_list() {
    let tree = reader::tag_tree(&large_print("# T\n\n<table><tr><td>one</td><td>two</td></tr></table>\n").output);
    assert!(!tree.contains("Table") && tree.contains("LBody\n        P\n          \"one\""), "{tree}");
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
fn two_notes_of_one_label_have_identifiers_of_their_own() {
    let mut document = document("Text.[^1]\n\n[^1]: First.\n\n[^2]: Second.");
    for block in &mut document.blocks {
        if let BlockKind::Footnote { label, .. } = &mut block.kind {
            "1".clone_into(label);
        }
    }
    let rendered = plainsong::render::large_print::render(&document, &plainsong::render::large_print::Options::default()).unwrap();
    let tree = reader::tag_tree(&rendered.output);
    assert!(tree.contains("Note ID=\"note-1\"\n") && tree.contains("Note ID=\"note-2\"\n"), "{tree}");
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
fn an_address_in_the_text_is_a_link() {
    let rendered = large_print("# T\n\nSee www.a_b.uk/c_d, or write to clerk@a.uk. Not `www.code.uk` or [www.b.uk](https://www.b.uk).");
    let tree = reader::tag_tree(&rendered.output);
    assert!(tree.contains("Link URI=\"http://www.a_b.uk/c_d\" Contents=\"http://www.a_b.uk/c_d\"\n      \"www.a_b.uk/c_d\"\n"), "{tree}");
    assert!(tree.contains("Link URI=\"mailto:clerk@a.uk\""), "{tree}");
    assert_eq!(tree.matches("Link URI").count(), 3, "{tree}");
    let cut_short = reader::tag_tree(&large_print("# T\n\nSee https://a.uk/*b*/c.").output);
    assert!(!cut_short.contains("Link"), "{cut_short}");
    assert!(reader::text(&rendered.output).contains("See www.a_b.uk/c_d, or write to clerk@a.uk. Not www.code.uk or www.b.uk.\n"));
}

#[test]
fn a_link_in_capitals_is_its_address_once() {
    let tree = reader::tag_tree(&large_print("# T\n\n[clerk@a.uk](MAILTO:clerk@a.uk) and [100%](https://a.uk/100%)").output);
    assert!(tree.contains("Contents=\"MAILTO:clerk@a.uk\"\n      \"clerk@a.uk\"\n"), "{tree}");
    assert!(tree.contains("URI=\"https://a.uk/100%25\""), "{tree}");
}

#[test]
fn short_rows_are_filled_up() {
    let table = "<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td>one</td></tr><tr><td>two</td><td colspan=2>three</td></tr></table>";
    let tree = reader::tag_tree(&large_print(&format!("# T\n\n{table}\n")).output);
    assert_eq!(tree.matches("TD").count(), 5, "{tree}");
}

#[test]
fn rows_that_hang_together_and_fit_no_page_part() {
    let rows: String = (1..40).map(|row| format!("<tr><td>Line {row}</td><td>Value {row}</td></tr>")).collect();
    let table = format!(
        "<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=40>All</td><td>Line 0</td><td>Value 0</td></tr>{rows}</table>"
    );
    let output = large_print(&format!("# T\n\n{table}\n")).output;
    for places in reader::places(&output) {
        assert_eq!(places.iter().collect::<BTreeSet<_>>().len(), places.len(), "words are drawn over others");
    }
    let pages = reader::pages(&output);
    assert!(pages[0].contains("Line 0") && pages.len() == 3, "{pages:?}");
    assert!(reader::tag_tree(&output).contains("TD RowSpan=40\n"));
}

#[test]
fn a_table_of_headings_alone_has_a_body() {
    let tree = reader::tag_tree(&large_print("# T\n\n| A | B |\n|---|---|\n").output);
    assert!(tree.contains("TBody") && !tree.contains("THead"), "{tree}");
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
    assert!(reader::text(&easy_read("").output).starts_with("report\nEasy Read draft\n"));
}

#[test]
fn a_note_and_its_mark_lead_to_each_other() {
    let tree = reader::tag_tree(&large_print("# T\n\nThe bus[^1] is late[^1].\n\n[^1]: Route 1.\n\n[^2]: Nobody asks.\n").output);
    let mark = "Reference\n      Link to=\"[1] Route 1.\" Contents=\"Note 1\"\n        \"[1]\"\n";
    assert_eq!(tree.matches(mark).count(), 2, "{tree}");
    let back = "Lbl\n      Link to=\"The bus [1] is late [1].\" Contents=\"Back to the text that note 1 belongs to\"\n        \"[1] \"\n";
    assert!(tree.contains(back), "{tree}");
    assert!(tree.contains("Lbl\n      \"[2] \"\n"), "{tree}");
}

#[test]
fn a_link_to_a_heading_leads_there_and_is_not_printed_as_an_address() {
    let text = "# T\n\nSee [the plan](#20-our-plan), [it](#t) and [nothing](#no).\n\n## 2.0 Our plan\n\nWords.\n";
    let output = large_print(text).output;
    let tree = reader::tag_tree(&output);
    assert!(tree.contains("Link to=\"2.0 Our plan\" Contents=\"Go to 2.0 Our plan\"\n      \"the plan\"\n"), "{tree}");
    assert!(tree.contains("Link to=\"T\""), "{tree}");
    assert_eq!(tree.matches("Link").count(), 2, "{tree}");
    assert!(reader::text(&output).contains("See the plan, it and nothing.\n"));
}

#[test]
fn words_added_by_rewriting_lead_to_the_place_that_they_name() {
    for (place, words, line) in [("> - buses\n", "buses", "• buses"), ("Place:\tTown Hall\n", "Town Hall", "Place: Town Hall")] {
        let text = format!("# T\n\nFirst words.\n\n{place}");
        let mut document = document(&text);
        let start = text.find(words).unwrap();
        let content = vec![Inline::text("the place", Origin::None)];
        let reference = InlineKind::CrossReference { to: plainsong::Span::new(start, start + words.len()), content };
        document.blocks.insert(1, Block::paragraph(vec![Inline::new(reference, Origin::None)], Origin::None));
        let rendered = plainsong::render::large_print::render(&document, &plainsong::render::large_print::Options::default()).unwrap();
        let tree = reader::tag_tree(&rendered.output);
        let link = format!("Link to=\"{line}\" Contents=\"the place\"\n      \"the place\"\n");
        assert!(tree.contains(&link), "{tree}");
    }
}

/// A document of sections, the same words in each.
fn sections(count: usize, paragraphs: usize) -> String {
    let section = |number| format!("## {number}.0 About part {number}\n\n{}", "We went on with our work.\n\n".repeat(paragraphs));
    format!("# Our work\n\n{}", (1..=count).map(section).collect::<String>())
}

#[test]
fn a_long_document_has_contents_with_the_pages_that_its_sections_are_on() {
    for size in [18.0, 48.0] {
        let mut options = plainsong::render::large_print::Options::default();
        options.size = plainsong::render::large_print::Size::new(size).unwrap();
        let output = plainsong::render::large_print::render(&document(&sections(12, 9)), &options).unwrap().output;
        let text = reader::text(&output).replace('\n', " ");
        let pages = reader::pages(&output);
        let is_on = |title: &str| pages.iter().rposition(|page| page.contains(title)).map(|index| index + 1);
        for number in 1..=12 {
            let title = format!("{number}.0 About part {number}");
            let told = text.split(&title).nth(1).and_then(|after| after.split("page ").nth(1)).and_then(|after| after.split(' ').next());
            assert_eq!(told.map(str::to_owned), is_on(&format!("{title}\n")).map(|page| page.to_string()), "{title} at {size}: {text}");
        }
    }
}

#[test]
fn the_contents_are_links_in_a_table_of_contents_after_the_title() {
    let text = sections(3, 20).replace("## 2.0", "### 1.1");
    let tree = reader::tag_tree(&large_print(&text).output);
    let expected = "H1
  \"Our work\"
H2
  \"Contents\"
TOC
  TOCI
    Reference
      Link to=\"1.0 About part 1\" Contents=\"Go to 1.0 About part 1\"
        \"1.0 About part 1, page 2 \"
    TOC
      TOCI
        Reference
          Link to=\"1.1 About part 2\" Contents=\"Go to 1.1 About part 2\"
            \"1.1 About part 2, page 3 \"
  TOCI
";
    let tree: String = tree.lines().skip(1).map(|line| format!("{}\n", line.strip_prefix("  ").unwrap_or(line))).collect();
    assert!(tree.starts_with(expected), "{tree}");
}

#[test]
fn a_short_document_has_no_contents_and_nor_has_one_that_wants_none() {
    let mut options = plainsong::render::large_print::Options::default();
    options.contents = false;
    let output = plainsong::render::large_print::render(&document(&sections(12, 9)), &options).unwrap().output;
    assert!(!reader::tag_tree(&output).contains("TOC"));
    assert!(!reader::tag_tree(&large_print(&sections(2, 2)).output).contains("TOC"));
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

/// Hostile input is set in bounded time. The bound is wide: these tests are not optimised.
fn within_bounds(text: &str) -> Rendered<Vec<u8>> {
    let start = Instant::now();
    let rendered = large_print(text);
    easy_read(text);
    assert!(start.elapsed() < Duration::from_secs(30), "it took {:?}", start.elapsed());
    rendered
}

#[test]
fn a_word_of_a_hundred_thousand_letters_is_set_and_spoken() {
    let word = "a".repeat(100_000);
    let text = reader::text(&within_bounds(&format!("# T\n\n{word}")).output);
    assert_eq!(text.matches('a').count(), 100_000 + "About this version".matches('a').count() + colophon_letters(&text));
}

/// The letters a in the closing words.
fn colophon_letters(text: &str) -> usize {
    text.split("About this version\n").nth(1).unwrap().matches('a').count()
}

#[test]
fn a_table_of_four_hundred_columns_is_set() {
    let row = |word: &str| format!("|{}\n", format!(" {word} |").repeat(400));
    let text = reader::text(&within_bounds(&format!("# T\n\n{}{}{}", row("head"), row("---"), row("cell").repeat(10))).output);
    assert_eq!(text.matches("cell").count(), 4_000);
}

#[test]
fn long_headings_over_many_rows_stay_in_proportion() {
    let heading = "A long heading that says very much ".repeat(90);
    let table =
        format!("|{}\n|{}\n{}", format!(" {heading} |").repeat(24), "---|".repeat(24), format!("|{}\n", "x|".repeat(24)).repeat(150));
    let rendered = within_bounds(&format!("# T\n\n{table}"));
    assert!(rendered.output.len() < 50 * table.len(), "{} bytes from {}", rendered.output.len(), table.len());
}

#[test]
fn rows_bound_by_cells_of_two_rows_are_set() {
    let pairs = "<tr><td rowspan=2>a</td><td>b</td><td>c</td></tr><tr><td rowspan=2>d</td><td>e</td></tr>".repeat(3_000);
    within_bounds(&format!("# T\n\n<table><tr><th>A</th><th>B</th><th>C</th></tr>{pairs}</table>\n"));
}

#[test]
fn deep_lists_are_set() {
    let text: String = (0..20).map(|depth| format!("{}- item {depth}\n", "  ".repeat(depth))).collect();
    let text = reader::text(&within_bounds(&text).output);
    assert!(text.contains("item 19"), "{text}");
}

#[test]
fn a_cell_higher_than_a_page_is_split_and_loses_nothing() {
    let words: String = (0..2_000).map(|word| format!("word{word} ")).collect();
    let text = reader::text(&within_bounds(&format!("# T\n\n| Head | Text |\n|---|---|\n| One | {words} |\n")).output);
    assert!((0..2_000).all(|word| text.contains(&format!("word{word} ")) || text.contains(&format!("word{word}\n"))));
}
