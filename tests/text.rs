//! Plain text for screen readers, a promise at a time.

use plainsong::render::text::{self, Headings, LineEnding, Options, Tables};
use plainsong::{LossKind, Rendered, Source, parse};

fn render(markdown: &str) -> Rendered<String> {
    text::render(&parse(&Source::new("paper.md", markdown)), &Options::default())
}

/// What is said before the closing words.
fn said(markdown: &str) -> String {
    let output = render(markdown).output;
    let (said, _) = output.split_once("\n\n\nHeading level 2: About this version\n").expect("the closing words are there");
    said.to_owned()
}

/// What is said of a document with a title, after the title.
fn after_title(markdown: &str) -> String {
    let said = said(&format!("# Title\n\n{markdown}"));
    said.strip_prefix("Heading level 1: Title\n").expect("the title comes first").trim_start_matches('\n').trim_end().to_owned()
}

fn losses(markdown: &str) -> Vec<LossKind> {
    render(markdown).losses.iter().map(|loss| loss.id).collect()
}

#[test]
fn headings_have_two_blank_lines_before_and_one_after() {
    assert_eq!(said("# A\n\nOne.\n\nTwo.\n\n## B\n\nThree."), "Heading level 1: A\n\nOne.\n\nTwo.\n\n\nHeading level 2: B\n\nThree.");
}

#[test]
fn a_heading_says_its_level_and_its_printed_number() {
    assert!(said("# Title\n\n8.0 ENGAGEMENT\n\n8.1 The panel met.").contains("\nHeading level 2: 8.0 ENGAGEMENT\n\n8.1 The panel met."));
}

#[test]
fn a_paragraph_is_one_line() {
    assert_eq!(after_title("The panel\nmet on\nMonday."), "The panel met on Monday.");
}

#[test]
fn a_line_end_that_the_author_wants_is_kept() {
    assert_eq!(after_title("12 High Street  \nAnytown"), "12 High Street\nAnytown");
}

#[test]
fn lines_end_as_asked() {
    let mut options = Options::default();
    options.line_ending = LineEnding::Crlf;
    let document = parse(&Source::new("a.md", "# A\n\n```\none\ntwo\n```"));
    let output = text::render(&document, &options).output;
    assert_eq!(output.matches('\n').count(), output.matches("\r\n").count());
    assert!(output.ends_with(".\r\n") && output.contains("one\r\ntwo\r\n"));
    assert!(!render("# A").output.contains('\r'));
}

#[test]
fn options_come_from_a_configuration() {
    let json = r#"{"line-ending": "crlf", "byte-order-mark": true, "headings": "plain", "tables": "rows", "wrap": 60}"#;
    let options: Options = serde_json::from_str(json).unwrap();
    assert_eq!(options.line_ending, LineEnding::Crlf);
    assert_eq!((options.byte_order_mark, options.headings, options.tables), (true, Headings::Plain, Tables::Rows));
    assert_eq!(options.wrap.map(usize::from), Some(60));
    assert!(serde_json::from_str::<Options>(r#"{"wrap": 0}"#).is_err());
    assert!(serde_json::from_str::<Options>(r#"{"line-endings": "crlf"}"#).is_err());
}

/// What is said with options, without the closing words.
fn said_with(markdown: &str, set: impl FnOnce(&mut Options)) -> String {
    let mut options = Options::default();
    set(&mut options);
    let output = text::render(&parse(&Source::new("paper.md", markdown)), &options).output;
    output.split("About this version").next().unwrap_or_default().to_owned()
}

#[test]
fn a_byte_order_mark_comes_first_where_it_is_asked_for() {
    assert!(said_with("# A", |options| options.byte_order_mark = true).starts_with("\u{feff}Heading level 1: A"));
    assert!(!said_with("# A", |_| {}).contains('\u{feff}'));
}

#[test]
fn headings_may_go_without_their_level() {
    let said = said_with("# A\n\nOne.\n\n## B\n\nTwo.", |options| options.headings = Headings::Plain);
    assert!(said.starts_with("A\n\nOne.\n\n\nB\n\nTwo.\n"), "{said}");
}

#[test]
fn lines_are_broken_only_where_that_is_asked_for() {
    let long = "word ".repeat(60);
    assert!(said_with(&long, |_| {}).lines().any(|line| line.len() > 250));
    let wrapped = said_with(&long, |options| options.wrap = std::num::NonZeroUsize::new(40));
    assert!(wrapped.lines().all(|line| line.len() <= 40), "{wrapped}");
}

#[test]
fn a_table_can_be_read_row_by_row() {
    let said = said_with("| Councillor | Vote |\n|---|---|\n| Jones | For |\n| Rees | |", |options| options.tables = Tables::Rows);
    let expected = "Table: 2 columns, 2 rows.\nHeadings. Councillor. Vote.\nRow 1. Jones. For.\nRow 2. Rees. blank.\nEnd of table.";
    assert!(said.contains(expected), "{said}");
}

const MEETING: &str = "# Minutes\n\nPresent: A. Vane\n\n";

#[test]
fn a_decision_is_announced_and_its_words_are_kept() {
    let said = said(&format!("{MEETING}The roof leaks. RESOLVED: That it be mended."));
    assert!(said.contains("\nThe roof leaks. Decision: RESOLVED: That it be mended."), "{said}");
}

#[test]
fn an_action_is_announced_with_its_owner() {
    let said = said(&format!("{MEETING}The lifebelts are worn. ACTION: IB"));
    assert!(said.contains("\nAction, IB: The lifebelts are worn. ACTION: IB"), "{said}");
}

#[test]
fn what_its_words_say_themselves_is_not_announced() {
    let said = said(&format!("{MEETING}| Action | Owner |\n|---|---|\n| Order paint | Clerk |\n\nAction: Clerk to order paint."));
    assert!(said.contains("Row 1. Action: Order paint. Owner: Clerk.\n"), "{said}");
    assert!(said.contains("\nAction: Clerk to order paint."), "{said}");
}

#[test]
fn what_is_only_likely_is_not_announced() {
    let said = said(&format!("{MEETING}Dog bins. Clerk to chase the council."));
    assert!(!said.contains("Action"), "{said}");
}

#[test]
fn emphasis_is_announced_where_the_document_gives_it_a_meaning() {
    assert_eq!(
        after_title("Changes are shown in bold.\n\nThe fee is **£50** a year."),
        "Changes are shown in bold.\n\nThe fee is bold: £50, end of bold a year."
    );
    assert_eq!(after_title("The fee is **£50** a *year*."), "The fee is £50 a year.");
}

#[test]
fn a_grid_of_labels_and_values_is_no_table() {
    let said = after_title("| Ward: | Harbour |\n|---|---|\n| Report of: | The Clerk |\n| Date: | 4 May 2026 |");
    assert!(!said.contains("Table:") && said.contains("Report of: The Clerk"), "{said}");
}

#[test]
fn welsh_stays_welsh() {
    let welsh = "Cynhaliwyd y cyfarfod yn Neuadd y Dref, ac roedd pump aelod yn bresennol.";
    assert!(said(&format!("---\nlanguage: cy\n---\n\n# Cofnodion\n\n{welsh}")).contains(welsh));
}

#[test]
fn bullets_are_counted() {
    assert_eq!(after_title("- buses\n- trains"), "List of 2 items\nItem 1 of 2: buses\nItem 2 of 2: trains");
    assert_eq!(after_title("- buses"), "List of 1 item\nItem 1 of 1: buses");
}

#[test]
fn printed_labels_are_said_and_never_counted_anew() {
    assert_eq!(after_title("7. Co-production\n6. Co-design"), "List of 2 items\n7. Co-production\n6. Co-design\nEnd of list.");
}

#[test]
fn a_numbered_line_alone_is_no_list() {
    assert_eq!(after_title("4. **Election**\n\nCllr. Ash was elected."), "4. Election\n\nCllr. Ash was elected.");
}

#[test]
fn nesting_is_said() {
    assert_eq!(
        after_title("- a\n  - b\n  - c\n- d"),
        "List of 2 items\nItem 1 of 2: a\nList of 2 items, level 2\nItem 1 of 2: b\nItem 2 of 2: c\nEnd of list, level 2.\nItem 2 of 2: d"
    );
}

#[test]
fn the_end_of_a_list_is_said_where_it_is_not_plain() {
    assert!(after_title("- a\n\n  more of a").ends_with("Item 1 of 1: a\nmore of a\nEnd of list."));
}

#[test]
fn a_table_is_read_as_records() {
    assert_eq!(
        after_title("| Councillor | Vote |\n|---|---|\n| Jones | For |\n| Rees | |"),
        "Table: 2 columns, 2 rows.\nRow 1. Councillor: Jones. Vote: For.\nRow 2. Councillor: Rees. Vote: blank.\nEnd of table."
    );
}

#[test]
fn a_caption_comes_before_its_table() {
    let said = after_title("<table><caption>Votes cast</caption><tr><th>Name</th></tr><tr><td>Jones</td></tr></table>");
    assert_eq!(said, "Votes cast\nTable: 1 column, 1 row.\nRow 1. Name: Jones.\nEnd of table.");
}

#[test]
fn a_caption_keeps_its_words_wherever_it_stands() {
    assert_eq!(after_title("<caption>Votes cast</caption>"), "Votes cast");
    assert_eq!(after_title("<blockquote><caption>Votes cast</caption></blockquote>"), "Quote: Votes cast\nEnd of quote.");
    let two = after_title("<table><caption>Votes</caption><caption>In May</caption><tr><td>Jones</td></tr></table>");
    assert!(two.starts_with("Votes, In May\nTable:"), "{two}");
}

#[test]
fn a_cell_that_spans_is_said_in_each_place() {
    let said = after_title(
        "<table><thead><tr><th rowspan=2>Name</th><th colspan=2>Votes</th></tr><tr><th>For</th><th>Against</th></tr></thead>\
         <tbody><tr><td rowspan=2>Jones</td><td>1</td><td>2</td></tr><tr><td colspan=2>absent</td></tr></tbody></table>",
    );
    assert!(said.contains("Row 1. Name: Jones. Votes, For: 1. Votes, Against: 2.\n"), "{said}");
    assert!(said.contains("Row 2. Name: Jones. Votes, For: absent. Votes, Against: absent.\n"), "{said}");
}

#[test]
fn a_table_without_headings_says_its_values() {
    assert!(after_title("<table><tr><td>Jones</td><td>For</td></tr></table>").contains("Row 1. Jones. For.\n"));
}

#[test]
fn headings_without_values_are_said() {
    assert_eq!(after_title("| Name | Vote |\n|---|---|"), "Table: 2 columns, no rows.\nColumns without values: Name; Vote.\nEnd of table.");
}

#[test]
fn a_long_heading_is_said_in_full_once() {
    let heading = "What the council will do about the shelters in this ward and when it will be done and who will pay for it in the end";
    let said = after_title(&format!("| {heading}, if anyone |\n|---|\n| nothing |\n| little |"));
    assert!(said.contains(&format!("Row 1. {heading}, if anyone: nothing.")), "{said}");
    assert!(said.contains(&format!("Row 2. {heading}: little.")), "{said}");
}

#[test]
fn label_lines_are_label_and_value() {
    let said = said("REPORT TITLE:\tBUS SHELTERS\nREPORT OF:\tDIRECTOR OF ENVIRONMENT\n\nThe panel met.");
    assert!(said.contains("REPORT TITLE: BUS SHELTERS\nREPORT OF: DIRECTOR OF ENVIRONMENT\n"), "{said}");
}

#[test]
fn a_note_follows_its_sentence() {
    assert_eq!(after_title("The fee rose.[^1] It was paid.\n\n[^1]: By £40"), "The fee rose. Note 1: By £40. End of note. It was paid.");
}

#[test]
fn a_note_within_a_sentence_waits_for_its_end() {
    assert_eq!(after_title("The fee[^a] rose. It was paid.\n\n[^a]: £40."), "The fee rose. Note a: £40. End of note. It was paid.");
}

#[test]
fn a_note_is_said_once() {
    assert_eq!(after_title("One.[^1] Two.[^1]\n\n[^1]: See it."), "One. Note 1: See it. End of note. Two. Note 1 is above.");
}

#[test]
fn a_note_in_a_note_comes_after_it() {
    assert_eq!(
        after_title("One.[^1] Two.\n\n[^1]: First[^2].\n\n[^2]: Second."),
        "One. Note 1: First. End of note. Note 2: Second. End of note. Two."
    );
}

#[test]
fn a_note_of_a_heading_comes_after_it() {
    assert!(
        said("# Fees[^1]\n\nText.\n\n[^1]: In pounds.").starts_with("Heading level 1: Fees\n\nNote 1: In pounds. End of note.\n\nText.")
    );
}

#[test]
fn a_note_that_nothing_refers_to_is_still_said() {
    assert!(after_title("Text.\n\n[^1]: Lost words.").ends_with("Note 1: Lost words. End of note."));
}

#[test]
fn a_chain_of_notes_is_said_note_after_note() {
    let notes: String = (0..20_000).map(|number| format!("[^{number}]: Go on.[^{}]\n\n", number + 1)).collect();
    let said = after_title(&format!("Text.[^0]\n\n{notes}[^20000]: The last."));
    assert!(said.starts_with("Text. Note 0: Go on. End of note. Note 1: Go on. End of note."));
    assert!(said.ends_with("Note 20000: The last. End of note."));
}

#[test]
fn a_link_is_its_words_and_its_address() {
    assert_eq!(
        after_title("See the [planning page](https://www.example.gov.uk/planning)."),
        "See the planning page (https://www.example.gov.uk/planning)."
    );
    assert_eq!(after_title("See <https://www.example.gov.uk/>."), "See https://www.example.gov.uk/.");
    assert_eq!(after_title("Write to [clerk@example.gov.uk](mailto:clerk@example.gov.uk)."), "Write to clerk@example.gov.uk.");
    assert_eq!(after_title("Write to [the clerk](mailto:clerk@example.gov.uk)."), "Write to the clerk (clerk@example.gov.uk).");
    assert_eq!(after_title("See [part 2](#part-2)."), "See part 2.");
}

#[test]
fn the_title_of_a_link_is_a_loss() {
    let rendered = render("See [plans](https://a.uk/ \"All plans\").");
    assert_eq!(rendered.losses.len(), 1);
    assert_eq!((rendered.losses[0].id, rendered.losses[0].text.as_str()), (LossKind::TitleNotShown, "All plans"));
    assert!(rendered.losses[0].span.is_some());
}

#[test]
fn short_forms_are_explained_at_the_end() {
    let said = said("# T\n\nThe Think Local Act Personal (TLAP) group met. TLAP agreed.");
    assert!(said.ends_with("\n\n\nHeading level 2: Short forms used in this document\n\nTLAP: Think Local Act Personal"), "{said}");
}

#[test]
fn a_picture_is_its_alternative_text() {
    assert_eq!(after_title("![Map of the ward](map.png)"), "Image: Map of the ward.");
    assert_eq!(after_title("See ![the map](map.png)."), "See Image: the map.");
    assert!(losses("![Map](map.png)").is_empty());
}

#[test]
fn a_picture_without_words_says_so() {
    assert_eq!(after_title("![](map.png)"), "Image without a description.");
    assert_eq!(losses("![](map.png)"), [LossKind::ImageNotShown]);
}

#[test]
fn deleted_words_are_announced() {
    assert_eq!(after_title("The fee is ~~£40~~ £50."), "The fee is deleted: £40, end of deleted text £50.");
}

#[test]
fn quotations_and_code_are_announced() {
    assert_eq!(after_title("> We met.\n>\n> We left."), "Quote: We met.\n\nWe left.\nEnd of quote.");
    assert_eq!(after_title("```\na  b\n  c\n```"), "Code:\na  b\n  c\nEnd of code.");
}

#[test]
fn nothing_is_decoration() {
    assert_eq!(after_title("A *stressed* **word**.\n\n---\n\n`Done`."), "A stressed word.\n\nDone.");
}

#[test]
fn a_document_without_a_title_begins_with_its_name() {
    assert!(said("The panel met.").starts_with("Heading level 1: paper\n\nThe panel met."));
}

#[test]
fn an_empty_document_still_says_what_it_is() {
    assert!(render("").output.starts_with("Heading level 1: paper\n\n\nHeading level 2: About this version\n\nThis version was made"));
}

#[test]
fn control_characters_never_go_out() {
    let rendered = render("a\u{1}b\u{c}c\u{7f}d\u{85}e\u{9d}f\n\n```\nx\u{1b}y\u{c}z\n```");
    assert!(!rendered.output.chars().any(|character| character.is_control() && character != '\n'), "{:?}", rendered.output);
    assert!(rendered.losses.iter().all(|loss| loss.id == LossKind::ForbiddenCharacter && loss.span.is_some()));
    let first = rendered.losses.iter().find(|loss| loss.text == "\u{1}").expect("the first is told");
    assert_eq!(first.span, Some(plainsong::Span::new(1, 2)), "a loss points at the character");
}

#[test]
fn announced_words_stay_apart_from_their_neighbours() {
    assert_eq!(after_title("foo~~bar~~baz"), "foo deleted: bar, end of deleted text baz");
    assert_eq!(after_title("before![map](m.png)after"), "before Image: map. after");
}

const MINUTES: &str = include_str!("text_and_dtbook/minutes.md");
const REPORT: &str = include_str!("text_and_dtbook/report.md");

#[test]
fn minutes_as_a_listener_hears_them() {
    insta::with_settings!({ snapshot_path => "text_and_dtbook" }, { insta::assert_snapshot!(render(MINUTES).output) });
}

#[test]
fn a_report_as_a_listener_hears_it() {
    insta::with_settings!({ snapshot_path => "text_and_dtbook" }, { insta::assert_snapshot!(render(REPORT).output) });
}
