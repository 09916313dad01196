//! What a pack holds beside the formats, as text to be reviewed.

use plainsong::convert::{Format, convert};
use plainsong::lint::{self, lint};
use plainsong::pack::{CheckList, Manifest, Piece, Published, formats_fragment};
use plainsong::render::Contact;
use plainsong::{Document, Source, parse};

#[path = "support/fixtures.rs"]
mod fixtures;

/// A report as a council writes it, and one with pictures that are and are not there.
const PACKED: [&str; 2] = ["reports/committee-report.md", "reports/pictures.md"];

struct Packed {
    document: Document,
    manifest: Manifest,
    list: CheckList,
}

fn packed() -> Vec<(String, Packed)> {
    let sources = fixtures::fixtures().into_iter().filter(|source| PACKED.contains(&source.name()));
    sources.map(|source| (source.stem().to_owned(), pack(&source))).collect()
}

fn pack(source: &Source) -> Packed {
    let document = parse(source);
    let options = fixtures::options(source);
    let piece = |format: &Format| Piece {
        format: *format,
        path: format!("{}{}", source.stem(), format.file_ending()),
        rendered: convert(&document, *format, &options).unwrap(),
    };
    let pieces: Vec<Piece> = Format::FOR_READERS.iter().map(piece).collect();
    let findings = lint(&document, source, &lint::Options::default());
    let mut manifest = Manifest::of(&document, source, &pieces, &findings);
    manifest.formats.iter_mut().for_each(without_measures);
    let list = CheckList::of(&document, source, &findings, &pieces);
    Packed { document, manifest, list }
}

/// How large a format is changes with every version of its renderer, and is not what is reviewed here.
fn without_measures(format: &mut Published) {
    (format.bytes, format.sha256) = (345_678, "[hash]".to_owned());
    format.pages = format.pages.map(|_| 12);
}

fn contact() -> Contact {
    let mut contact = Contact::default();
    contact.name = Some("Ambleford Town Council".to_owned());
    contact.phone = Some("01632 960 001".to_owned());
    contact.email = Some("clerk@ambleford.example".to_owned());
    contact
}

fn check(name: String, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots/pack");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn the_piece_of_a_page() {
    for (name, Packed { document, manifest, .. }) in packed() {
        check(format!("{name}.formats"), &formats_fragment(&manifest, &document, &contact()));
    }
}

#[test]
fn the_manifest() {
    for (name, Packed { manifest, .. }) in packed() {
        let json = serde_json::to_string_pretty(&manifest).unwrap();
        check(format!("{name}.manifest"), &json);
        assert_eq!(serde_json::from_str::<Manifest>(&json).unwrap(), manifest, "what is written can be read again");
    }
}

#[test]
fn the_list_for_a_person() {
    for (name, Packed { list, .. }) in packed() {
        check(format!("{name}.to-check"), &list.to_markdown());
    }
}

/// Whoever reads "meets WCAG" believes that somebody checked, which no program can.
#[test]
fn nothing_claims_more_than_is_known() {
    for (_, Packed { document, manifest, list }) in packed() {
        let said = formats_fragment(&manifest, &document, &contact()) + &list.to_markdown() + &serde_json::to_string(&manifest).unwrap();
        for claim in ["WCAG", "passes", "passed", "complies", "compliant", "accessible", "conforms"] {
            assert!(!said.contains(claim), "{claim}");
        }
        let judges = manifest.formats.iter().flat_map(|format| &format.judges);
        assert!(judges.clone().count() > 2);
        assert!(serde_json::to_string(&judges.collect::<Vec<_>>()).unwrap().contains("\"verdict\":\"not run\""));
    }
}
