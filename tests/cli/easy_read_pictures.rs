//! `plainsong easy-read pictures`, and a council's own pictures.

use std::fs;

use super::{folder, plainsong, run};

const LIST: &[u8] = b"[[picture]]\nfile = \"coach.svg\"\nterms = [\"bus\"]\nalt = \"A coach\"\ncredit = \"Our camera club\"\n";
const COACH: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='4'/></svg>";
const PLAN: &[u8] = b"# Plan\n\nThe bus is late.\n";

#[test]
fn the_sheet_shows_every_picture() {
    let folder = folder(&[("own/pictures.toml", LIST), ("own/coach.svg", COACH)]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["easy-read", "pictures", "--pictures", "own", "-o", "sheet.html"]));
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "sheet.html: 113 pictures. Open it in a browser.\n", ""));
    let sheet = fs::read_to_string(folder.path().join("sheet.html")).unwrap();
    assert_eq!(sheet.matches("<img ").count(), 113);
    assert!(sheet.contains("Our camera club") && sheet.contains("Healthicons, MIT"));
}

#[test]
fn own_pictures_stand_beside_the_words() {
    let folder = folder(&[("own/pictures.toml", LIST), ("own/coach.svg", COACH), ("plan.md", PLAN)]);
    let page = |arguments: &[&str]| {
        let (code, stdout, _) = run(plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "-"]).args(arguments));
        assert_eq!(code, 0);
        stdout
    };
    let (ours, own) = (page(&[]), page(&["--pictures", "own"]));
    assert!(ours.contains("class=\"picture\"") && own.contains("class=\"picture\"") && ours != own);
    assert!(ours.contains("Pictures by plainsong.") && !ours.contains("Healthicons"), "only what is used is named: {ours}");
    assert!(own.contains("Pictures by Our camera club.") && !own.contains("Pictures by plainsong."), "{own}");
    fs::write(folder.path().join("plainsong.toml"), "pictures = \"own\"\n").unwrap();
    assert_eq!(page(&[]), own);
}

#[test]
fn a_picture_that_is_missing_is_told() {
    let folder = folder(&[("own/pictures.toml", LIST), ("plan.md", PLAN)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "plan.md", "--to", "easy-read-html", "-o", "-", "--pictures", "own"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("pictures.toml, line 2: There is no file coach.svg in this folder."), "{stderr}");
    let (code, _, stderr) = run(plainsong(&folder).args(["easy-read", "pictures", "--pictures", "none"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("this list of pictures cannot be read"), "{stderr}");
}
