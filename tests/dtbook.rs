//! DTBook, a promise at a time. `tests/conformance.rs` asks the schemas.

use std::collections::BTreeSet;

use plainsong::model::{Block, BlockKind, Date, Inline, InlineKind, Level, Origin};
use plainsong::render::dtbook::{self, Options};
use plainsong::{ChangeKind, Document, LossKind, Rendered, Source, parse};
use quick_xml::Reader;
use quick_xml::events::Event;

fn render(markdown: &str) -> Rendered<String> {
    dtbook::render(&parse(&Source::new("paper.md", markdown)), &Options::default())
}

/// What stands between the opening and the closing tag of the body, line ends left out.
fn body(markdown: &str) -> String {
    let output = render(markdown).output;
    let (_, rest) = output.split_once("<bodymatter>").expect("the body begins");
    let (body, _) = rest.split_once("</bodymatter>").expect("the body ends");
    body.replace('\n', "")
}

fn losses(markdown: &str) -> Vec<LossKind> {
    render(markdown).losses.iter().map(|loss| loss.id).filter(|id| *id != LossKind::DateUnknown).collect()
}

fn attributes(xml: &str, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().expect("the output is well-formed") {
            Event::Start(start) | Event::Empty(start) => {
                found.extend(start.try_get_attribute(name).unwrap().map(|attribute| attribute.value.into_owned()));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn the_head_says_what_the_standard_asks_for() {
    let output = render("---\ntitle: Fees & charges\ndate: 2024-03-05\nidentifier: urn:x:1\nlanguage: cy\n---\n\nText.").output;
    assert!(output.starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE dtbook PUBLIC \"-//NISO//DTD dtbook 2005-3//EN\" \
         \"http://www.daisy.org/z3986/2005/dtbook-2005-3.dtd\">\n<dtbook xmlns=\"http://www.daisy.org/z3986/2005/dtbook/\" \
         version=\"2005-3\" xml:lang=\"cy\">"
    ));
    for line in [
        "<meta name=\"dtb:uid\" content=\"urn:x:1\"/>",
        "<meta name=\"dc:Identifier\" content=\"urn:x:1\"/>",
        "<meta name=\"dc:Title\" content=\"Fees &amp; charges\"/>",
        "<meta name=\"dc:Date\" content=\"2024-03-05\"/>",
        "<meta name=\"dc:Language\" content=\"cy\"/>",
        "<meta name=\"dc:Source\" content=\"paper.md\"/>",
        "<meta name=\"dc:Format\" content=\"ANSI/NISO Z39.86-2005\"/>",
    ] {
        assert!(output.contains(line), "{line} is not in {output}");
    }
}

#[test]
fn the_identifier_comes_from_the_words() {
    let uid = |name: &str, text: &str| {
        let output = dtbook::render(&parse(&Source::new(name, text)), &Options::default()).output;
        output.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned()
    };
    assert!(uid("a.md", "Bus routes").starts_with("plainsong:"));
    assert_eq!(uid("a.md", "Bus routes"), uid("b.md", "Bus routes"));
    assert_ne!(uid("a.md", "Bus routes"), uid("a.md", "Bus route"));
}

#[test]
fn a_date_that_nothing_states_is_a_loss() {
    let document = parse(&Source::new("a.md", "Text."));
    let rendered = dtbook::render(&document, &Options::default());
    assert!(rendered.output.contains("<meta name=\"dc:Date\" content=\"1970-01-01\"/>"));
    assert_eq!(rendered.losses[0].id, LossKind::DateUnknown);
    let mut options = Options::default();
    options.fallback_date = Date::new(2024, 3, 5);
    let rendered = dtbook::render(&document, &options);
    assert!(rendered.output.contains("<meta name=\"dc:Date\" content=\"2024-03-05\"/>"));
    assert!(rendered.losses.is_empty());
}

#[test]
fn options_come_from_a_configuration() {
    let options: Options = serde_json::from_str(r#"{"fallback-date": "2024-03-05"}"#).unwrap();
    assert_eq!(options.fallback_date, Date::new(2024, 3, 5));
    assert!(serde_json::from_str::<Options>(r#"{"date": "2024-03-05"}"#).is_err());
}

#[test]
fn the_title_leads_and_sections_are_levels() {
    let output = render("# Fees\n\nBefore.\n\n## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree.").output;
    assert!(output.contains("<doctitle>Fees</doctitle>"));
    assert_eq!(
        body("# Fees\n\nBefore.\n\n## A\n\nOne.\n\n### B\n\nTwo.\n\n## C\n\nThree."),
        "<level1><p><sent>Before.</sent></p></level1>\
         <level1><h1 id=\"heading_1\">A</h1><p><sent>One.</sent></p>\
         <level2><h2 id=\"heading_2\">B</h2><p><sent>Two.</sent></p></level2></level1>\
         <level1><h1 id=\"heading_3\">C</h1><p><sent>Three.</sent></p></level1>"
    );
}

#[test]
fn no_level_is_skipped_and_none_is_empty() {
    let mut document = Document::new(parse(&Source::new("a.md", "")).source);
    for (level, words) in [(6, "Deep"), (2, "A"), (5, "B"), (3, "C")] {
        let content = vec![Inline::text(words, Origin::None)];
        document.blocks.push(Block::new(BlockKind::Heading { level: Level::clamped(level), number: None, content }, Origin::None));
    }
    let output = dtbook::render(&document, &Options::default()).output.replace('\n', "");
    assert!(output.contains(
        "<level1><h1 id=\"heading_1\">Deep</h1><p></p></level1><level1><h1 id=\"heading_2\">A</h1>\
         <level2><h2 id=\"heading_3\">B</h2><p></p></level2><level2><h2 id=\"heading_4\">C</h2><p></p></level2></level1>"
    ));
}

#[test]
fn an_empty_document_is_a_book() {
    assert_eq!(body(""), "<level1><p></p></level1>");
    assert!(render("").output.contains("<doctitle>paper</doctitle>"));
}

#[test]
fn sentences_are_marked_through_emphasis() {
    assert_eq!(body("One *two. Three* four."), "<level1><p><sent>One <em>two. </em></sent><sent><em>Three</em> four.</sent></p></level1>");
}

#[test]
fn a_link_is_never_cut() {
    assert!(
        body("[One. Two.](https://a.uk/) Three.")
            .contains("<sent><a href=\"https://a.uk/\" external=\"true\">One. Two. (https://a.uk/)</a> </sent><sent>Three.</sent>")
    );
}

#[test]
fn printed_numbers_stay_with_their_words() {
    assert!(body("3.6 There is no formula.").contains("<p><sent><span class=\"number\">3.6</span> There is no formula.</sent></p>"));
    assert!(
        body("7. Co-production\n6. Co-design")
            .contains("<list type=\"pl\"><li><p><sent><span class=\"number\">7.</span> Co-production</sent></p></li>")
    );
    assert!(body("- buses").contains("<list type=\"ul\"><li><p><sent>buses</sent></p></li></list>"));
}

#[test]
fn a_label_before_something_else_than_words_is_kept() {
    assert!(body("4. > Quoted").contains("<li><p><sent><span class=\"number\">4.</span> </sent></p><blockquote>"));
}

#[test]
fn each_reference_has_its_note() {
    assert_eq!(
        body("One.[^a] Two.[^a]\n\n[^a]: The note."),
        "<level1><p><sent>One.<noteref id=\"noteref_1\" idref=\"#note_1\" class=\"footnote\">[a]</noteref> </sent>\
         <sent>Two.<noteref id=\"noteref_2\" idref=\"#note_1\" class=\"footnote\">[a]</noteref></sent></p>\
         <note id=\"note_1\" class=\"footnote\"><p><sent><span class=\"number\">a</span> The note.</sent></p></note></level1>"
    );
}

#[test]
fn a_reference_without_a_note_keeps_its_label_and_is_a_loss() {
    let mut document = parse(&Source::new("a.md", "Text"));
    let reference = Inline::new(InlineKind::NoteRef("9".to_owned()), Origin::None);
    document.blocks = vec![Block::paragraph(vec![Inline::text("Text", Origin::None), reference], Origin::None)];
    let rendered = dtbook::render(&document, &Options::default());
    assert!(rendered.output.contains("<sent>Text<span class=\"noteref\">[9]</span></sent>"));
    assert!(rendered.losses.iter().any(|loss| loss.id == LossKind::FootnoteMissing && loss.text == "9"));
}

#[test]
fn a_note_without_a_reference_is_in_the_book() {
    assert!(body("Text.\n\n[^1]: Lost words.").contains("<note id=\"note_1\" class=\"footnote\">"));
}

#[test]
fn a_value_names_its_headings() {
    let body = body(
        "<table><caption>Votes</caption><thead><tr><th>Name</th><th colspan=2>Vote</th></tr></thead>\
         <tbody><tr><th>Jones</th><td>For</td><td rowspan=5>1</td></tr></tbody></table>",
    );
    assert!(body.contains("<table summary=\"Votes. Columns: 3. Rows: 1.\"><caption><p>Votes</p></caption><thead>"), "{body}");
    assert!(body.contains("<th id=\"cell_2\" scope=\"col\" colspan=\"2\">"), "{body}");
    assert!(body.contains("<th id=\"cell_3\" scope=\"row\"><p><sent>Jones</sent></p></th><td headers=\"cell_2 cell_3\"><p>"), "{body}");
    assert!(!body.contains("rowspan"), "a cell ends with its table: {body}");
}

#[test]
fn a_table_of_headings_alone_is_a_table() {
    let body = body("| Name | Vote |\n|---|---|");
    assert!(body.contains("<tbody><tr><th id=\"cell_1\" scope=\"col\">") && !body.contains("thead"), "{body}");
}

#[test]
fn links_lead_out_and_say_where() {
    assert!(
        body("See [plans](https://a.uk/my%20plan).")
            .contains("<a href=\"https://a.uk/my%20plan\" external=\"true\">plans (https://a.uk/my%20plan)</a>")
    );
    assert!(body("See [part 2](#part-2).").contains("<sent>See part 2.</sent>"));
    assert!(body("# T\n\n[a](<https://a.uk/b c[d>)").contains("href=\"https://a.uk/b%20c%5Bd\""));
}

#[test]
fn words_that_stand_for_a_picture_are_in_the_book() {
    assert!(body("![Map & key](map.png)").contains("<p class=\"image\">Image: Map &amp; key</p>"));
    assert_eq!(losses("![Map](map.png \"The ward\")"), [LossKind::ImageNotShown, LossKind::TitleNotShown]);
    assert!(body("# T\n\nbefore![map](m.png)after").contains("before<span class=\"image\"> Image: map</span> after"));
}

#[test]
fn deleted_words_and_code_are_kept() {
    assert!(body("# T\n\n~~£40~~ £50").contains("<span class=\"deleted\">deleted: £40, end of deleted text</span> £50"));
    assert!(body("```\na  <b>\n```").contains("<code xml:space=\"preserve\">a  &lt;b&gt;"));
}

#[test]
fn short_forms_have_their_long_form_and_a_glossary() {
    let output = render("The Think Local Act Personal (TLAP) group met. TLAP agreed.").output;
    assert!(output.contains("<acronym pronounce=\"no\" title=\"Think Local Act Personal\">TLAP</acronym> agreed"), "{output}");
    assert!(output.contains("<dl>\n<dt><dfn>TLAP</dfn></dt><dd>Think Local Act Personal</dd>\n</dl>"), "{output}");
}

#[test]
fn a_short_form_that_comes_before_its_long_form_is_explained_where_it_is_used() {
    let body = body("# T\n\nTLAP met. TLAP agreed.\n\nThe Think Local Act Personal (TLAP) group left.");
    let short = "<acronym pronounce=\"no\" title=\"Think Local Act Personal\">TLAP</acronym>";
    assert!(body.contains(&format!("{short} (Think Local Act Personal) met. </sent><sent>{short} agreed.")), "{body}");
}

#[test]
fn what_a_passage_does_is_its_class() {
    let body = body("# Minutes\n\nPresent: A. Vane\n\nThe roof leaks. RESOLVED: That it be mended.\n\nRESOLVED: That we thank the clerk.");
    assert!(body.contains("<sent class=\"decision\">RESOLVED: That it be mended.</sent>"), "{body}");
    assert!(body.contains("<p class=\"decision\"><sent>RESOLVED: That we thank the clerk.</sent></p>"), "{body}");
}

#[test]
fn those_who_came_are_a_counted_list() {
    let body = body("# Minutes\n\nPresent:\n\n- Cllr A. Vane (Chair)\n- Cllr B. Rees\n\nRESOLVED: That the bench be mended.");
    assert!(body.contains("<list type=\"ul\" class=\"attendance present\"><hd>Present, 2 items</hd><li>"), "{body}");
}

#[test]
fn marks_of_printed_pages_are_page_numbers() {
    let markdown = "# T\n\nOne.\n\nPage 1 of 3\n\n## A\n\nTwo.\n\nPage 2 of 3\n\nThree.\n\nPage 3 of 3";
    let body = body(markdown);
    let page = |number: u32| format!("<pagenum id=\"page_{number}\" page=\"normal\">{number}</pagenum>");
    assert!(body.starts_with(&format!("<level1>{}<p><sent>One.", page(1))), "{body}");
    assert!(body.contains(&format!("<level1>{}<h1 id=\"heading_1\">A</h1>", page(2))), "{body}");
    assert!(body.contains(&format!("{}<p><sent>Three.", page(3))), "{body}");
    let changes = render(markdown).changes;
    assert_eq!(changes.len(), 3);
    assert_eq!((changes[0].id, changes[0].before.as_str()), (ChangeKind::PageMark, "Page 1 of 3"));
}

#[test]
fn words_after_the_end_of_a_line_stay_apart() {
    assert!(body("# T\n\n12 High Street  \nAnytown").contains("12 High Street<br/>"));
    assert!(render("# T\n\n12 High Street  \nAnytown").output.contains("<br/>\nAnytown"));
}

#[test]
fn our_own_words_are_english_in_a_welsh_book() {
    let output = render("---\nlanguage: cy\n---\n\nCyfarfu’r panel.").output;
    assert!(output.contains("xml:lang=\"en-GB\">About this version</h1>\n<prodnote render=\"required\" xml:lang=\"en-GB\">"), "{output}");
}

#[test]
fn ten_thousand_notes_follow_the_words_that_refer_to_them() {
    let markdown: String = (0..10_000).map(|number| format!("Fee {number}.[^{number}]\n\n[^{number}]: In pounds.\n\n")).collect();
    let body = body(&markdown);
    assert_eq!(body.matches("<note ").count(), 10_000);
    assert!(body.contains("[9999]</noteref></sent></p><note id=\"note_10000\""), "{}", &body[body.len() - 400..]);
}

#[test]
fn the_closing_words_cannot_be_skipped() {
    assert!(
        render("Text.")
            .output
            .contains("<h1 id=\"heading_1\">About this version</h1>\n<prodnote render=\"required\">\n<p><sent>This version was made")
    );
}

#[test]
fn forbidden_characters_are_replaced_and_told() {
    let rendered = render("a\u{1}b\u{fffe}c\u{c}d\n\n```\nx\u{1b}y\n```\n\n[l](<x\u{2}>)");
    let allowed = |character: char| matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    assert!(rendered.output.chars().all(allowed));
    assert!(rendered.losses.iter().any(|loss| loss.id == LossKind::ForbiddenCharacter && loss.span.is_some()));
}

#[test]
fn identifiers_are_unique() {
    let markdown = format!("{MINUTES}\n\n{REPORT}\n\n{MINUTES}");
    let ids = attributes(&render(&markdown).output, "id");
    assert!(ids.len() > 10, "{ids:?}");
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
}

const MINUTES: &str = include_str!("text_and_dtbook/minutes.md");
const REPORT: &str = include_str!("text_and_dtbook/report.md");

#[test]
fn minutes_as_a_book() {
    insta::with_settings!({ snapshot_path => "text_and_dtbook" }, { insta::assert_snapshot!(render(MINUTES).output) });
}

#[test]
fn a_report_as_a_book() {
    insta::with_settings!({ snapshot_path => "text_and_dtbook" }, { insta::assert_snapshot!(render(REPORT).output) });
}
