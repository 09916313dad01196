//! How long the sentences of a document are, beside those of Easy Read that people wrote.

use super::{heading, paragraph};
use crate::model::{Document, Level, Prose, walk};
use crate::render::html::Markup;
use crate::text::{sentences, words};

/// Words a sentence in 40 Easy Read documents that people in the UK wrote: mean, median and 90th percentile.
const PEOPLE: Lengths = Lengths { mean: 12.9, median: 12, ninetieth: 20 };

/// The groups of the chart: sentences of so many words, up to and with the last.
const GROUPS: [(usize, usize); 7] = [(1, 5), (6, 10), (11, 15), (16, 20), (21, 25), (26, 35), (36, usize::MAX)];

/// How long sentences are, in words.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Lengths {
    mean: f64,
    median: usize,
    ninetieth: usize,
}

/// Writes the figures and the chart.
pub(super) fn write(out: &mut Markup, document: &Document, level: Level) {
    let mut counts = words_of_sentences(document);
    counts.sort_unstable();
    let Some(lengths) = lengths(&counts) else { return };
    heading(out, level, "How long the sentences are");
    let sentences = if counts.len() == 1 { "1 sentence".to_owned() } else { format!("{} sentences", counts.len()) };
    paragraph(out, &format!("This text has {sentences}. Easy Read asks for no more than 15 words in each."));
    comparison(out, lengths);
    chart(out, &counts);
}

/// The number of words of each sentence of the running text.
fn words_of_sentences(document: &Document) -> Vec<usize> {
    let mut counts = Vec::new();
    walk::passages(&document.blocks, &mut |passage| {
        if passage.place == walk::Place::Paragraph && passage.within != walk::Within::Cell {
            let prose = Prose::of(passage.content);
            let count = |sentence: std::ops::Range<usize>| prose.text().get(sentence).map_or(0, |sentence| words(sentence).count());
            counts.extend(sentences(prose.text()).into_iter().map(count).filter(|count| *count > 0));
        }
    });
    counts
}

/// The figures of counts in ascending order.
fn lengths(counts: &[usize]) -> Option<Lengths> {
    // The least count that so many hundredths of all do not go beyond.
    let percentile = |hundredths: usize| counts.get((counts.len() * hundredths).div_ceil(100).saturating_sub(1)).copied();
    let sum: usize = counts.iter().sum();
    #[allow(clippy::cast_precision_loss, reason = "no text has so many words")]
    let mean = sum as f64 / counts.len() as f64;
    Some(Lengths { mean, median: percentile(50)?, ninetieth: percentile(90)? })
}

/// Writes the figures of this text beside those of people, as bars.
fn comparison(out: &mut Markup, this: Lengths) {
    #[allow(clippy::cast_precision_loss, reason = "no sentence has so many words")]
    let rows = [
        ("Words in a sentence, on average", this.mean, PEOPLE.mean),
        ("Half of the sentences have no more than", this.median as f64, PEOPLE.median as f64),
        ("Nine in ten have no more than", this.ninetieth as f64, PEOPLE.ninetieth as f64),
    ];
    let longest = rows.iter().flat_map(|(_, this, people)| [*this, *people]).fold(1.0, f64::max);
    table(out, "Beside Easy Read that people wrote", &["", "Words"], |out| {
        for (label, this, people) in rows {
            row(out, label, |out| {
                bar(out, &format!("This text: {}", rounded(this)), "bar", this / longest);
                bar(out, &format!("Easy Read: {}", rounded(people)), "bar people", people / longest);
            });
        }
    });
}

/// Writes how many sentences there are of each length, as bars.
fn chart(out: &mut Markup, counts: &[usize]) {
    let in_group = |(first, last): (usize, usize)| counts.iter().filter(|count| (first..=last).contains(*count)).count();
    let most = GROUPS.into_iter().map(in_group).max().unwrap_or(1).max(1);
    table(out, "How many sentences are how long", &["Length", "Sentences"], |out| {
        for group in GROUPS {
            let label =
                if group.1 == usize::MAX { format!("{} words or more", group.0) } else { format!("{} to {} words", group.0, group.1) };
            let count = in_group(group);
            #[allow(clippy::cast_precision_loss, reason = "no text has so many sentences")]
            let share = count as f64 / most as f64;
            row(out, &label, |out| bar(out, &count.to_string(), "bar", share));
        }
    });
}

fn table(out: &mut Markup, caption: &str, heads: &[&str; 2], fill: impl FnOnce(&mut Markup)) {
    out.open("table", &[("class", Some("bars"))]);
    out.open("caption", &[]);
    out.text(caption);
    out.close("caption");
    out.new_line();
    out.open("thead", &[]);
    out.open("tr", &[]);
    for head in heads {
        let name = if head.is_empty() { "td" } else { "th" };
        out.open(name, &[("scope", (!head.is_empty()).then_some("col"))]);
        out.text(head);
        out.close(name);
    }
    out.close("tr");
    out.close("thead");
    out.new_line();
    out.open("tbody", &[]);
    out.new_line();
    fill(out);
    out.close("tbody");
    out.close("table");
    out.new_line();
}

fn row(out: &mut Markup, label: &str, fill: impl FnOnce(&mut Markup)) {
    out.open("tr", &[]);
    out.open("th", &[("scope", Some("row"))]);
    out.text(label);
    out.close("th");
    out.open("td", &[]);
    fill(out);
    out.close("td");
    out.close("tr");
    out.new_line();
}

/// Writes a figure and, for the eye, a bar of a share of the width.
fn bar(out: &mut Markup, figure: &str, class: &str, share: f64) {
    out.open("div", &[]);
    out.text(figure);
    out.open("span", &[("class", Some(class)), ("style", Some(&format!("width: {:.0}%", share * 100.0)))]);
    out.close("span");
    out.close("div");
}

/// A figure with one decimal, if it needs one.
fn rounded(figure: f64) -> String {
    format!("{figure:.1}").trim_end_matches(".0").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn the_figures_are_those_of_the_sentences() {
        let document = parse(&Source::new(
            "a.md",
            "# A heading of five words\n\nOne two three. Four five.\n\n- Six.\n\n| a | b |\n|---|---|\n| c d | e |\n",
        ));
        let mut counts = words_of_sentences(&document);
        counts.sort_unstable();
        assert_eq!(counts, [1, 2, 3]);
        assert_eq!(lengths(&counts), Some(Lengths { mean: 2.0, median: 2, ninetieth: 3 }));
        let ten: Vec<usize> = (1..=10).collect();
        assert_eq!(lengths(&ten), Some(Lengths { mean: 5.5, median: 5, ninetieth: 9 }));
    }

    #[test]
    fn a_text_without_sentences_has_no_figures() {
        let mut out = Markup::new(crate::render::html::Syntax::Html);
        write(&mut out, &parse(&Source::new("a.md", "# Title")), Level::TWO);
        assert_eq!(out.finish(), "");
    }
}
