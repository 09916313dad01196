//! DAISY books, a promise at a time. `tests/conformance.rs` asks the schemas and the rules between files.

use plainsong::convert::{self, Format, convert};
use plainsong::model::{Block, BlockKind, Inline, InlineKind, Level, Origin};
use plainsong::render::daisy::{self, Options};
use plainsong::{Document, LossKind, Rendered, Source, parse};

#[path = "support/book.rs"]
#[allow(dead_code, reason = "the laws and the snapshots read more of a book")]
mod book;

use book::{Book, attributes, of_zip};

fn book(markdown: &str) -> Book {
    book_of(&parse(&Source::new("paper.md", markdown)))
}

fn book_of(document: &Document) -> Book {
    let Rendered { output, .. } = convert(document, Format::Daisy, &convert::Options::default()).unwrap();
    of_zip(&output)
}

/// The only part that times the book, on one line.
fn part(book: &Book) -> String {
    book.file("book-1.smil").replace('\n', "")
}

#[test]
fn every_file_has_one_identifier() {
    let book = book("---\nidentifier: urn:x:1\n---\n\n# T\n\nText.");
    for name in ["book.xml", "book-1.smil", "book.ncx"] {
        assert!(book.file(name).contains("<meta name=\"dtb:uid\" content=\"urn:x:1\"/>"), "{name}");
    }
    assert!(book.file("book.opf").contains("<dc:Identifier id=\"uid\">urn:x:1</dc:Identifier>"));
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = parse(&Source::new("paper.md", "# T\n\nOne.[^1]\n\n[^1]: Note."));
    let bytes = || convert(&document, Format::Daisy, &convert::Options::default()).unwrap().output;
    assert_eq!(bytes(), bytes());
}

#[test]
fn the_package_says_what_the_standard_asks_for() {
    let package = book("---\ntitle: Fees & charges\nbody: Harbour Committee\ndate: 2024-03-05\n---\n\nText.").file("book.opf").to_owned();
    for line in [
        "<dc:Title>Fees &amp; charges</dc:Title>",
        "<dc:Publisher>",
        "<dc:Date>2024-03-05</dc:Date>",
        "<dc:Format>ANSI/NISO Z39.86-2005</dc:Format>",
        "<dc:Language>en-GB</dc:Language>",
        "<meta name=\"dtb:multimediaType\" content=\"textNCX\"/>",
        "<itemref idref=\"smil-1\"/>",
    ] {
        assert!(package.contains(line), "{line} is not in {package}");
    }
}

#[test]
fn names_are_safe_whatever_the_document_is_called() {
    let document = parse(&Source::new("Cofnodion y Cyngor – tŷ & gardd.md", "# T\n\nText."));
    let files = daisy::render(&document, &Options::default()).output;
    let is_safe = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
    assert!(files.files().all(|(name, _)| is_safe(name)));
}

#[test]
fn sentences_are_spoken_one_by_one() {
    let book = book("# T\n\nOne. Two.");
    assert!(book.file("book.xml").contains(
        "<p><sent id=\"say_2\" smilref=\"book-1.smil#say_2\">One. </sent><sent id=\"say_3\" smilref=\"book-1.smil#say_3\">Two.</sent></p>"
    ));
    assert_eq!(book.spoken()[..3], ["say_1", "say_2", "say_3"]);
}

#[test]
fn a_reference_to_a_note_can_be_left_out_without_a_word_of_the_sentence() {
    let book = book("# T\n\nThe **fee[^1] rose**.\n\n[^1]: £40.");
    let text = book.text().replace('\n', "");
    assert!(
        text.contains(
            "<sent><span id=\"say_2\" smilref=\"book-1.smil#say_2\">The <strong>fee</strong></span>\
         <noteref id=\"noteref_1\" idref=\"#note_1\" class=\"footnote\" smilref=\"book-1.smil#noteref_1\">[1]</noteref>\
         <span id=\"say_3\" smilref=\"book-1.smil#say_3\"><strong> rose</strong>.</span></sent>"
        ),
        "{text}"
    );
    let part = part(&book);
    assert!(
        part.contains(
            "<par id=\"noteref_1\" class=\"noteref\" customTest=\"noteref\"><a href=\"book-1.smil#note_1\" external=\"false\">\
         <text src=\"book.xml#noteref_1\"/></a></par>"
        ),
        "{part}"
    );
    assert!(
        part.contains("<seq id=\"note_1\" class=\"note\" customTest=\"note\" end=\"DTBuserEscape;say_4.end\" fill=\"remove\">"),
        "{part}"
    );
}

#[test]
fn lists_and_tables_can_be_left_and_tables_be_gone_to() {
    let book = book(
        "# T\n\n- a\n  - b\n- c\n\n<table><caption>Votes</caption><tr><th>Name</th></tr><tr><td></td></tr></table>\n\n| A |\n|---|\n| 1 |",
    );
    let part = part(&book);
    assert!(part.contains("<seq id=\"list_1\" class=\"list\" end=\"DTBuserEscape;say_6.end\" fill=\"remove\">"), "{part}");
    assert!(part.contains("<seq id=\"table_3\" class=\"table\" end=\"DTBuserEscape;say_9.end\""), "{part}");
    assert!(book.file("book.xml").contains(">List of 2 items</hd>"));
    let way = book.file("book.ncx").replace('\n', "");
    assert!(way.contains("<navTarget id=\"to_table_3\" playOrder=\"1\" class=\"table\"><navLabel><text>Votes</text></navLabel><content src=\"book-1.smil#table_3\"/>"), "{way}");
    assert!(way.contains("<text>Table of 1 column, 1 row</text>"), "{way}");
}

#[test]
fn an_empty_cell_is_said_to_be_blank() {
    assert!(book("| A | B |\n|---|---|\n| 1 | |").file("book.xml").contains(">blank</span></td>"));
    assert!(!book("| A |\n|---|\n| 1 |").file("book.xml").contains("blank"));
}

#[test]
fn the_way_follows_the_headings() {
    let mut document = Document::new(parse(&Source::new("a.md", "")).source);
    for (level, words) in [(6, "Deep"), (2, "A"), (5, "B"), (3, "C")] {
        let content = vec![Inline::text(words, Origin::None)];
        document.blocks.push(Block::new(BlockKind::Heading { level: Level::clamped(level), number: None, content }, Origin::None));
    }
    let book = book_of(&document);
    let way = book.file("book.ncx");
    assert_eq!(attributes(way, "navPoint", "class"), ["level1", "level1", "level2", "level2", "level1"]);
    assert_eq!(attributes(way, "navPoint", "playOrder"), ["1", "2", "3", "4", "5"]);
    assert!(way.contains("<meta name=\"dtb:depth\" content=\"2\"/>"));
}

#[test]
fn a_document_without_headings_has_a_way_to_its_closing_words() {
    let book = book("Only words.");
    assert_eq!(attributes(book.file("book.ncx"), "navPoint", "class"), ["level1"]);
    assert!(book.file("book.ncx").contains("<text>About this version</text>"));
}

#[test]
fn pages_can_be_gone_to_and_left_out() {
    let book = book("# T\n\nPage 3\n\nOne.\n\nPage 4\n\nTwo.");
    let way = book.file("book.ncx").replace('\n', "");
    assert!(
        way.contains("<pageTarget id=\"to_page_4\" playOrder=\"2\" class=\"pagenum\" type=\"normal\" value=\"4\"><navLabel><text>4</text>"),
        "{way}"
    );
    assert!(
        way.contains("<meta name=\"dtb:totalPageCount\" content=\"2\"/>")
            && way.contains("<meta name=\"dtb:maxPageNumber\" content=\"4\"/>")
    );
    assert!(part(&book).contains("<par id=\"page_3\" class=\"pagenum\" customTest=\"pagenum\"><text src=\"book.xml#page_3\"/></par>"));
}

#[test]
fn what_can_be_left_out_is_the_same_in_every_file() {
    let book = book("One.[^1]\n\n[^1]: Note.");
    let ids = ["pagenum", "noteref", "note"];
    assert_eq!(attributes(book.file("book-1.smil"), "customTest", "id"), ids);
    assert_eq!(attributes(book.file("book.ncx"), "smilCustomTest", "id"), ids);
    assert_eq!(attributes(book.file("book.ncx"), "smilCustomTest", "bookStruct"), ["PAGE_NUMBER", "NOTE_REFERENCE", "NOTE"]);
}

#[test]
fn ten_thousand_notes_are_spoken_in_many_parts() {
    let sections: String = (0..100)
        .map(|section| {
            let notes: String = (0..100).map(|note| format!("Fee.[^{section}-{note}]\n\n[^{section}-{note}]: In pounds.\n\n")).collect();
            format!("## Part {section}\n\n{notes}")
        })
        .collect();
    let book = book(&format!("# T\n\n{sections}"));
    assert!(book.parts().len() > 10, "{}", book.parts().len());
    assert_eq!(book.spoken().iter().filter(|id| id.starts_with("noteref")).count(), 10_000);
    assert!(book.parts()[9].contains("<a href=\"book-10.smil#note_"), "a reference leads to the part that has its note");
}

#[test]
fn a_reference_without_a_note_is_spoken_and_is_a_loss() {
    let mut document = parse(&Source::new("a.md", "Text"));
    let reference = Inline::new(InlineKind::NoteRef("9".to_owned()), Origin::None);
    document.blocks = vec![Block::paragraph(vec![Inline::text("Text", Origin::None), reference], Origin::None)];
    let rendered = daisy::render(&document, &Options::default());
    let text = String::from_utf8_lossy(rendered.output.get("book.xml").unwrap()).into_owned();
    assert!(text.contains("smilref=\"book-1.smil#say_2\">Text<span class=\"noteref\">[9]</span></sent>"), "{text}");
    assert!(rendered.losses.iter().any(|loss| loss.id == LossKind::FootnoteMissing && loss.text == "9"));
}

#[test]
fn a_picture_that_is_missing_leaves_its_words() {
    let rendered = daisy::render(&parse(&Source::new("a.md", "![Map of the ward](<no such file.png>)")), &Options::default());
    assert!(rendered.losses.iter().any(|loss| loss.id == LossKind::ImageNotShown));
    assert!(String::from_utf8_lossy(rendered.output.get("book.xml").unwrap()).contains(">Image: Map of the ward</p>"));
}

#[test]
fn forbidden_characters_are_in_no_file() {
    let document = parse(&Source::new("a\u{1}.md", "---\ntitle: \"A\u{2}B\"\n---\n\n## C\u{1b}D\n\nE\u{fffe}"));
    let rendered = daisy::render(&document, &Options::default());
    let allowed = |character: char| matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    for (name, bytes) in rendered.output.files() {
        assert!(std::str::from_utf8(bytes).unwrap().chars().all(allowed), "{name}");
    }
    assert!(rendered.losses.iter().any(|loss| loss.id == LossKind::ForbiddenCharacter));
}

#[test]
fn a_passage_in_welsh_is_spoken_in_welsh() {
    let book = book(
        "# T\n\nThe council met.\n\n## Cofnodion y cyfarfod\n\nCynhaliwyd y cyfarfod yn Neuadd y Dref, ac roedd pump aelod yn bresennol yno.",
    );
    assert!(book.file("book.xml").contains("xml:lang=\"cy\""));
}
