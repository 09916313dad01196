//! Web pages from the command: fragments, and a file for each section.

use crate::{files, folder, plainsong, run};

const PLAN: &[u8] = b"# Our plan\n\n## What we found\n\n1.1 Much. [More](#what-we-will-do)\n\n## What we will do\n\n[Run](javascript:x)\n";

#[test]
fn a_fragment_does_not_take_the_place_of_the_page() {
    let folder = folder(&[("plan.md", PLAN)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "plan.md", "--to", "html"]));
    assert_eq!(code, 0);
    assert!(
        stderr.contains("plan.md:9:1: html: The link to \"javascript:x\" is left out.") && stderr.contains("(link-not-kept)"),
        "{stderr}"
    );
    plainsong(&folder)
        .args(["convert", "plan.md", "--to", "html", "--fragment", "--heading-base", "3", "--id-prefix", "p-"])
        .assert()
        .code(0);
    assert_eq!(files(&folder), ["plan.fragment.html", "plan.html", "plan.md"]);
    let fragment = std::fs::read_to_string(folder.path().join("plan.fragment.html")).unwrap();
    assert!(fragment.starts_with("<h3 id=\"p-our-plan\">Our plan</h3>\n<h4 id=\"p-what-we-found\">"), "{fragment}");
}

#[test]
fn each_section_is_a_file() {
    let folder = folder(&[("plan.md", PLAN)]);
    // A second time, it takes the place of the first.
    for _ in 0..2 {
        plainsong(&folder).args(["convert", "plan.md", "--to", "html", "--split", "h2"]).assert().code(0);
    }
    let below = |name: &str| format!("plan.html-sections/{name}");
    let names = ["01-what-we-found.html", "02-what-we-will-do.html", "index.html"].map(below);
    assert_eq!(files(&folder), [names.as_slice(), &["plan.md".to_owned()]].concat());
    let first = std::fs::read_to_string(folder.path().join(&names[0])).unwrap();
    assert!(first.contains("<a href=\"02-what-we-will-do.html#what-we-will-do\">More</a>"), "{first}");
}

#[test]
fn what_cannot_begin_an_id_is_refused() {
    let folder = folder(&[("plan.md", PLAN)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "plan.md", "--id-prefix", "2024 minutes"]));
    assert!(code == 2 && stderr.contains("cannot begin an id"), "{stderr}");
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "plan.md", "--split", "h1"]));
    assert!(code == 2 && stderr.contains("Give h2, h3"), "{stderr}");
}
