//! What `plainsong.toml` and flags say of rules and words.

use serde_json::Value;

use super::{folder, plainsong, run};

const TEXT: &[u8] = b"SCIE met stakeholders.\n";

/// The rules and severities of what is found, for each document.
fn found(files: &[(&str, &[u8])], arguments: &[&str]) -> Vec<Vec<String>> {
    let folder = folder(files);
    let (_, stdout, stderr) = run(plainsong(&folder).args(["check", "--format", "json"]).args(arguments));
    assert_eq!(stderr, "");
    let of_line = |line: &str| -> Vec<String> {
        let line: Value = serde_json::from_str(line).unwrap();
        let named = |finding: &Value| format!("{} {}", finding["rule"].as_str().unwrap(), finding["severity"].as_str().unwrap());
        let found = line["findings"].as_array().unwrap().iter().map(named);
        found.filter(|found| found.starts_with("jargon") || found.starts_with("undefined-acronym")).collect()
    };
    stdout.lines().map(of_line).collect()
}

/// What is said of a mistake. Nothing is run.
fn mistake(files: &[(&str, &[u8])]) -> String {
    let mut all = files.to_vec();
    all.push(("a.md", TEXT));
    all.push(("other/plainsong.toml", b""));
    all.push(("other/b.md", TEXT));
    let (code, stdout, stderr) = run(plainsong(&folder(&all)).args(["check", "a.md", "other"]));
    assert_eq!((code, stdout.as_str()), (2, ""), "{stderr}");
    stderr
}

#[test]
fn rules_are_switched_off_and_made_more_severe() {
    let settings: &[u8] = b"[check.rules]\njargon = \"off\"\nundefined-acronym = \"error\"\n";
    assert_eq!(found(&[("plainsong.toml", settings), ("a.md", TEXT)], &["a.md"]), [["undefined-acronym error"]]);
    assert_eq!(
        found(&[("plainsong.toml", settings), ("a.md", TEXT)], &["a.md", "--warn", "undefined-acronym", "--deny", "jargon"]),
        [["undefined-acronym warning", "jargon error"]]
    );
    assert_eq!(found(&[("a.md", TEXT)], &["a.md", "--off", "jargon", "--off=undefined-acronym"]), [Vec::<String>::new()]);
}

#[test]
fn folders_below_can_differ() {
    let settings: &[u8] = b"[check.rules]\njargon = \"off\"\n\n[check.folders.\"minutes\"]\nrules = { undefined-acronym = \"advice\" }\n\n\
        [check.folders.\"./minutes/2024/\".rules]\njargon = \"error\"\n";
    let files: &[(&str, &[u8])] =
        &[("plainsong.toml", settings), ("a.md", TEXT), ("minutes/b.md", TEXT), ("minutes/2024/c.md", TEXT), ("minutes-old/d.md", TEXT)];
    let found = found(files, &["a.md", "minutes/b.md", "minutes/2024/c.md", "minutes-old/d.md"]);
    assert_eq!(found[0], ["undefined-acronym warning"]);
    assert_eq!(found[1], ["undefined-acronym advice"]);
    assert_eq!(found[2], ["undefined-acronym advice", "jargon error"]);
    assert_eq!(found[3], found[0]);
}

#[test]
fn words_are_added_in_the_file_and_in_files_of_their_own() {
    let settings: &[u8] = b"[check]\nlexicons = [\"words/ours.toml\"]\n\n[[check.word]]\nterm = \"widget\"\nplainer = \"thing\"\n";
    let ours: &[u8] = b"[[word]]\nterm = \"gadget\"\nforms = [\"gadgets\"]\nplainer = \"tool\"\nfinds = [\"The gadgets work.\"]\n";
    let files: &[(&str, &[u8])] =
        &[("plainsong.toml", settings), ("words/ours.toml", ours), ("papers/a.md", b"A widget and gadgets for stakeholders.")];
    assert_eq!(found(files, &["papers"])[0].len(), 3);
}

#[test]
fn short_forms_that_a_council_knows_are_named_in_a_file() {
    let settings: &[u8] = b"[check]\nshort-forms = [\"words/short.toml\"]\n";
    let short: &[u8] = b"familiar = [\"QRST\"]\n";
    let text: &[u8] = b"The QRST group met.\n";
    assert_eq!(found(&[("a.md", text)], &["a.md"]), [["undefined-acronym warning"]]);
    let files: &[(&str, &[u8])] = &[("papers/plainsong.toml", settings), ("papers/words/short.toml", short), ("papers/a.md", text)];
    assert_eq!(found(files, &["papers/a.md"]), [Vec::<String>::new()]);
    let said = mistake(&[("plainsong.toml", settings), ("words/short.toml", b"\nfamilar = []\n")]);
    assert!(said.contains("words/short.toml:2: there is no key \"familar\" here. Do you mean \"familiar\"?"), "{said}");
}

#[test]
fn limits_can_be_set_and_differ_in_folders() {
    let settings: &[u8] = b"[check.limits]\nlongest-sentence = 8\nadvised-sentence = 8\n\n\
        [check.folders.\"easy\".limits]\nadvised-sentence = 4\nparagraph = 1\n";
    let text: &[u8] = b"The bus stops at the old hall. The bus stops at the old hall on most days.\n";
    let folder = folder(&[("plainsong.toml", settings), ("a.md", text), ("easy/a.md", text)]);
    let limits = |name: &str| {
        let (_, stdout, stderr) = run(plainsong(&folder).args(["check", "--format", "json", name]));
        assert_eq!(stderr, "");
        let line: Value = serde_json::from_str(&stdout).unwrap();
        let named = |finding: &Value| format!("{} {}", finding["rule"].as_str().unwrap(), finding["severity"].as_str().unwrap());
        let found: Vec<String> =
            line["findings"].as_array().unwrap().iter().map(named).filter(|found| found.starts_with("long-")).collect();
        found
    };
    assert_eq!(limits("a.md"), ["long-sentence warning"]);
    assert_eq!(limits("easy/a.md"), ["long-paragraph advice", "long-sentence advice", "long-sentence warning"]);
}

#[test]
fn limits_that_cannot_be_are_told() {
    for (limits, expected) in [
        ("longest-sentense = 8", "plainsong.toml:2: there is no key \"longest-sentense\" here. Do you mean \"longest-sentence\"?"),
        ("paragraph = \"five\"", "plainsong.toml:2: this value is of the wrong kind. It must be a number without quotes."),
        ("paragraph = 0", "plainsong.toml: a limit is 0."),
        ("longest-sentence = 10", "plainsong.toml: \"advised-sentence\" is 15, and \"longest-sentence\" is 10."),
    ] {
        let said = mistake(&[("plainsong.toml", format!("[check.limits]\n{limits}\n").as_bytes())]);
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn packs_are_switched_off() {
    let settings: &[u8] = b"[check.packs]\ncouncil = false\n";
    let text: &[u8] = b"Stakeholders spoke of co-production.\n";
    assert_eq!(found(&[("a.md", text)], &["a.md"])[0].len(), 2);
    assert_eq!(found(&[("plainsong.toml", settings), ("a.md", text)], &["a.md"])[0].len(), 1);
}

#[test]
fn a_mistake_in_settings_has_its_line_and_nothing_is_run() {
    for (settings, words) in [
        (&b"[check.rules]\n\njargn = \"off\"\n"[..], "plainsong.toml:3: there is no key \"jargn\" here. Do you mean \"jargon\"?"),
        (b"[check.rules]\njargon = \"warn\"\n", "plainsong.toml:2: there is no value \"warn\" here. Do you mean \"warning\"?"),
        (b"[check.packs]\ncouncl = false\n", "Do you mean \"council\"?"),
        (b"[check.folders.a]\nformat = \"json\"\n", "plainsong.toml:2: there is no key \"format\" here."),
        (b"[check.folders.\"../b\"]\n", "plainsong.toml:1: \"../b\" is no folder below this file."),
        (b"[[check.word]]\nplainer = \"thing\"\n", "plainsong.toml:1: the key \"term\" is missing here."),
        (b"\n[[check.word]]\nterm = \"widget\"\n", "plainsong.toml:2: \"widget\" has neither"),
    ] {
        let said = mistake(&[("plainsong.toml", settings)]);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_mistake_in_a_list_of_words_has_its_file_and_line() {
    let settings: &[u8] = b"[check]\nlexicons = [\"words/ours.toml\"]\n";
    for (words, expected) in [
        (&b"[[word]]\nterm = \"a\"\nplainr = \"b\"\n"[..], "words/ours.toml:3: there is no key \"plainr\" here. Do you mean \"plainer\"?"),
        (b"[[word]]\nterm = \n", "words/ours.toml:2:"),
        (
            b"[[word]]\nterm = \"a\"\nplainer = \"b\"\n\n[[word]]\nterm = \"gadget\"\nplainer = \"tool\"\nfinds = [\"Two gadgets.\"]\n",
            "words/ours.toml:5: \"gadget\" must be found in \"Two gadgets.\"",
        ),
        (
            b"[[word]]\nterm = \"gadget\"\nplainer = \"tool\"\nleaves = [\"My gadget.\"]\n",
            "words/ours.toml:1: \"gadget\" must not be found",
        ),
        (b"[[word]]\nterm = \"-\"\nplainer = \"tool\"\n", "words/ours.toml:1: \"-\" has no letters"),
        (b"\xff", "words/ours.toml: this file is not UTF-8"),
    ] {
        let said = mistake(&[("plainsong.toml", settings), ("words/ours.toml", words)]);
        assert!(said.contains(expected), "{said}");
    }
    let said = mistake(&[("plainsong.toml", settings)]);
    assert!(said.contains("words/ours.toml: this list of words cannot be read. There is no file"), "{said}");
}

#[test]
fn an_unknown_rule_on_the_command_line_ends_with_2() {
    for flags in [["--warn", "jargn"], ["--off", "jargn"], ["--deny=jargn", "--every"]] {
        let (code, _, stderr) = run(plainsong(&folder(&[("a.md", TEXT)])).args(["check", "a.md"]).args(flags));
        assert!(code == 2 && stderr.contains("'jargon'"), "{stderr}");
    }
}

#[test]
fn deny_may_stand_before_a_document_and_before_a_rule() {
    let folder = folder(&[("a.md", TEXT)]);
    let off = ["--off", "undefined-acronym"];
    let check = |arguments: &[&str]| run(plainsong(&folder).args(["check", "--format", "json"]).args(off).args(arguments));
    assert_eq!(check(&["--deny", "a.md", "--off", "jargon"]).0, 0);
    assert!(check(&["--deny", "jargon", "a.md"]).1.contains("\"severity\":\"error\""));
}

#[test]
fn so_many_findings_may_be_allowed_and_errors_never_are() {
    let folder = folder(&[("a.md", TEXT)]);
    for (flags, expected) in
        [(&["--max-findings", "1"][..], 1), (&["--max-findings", "2"], 0), (&["--max-findings", "2", "--deny=jargon"], 1)]
    {
        let (code, stdout, _) = run(plainsong(&folder).args(["check", "a.md"]).args(flags));
        assert_eq!(code, expected, "{stdout}");
    }
}

#[test]
fn every_place_is_a_finding_if_asked_for() {
    let text: &[u8] = b"SCIE met SCIE and SCIE.\n";
    assert_eq!(found(&[("a.md", text)], &["a.md"])[0].len(), 1);
    assert_eq!(found(&[("a.md", text)], &["a.md", "--every"])[0].len(), 3);
    assert_eq!(found(&[("plainsong.toml", b"[check]\nevery = true\n"), ("a.md", text)], &["a.md"])[0].len(), 3);
}
