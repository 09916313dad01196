//! How long reading takes, beside pulldown-cmark alone, which only writes HTML.

#![allow(missing_docs, reason = "divan writes the entry point")]

use divan::{Bencher, black_box, counter::BytesCount};
use plainsong::{Source, parse};
use pulldown_cmark::{Options, Parser, html};

fn main() {
    divan::main();
}

/// Sections of a generated paper: about 6 kB, 600 kB and 10 MB.
const SECTIONS: [usize; 3] = [10, 1_000, 16_000];

#[divan::bench(args = SECTIONS)]
fn report_by_plainsong(bencher: Bencher<'_, '_>, sections: usize) {
    read(bencher, report(sections));
}

#[divan::bench(args = SECTIONS)]
fn report_by_pulldown_cmark(bencher: Bencher<'_, '_>, sections: usize) {
    write_html(bencher, &report(sections));
}

#[divan::bench(args = SECTIONS)]
fn minutes_by_plainsong(bencher: Bencher<'_, '_>, sections: usize) {
    read(bencher, minutes(sections));
}

#[divan::bench(args = SECTIONS)]
fn minutes_by_pulldown_cmark(bencher: Bencher<'_, '_>, sections: usize) {
    write_html(bencher, &minutes(sections));
}

fn read(bencher: Bencher<'_, '_>, text: String) {
    let source = Source::new("paper.md", text);
    bencher.counter(BytesCount::of_str(source.text())).bench(|| parse(black_box(&source)));
}

/// What the least that could be done takes: the same options, events pushed through the HTML writer.
fn write_html(bencher: Bencher<'_, '_>, text: &str) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_DEFINITION_LIST;
    bencher.counter(BytesCount::of_str(text)).bench(|| {
        let mut page = String::with_capacity(text.len() * 2);
        html::push_html(&mut page, Parser::new_ext(black_box(text), options));
        page
    });
}

/// A report with so many sections, each with paragraphs, a list, a table and a footnote.
fn report(sections: usize) -> String {
    let mut text = String::from("# A generated report\n\nREPORT TITLE:\tBUS SHELTERS\nREPORT OF:\tTHE CLERK\n\n");
    for section in 1..=sections {
        text.push_str(&format!(
            "## {section}.0 SHELTERS IN WARD {section}\n\n\
             - {section}.1 The Wexmere Carers Forum (WCF) looked at **every shelter** in the ward[^{section}].\n\
             - {section}.2 It is anticipated that stakeholders will be asked &ndash; see <https://www.wexmere.example/wards/{section}>.\n\n\
             {section}.3 They found:\n\n\
             1. roofs that leak\n2. seats that are *broken*, and\n3. no timetable.\n\n\
             | Shelter | Fault | Cost |\n|---|---|---:|\n| Mill Lane | Roof | £1,150 |\n| Hospital | Glass | £640 |\n\n\
             Date\tPlace\n1 May 2024\tTown Hall\n8 May 2024\t\n\n\
             [^{section}]: Counted on a Tuesday.\n\n"
        ));
    }
    text
}

/// Minutes with so many items, each with a decision, an action and a vote. Reading looks for what a
/// meeting decided only in minutes.
fn minutes(items: usize) -> String {
    let mut text = String::from("# Minutes of the parks panel\n\nPresent: Cllr A Vane (Chair), Cllr B Lee\n\nApologies: Cllr C Rees\n\n");
    for item in 1..=items {
        text.push_str(&format!(
            "## {item}. The bench in ward {item}\n\n\
             The Clerk reported that the Wexmere Parks Trust (WPT) had looked at the bench. Members asked about the cost, \
             and whether WPT would pay for a part of it. It is thirty years old, and people who wait for the bus sit on it.\n\n\
             RESOLVED: That the bench be mended at a cost of no more than £{item}.\n\n\
             Cllr Lee proposed that it be painted green, seconded by Cllr Vane. 4 votes for, 2 against. Carried.\n\n\
             - **Action:** Clerk to write to the carpenter by 4 May 2024.\n\
             - The Chair would speak to the school.\n\n\
             | Action | Owner | Due |\n|---|---|---|\n| Order the paint | Cllr Lee | June |\n\n"
        ));
    }
    text.push_str("The next meeting will be on Tuesday 11 June 2024.\n");
    text
}
