//! `plainsong explain`.

use super::{folder, plainsong, run};

#[test]
fn a_rule_has_its_page() {
    for rule in ["jargon", "undefined-acronym"] {
        let (code, stdout, _) = run(plainsong(&folder(&[])).args(["explain", rule]));
        assert_eq!(code, 0);
        assert!(stdout.starts_with(&format!("# {rule}\n")) && stdout.contains("## Why"), "{stdout}");
    }
}

#[test]
fn an_unknown_rule_is_answered_with_the_nearest_and_all() {
    let (code, stdout, stderr) = run(plainsong(&folder(&[])).args(["explain", "undefined-acronyms"]));
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(
        stderr.contains("Do you mean \"undefined-acronym\"?")
            && stderr.contains("jargon, link-text-vague, ")
            && stderr.contains(", undefined-acronym, "),
        "{stderr}"
    );
}

#[test]
fn all_pages_are_one_document_with_one_title() {
    let (code, stdout, _) = run(plainsong(&folder(&[])).args(["explain", "--all"]));
    assert_eq!(code, 0);
    assert_eq!(stdout.lines().filter(|line| line.starts_with("# ")).count(), 1);
    for rule in plainsong_rules() {
        assert!(stdout.contains(&format!("\n## {rule}\n")), "no page of {rule}");
    }
    assert!(stdout.contains("\n### Why\n"));
}

#[test]
fn explain_needs_a_rule_or_all() {
    plainsong(&folder(&[])).arg("explain").assert().code(2);
    plainsong(&folder(&[])).args(["explain", "jargon", "--all"]).assert().code(2);
}

fn plainsong_rules() -> Vec<&'static str> {
    ::plainsong::lint::rules().map(|rule| rule.name).collect()
}
