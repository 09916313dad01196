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
    assert!(stderr.contains("Do you mean \"undefined-acronym\"?") && stderr.contains("too-many-acronyms, unclear-pronoun, undefined-acronym"), "{stderr}");
}
