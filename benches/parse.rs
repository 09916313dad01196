//! How long reading takes, beside pulldown-cmark alone, which only writes HTML.

#![allow(missing_docs, reason = "divan writes the entry point")]

use divan::{Bencher, black_box, counter::BytesCount};
use plainsong::{Source, parse};
use pulldown_cmark::{Options, Parser, html};

fn main() {
    divan::main();
}

/// Sections of a generated report: about 6 kB, 60 kB and 600 kB.
const SECTIONS: [usize; 3] = [10, 100, 1_000];

#[divan::bench(args = SECTIONS)]
fn plainsong_parse(bencher: Bencher<'_, '_>, sections: usize) {
    let source = Source::new("report.md", report(sections));
    bencher.counter(BytesCount::of_str(source.text())).bench(|| parse(black_box(&source)));
}

#[divan::bench(args = SECTIONS)]
fn pulldown_cmark_to_html(bencher: Bencher<'_, '_>, sections: usize) {
    let text = report(sections);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_DEFINITION_LIST;
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut page = String::with_capacity(text.len() * 2);
        html::push_html(&mut page, Parser::new_ext(black_box(&text), options));
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
