//! What stands together on a page, and what long words and titles do, at sizes that leave little room.

use plainsong::render::easy_read::Options as EasyReadOptions;
use plainsong::render::large_print::{Options, Size};

use super::*;

fn at(size: f32, text: &str) -> Vec<u8> {
    let mut options = Options::default();
    options.size = Size::new(size).unwrap();
    plainsong::render::large_print::render(&document(text), &options).unwrap().output
}

fn draft_at(size: f32, text: &str) -> Vec<u8> {
    let mut options = EasyReadOptions::default();
    options.size = Size::new(size).unwrap();
    let easy = in_easy_words(&document(text), &Words::default());
    plainsong::render::easy_read::render(&easy, &options).unwrap().output
}

#[test]
fn an_entry_of_the_contents_keeps_the_number_of_its_page() {
    let long = "Arrangements for the review of supported accommodation for older people and for people with a learning disability";
    for words in 6..16 {
        let title = long.split(' ').take(words).collect::<Vec<_>>().join(" ");
        let section = |number: usize| format!("## {number}. {title} {title} in part {number}\n\n{}", "We went on.\n\n".repeat(4));
        let pages = reader::pages(&at(48.0, &format!("# Our work\n\n{}", (1..5).map(section).collect::<String>())));
        assert!(pages.iter().all(|page| !page.starts_with("page ")), "{words} words: {pages:?}");
    }
}

#[test]
fn the_label_of_a_row_told_as_a_record_is_not_last_on_a_page() {
    let cells = "<td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td><ul><li>We agree.</li></ul></td>";
    let headings =
        ["Item", "Officer", "Committee", "Department", "Consultation", "Recommendation(s)"].map(|heading| format!("<th>{heading}</th>"));
    let table = format!("<table><tr>{}</tr><tr>{cells}</tr></table>", headings.concat());
    for lines in 0..24 {
        let output = draft_at(36.0, &format!("# T\n\n## Before\n\n{}\n\n{table}\n", "Words.<br>".repeat(lines)));
        for page in reader::pages(&output) {
            let words = page.lines().rfind(|line| !line.starts_with("Page ") && !line.starts_with("Easy Read draft")).unwrap_or_default();
            assert!(!words.trim_end().ends_with("Recommendation(s):"), "after {lines} lines: {page}");
        }
    }
}

#[test]
fn a_word_with_a_stroke_is_one_word_at_any_size() {
    let output = at(48.0, "# T\n\nThe RECOMMENDATION/S of the panel.\n");
    assert!(reader::text(&output).contains("The RECOMMENDATION/S of the panel."), "{}", reader::text(&output));
}

#[test]
fn a_list_of_contents_that_runs_over_leaves_no_page_white() {
    let section = |number: usize| format!("## {number}. Part of our work\n\n{}", "We went on with our work.\n\n".repeat(3));
    // The list ends a little below the head of its second page.
    let text = format!("# Our work\n\n{}", (1..=14).map(section).collect::<String>());
    let pages = reader::pages(&at(24.0, &text));
    let last = pages.iter().rposition(|page| page.contains("Part of our work, page ")).unwrap();
    assert!(last > 0 && pages[last].contains("We went on"), "{pages:?}");
}

#[test]
fn no_item_of_easy_read_minutes_is_split_over_pages() {
    let item = |number: usize| format!("{number}. Xyz{number} begins.\n\n    It goes on.\n\n    Qrs{number} ends.\n\n");
    let text = format!("# Minutes\n\n{}", (1..30).map(item).collect::<String>());
    let pages = reader::pages(&draft_at(18.0, &text));
    assert!(pages.len() > 6, "{}", pages.len());
    for number in 1..30 {
        let page = pages.iter().find(|page| page.contains(&format!("Xyz{number} begins."))).unwrap();
        assert!(page.contains(&format!("Qrs{number} ends.")), "{page}");
    }
}

#[test]
fn only_the_makers_of_pictures_that_are_used_are_named() {
    let words = |text: &str| reader::pages(&draft_at(18.0, text)).join("\n");
    let bus = words("# Plan\n\nThe bus is late.");
    assert!(bus.contains("Pictures by plainsong.") && !bus.contains("Healthicons"), "{bus}");
    assert!(!words("# Plan\n\nXyzzy.").contains("Pictures"));
}

#[test]
fn a_long_title_leaves_room_for_the_rest_of_the_cover() {
    let title = "Minutes of the extraordinary meeting of the full council held in the assembly room of the town hall on Tuesday";
    let pages = reader::pages(&draft_at(36.0, &format!("# {title}\n\nWe met.\n")));
    assert!(pages[0].contains("not yet checked"), "{pages:?}");
    // What is longer than a page takes the rest of the cover along.
    let pages = reader::pages(&draft_at(36.0, &format!("# {}\n\nWe met.\n", title.repeat(5))));
    let rest = pages.iter().find(|page| page.contains("not yet checked")).unwrap();
    assert!(rest.contains("Tuesday"), "{rest}");
}

#[test]
fn what_is_said_of_a_link_in_our_own_words_says_its_language() {
    let output =
        large_print("---\nlang: cy\n---\n\n# Adroddiad\n\nGweler [isod](#y-diwedd).[^1]\n\n## Y diwedd\n\n[^1]: Ar y bont.\n").output;
    let said = reader::said_of_links(&output);
    let expected = [("Y diwedd", None), ("Note 1", Some("en-GB")), ("Back to the text that note 1 belongs to", Some("en-GB"))];
    assert_eq!(said, expected.map(|(words, lang)| (words.to_owned(), lang.map(str::to_owned))));
}

#[test]
fn files_that_differ_in_their_settings_have_different_identifiers() {
    let identifiers = [18.0, 24.0, 18.0].map(|size| reader::identifier(&at(size, "# T\n\nWords.\n")));
    assert_eq!(identifiers[0], identifiers[2]);
    assert_ne!(identifiers[0], identifiers[1]);
}

#[test]
fn a_font_of_noise_is_refused_in_plain_english() {
    let mut font = include_bytes!("../../src/render/pdf/fonts/AtkinsonHyperlegibleNext-Regular.ttf").to_vec();
    // Where each letter's outline begins, as the directory of tables says.
    let record = font.windows(4).position(|tag| tag == b"loca").unwrap();
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().unwrap()) as usize;
    let (start, length) = (number(record + 8), number(record + 12));
    for (byte, noise) in font[start..start + length].iter_mut().zip((0..=u8::MAX).rev().cycle()) {
        *byte = noise;
    }
    let mut options = Options::default();
    let refused = match plainsong::render::large_print::Font::new(font) {
        Ok(font) => {
            options.fonts.regular = Some(font);
            plainsong::render::large_print::render(&document("# T\n\nWords.\n"), &options).map(drop)
        }
        Err(error) => Err(error),
    };
    let message = refused.unwrap_err().to_string();
    assert!(message.starts_with("This font cannot be used: the file") && message.contains("damaged. Get it anew"), "{message}");
}
