//! EPUB: the files of a book belong together, every way leads somewhere, and the book says no more than
//! is true.

use std::collections::BTreeSet;

use plainsong::convert::{Format, Options, convert};
use plainsong::model::{BlockKind, Prose};
use plainsong::{LossKind, Rendered, Source, parse};

#[path = "support/epub.rs"]
#[allow(dead_code, reason = "the laws and the snapshots read books as text")]
mod epub;
#[allow(dead_code, reason = "other tests read single files")]
#[path = "support/fixtures.rs"]
mod fixtures;

use epub::{Epub, elements};

fn rendered(text: &str) -> Rendered<Vec<u8>> {
    convert(&parse(&Source::new("a.md", text)), Format::Epub, &Options::default()).unwrap()
}

fn book(text: &str) -> Epub {
    epub::of_zip(&rendered(text).output)
}

/// The book of every fixture, with its name.
fn books() -> Vec<(Source, Epub)> {
    let book = |source: &Source| epub::of_zip(&convert(&parse(source), Format::Epub, &fixtures::options(source)).unwrap().output);
    fixtures::fixtures().into_iter().map(|source| (source.clone(), book(&source))).collect()
}

#[test]
fn the_first_bytes_say_what_it_is_and_the_same_document_gives_the_same_bytes() {
    let one = rendered("# Minutes\n\nThe panel met.").output;
    assert_eq!(&one[30..58], b"mimetypeapplication/epub+zip");
    assert!(one == rendered("# Minutes\n\nThe panel met.").output);
    assert_eq!(epub::of_zip(&one).names[..2], ["mimetype", "META-INF/container.xml"]);
}

#[test]
fn the_package_lists_every_file_and_no_other() {
    for (source, book) in books() {
        let listed: BTreeSet<String> = book.manifest().iter().map(|item| format!("EPUB/{}", item.get("href").unwrap())).collect();
        let there = book.names.iter().filter(|name| name.starts_with("EPUB/") && *name != "EPUB/package.opf");
        assert_eq!(listed, there.cloned().collect(), "{}", source.name());
        assert_eq!(listed.len(), book.manifest().len(), "{}: a file is listed twice", source.name());
    }
}

#[test]
fn every_way_within_a_book_leads_to_a_place() {
    let mut ways = 0;
    for (source, book) in books() {
        let pages: Vec<String> = book.spine().into_iter().chain(["nav.xhtml".to_owned()]).collect();
        let places: BTreeSet<String> = pages
            .iter()
            .flat_map(|page| {
                let ids: Vec<String> =
                    elements(book.file(page)).iter().filter_map(|element| element.get("id")).map(|id| format!("{page}#{id}")).collect();
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{}, {page}: an id is given twice", source.name());
                ids.into_iter().chain([page.clone()])
            })
            .collect();
        for page in &pages {
            let links = elements(book.file(page));
            for address in links.iter().filter(|element| element.name == "a").filter_map(|link| link.get("href")) {
                if address.contains(':') {
                    continue;
                }
                let place = if address.starts_with('#') { format!("{page}{address}") } else { address.to_owned() };
                assert!(places.contains(&place), "{}, {page}: {address} leads nowhere", source.name());
                ways += 1;
            }
        }
    }
    assert!(ways > 300, "only {ways}");
}

#[test]
fn the_contents_lead_to_every_heading_in_order() {
    for (source, book) in books() {
        let document = parse(&source);
        let headings = document.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Heading { number, content, .. } => {
                let number = number.as_ref().map_or(String::new(), |number| format!("{} ", number.text));
                Some((number + Prose::of(content).text()).split_whitespace().collect::<Vec<_>>().join(" "))
            }
            _ => None,
        });
        let navigation = book.file("nav.xhtml");
        let (contents, _) = navigation.split_once("</nav>").unwrap();
        let mut rest = contents;
        for heading in headings.filter(|heading| !heading.is_empty()) {
            let wanted = format!(">{}</a>", heading.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
            let (_, after) = rest.split_once(&wanted).unwrap_or_else(|| panic!("{}: {wanted} in\n{rest}", source.name()));
            rest = after;
        }
    }
}

#[test]
fn a_deeper_heading_stands_below_the_one_before_it() {
    let book = book("# T\n\n## One\n\n### Deep\n\n#### Deeper\n\n### Deep too\n\n## Two\n");
    let shape: String = book
        .body("nav.xhtml")
        .split_once("</nav>")
        .unwrap()
        .0
        .lines()
        .skip(2)
        .map(|line| match (line.starts_with("<li>"), line.contains("</ol>")) {
            (true, _) => line.split(['>', '<']).nth(4).unwrap_or_default().to_owned() + " ",
            (false, true) => ") ".to_owned(),
            (false, false) => {
                if line.contains("<ol>") {
                    "( ".to_owned()
                } else {
                    String::new()
                }
            }
        })
        .collect();
    assert_eq!(shape, "( T One ( Deep ( Deeper ) Deep too ) Two About this version ) ");
}

#[test]
fn a_note_stands_where_it_is_referred_to_first_and_leads_back() {
    let book = book("# T\n\n## One\n\nA[^1].\n\n## Two\n\nB[^1] C[^2].\n\n[^1]: First.\n[^2]: Second.\n");
    let (one, two) = (book.file("01-one.xhtml"), book.file("02-two.xhtml"));
    assert!(one.contains("First.") && !two.contains("First.") && two.contains("Second."));
    for expected in ["epub:type=\"noteref\"", "role=\"doc-noteref\"", "epub:type=\"footnote\"", "role=\"doc-footnote\"", "href=\"#ref-1\""]
    {
        assert!(one.contains(expected), "{expected}: {one}");
    }
    assert!(two.contains("href=\"01-one.xhtml#note-1\""), "{two}");
}

#[test]
fn printed_pages_can_be_gone_to() {
    let rendered = rendered("# T\n\nOne.\n\nPage 1\n\n## Next\n\nTwo.\n\nPage 2 of 2\n");
    let book = epub::of_zip(&rendered.output);
    assert!(
        book.file("nav.xhtml").contains("<li><a href=\"index.xhtml#page-1\">1</a></li>\n<li><a href=\"index.xhtml#page-2\">2</a></li>")
    );
    let index = book.file("index.xhtml");
    assert!(index.contains("role=\"doc-pagebreak\" aria-label=\"Page 1\">Page 1</div>"), "{index}");
    for expected in ["pageNavigation", "pageBreakMarkers", "<meta property=\"pageBreakSource\">a.md</meta>"] {
        assert!(book.package().contains(expected), "{expected}");
    }
    let changes: Vec<(&str, &str)> = rendered.changes.iter().map(|change| (change.before.as_str(), change.after.as_str())).collect();
    assert_eq!(changes, [("Page 1", "1"), ("Page 2 of 2", "2")]);
}

#[test]
fn a_link_to_a_file_that_is_not_in_the_book_keeps_its_words_alone() {
    let rendered = rendered("See [the plan](plan.pdf), [the web](https://example.org) and <a@example.org>.");
    let book = epub::of_zip(&rendered.output);
    let text = book.file("index.xhtml");
    assert!(text.contains("See the plan, <a href=\"https://example.org\">the web</a>"), "{text}");
    assert!(text.contains("<a href=\"mailto:a@example.org\">a@example.org</a>"), "{text}");
    assert_eq!(rendered.losses.iter().filter(|loss| loss.id == LossKind::LinkNotKept).count(), 1);
}

#[test]
fn the_cover_has_the_title_as_words() {
    let book = book("# Bread & roses\n\nDate: 5 March 2024\n");
    assert!(book.file("cover.xhtml").contains("alt=\"Bread &amp; roses. 5 March 2024\""));
    assert!(book.file("cover.svg").contains("Bread &amp;"));
    assert_eq!(book.spine()[0], "cover.xhtml");
}

#[test]
fn a_picture_is_a_file_of_the_book_once() {
    let source = fixtures::fixtures().into_iter().find(|source| source.name() == "reports/pictures.md").unwrap();
    let rendered = convert(&parse(&source), Format::Epub, &fixtures::options(&source)).unwrap();
    let book = epub::of_zip(&rendered.output);
    let pictures: Vec<&String> = book.names.iter().filter(|name| name.starts_with("EPUB/pictures/")).collect();
    // seal.png and users.png are shown twice, torn.png is damaged; none.png and a camera on the web are not there.
    assert_eq!(pictures.len(), 5, "{pictures:?}");
    assert!(!book.package().contains("http://") || !book.package().contains("remote-resources"));
}
