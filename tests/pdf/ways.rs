//! The ways through a PDF: outline, contents, links, and notes there and back.

use plainsong::model::{Block, BlockKind, Inline, InlineKind, Origin};

use crate::{document, large_print, reader};

#[test]
fn the_outline_has_the_levels_of_the_headings() {
    let rendered = large_print("# A\n\n## B\n\n### C\n\n## D\n");
    assert_eq!(reader::outline(&rendered.output), "A\n  B\n    C\n  D\n  About this version\n");
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
