//! How long the two PDFs take.

use plainsong::rewrite::easy_read::{Options, easy_read as in_easy_words};
use plainsong::{Document, Source, parse};

fn main() {
    divan::main();
}

/// A strategy of some 3,000 words: sections of numbered paragraphs, a list and a table.
fn strategy() -> Document {
    let mut text = String::from("# Our strategy for care at home\n\nDate: 5 March 2024\n\n");
    for section in 1..=12 {
        text.push_str(&format!("## {section}.0 What we want to do about part {section}\n\n"));
        for paragraph in 1..=8 {
            text.push_str(&format!(
                "{section}.{paragraph} The council will work with carers, families and providers so that people can stay at home \
                 for longer. We met on {paragraph} May 2023 and agreed to spend £{section},{paragraph}50 on it.\n\n"
            ));
        }
        text.push_str("- training for all staff\n- a phone line: 01632 960 123\n\n");
        text.push_str(
            "| Date | Event | Place |\n|---|---|---|\n| 4 May 2023 | Workshop 1 | Town Hall |\n| 9 May 2023 | Workshop 2 | Library |\n\n",
        );
    }
    parse(&Source::new("strategy.md", text))
}

#[divan::bench]
fn large_print(bencher: divan::Bencher<'_, '_>) {
    let document = strategy();
    let options = plainsong::render::large_print::Options::default();
    bencher.bench(|| plainsong::render::large_print::render(&document, &options));
}

/// Pages of large print, some 160 words each: the time must grow with their number and no faster.
#[divan::bench(args = [250, 500, 1_000, 2_000], sample_count = 3)]
fn large_print_of_pages(bencher: divan::Bencher<'_, '_>, pages: usize) {
    let section = |number| {
        let words = "The council will work with carers, families and providers so that people can stay at home for longer. ";
        format!("## {number}.0 What we want to do about part {number}\n\n{}\n\n", words.repeat(8))
    };
    let text: String = (1..=pages).map(section).collect();
    let document = parse(&Source::new("long.md", format!("# Our strategy\n\n{text}")));
    let options = plainsong::render::large_print::Options::default();
    bencher.bench(|| plainsong::render::large_print::render(&document, &options));
}

#[divan::bench]
fn easy_read(bencher: divan::Bencher<'_, '_>) {
    let easy = in_easy_words(&strategy(), &Options::default());
    let options = plainsong::render::easy_read::Options::default();
    bencher.bench(|| plainsong::render::easy_read::render(&easy, &options));
}
