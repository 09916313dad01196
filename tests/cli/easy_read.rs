//! `plainsong easy-read`, and what becomes of its worksheet.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::{files, folder, plainsong, run};

const PLAN: &[u8] = b"# Bus plan\n\nWe met prior to lunch.\n\n## Buses\n\nYou pay 10 pounds a year.\n\n- Route 1\n- Route 2\n";
const SHEET: &str = "plan.easy-read.md";

/// A folder with a document and its worksheet.
fn planned() -> TempDir {
    let folder = folder(&[("plan.md", PLAN)]);
    plainsong(&folder).args(["easy-read", "plan", "plan.md"]).assert().code(0);
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn edit(folder: &TempDir, name: &str, change: impl FnOnce(String) -> String) {
    fs::write(folder.path().join(name), change(read(folder, name))).unwrap();
}

/// Ticks the passage of these words, and writes others for it.
fn choose(folder: &TempDir, words: &str, instead: &str) {
    edit(folder, SHEET, |sheet| {
        let (before, passage) = sheet.split_once(&format!("> {words}\n\n- [ ]")).unwrap();
        let (count, after) = passage.split_once(&format!("\n\n{words}\n")).unwrap();
        format!("{before}> {words}\n\n- [x]{count}\n\n{instead}\n{after}")
    });
}

fn page(folder: &TempDir) -> String {
    let (code, stdout, stderr) = run(plainsong(folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "-"]));
    assert_eq!((code, stderr.as_str()), (0, ""));
    stdout
}

#[test]
fn what_is_ticked_and_typed_is_what_the_easy_read_has() {
    let folder = planned();
    assert!(page(&folder).contains("the whole text in shorter sentences"));
    choose(&folder, "You pay 10 pounds a year.", "It costs \u{a3}10.\nThis is for a year.");
    let page = page(&folder);
    for part in ["<p>It costs \u{a3}10.</p>", "<p>This is for a year.</p>", "Buses</h2>", "(Easy Read draft: not yet checked by people"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    for part in ["before lunch", "Route 1", "the whole text"] {
        assert!(!page.contains(part), "{part} in {page}");
    }
}

#[test]
fn there_is_the_whole_text_beside_the_short_version() {
    let folder = planned();
    choose(&folder, "Route 2", "Bus 2 runs.");
    plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html"]).assert().code(0);
    plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "--whole-text"]).assert().code(0);
    let (short, whole) = (read(&folder, "plan.easy-read-draft.html"), read(&folder, "plan.whole-text-draft.html"));
    assert!(short.contains("Bus 2 runs.") && !short.contains("Route 1"), "{short}");
    assert!(whole.contains("Route 1") && whole.contains("Route 2") && whole.contains("the whole text in shorter sentences"), "{whole}");
}

#[test]
fn it_is_a_draft_until_people_checked_these_very_words() {
    let folder = planned();
    choose(&folder, "You pay 10 pounds a year.", "It costs \u{a3}10.");
    let code = page(&folder).split("The code of these words is ").nth(1).unwrap()[..12].to_owned();
    edit(&folder, SHEET, |sheet| {
        let sheet = sheet.replace("Checked by:", "Checked by: Sunrise Group").replace("Checked on:", "Checked on: 4 May 2027");
        sheet.replace("Code of what they checked:", &format!("Code of what they checked: {code}"))
    });
    let written = |folder: &TempDir| {
        plainsong(folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "out"]).assert().code(0);
        files(folder).into_iter().filter(|file| file.starts_with("out/")).collect::<Vec<_>>()
    };
    assert_eq!(written(&folder), ["out/plan.easy-read.html"]);
    let finished = read(&folder, "out/plan.easy-read.html");
    assert!(finished.contains("<title>Bus plan: Easy Read</title>") && !finished.contains("noindex"), "{finished}");
    edit(&folder, SHEET, |sheet| sheet.replace("It costs \u{a3}10.", "It costs \u{a3}11."));
    assert_eq!(written(&folder), ["out/plan.easy-read-draft.html", "out/plan.easy-read.html"]);
    let draft = read(&folder, "out/plan.easy-read-draft.html");
    assert!(draft.contains("People have checked other words than these.") && draft.contains("noindex"));
}

#[test]
fn planning_again_keeps_what_was_typed_and_says_what_changed() {
    let folder = planned();
    choose(&folder, "You pay 10 pounds a year.", "It costs \u{a3}10.");
    choose(&folder, "Route 2", "Bus 2 runs.");
    edit(&folder, "plan.md", |text| text.replace("10", "12").replace("- Route 2\n", "") + "\nNew words.\n");
    // Before it is planned again, the old words are not used.
    let (code, stdout, stderr) = run(plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "-", "--strict"]));
    assert!(code == 1 && !stdout.contains("It costs"), "{stdout}");
    assert_eq!(stderr.matches("plan.easy-read.md:").count(), 2, "{stderr}");
    let (code, stdout, _) = run(plainsong(&folder).args(["easy-read", "plan", "plan.md"]));
    assert_eq!(code, 1);
    for part in ["Changed in the document: 1 passage.", "New in the document: 1 passage.", "No longer in the document: 1 passage."] {
        assert!(stdout.contains(part), "{part} in {stdout}");
    }
    let sheet = read(&folder, SHEET);
    let (there, gone) = sheet.split_once("## Passages that are no longer in the document").unwrap();
    assert!(there.contains("> Before: You pay 10 pounds a year.\n\n- [?]") && there.contains("It costs \u{a3}10."), "{sheet}");
    assert!(gone.contains("Bus 2 runs."), "{sheet}");
}

#[test]
fn nonsense_is_told_with_its_line_and_never_written_over() {
    let folder = planned();
    fs::write(folder.path().join(SHEET), "Dear all,\n").unwrap();
    for arguments in [&["convert", "plan.md", "--to", "easy-read-html,text"][..], &["easy-read", "plan", "plan.md"]] {
        let (code, _, stderr) = run(plainsong(&folder).args(arguments));
        assert!(code == 2 && stderr.contains("plan.easy-read.md:1: This is no Easy Read worksheet"), "{stderr}");
    }
    assert_eq!(read(&folder, SHEET), "Dear all,\n");
    assert!(folder.path().join("plan.txt").is_file(), "other formats are written");
    fs::write(folder.path().join(SHEET), b"\xff\xfe").unwrap();
    let (code, _, stderr) = run(plainsong(&folder).args(["easy-read", "plan", "plan.md"]));
    assert!(code == 2 && stderr.contains("is not UTF-8 text"), "{stderr}");
}

#[test]
fn a_worksheet_is_no_document_of_its_folder() {
    let folder = planned();
    plainsong(&folder).args(["convert", ".", "--to", "text"]).assert().code(0);
    assert_eq!(files(&folder), ["plan.easy-read.md", "plan.md", "plan.txt"]);
}

#[test]
fn a_sheet_for_reviewers_has_a_row_for_each_passage() {
    let folder = planned();
    choose(&folder, "You pay 10 pounds a year.", "It costs \u{a3}10.");
    plainsong(&folder).args(["easy-read", "review", "plan.md", "--format", "html"]).assert().code(0);
    let sheet = read(&folder, "plan.easy-read-review.html");
    assert_eq!(sheet.matches("I don't understand").count(), 2, "{sheet}");
    assert!(sheet.contains("It costs \u{a3}10.") && sheet.contains("Better words:"));
}

#[test]
fn easy_words_in_the_source_are_for_easy_read_alone() {
    let folder = folder(&[("a.md", b"# Plan\n\nWe convened.\n\n::: easy-read\nWe met.\n:::\n\nTea.\n")]);
    let (_, text, _) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text", "-o", "-"]));
    assert!(text.contains("We convened.") && !text.contains("We met."), "{text}");
    let command = ["convert", "a.md", "--to", "easy-read-html", "-o", ".", "--changes", "changes.json"];
    plainsong(&folder).args(command).assert().code(0);
    let easy = read(&folder, "a.easy-read-draft.html");
    assert!(!easy.contains("We convened.") && easy.contains("We met.") && !easy.contains("Tea."), "{easy}");
    plainsong(&folder).args(["convert", "a.md", "--to", "easy-read-html", "--whole-text"]).assert().code(0);
    let whole = read(&folder, "a.whole-text-draft.html");
    assert!(!whole.contains("We convened.") && whole.contains("We met.") && whole.contains("Tea."), "{whole}");
    let changes: Value = serde_json::from_str(&read(&folder, "changes.json")).unwrap();
    let change = &changes[0]["changes"][0];
    assert_eq!((&change["rule"], &change["before"], &change["after"]), (&"authored".into(), &"We convened.".into(), &"We met.".into()));
}

#[test]
fn what_the_document_keeps_is_left_out_there_and_not_on_the_worksheet() {
    let folder = folder(&[("plan.md", b"# Bus plan\n\nWe met.\n\n::: key-point\nBus 2 runs.\n:::\n")]);
    plainsong(&folder).args(["easy-read", "plan", "plan.md"]).assert().code(0);
    edit(&folder, SHEET, |sheet| sheet.replace("- [x] The document itself keeps", "- [ ] The document itself keeps"));
    let (_, page, stderr) = run(plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "-"]));
    assert!(page.contains("Bus 2 runs.") && !page.contains("We met."), "{page}");
    assert!(stderr.contains("To leave it out, take its ::: key-point or ::: easy-read out of the document."), "{stderr}");
    edit(&folder, "plan.md", |text| text.replace("::: key-point\n", "").replace(":::\n", ""));
    assert!(self::page(&folder).contains("the whole text in shorter sentences"));
}

#[test]
fn changes_are_shown_side_by_side() {
    let folder = folder(&[("plan.md", PLAN)]);
    plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "out", "--changes", "c.html"]).assert().code(0);
    let page = read(&folder, "c.html");
    for part in ["We met prior to lunch.", "We met before lunch.", "plainer words"] {
        assert!(page.contains(part), "{part} in {page}");
    }
    for (arguments, says) in [
        (&["plan.md", "--changes", "c.txt"][..], "ends with .json or .html"),
        (&["plan.md", "--to", "text,html", "--changes", "c.html"], "one document in one format"),
        (&["plan.md", "--changes", "plan.md.json", "--report", "plan.md"], "written over a document"),
    ] {
        let (code, _, stderr) = run(plainsong(&folder).arg("convert").args(arguments));
        assert!(code == 2 && stderr.contains(says), "{stderr}");
    }
}

#[test]
fn what_a_person_has_to_look_at_is_told_with_the_changes() {
    let text = "# Plan\n\nThe bench was mended by 1/4/26.\n\nThe consumables came with XQV.\n\nIt rained. This helped.\n";
    let folder = folder(&[("plan.md", text.as_bytes())]);
    plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "out", "--changes", "c.json"]).assert().code(0);
    let changes: Value = serde_json::from_str(&read(&folder, "c.json")).unwrap();
    let flags = changes[0]["flags"].as_array().unwrap();
    let told = |kind: &str| flags.iter().find(|flag| flag["kind"] == kind).map(|flag| (&flag["words"], &flag["place"]["line"]));
    assert_eq!(told("ambiguous-date"), Some((&"1/4/26".into(), &3.into())), "{flags:?}");
    assert_eq!(told("undefined-short-form"), Some((&"XQV".into(), &5.into())), "{flags:?}");
    assert_eq!(told("needs-easy-words"), Some((&"consumables".into(), &5.into())), "{flags:?}");
    assert_eq!(told("passive").map(|(_, line)| line), Some(&3.into()), "{flags:?}");
    let (_, text, _) = run(plainsong(&folder).args(["convert", "plan.md", "--to", "text", "-o", "o", "--changes", "t.json"]));
    assert!(text.is_empty() && !read(&folder, "t.json").contains("flags"));
}

#[cfg(feature = "pdf")]
#[test]
fn an_easy_read_of_too_many_pages_is_told() {
    let text = format!("# Plan\n\n{}", "We met people. They agreed to what we said.\n\n".repeat(200));
    let folder = folder(&[("a.md", text.as_bytes())]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to", "easy-read"]));
    assert!(code == 0 && stderr.contains("24 are the most for Easy Read"), "{stderr}");
}
