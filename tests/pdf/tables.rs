//! Tables in PDFs: as tables, row by row, and as lists.

use std::collections::BTreeSet;

use plainsong::LossKind;

use crate::{large_print, reader};

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
fn a_heading_that_asks_has_no_sign_after_its_own() {
    let text = reader::text(&large_print(&format!("# T\n\n{}\n", wide_table("<th>Is it clear?</th>", "<td>Yes</td>", 1))).output);
    assert!(text.contains("Is it clear? Yes") && text.contains("Columns of the table: Is it clear?; Heading1;"), "{text}");
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
