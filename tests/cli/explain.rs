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

#[test]
fn what_the_pages_tell_people_to_write_is_taken() {
    let font = include_bytes!("../../src/render/pdf/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
    let coach = b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='4'/></svg>";
    let folder = folder(&[
        ("a.md", b"# Plan\n\nDate: 5 March 2024\n\nThe bus is late.\n"),
        ("fonts/Council-Regular.ttf", font),
        ("fonts/Council-Bold.ttf", font),
        ("our-words.toml", b"[[word]]\nterm = \"datahub\"\nplainer = \"list\"\n"),
        ("our-short-forms.toml", b"familiar = [\"VAT\"]\n"),
        ("photos/our bus.jpg", coach),
    ]);
    let page = |name: &str| run(plainsong(&folder).args(["explain", name])).1;
    let blocks = |page: &str| {
        let fenced = page.split("```toml\n").skip(1).map(|rest| rest.split("```").next().unwrap().to_owned());
        fenced.collect::<Vec<_>>()
    };
    std::fs::write(folder.path().join("photos/pictures.toml"), &blocks(&page("easy-read"))[0]).unwrap();
    plainsong(&folder).args(["check", "a.md", "--write-baseline", "known.json"]).assert().code(0);
    let settings = blocks(&page("settings"));
    assert_eq!(settings.len(), 5);
    for block in settings {
        std::fs::write(folder.path().join("plainsong.toml"), &block).unwrap();
        for arguments in [&["convert", "a.md", "--to", "easy-read-html", "-o", "out"][..], &["check", "a.md"]] {
            let (code, _, stderr) = run(plainsong(&folder).args(arguments));
            assert!(code < 2, "{stderr} with {block}");
        }
    }
}

fn plainsong_rules() -> Vec<&'static str> {
    ::plainsong::lint::rules().map(|rule| rule.name).collect()
}
