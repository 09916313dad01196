//! `plainsong simplify`.

use super::{folder, plainsong, run};

const TEXT: &str = "Prior to lunch we met.\r\n\r\nAn additional bench was purchased.";

#[test]
fn a_text_from_standard_input_is_said_in_plainer_words() {
    let (code, stdout, stderr) = run(plainsong(&folder(&[])).arg("simplify").write_stdin(TEXT));
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "Before lunch we met.\r\n\r\nAn extra bench was bought.", ""));
}

#[test]
fn as_many_lines_come_out_as_go_in() {
    let text = "It was approved;\n\nthey agreed. Whilst it rained, we met";
    let (code, stdout, _) = run(plainsong(&folder(&[("a.txt", text.as_bytes())])).args(["simplify", "--lines", "a.txt"]));
    assert_eq!((code, stdout.as_str()), (0, "It was approved;\n\nthey agreed. While it rained, we met"));
}

#[test]
fn a_file_that_is_not_there_is_told() {
    let (code, stdout, stderr) = run(plainsong(&folder(&[])).args(["simplify", "a.txt"]));
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("a.txt: this text cannot be read. There is no file or folder of this name."), "{stderr}");
}

#[test]
fn text_without_sentences_in_capitals_or_in_another_language_is_left() {
    for text in ["PRIOR TO LUNCH", "Mae'r cyngor yn cwrdd heddiw.", "", "\u{fffd}\u{202e}", &"word ".repeat(50_000)] {
        let (code, stdout, _) = run(plainsong(&folder(&[])).arg("simplify").write_stdin(text));
        assert_eq!((code, stdout.as_str()), (0, text));
    }
}
