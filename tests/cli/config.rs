//! `plainsong.toml`.

use super::{files, folder, plainsong, run};

const JARGON: &[u8] = b"We asked stakeholders.\n";

#[test]
fn the_file_is_found_upwards_and_goes_before_the_default() {
    let folder = folder(&[("plainsong.toml", b"[convert]\nto = [\"text\"]\n"), ("papers/may/a.md", b"Good.")]);
    plainsong(&folder).args(["convert", "papers/may/a.md"]).assert().code(0);
    assert_eq!(files(&folder), ["papers/may/a.md", "papers/may/a.txt", "plainsong.toml"]);
}

#[test]
fn it_is_found_from_a_path_that_goes_up() {
    let folder = folder(&[
        ("here/plainsong.toml", b"[convert]\nto = []\n"),
        ("there/plainsong.toml", b"[convert]\nto = [\"text\"]\n"),
        ("there/a.md", b"Good."),
    ]);
    plainsong(&folder).current_dir(folder.path().join("here")).args(["convert", "../there/a.md"]).assert().code(0);
    assert!(files(&folder).contains(&"there/a.txt".to_owned()));
}

#[test]
fn a_flag_goes_before_the_file() {
    let folder = folder(&[("plainsong.toml", b"[convert]\nto = [\"text\"]\n[check]\nformat = \"json\"\n"), ("a.md", JARGON)]);
    plainsong(&folder).args(["convert", "a.md", "--to", "dtbook"]).assert().code(0);
    assert_eq!(files(&folder), ["a.md", "a.xml", "plainsong.toml"]);
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "a.md"]));
    assert!(stdout.starts_with('{'), "{stdout}");
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "a.md", "--format", "github"]));
    assert!(stdout.starts_with("::warning"), "{stdout}");
}

#[test]
fn strictness_can_be_switched_on_in_the_file_and_off_by_a_flag() {
    let folder = folder(&[("plainsong.toml", b"[convert]\nstrict = true\n"), ("a.md", b"A bell\x07 rang.")]);
    plainsong(&folder).args(["convert", "a.md", "--to", "dtbook"]).assert().code(1);
    plainsong(&folder).args(["convert", "a.md", "--to", "dtbook", "--strict=false"]).assert().code(0);
}

#[test]
fn an_unknown_key_has_its_file_line_and_nearest_key_and_the_rest_is_done() {
    let folder = folder(&[("bad/plainsong.toml", b"[convert]\n\nstrct = true\n"), ("bad/a.md", b"Good."), ("good/b.md", b"Good.")]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", ".", "--to", "text"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("bad/plainsong.toml:3: there is no key \"strct\" here. Do you mean \"strict\"?"), "{stderr}");
    assert_eq!(files(&folder), ["bad/a.md", "bad/plainsong.toml", "good/b.md", "good/b.txt"]);
}

#[test]
fn a_mistake_that_stops_many_documents_is_told_once() {
    let folder = folder(&[("plainsong.toml", b"[chek]\n"), ("a.md", b"Good."), ("b.md", b"Good.")]);
    for command in ["convert", "check"] {
        let (code, _, stderr) = run(plainsong(&folder).args([command, "a.md", "b.md"]));
        assert_eq!((code, stderr.lines().count()), (2, 1), "{stderr}");
    }
}

#[test]
fn an_unknown_section_and_an_unknown_key_of_a_format_are_errors() {
    for (text, words) in [("[larg-print]\n", "large-print"), ("[dtbook]\nzzz = 1\n", "zzz")] {
        let folder = folder(&[("plainsong.toml", text.as_bytes()), ("a.md", b"Good.")]);
        let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to", "text"]));
        assert_eq!(code, 2);
        assert!(stderr.contains("plainsong.toml:") && stderr.contains(words), "{stderr}");
    }
}

#[test]
fn standard_input_goes_by_the_current_folder() {
    let folder = folder(&[("plainsong.toml", b"[convert]\nto = [\"text\"]\n")]);
    let (code, stdout, _) = run(plainsong(&folder).args(["convert", "-", "--output", "-"]).write_stdin("Good."));
    assert_eq!(code, 0);
    assert!(stdout.contains("Good."), "{stdout}");
}
