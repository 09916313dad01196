//! How many words a second are said in plainer words, and how many levels are looked up.

#![allow(missing_docs, reason = "divan writes the entry point")]

use divan::{Bencher, black_box, counter::ItemsCount};
use plainsong::lexicon::level;
use plainsong::rewrite::easy_read::{Options, easy_read};
use plainsong::rewrite::plain::simplify;
use plainsong::text::words;
use plainsong::{Source, parse};

fn main() {
    divan::main();
}

/// A paper of the fixtures, some hundred times over.
fn paper() -> String {
    include_str!("../fixtures/reports/committee-report.md").repeat(100)
}

/// One sentence without an end.
fn long_sentence(bytes: usize) -> String {
    let piece = "the panel met in the hall because of the rain and it was clear which of the benches, ";
    piece.repeat(bytes / piece.len())
}

/// Twice the text must take twice the time.
#[divan::bench(args = [1, 10, 100])]
fn growth(bencher: Bencher<'_, '_>, papers: usize) {
    let text = include_str!("../fixtures/reports/committee-report.md").repeat(papers);
    bencher.counter(ItemsCount::new(words(&text).count())).bench(|| simplify(black_box(&text)));
}

#[divan::bench(args = [100_000, 1_000_000])]
fn one_sentence(bencher: Bencher<'_, '_>, bytes: usize) {
    let text = long_sentence(bytes);
    bencher.counter(ItemsCount::new(words(&text).count())).bench(|| simplify(black_box(&text)));
}

#[divan::bench]
fn whole_draft(bencher: Bencher<'_, '_>) {
    let text = paper();
    let document = parse(&Source::new("paper.md", text.clone()));
    let options = Options::default();
    bencher.counter(ItemsCount::new(words(&text).count())).bench(|| easy_read(black_box(&document), &options));
}

#[divan::bench]
fn plainer_words(bencher: Bencher<'_, '_>) {
    let text = paper();
    bencher.counter(ItemsCount::new(words(&text).count())).bench(|| simplify(black_box(&text)));
}

#[divan::bench]
fn levels(bencher: Bencher<'_, '_>) {
    let text = paper();
    let all: Vec<&str> = words(&text).map(|range| &text[range]).collect();
    bencher.counter(ItemsCount::new(all.len())).bench(|| all.iter().filter_map(|word| level(black_box(word))).count());
}
