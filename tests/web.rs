//! Web pages before their judges: the Nu HTML Checker and axe-core in a browser for every fixture, a
//! reader who has only a keyboard, hostile papers, and the examples of the specifications.
//!
//! The judges live in the folder `checks` of `PLAINSONG_SHARED`, or of `../shared` beside the
//! repository, and what they need is in their cache. Where something is missing, these tests say that
//! they are skipped, and pass; with `PLAINSONG_JUDGES=required` they fail.

#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;

use plainsong::convert::{Format, Options, convert, html as sections};
use plainsong::render::html::{self, Form, Split};
use plainsong::{Source, parse};

#[path = "support/fixtures.rs"]
#[allow(dead_code, reason = "pages are made with the files beside a fixture, not with all its options")]
mod fixtures;
#[path = "support/judges.rs"]
mod judges;
#[path = "support/specifications.rs"]
mod specifications;

#[test]
fn every_page_is_valid_and_accessible() {
    let Some(cache) = cache("every_page_is_valid_and_accessible") else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut pages = Vec::new();
    for source in fixtures::fixtures() {
        let document = parse(&source);
        let options = fixtures::options(&source);
        let name = source.name().trim_end_matches(".md").replace('/', "-");
        pages.push(write(folder.path(), &format!("{name}.html"), &html::render(&document, &options.html).output));
        let easy = convert(&document, Format::EasyReadHtml, &options).unwrap().output;
        pages.push(write(folder.path(), &format!("{name}.easy-read.html"), &String::from_utf8(easy).unwrap()));
        let mut fragment = options.html.clone();
        fragment.id_prefix = "paper-".parse().unwrap();
        let fragment = around(&html::fragment(&document, &fragment).output);
        pages.push(write(folder.path(), &format!("{name}.fragment.html"), &fragment));
    }
    valid(&cache, &pages, &["--Werror"]);
    judge(node("axe.mjs", &cache).args(pages.iter().filter(|page| !page.to_string_lossy().ends_with(".fragment.html"))));
}

#[test]
fn every_section_is_valid_and_accessible() {
    let Some(cache) = cache("every_section_is_valid_and_accessible") else { return };
    let folder = tempfile::tempdir().unwrap();
    let source = fixtures::fixtures().into_iter().find(|source| source.name() == "reports/numbered-sections.md").unwrap();
    let mut options: Options = fixtures::options(&source);
    for (name, form, split) in [("pages", Form::Page, Split::H2), ("fragments", Form::Fragment, Split::H2)] {
        (options.html.form, options.html.split) = (form, Some(split));
        let below = folder.path().join(name);
        fs::create_dir(&below).unwrap();
        let files = sections(&parse(&source), &options).output;
        assert!(files.files().count() > 3);
        let pages: Vec<PathBuf> = files
            .files()
            .map(|(name, bytes)| {
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                write(&below, name, &if form == Form::Page { text } else { around(&text) })
            })
            .collect();
        leads_to_what_is_there(&below, &pages);
        valid(&cache, &pages, &["--Werror"]);
        if form == Form::Page {
            judge(node("axe.mjs", &cache).args(&pages));
        }
    }
}

/// Every link between the files leads to a file that is there, and to an id in it.
fn leads_to_what_is_there(folder: &Path, pages: &[PathBuf]) {
    for page in pages {
        let text = fs::read_to_string(page).unwrap();
        for address in text.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            if address.contains(':') {
                continue;
            }
            let (file, id) = address.split_once('#').unwrap_or((address, ""));
            let file = if file.is_empty() { page.clone() } else { folder.join(file) };
            let there = fs::read_to_string(&file).unwrap_or_else(|_| panic!("{address} in {} leads nowhere", page.display()));
            assert!(id.is_empty() || there.contains(&format!("id=\"{id}\"")), "{address} in {} leads nowhere", page.display());
        }
    }
}

#[test]
fn a_reader_gets_through_the_page() {
    let Some(cache) = cache("a_reader_gets_through_the_page") else { return };
    let folder = tempfile::tempdir().unwrap();
    for name in ["reports/numbered-sections.md", "word/gfm-report.md"] {
        let source = fixtures::fixtures().into_iter().find(|source| source.name() == name).unwrap();
        let page = html::render(&parse(&source), &fixtures::options(&source).html).output;
        judge(node("reader.mjs", &cache).arg(write(folder.path(), "page.html", &page)));
    }
}

#[test]
fn hostile_papers_leave_nothing_active() {
    let Some(cache) = cache("hostile_papers_leave_nothing_active") else { return };
    let folder = tempfile::tempdir().unwrap();
    let source = Source::new("hostile.md", HOSTILE);
    assert!(HOSTILE.split("\n\n").count() > 60, "there are too few attacks");
    let document = parse(&source);
    let page = write(folder.path(), "page.html", &html::render(&document, &html::Options::default()).output);
    let fragment = write(folder.path(), "fragment.html", &around(&html::fragment(&document, &html::Options::default()).output));
    judge(node("hostile.mjs", &cache).args([&page, &fragment]));
    valid(&cache, &[page, fragment], &["--Werror"]);
    // The test sees what is active.
    let active = write(folder.path(), "active.html", &around("<p onclick=\"hit()\">words</p><a href=\"javascript:hit()\">words</a>"));
    assert!(!node("hostile.mjs", &cache).arg(active).output().unwrap().status.success());
}

const HOSTILE: &str = include_str!("web/hostile.md");

#[test]
fn every_example_of_the_specifications_is_valid() {
    let specifications = specifications::folder();
    let Some(cache) = cache("every_example_of_the_specifications_is_valid") else { return };
    if !judges::is_there("every_example_of_the_specifications_is_valid", &specifications.join("gfm.txt")) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let examples = specifications::examples(&specifications);
    let page = |example: specifications::Example| {
        let name = example.name.replace(".md", ".html");
        let document = parse(&Source::new(example.name, example.markdown));
        write(folder.path(), &name, &html::render(&document, &html::Options::default()).output)
    };
    let pages: Vec<PathBuf> = examples.into_iter().map(page).collect();
    // The checker advises against empty headings, for one; the examples are made of such things.
    valid(&cache, &pages, &["--errors-only"]);
}

/// A page around a fragment, as a content management system has it.
fn around(fragment: &str) -> String {
    format!("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><title>Page</title></head>\n<body>\n<h1>Page</h1>\n{fragment}</body>\n</html>\n")
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file
}

/// The folder of npm packages of the judges; `None`, if this test is to be skipped.
fn cache(test: &str) -> Option<PathBuf> {
    static SETUP: Once = Once::new();

    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let setup = std::env::var_os("PLAINSONG_SHARED").map_or_else(beside, PathBuf::from).join("checks/setup.sh");
    if !judges::is_there(test, &setup) || !judges::are_here(test, &["java", "node", "chromium"]) {
        return None;
    }
    // Two tests at a time must not install the same thing.
    SETUP.call_once(|| judge(&mut Command::new(&setup)));
    let output = Command::new(&setup).output().unwrap();
    Some(Path::new(String::from_utf8(output.stdout).unwrap().trim()).join("npm"))
}

/// One machine looks at all pages: it takes longer to start than to look.
fn valid(cache: &Path, pages: &[PathBuf], how: &[&str]) {
    let checker = cache.join("node_modules/vnu-jar/build/dist/vnu.jar");
    judge(Command::new("java").arg("-jar").arg(checker).args(["--format", "text"]).args(how).args(pages));
}

fn node(script: &str, cache: &Path) -> Command {
    let mut command = Command::new("node");
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web").join(script)).arg(cache);
    command
}

/// Runs a judge; what it says is shown if it is not content.
fn judge(command: &mut Command) {
    let output = command.output().unwrap();
    let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}\n{errors}");
}
