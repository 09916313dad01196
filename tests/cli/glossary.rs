//! `plainsong glossary`.

use serde_json::{Value, json};

use crate::{folder, plainsong, run};

const REPORT: &str = "\
# Report to the Pond Committee

The QRST asked for advice on the AONB. The stakeholders met.

The Quiet Road Street Team (QRST) met the NHS. The DfE and two SARs were named.
";

fn formatted(text: &str, format: &str) -> String {
    let folder = folder(&[("a.md", text.as_bytes())]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["glossary", "--format", format, "a.md"]));
    assert_eq!((code, stderr.as_str()), (0, ""));
    stdout
}

#[test]
fn json_has_an_entry_a_short_form_with_its_lines() {
    let glossary: Value = serde_json::from_str(&formatted(REPORT, "json")).unwrap();
    assert_eq!(glossary["path"], "a.md");
    let of = |index: usize| {
        let entry = &glossary["acronyms"][index];
        json!([entry["short"], entry["long"], entry["long_from"], entry["first_line"], entry["defined_line"]])
    };
    assert_eq!(of(0), json!(["QRST", "Quiet Road Street Team", "document", 3, 5]));
    assert_eq!(of(1), json!(["AONB", "Area of Outstanding Natural Beauty", "known-list", 3, null]));
    assert_eq!(of(2), json!(["NHS", null, null, 5, null]));
    assert_eq!(of(3), json!(["DfE", "Department for Education", "known-list", 5, null]));
    assert_eq!(of(4), json!(["SAR", null, null, 5, null]), "nobody but the author can tell which of two is meant");
    assert_eq!(glossary["words"][0]["word"], "stakeholder");
    assert_eq!(glossary["words"][0]["first_line"], 3);
}

#[test]
fn people_get_a_draft_of_what_is_missing() {
    let text = formatted(REPORT, "human");
    for line in [
        "    QRST: Quiet Road Street Team (line 5, but used before, in line 3)\n",
        "    AONB: Area of Outstanding Natural Beauty (from the list of known names: is it the right one?; first used in line 3)\n",
        "    SAR: ______ (first used in line 5)\n",
        "  Short forms that most people know: NHS\n",
        "  Hard words\n    stakeholder: ",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    assert!(formatted("A plain day.\n", "human").contains("This document has no short forms and no hard words."));
}

#[test]
fn toml_is_a_list_of_known_short_forms_once_it_is_complete() {
    let list = formatted(REPORT, "toml");
    assert!(list.contains("\"QRST\" = \"Quiet Road Street Team\" # a.md, line 5\n"), "{list}");
    assert!(list.contains("\"SAR\" = \"\" # a.md, line 5\n"), "{list}");
    assert!(!list.contains("NHS"), "{list}");
    let known = plainsong::short_forms::KnownShortForms::from_toml("list.toml", &list).unwrap();
    assert_eq!(known.long_forms("QRST"), ["Quiet Road Street Team"]);
    assert!(known.long_forms("SAR").is_empty());
}

#[test]
fn a_list_of_the_councils_own_is_known() {
    let folder = folder(&[
        ("a.md", b"The QRST met the WCF."),
        ("ours.toml", b"familiar = [\"WCF\"]\n[stands-for]\nQRST = \"Quiet Road Street Team\"\n"),
        ("wrong.toml", b"familiar = []\n[stand-for]\n"),
    ]);
    let (code, stdout, _) = run(plainsong(&folder).args(["glossary", "--known", "ours.toml", "a.md"]));
    assert_eq!(code, 0);
    assert!(stdout.contains("QRST: Quiet Road Street Team (from the list"), "{stdout}");
    assert!(stdout.contains("most people know: WCF"), "{stdout}");
    let (code, stdout, stderr) = run(plainsong(&folder).args(["glossary", "--known", "wrong.toml", "a.md"]));
    assert_eq!((code, stdout.as_str()), (2, ""), "nothing is run with a list that cannot be read");
    assert!(stderr.contains("wrong.toml") && stderr.contains('2'), "{stderr}");
}

#[test]
fn check_goes_by_the_list_that_plainsong_toml_names() {
    let folder = folder(&[
        ("papers/a.md", b"# The pond\n\nThe QRST met the WCF."),
        ("ours.toml", b"familiar = [\"WCF\"]\n[stands-for]\nQRST = \"Quiet Road Street Team\"\n"),
        ("plainsong.toml", b"[check]\nshort-forms = [\"ours.toml\"]\n"),
    ]);
    let (_, stdout, stderr) = run(plainsong(&folder).args(["check", "--format", "json", "papers/a.md"]));
    let checked: Value = serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("{stderr}"));
    let findings = checked["findings"].as_array().unwrap().iter().filter(|finding| finding["rule"] == "undefined-acronym");
    let fixes: Vec<&Value> = findings.map(|finding| &finding["fix"]["edits"][0]["text"]).collect();
    assert_eq!(fixes, ["Quiet Road Street Team"]);
}

#[test]
fn it_goes_by_plainsong_toml_as_check_does() {
    let settings: &[u8] = b"[check]\nshort-forms = [\"ours.toml\"]\n[check.packs]\nmetaphors = false\n\n\
        [[check.folders.\"papers\".word]]\nterm = \"widget\"\nplainer = \"thing\"\n";
    let text: &[u8] = b"A widget of the QRST is a level playing field.";
    let folder = folder(&[
        ("papers/a.md", text),
        ("b.md", text),
        ("ours.toml", b"[stands-for]\nQRST = \"Quiet Road Street Team\"\n"),
        ("plainsong.toml", settings),
    ]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["glossary", "--format", "json", "papers/a.md", "b.md"]));
    assert_eq!(code, 0, "{stderr}");
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let words = |line: &Value| line["words"].as_array().unwrap().iter().map(|word| word["word"].clone()).collect::<Vec<Value>>();
    assert_eq!((words(&lines[0]), words(&lines[1])), (vec![Value::from("widget")], Vec::new()));
    assert_eq!(lines[0]["acronyms"][0]["long"], "Quiet Road Street Team");
}

#[test]
fn nothing_is_listed_by_settings_that_are_wrong() {
    let folder = folder(&[("a.md", b"The QRST."), ("plainsong.toml", b"[check]\nlexicns = []\n")]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["glossary", "a.md"]));
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("plainsong.toml:2: there is no key \"lexicns\" here. Do you mean \"lexicons\"?"), "{stderr}");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_listed() {
    let folder = folder(&[("a.md", b"The AONB."), ("b.md", b"caf\xe9")]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["glossary", "--format", "json", "a.md", "b.md", "c.md"]));
    assert_eq!(code, 2);
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["acronyms"][0]["short"], "AONB");
    assert!(lines[1]["error"].is_object() && lines[2]["error"].is_object());
    assert!(stderr.contains("b.md") && stderr.contains("c.md"), "{stderr}");
}
