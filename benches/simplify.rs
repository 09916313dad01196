//! How many words a second are said in plainer words, and how many levels are looked up.

#![allow(missing_docs, reason = "divan writes the entry point")]

use divan::{Bencher, black_box, counter::ItemsCount};
use plainsong::lexicon::level;
use plainsong::rewrite::plain::simplify;
use plainsong::text::words;

fn main() {
    divan::main();
}

/// A paper of the fixtures, some hundred times over.
fn paper() -> String {
    include_str!("../fixtures/reports/committee-report.md").repeat(100)
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
