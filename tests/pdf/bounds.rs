//! Input that no page was made for is set within bounds.

use std::time::{Duration, Instant};

use plainsong::Rendered;

use crate::{easy_read, large_print, reader};

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
