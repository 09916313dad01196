//! The pages of the PDFs: at any size, on any paper, in any colours.

use std::fs;
use std::process::Command;

use plainsong::convert::{Format, Options, convert};
use plainsong::render::large_print::{Colours, Margin, Paper, Size};
use plainsong::{Rendered, Source, parse};

use crate::word_law::check_output;
use crate::words::words;
use crate::{documents, fixtures, judges, no_complaints, oracle, pdf};

const PDFS: [Format; 2] = [Format::LargePrint, Format::EasyRead];

/// Options of a size, a paper and a pair of colours, for both PDFs.
fn options(size: f32, paper: Paper, colours: Colours) -> Options {
    let mut options = Options::default();
    let (large, easy) = (&mut options.large_print, &mut options.easy_read);
    (large.size, large.paper, large.colours) = (Size::new(size).unwrap(), paper, colours);
    (easy.size, easy.paper, easy.colours) = (large.size, paper, colours);
    options
}

fn render(source: &Source, format: Format, options: &Options) -> Rendered<Vec<u8>> {
    convert(&parse(source), format, options).unwrap()
}

#[test]
fn nothing_is_smaller_than_the_text() {
    let mut complaints = Vec::new();
    for source in fixtures::fixtures() {
        for (format, size) in PDFS.into_iter().zip([16.0, 48.0]).chain([(Format::LargePrint, 48.0)]) {
            let output = render(&source, format, &options(size, Paper::Letter, Colours::default())).output;
            for (number, sheet) in pdf::sheets(&output).iter().enumerate() {
                assert_eq!(sheet.edges, [0, 0, 61_200, 79_200]);
                let smallest = sheet.text_sizes.first().copied().unwrap_or(i64::MAX);
                if smallest < (size * 100.0) as i64 {
                    complaints.push(format!("{} as {format}, page {}: {smallest} hundredths of a point", source.name(), number + 1));
                }
            }
        }
    }
    no_complaints(&complaints);
}

#[test]
fn words_and_ground_have_their_colours_on_every_page() {
    let source =
        Source::new("minutes.md", format!("# Minutes\n\n{}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n", "We met stakeholders.\n\n".repeat(40)));
    let pairs = [
        ("black on white", None, "0 g"),
        ("black on cream", Some("1 0.992 0.816 rg"), "0 g"),
        ("black on yellow", Some("1 1 0 rg"), "0 g"),
        ("white on black", Some("0 g"), "1 g"),
        ("yellow on black", Some("0 g"), "1 1 0 rg"),
    ];
    for (colours, ground, words) in pairs {
        for format in PDFS {
            let output = render(&source, format, &options(18.0, Paper::A4, colours.parse().unwrap())).output;
            let sheets = pdf::sheets(&output);
            assert!(sheets.len() > 2);
            for sheet in sheets {
                let [left, bottom, right, top] = sheet.edges;
                let covers = |fill: [i64; 4]| fill[0] < left && fill[1] < bottom && fill[2] > right && fill[3] > top;
                let covers = sheet.first_fill.filter(|(_, fill)| covers(*fill)).map(|(colour, _)| colour);
                assert_eq!(covers.as_deref(), ground, "{colours} as {format}");
                assert_eq!(sheet.word_colours.iter().map(String::as_str).collect::<Vec<_>>(), [words], "{colours} as {format}");
            }
        }
    }
}

/// `pdftotext` draws a box around each word.
#[test]
fn every_word_lies_between_the_margins_at_48_points() {
    if !judges::are_here("every_word_lies_between_the_margins_at_48_points", &["pdftotext"]) {
        return;
    }
    let mut complaints = Vec::new();
    for source in fixtures::fixtures() {
        for format in PDFS {
            let output = render(&source, format, &options(48.0, Paper::Letter, Colours::default())).output;
            let margin = Margin::default().get();
            let mut words = 0;
            for line in pdftotext(&output, "-bbox").lines() {
                let edge = |name: &str| -> Option<f32> { line.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.parse().ok() };
                let (Some(left), Some(right), Some(top), Some(bottom)) = (edge("xMin"), edge("xMax"), edge("yMin"), edge("yMax")) else {
                    continue;
                };
                words += 1;
                // A letter may reach a little beyond the place that it takes.
                if left < margin - 3.0 || right > 612.0 - margin + 3.0 || top < 0.0 || bottom > 792.0 {
                    complaints.push(format!("{} as {format}: {}", source.name(), line.trim()));
                }
            }
            assert!(words > 10, "{} as {format}: only {words} words have boxes", source.name());
        }
    }
    no_complaints(&complaints);
}

/// `pdftotext` shares no code with us.
#[test]
fn pdftotext_gives_back_every_word_in_order_at_18_and_36_points() {
    if !judges::are_here("pdftotext_gives_back_every_word_in_order_at_18_and_36_points", &["pdftotext"]) {
        return;
    }
    let mut complaints = Vec::new();
    for source in documents() {
        let (document, reading) = (parse(&source), oracle::read(source.text()));
        for size in [18.0, 36.0] {
            let rendered = convert(&document, Format::LargePrint, &options(size, Paper::A4, Colours::default())).unwrap();
            let output = words(&pdftotext(&rendered.output, "-raw"));
            let name = format!("{} at {size} points", source.name());
            complaints.extend(check_output(&name, &reading, &output, &rendered.losses, &rendered.changes).0);
        }
    }
    no_complaints(&complaints);
}

fn pdftotext(bytes: &[u8], how: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("document.pdf");
    fs::write(&file, bytes).unwrap();
    let output = Command::new("pdftotext").args([how, "-enc", "UTF-8"]).arg(&file).arg("-").output().unwrap();
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}
