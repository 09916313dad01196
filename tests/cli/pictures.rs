//! Pictures and fonts beside documents: which files `plainsong convert` reads, and which it never does.

use super::{folder, plainsong, run};

const PNG: &[u8] = include_bytes!("../../fixtures/reports/media/users.png");
const FONT: &[u8] = include_bytes!("../../src/render/pdf/fonts/AtkinsonHyperlegibleNext-Bold.ttf");
const CONVERT: [&str; 4] = ["convert", "papers/a.md", "--to", "large-print"];

/// What `convert` says of a document with these words beside these files, and how large the PDF is.
fn converted(text: &str, files: &[(&str, &[u8])]) -> (String, u64) {
    let text = format!("# Report\n\nDate: 5 March 2024\n\n{text}\n");
    let mut all = vec![("papers/a.md", text.as_bytes())];
    all.extend(files);
    let folder = folder(&all);
    let (code, _, stderr) = run(plainsong(&folder).args(CONVERT));
    assert_eq!(code, 0, "{stderr}");
    (stderr, std::fs::metadata(folder.path().join("papers/a.large-print.pdf")).unwrap().len())
}

#[test]
fn a_picture_beside_the_document_is_shown() {
    let (without, small) = converted("![Users](<my media/us ers.png>)", &[]);
    assert!(without.contains("papers/a.md:5:1: large-print: The picture \"my media/us ers.png\" is not shown."), "{without}");
    assert!(without.contains("There is no such file beside the document."), "{without}");
    for address in ["<my media/us ers.png>", "./my%20media/us%20ers.png?x=1", "<my media\\us ers.png>"] {
        let (said, large) = converted(&format!("![Users]({address})"), &[("papers/my media/us ers.png", PNG)]);
        assert_eq!(said, "", "{address}");
        assert!(large > small, "{address}");
    }
}

#[test]
fn no_picture_comes_from_outside_the_folder() {
    for address in ["../secret.png", "media/../../secret.png", "%2e%2e/secret.png", "file:///secret.png", "/etc/hostname"] {
        let (said, _) = converted(&format!("![Secret]({address})"), &[("secret.png", PNG)]);
        assert!(said.contains("It lies outside the folder of the document."), "{address}: {said}");
    }
    let (said, _) = converted("![Far](https://example.org/a.png)", &[]);
    assert!(said.contains("nothing is fetched"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_of_the_file_system_does_not_lead_outside() {
    let folder = folder(&[("papers/a.md", b"# R\n\nDate: 5 March 2024\n\n![A](link.png)\n\n![B](deep/b.png)\n"), ("out/b.png", PNG)]);
    let papers = folder.path().join("papers");
    std::os::unix::fs::symlink(folder.path().join("out/b.png"), papers.join("link.png")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("out"), papers.join("deep")).unwrap();
    let (code, _, stderr) = run(plainsong(&folder).args(CONVERT));
    assert_eq!((code, stderr.matches("It lies outside the folder of the document.").count()), (0, 2), "{stderr}");
}

#[test]
fn a_folder_is_no_picture() {
    let (said, _) = converted("![Folder](media)", &[("papers/media/a.png", PNG)]);
    assert!(said.contains("There is no such file"), "{said}");
}

#[test]
fn a_font_is_named_by_a_flag_or_in_the_file_from_its_own_folder() {
    let text = b"# Report\n\nDate: 5 March 2024\n\nWords.\n";
    let toml = b"[fonts]\nregular = \"fonts/mine.ttf\"\n[profiles.x.fonts]\nothers = [\"fonts/mine.ttf\"]\n";
    let folder = folder(&[("plainsong.toml", toml), ("fonts/mine.ttf", FONT), ("papers/a.md", text)]);
    for more in [&[][..], &["--font", "fonts/mine.ttf", "--font-bold", "fonts/mine.ttf"], &["--profile", "x"]] {
        let (code, _, stderr) = run(plainsong(&folder).args(CONVERT).args(more));
        assert_eq!((code, stderr.as_str()), (0, ""), "{more:?}");
    }
}

#[test]
fn a_file_that_is_no_font_is_named_with_what_to_do() {
    let folder = folder(&[("papers/a.md", b"# R\n"), ("no.ttf", b"<html>")]);
    let (code, _, stderr) = run(plainsong(&folder).args(CONVERT).args(["--font", "no.ttf"]));
    assert_eq!(code, 2);
    assert!(
        stderr.contains("no.ttf: This font cannot be used: it is not a TrueType or OpenType font. Give a TTF or OTF file."),
        "{stderr}"
    );
    let (code, _, stderr) = run(plainsong(&folder).args(CONVERT).args(["--font", "none.ttf"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("none.ttf: this font cannot be read. There is no file or folder of this name."), "{stderr}");
}
