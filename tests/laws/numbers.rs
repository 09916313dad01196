//! Every printed number stands directly before the first word of its paragraph, in every format.

use plainsong::convert::Format;
use plainsong::{Change, ChangeKind, parse};

use crate::output::{render, words_of};
use crate::words::words;
use crate::{documents, no_complaints, oracle};

#[test]
fn every_printed_number_stays_with_its_paragraph() {
    let mut complaints = Vec::new();
    for source in documents() {
        let numbers = oracle::read(source.text()).numbers;
        let document = parse(&source);
        for format in Format::ALL {
            let rendered = render(&document, *format);
            let output = words_of(*format, &rendered.output);
            let is_lost = |number: &&Vec<String>| {
                !holds(&output, number) && !holds_reworded(&output, number, &rendered.changes) && !is_left_out(number, &rendered.changes)
            };
            let lost: Vec<String> = numbers.iter().filter(is_lost).map(|number| number.join(" ")).collect();
            if !lost.is_empty() {
                complaints.push(format!("{} as {}: {}", source.name(), format.name(), lost.join(" | ")));
            }
        }
    }
    no_complaints(&complaints);
}

/// Whether the words hold these words, side by side.
fn holds(words: &[String], run: &[String]) -> bool {
    words.windows(run.len()).any(|window| window == run)
}

/// Whether the words hold a number before what a change made of its first word.
fn holds_reworded(output: &[String], run: &[String], changes: &[Change]) -> bool {
    let Some((first, number)) = run.split_last() else { return false };
    let made = changes.iter().filter(|change| words(&change.before).first() == Some(first));
    made.filter_map(|change| words(&change.after).into_iter().next()).any(|word| holds(output, &[number, &[word]].concat()))
}

/// Whether the author had the number left out, and a change tells of it.
fn is_left_out(run: &[String], changes: &[Change]) -> bool {
    changes.iter().any(|change| change.id == ChangeKind::Authored && holds(&words(&change.before), run))
}

#[test]
fn the_oracle_finds_numbers_as_printed() {
    let numbers = |text: &str| oracle::read(text).numbers.iter().map(|number| number.join(" ")).collect::<Vec<_>>();
    assert_eq!(numbers("- 1.1 First\n\n3.6 There is"), ["1 1 First", "3 6 There"]);
    assert_eq!(numbers("7. **Deciding**\n6. Planning\n6. Again"), ["7 Deciding", "6 Planning", "6 Again"]);
    assert_eq!(numbers("1\\. Escaped\n\n(a) agree\n\n2984.Financial Report"), ["1 Escaped", "a agree"]);
    assert_eq!(numbers("# 1.0 REASONS\n\nA plain one. (b) is not a number"), ["1 0 REASONS"]);
}
