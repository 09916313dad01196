//! What a reader needs: size, paper, colours and the rest, by flags, profiles and the file.

use plainsong::convert::{Format, Options, convert};
use plainsong::render::large_print::{Colours, Leading, Margin, Paper, Size};
use plainsong::{Source, parse};

use super::{files, folder, plainsong, run};

const MINUTES: &[u8] = b"# Minutes of the panel\n\nThe panel met.\n";

/// What the library makes of the minutes.
fn made(format: Format, options: &Options) -> Vec<u8> {
    convert(&parse(&Source::from_bytes("a.md", MINUTES.to_vec()).unwrap()), format, options).unwrap().output
}

/// What the command wrote.
fn written(folder: &tempfile::TempDir, name: &str) -> Vec<u8> {
    std::fs::read(folder.path().join(name)).unwrap()
}

#[test]
fn flags_set_the_pages_of_both_pdfs() {
    let mut options = Options::default();
    let (large, easy) = (&mut options.large_print, &mut options.easy_read);
    (large.size, large.paper, large.colours) = (Size::new(24.0).unwrap(), Paper::Letter, Colours::WHITE_ON_BLACK);
    (large.leading, large.margin, large.contents) = (Leading::new(1.5).unwrap(), Margin::new(50.0).unwrap(), false);
    (easy.size, easy.paper, easy.colours) = (large.size, large.paper, large.colours);
    (easy.leading, easy.margin) = (large.leading, large.margin);
    let folder = folder(&[("a.md", MINUTES)]);
    let flags = ["--size=24", "--paper=letter", "--colours=white on black", "--leading=1.5", "--margin", "50", "--contents=false"];
    plainsong(&folder).args(["convert", "a.md"]).args(flags).assert().code(0);
    assert_eq!(written(&folder, "a.large-print.pdf"), made(Format::LargePrint, &options));
    assert_eq!(written(&folder, "a.easy-read-draft.pdf"), made(Format::EasyRead, &options));
}

#[test]
fn a_flag_goes_before_the_profile_and_the_profile_before_the_file() {
    let toml = "[large-print]\nsize = 20\nmargin = 40\nleading = 1.2\n\n[profiles.mr-jones]\nsize = 24\nmargin = 50\n";
    let folder = folder(&[("plainsong.toml", toml.as_bytes()), ("a.md", MINUTES)]);
    plainsong(&folder).args(["convert", "a.md", "--to=large-print", "--profile=mr-jones", "--size=36"]).assert().code(0);
    let mut options = Options::default();
    let large = &mut options.large_print;
    (large.size, large.margin, large.leading) = (Size::new(36.0).unwrap(), Margin::new(50.0).unwrap(), Leading::new(1.2).unwrap());
    assert_eq!(written(&folder, "a.mr-jones.large-print.pdf"), made(Format::LargePrint, &options));
}

#[test]
fn what_is_made_for_a_profile_stands_beside_what_is_made_for_all() {
    let toml = "[convert]\nto = [\"text\"]\n[profiles.mr-jones]\nto = [\"text\", \"large-print\"]\nsize = 24\n[profiles.all]\n";
    let folder = folder(&[("plainsong.toml", toml.as_bytes()), ("a.md", MINUTES)]);
    plainsong(&folder).args(["convert", "a.md"]).assert().code(0);
    plainsong(&folder).args(["convert", "a.md", "--profile", "mr-jones"]).assert().code(0);
    plainsong(&folder).args(["convert", "a.md", "--profile", "all"]).assert().code(0);
    plainsong(&folder).args(["convert", "a.md", "--profile", "mr-jones", "--to", "dtbook"]).assert().code(0);
    let expected = ["a.all.txt", "a.md", "a.mr-jones.large-print.pdf", "a.mr-jones.txt", "a.mr-jones.xml", "a.txt", "plainsong.toml"];
    assert_eq!(files(&folder), expected);
}

#[test]
fn an_unknown_profile_is_answered_with_the_nearest() {
    for (toml, answer) in [
        ("[profiles.mr-jones]\n[profiles.mrs-ali]\n", "plainsong.toml: there is no profile \"mr-jone\" here. Do you mean \"mr-jones\"?"),
        ("[profiles.large]\n[profiles.xx]\n", "The profiles are: large, xx."),
        ("", "Write it as a section [profiles.mr-jone]."),
    ] {
        let folder = folder(&[("plainsong.toml", toml.as_bytes()), ("a.md", MINUTES)]);
        let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--profile", "mr-jone"]));
        assert_eq!(code, 2);
        assert!(stderr.contains(answer), "{stderr}");
        assert_eq!(files(&folder), ["a.md", "plainsong.toml"]);
    }
}

#[test]
fn a_profile_without_a_file_is_answered_with_where_to_write_it() {
    let folder = folder(&[("a.md", MINUTES), ("b.md", MINUTES)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "b.md", "--profile", "mr-jones"]));
    assert_eq!((code, stderr.lines().count()), (2, 1), "{stderr}");
    assert!(stderr.contains("there is no plainsong.toml") && stderr.contains("[profiles.mr-jones]"), "{stderr}");
    assert_eq!(files(&folder), ["a.md", "b.md"]);
}

#[test]
fn a_bad_value_in_the_file_has_its_line_and_what_is_allowed() {
    for (toml, line, words) in [
        ("[large-print]\nsize = 12\n", 2, "12 is out of bounds: give a number from 16 to 48 points."),
        ("[easy-read]\n\nmargin = 1000\n", 3, "1000 is out of bounds: give a number from 28 to 144 points."),
        ("[large-print]\npaper = \"a5\"\n", 2, "there is no paper \"a5\". The papers are: A4, Letter, A3."),
        ("[large-print]\ncolours = \"yellow on white\"\n", 2, "\"yellow on white\" has a contrast of 1.07:1."),
        ("[large-print]\ncolours = \"red on white\"\n", 2, "there is no colour \"red\". The colours are: black, white, cream, yellow,"),
        ("[large-print]\ncontents = \"no\"\n", 2, "It must be true or false."),
        ("[profiles.mr-jones]\nsize = 50\n", 2, "50 is out of bounds"),
        ("[profiles.mr-jones]\ncolors = \"black on cream\"\n", 2, "Do you mean \"colours\"?"),
        ("[profiles.\"../a\"]\nsize = 24\n", 1, "\"../a\" cannot be the name of a profile"),
        ("[contact]\nfone = \"1\"\n", 2, "Do you mean \"phone\"?"),
    ] {
        let folder = folder(&[("plainsong.toml", toml.as_bytes()), ("a.md", MINUTES)]);
        let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md"]));
        assert_eq!(code, 2, "{toml}");
        assert!(stderr.contains(&format!("plainsong.toml:{line}: ")) && stderr.contains(words), "{stderr}");
        assert_eq!(files(&folder), ["a.md", "plainsong.toml"]);
    }
}

#[test]
fn a_bad_value_of_a_flag_is_answered_with_what_is_allowed() {
    for (flag, words) in [
        ("--size=12", "16 to 48 points"),
        ("--size=big", "\"big\" is not a number"),
        ("--paper=a5", "A4, Letter, A3"),
        ("--colours=yellow on white", "1.07:1"),
        ("--leading=3", "1 to 2"),
        ("--margin=0", "28 to 144"),
        ("--contents=maybe", "true, false"),
    ] {
        let folder = folder(&[("a.md", MINUTES)]);
        let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", flag]));
        assert_eq!(code, 2, "{flag}");
        assert!(stderr.contains(words), "{stderr}");
        assert_eq!(files(&folder), ["a.md"]);
    }
}

#[test]
fn whoever_asks_for_a3_is_told_what_becomes_of_it_on_a4() {
    let folder = folder(&[("a.md", MINUTES), ("b.md", MINUTES)]);
    let (code, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "b.md", "--to=large-print", "--paper=a3"]));
    assert_eq!((code, stderr.matches("the pages are A3").count()), (0, 1), "{stderr}");
    assert!(stderr.contains("shrunk to A4, words of 18 points come out at 13."), "{stderr}");
    let (_, _, stderr) = run(plainsong(&folder).args(["convert", "a.md", "--to=text", "--paper=a3"]));
    assert_eq!(stderr, "");
}

#[test]
fn the_contact_of_the_file_is_told_in_every_format() {
    let toml = "[contact]\nname = \"Ambleford Town Council\"\nphone = \"01632 960 001\"\naddress = \"\"\"\nTown Hall\nAmbleford\"\"\"\n";
    let folder = folder(&[("plainsong.toml", toml.as_bytes()), ("a.md", MINUTES)]);
    let every_format = Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(",");
    plainsong(&folder).args(["convert", "a.md", "--zip", "--to", &every_format]).assert().code(0);
    let mut options = Options::default();
    let contact = &mut options.text.contact;
    contact.name = Some("Ambleford Town Council".to_owned());
    contact.phone = Some("01632 960 001".to_owned());
    contact.address = Some("Town Hall\nAmbleford".to_owned());
    let contact = contact.clone();
    options.html.contact = contact.clone();
    options.epub.contact = contact.clone();
    options.daisy.contact = contact.clone();
    options.dtbook.contact = contact.clone();
    options.large_print.contact = contact.clone();
    options.easy_read.contact = contact;
    for format in Format::ALL {
        assert_eq!(written(&folder, &format!("a{}", format.file_ending())), made(*format, &options), "{format}");
    }
    assert!(String::from_utf8(written(&folder, "a.txt")).unwrap().contains("Phone: 01632 960 001\nAddress: Town Hall, Ambleford\n"));
}
