//! Every fixture in every format, as text to be reviewed: PDFs as their tag tree.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use plainsong::convert::{self, Format, Summary, convert};
use plainsong::lint::{self, lint};
use plainsong::rewrite::summary::summarise;
use plainsong::{Source, parse};

#[path = "support/book.rs"]
#[allow(dead_code, reason = "the laws and the tests of DAISY books read more of a book")]
mod book;
#[path = "support/epub.rs"]
#[allow(dead_code, reason = "the tests of EPUB look at more of a book")]
mod epub;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/pdf.rs"]
#[allow(dead_code, reason = "the laws read the text of a PDF, the snapshots its tag tree")]
mod pdf;

use fixtures::fixtures;

/// Fixtures whose model is kept too: they show what is hard to see in an output.
const MODELS: [&str; 4] = ["edge/footnotes.md", "edge/inline.md", "edge/tables.md", "edge/windows.md"];

/// Fixtures whose books are kept whole; the pages of the others are those of the web page in parts.
const WHOLE_BOOKS: [&str; 4] = ["edge/footnotes.md", "minutes/bilingual.md", "reports/pictures.md", "word/moderngov.md"];

#[test]
fn fixtures_in_every_format() {
    let mut changed = Vec::new();
    for source in fixtures() {
        for format in Format::ALL {
            check(&snapshot_name(&source, format.name()), &as_text(&source, *format), &mut changed);
        }
    }
    assert!(changed.is_empty(), "these snapshots differ; review them with `cargo insta review`:\n{}", changed.join("\n"));
}

/// These were read aloud by espeak-ng, and corrected.
#[test]
fn fixtures_as_they_are_spoken() {
    let mut changed = Vec::new();
    for source in fixtures() {
        let mut options = convert::Options::default();
        options.voice = convert::Voice::Spoken;
        check(&snapshot_name(&source, "spoken"), &as_text_with(&source, Format::Text, &options), &mut changed);
    }
    assert!(changed.is_empty(), "these snapshots differ; review them with `cargo insta review`:\n{}", changed.join("\n"));
}

#[test]
fn models_of_hard_fixtures() {
    let mut changed = Vec::new();
    for source in fixtures().iter().filter(|source| MODELS.contains(&source.name())) {
        check(&snapshot_name(source, "model"), &serde_json::to_string_pretty(&parse(source)).unwrap(), &mut changed);
    }
    assert!(changed.is_empty(), "these snapshots differ; review them with `cargo insta review`:\n{}", changed.join("\n"));
}

#[test]
fn what_passages_do() {
    let mut changed = Vec::new();
    for source in fixtures().iter().filter(|source| has_record(source)) {
        check(&snapshot_name(source, "marks"), &marks(source), &mut changed);
    }
    assert!(changed.is_empty(), "these snapshots differ; review them with `cargo insta review`:\n{}", changed.join("\n"));
}

/// Whether a fixture is of a kind that roles are looked for in.
fn has_record(source: &Source) -> bool {
    !source.name().starts_with("edge/")
}

/// Fixtures of which the findings are kept.
const LINTED: [&str; 4] = ["minutes/parish.md", "reports/committee-report.md", "strategies/promises.md", "edge/tables.md"];

#[test]
fn findings_of_fixtures() {
    let mut changed = Vec::new();
    for source in fixtures().iter().filter(|source| LINTED.contains(&source.name())) {
        check(&snapshot_name(source, "findings"), &findings(source), &mut changed);
    }
    assert!(changed.is_empty(), "these snapshots differ; review them with `cargo insta review`:\n{}", changed.join("\n"));
}

/// Each finding: where it is, the rule, the words, what is said of them and what could stand in their place.
fn findings(source: &Source) -> String {
    let mut text = String::new();
    for finding in lint(&parse(source), source, &lint::Options::default()) {
        let line = source.position(finding.span.start).line;
        let words = source.slice(finding.span).replace('\n', " ");
        text.push_str(&format!("{line} {}[{}] {words:?}\n  {}\n", finding.severity.word(), finding.rule, finding.message));
        finding.help.iter().for_each(|help| text.push_str(&format!("  help: {help}\n")));
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        edits.for_each(|edit| text.push_str(&format!("  fix: {:?} for {:?}\n", edit.text, source.slice(edit.span))));
    }
    text
}

/// Each mark on a line: where it is, how sure, what it does, and the words.
fn marks(source: &Source) -> String {
    let lines = parse(source).marks.into_iter().map(|mark| {
        let line = source.position(mark.span.start).line;
        let words = source.slice(mark.span).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{line}: {:?} {}\n    {words}\n", mark.certainty, serde_json::to_string(&mark.role).unwrap())
    });
    lines.collect()
}

/// What the lists that minutes open with add to an output, line by line.
#[test]
fn what_opening_lists_add() {
    let mut changed = Vec::new();
    for source in fixtures().iter().filter(|source| opens_with_lists(source)) {
        for format in WITH_LISTS {
            let mut options = convert::Options::default();
            let as_it_is: BTreeSet<String> = lines(source, format, &options).into_iter().collect();
            options.summary = Summary::EveryFormat;
            let with_lists = lines(source, format, &options).into_iter();
            let added: Vec<String> = with_lists.filter(|line| !as_it_is.contains(line)).collect();
            check(&snapshot_name(source, &format!("lists.{}", format.name())), &added.join("\n"), &mut changed);
        }
    }
    assert!(changed.is_empty(), "these snapshots differ; review them with `cargo insta review`:\n{}", changed.join("\n"));
}

/// The formats that are lines of text.
const WITH_LISTS: [Format; 2] = [Format::Text, Format::Dtbook];

fn opens_with_lists(source: &Source) -> bool {
    summarise(&parse(source)).is_some()
}

/// The lines of an output. Headings are counted, and so have another id below the lists: it is left out.
fn lines(source: &Source, format: Format, options: &convert::Options) -> Vec<String> {
    let output = String::from_utf8(convert(&parse(source), format, options).unwrap().output).unwrap();
    let without_id = |line: &str| match line.split_once(" id=\"heading_") {
        Some((before, after)) => {
            format!("{before}{}", after.trim_start_matches(|character: char| character.is_ascii_digit() || character == '"'))
        }
        None => line.to_owned(),
    };
    output.lines().map(without_id).collect()
}

#[test]
fn no_snapshot_is_left_over() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/fixtures");
    let there = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let there: BTreeSet<String> = there.filter(|name| !name.ends_with(".snap.new")).collect();
    let mut wanted = BTreeSet::new();
    for source in fixtures() {
        wanted.extend(Format::ALL.iter().map(|format| snapshot_name(&source, format.name())));
        wanted.insert(snapshot_name(&source, "spoken"));
        let lists = WITH_LISTS.iter().filter(|_| opens_with_lists(&source));
        wanted.extend(lists.map(|format| snapshot_name(&source, &format!("lists.{}", format.name()))));
        wanted.extend(has_record(&source).then(|| snapshot_name(&source, "marks")));
        wanted.extend(MODELS.contains(&source.name()).then(|| snapshot_name(&source, "model")));
        wanted.extend(LINTED.contains(&source.name()).then(|| snapshot_name(&source, "findings")));
    }
    let wanted: BTreeSet<String> = wanted.into_iter().map(|name| format!("{name}.snap")).collect();
    let left_over: Vec<_> = there.difference(&wanted).collect();
    let missing: Vec<_> = wanted.difference(&there).collect();
    assert!(left_over.is_empty() && missing.is_empty(), "left over: {left_over:?}\nmissing: {missing:?}");
}

/// `minutes/parish.md` as text is `minutes-parish.text`.
fn snapshot_name(source: &Source, what: &str) -> String {
    format!("{}.{what}", source.name().trim_end_matches(".md").replace('/', "-"))
}

/// An output as something that a person can review, with its losses and changes.
fn as_text(source: &Source, format: Format) -> String {
    as_text_with(source, format, &fixtures::options(source))
}

fn as_text_with(source: &Source, format: Format, options: &convert::Options) -> String {
    let rendered = convert(&parse(source), format, options).unwrap();
    let mut text = match format {
        Format::Html | Format::EasyReadHtml => page_to_review(&String::from_utf8(rendered.output).unwrap()),
        Format::Epub => epub::of_zip(&rendered.output).to_review(WHOLE_BOOKS.contains(&source.name())),
        Format::Text | Format::Dtbook => String::from_utf8(rendered.output).unwrap(),
        Format::Daisy => book::of_zip(&rendered.output).to_review(),
        Format::LargePrint | Format::EasyRead => pdf::tag_tree(&rendered.output),
        other => panic!("say here how {} is shown", other.name()),
    };
    for loss in rendered.losses {
        text.push_str(&format!("\n[loss {}] {} {:?}", loss.id.id(), loss.message, loss.text));
    }
    for change in rendered.changes {
        text.push_str(&format!("\n[change {}] {:?} -> {:?}", change.id.id(), change.before, change.after));
    }
    text
}

/// A page without what is the same on each, its styles and its panel, and without the bytes of pictures.
fn page_to_review(page: &str) -> String {
    let without = |text: &str, from: &str, to: &str| {
        let (before, rest) = text.split_once(from).unwrap();
        format!("{before}{}", rest.split_once(to).unwrap().1)
    };
    let page = without(&without(page, "<style>", "</style>\n"), "<header ", "</header>\n");
    let mut parts = page.split(";base64,");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |page, part| {
        let (bytes, after) = part.split_once('"').unwrap();
        format!("{page};base64,… {} signs\"{after}", bytes.len())
    })
}

/// Compares with the snapshot, and goes on after a difference, so that one run shows them all.
fn check(name: &str, text: &str, changed: &mut Vec<String>) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/fixtures");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let compared = catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!(name, text))));
    if compared.is_err() {
        changed.push(name.to_owned());
    }
}
