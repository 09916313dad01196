//! How long web pages, plain text, DTBook and DAISY books take, beside reading the same document. The sizes are
//! a factor of ten apart: times that are, too, grow in line with the document. The largest is some 10 MB.
//! Text may cost as much as reading, DAISY five times that. A page may cost 2.5 times what pulldown-cmark
//! takes for its own HTML, and with reading 5.5 times.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use plainsong::render;
use plainsong::{Document, Source, parse};

/// The sizes of the documents, in sections of some 2,000 bytes.
const SECTIONS: [usize; 3] = [65, 650, 6_500];

fn main() {
    divan::main();
}

/// A report as councils write them: numbered paragraphs, a list, a table, a link, a note.
fn report(sections: usize) -> Source {
    let mut report = String::from("# Report of the Director of Environment\n\n");
    for section in 1..=sections {
        report.push_str(&format!("## {section}.0 Bus shelters\n\n"));
        for paragraph in 1..=4 {
            report.push_str(&format!(
                "{section}.{paragraph} The council owns **twelve** shelters in this ward. Cllr. Rees asked how often they are \
                 cleaned. The officer said that each is cleaned every six weeks, and that the contract ends in March. It was \
                 noted that the [timetable](https://www.example.gov.uk/buses) is out of date.[^{section}-{paragraph}]\n\n\
                 [^{section}-{paragraph}]: The timetable was printed in 2019.\n\n"
            ));
        }
        report.push_str("The committee is asked to:\n\n- note the report\n- agree the budget of £4,500\n- ask for a new timetable\n\n");
        report.push_str("| Stop | Cost | Repaired |\n|---|---|---|\n| High Street | £1,200 | yes |\n| Mill Lane | £300 | |\n\n");
    }
    Source::new("report.md", report)
}

fn document(sections: usize) -> (Document, BytesCount) {
    let source = report(sections);
    (parse(&source), BytesCount::new(source.text().len()))
}

#[divan::bench(args = SECTIONS)]
fn reading(bencher: Bencher, sections: usize) {
    let source = report(sections);
    bencher.counter(BytesCount::new(source.text().len())).bench(|| parse(black_box(&source)));
}

/// What web pages are measured by: pulldown-cmark's own events and its own HTML, with the extensions
/// that we read.
#[divan::bench(args = SECTIONS)]
fn html_of_pulldown_cmark(bencher: Bencher, sections: usize) {
    use pulldown_cmark::{Options, Parser, html};

    let source = report(sections);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    bencher.counter(BytesCount::new(source.text().len())).bench(|| {
        let mut output = String::new();
        html::push_html(&mut output, Parser::new_ext(black_box(source.text()), options));
        output
    });
}

#[divan::bench(args = SECTIONS)]
fn html(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| render::html::render(black_box(&document), &render::html::Options::default()));
}

#[divan::bench(args = SECTIONS)]
fn reading_and_html(bencher: Bencher, sections: usize) {
    let source = report(sections);
    let bytes = BytesCount::new(source.text().len());
    bencher.counter(bytes).bench(|| render::html::render(&parse(black_box(&source)), &render::html::Options::default()));
}

#[divan::bench(args = SECTIONS)]
fn text(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| render::text::render(black_box(&document), &render::text::Options::default()));
}

#[divan::bench(args = SECTIONS)]
fn dtbook(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| render::dtbook::render(black_box(&document), &render::dtbook::Options::default()));
}

#[divan::bench(args = SECTIONS)]
fn daisy(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| render::daisy::render(black_box(&document), &render::daisy::Options::default()));
}

#[divan::bench(args = SECTIONS)]
fn spoken(bencher: Bencher, sections: usize) {
    let (document, bytes) = document(sections);
    bencher.counter(bytes).bench(|| plainsong::rewrite::spoken::spoken(black_box(&document)));
}
