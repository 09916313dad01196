//! The word law over documents made up at random, each well formed: whatever stands inside whatever
//! else, no word is lost.

use plainsong::convert::Format;
use plainsong::parse;
use proptest::prelude::*;

use crate::oracle;
use crate::word_law::{check, source};

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_made_up_document_is_lost(text in document()) {
        let reading = oracle::read(&text);
        let document = parse(&source(&text));
        for format in [Format::Epub, Format::Text, Format::Daisy, Format::Dtbook] {
            let (complaints, _) = check(&document, &reading, format);
            prop_assert!(complaints.is_empty(), "{}\n\n{text}", complaints.join("\n"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_made_up_document_is_lost_on_pages(text in document()) {
        let reading = oracle::read(&text);
        let document = parse(&source(&text));
        for format in [Format::LargePrint, Format::EasyRead] {
            let (complaints, _) = check(&document, &reading, format);
            prop_assert!(complaints.is_empty(), "{}\n\n{text}", complaints.join("\n"));
        }
    }
}

fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(block(), 1..6).prop_map(|blocks| blocks.join("\n\n") + "\n")
}

/// A block, its lines not yet indented.
fn block() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => line(),
        1 => line().prop_map(|text| format!("## {text}")),
        1 => (1..9u8, 1..9u8, line()).prop_map(|(section, paragraph, text)| format!("{section}.{paragraph} {text}")),
        1 => word().prop_map(|text| text.to_uppercase()),
        1 => prop::collection::vec((word(), word()), 2..4).prop_map(|rows| lines(&rows, |(a, b)| format!("{a}\t{b}"))),
        1 => (word(), line()).prop_map(|(label, value)| format!("**{label}:** {value}")),
        1 => prop::collection::vec(line(), 1..3).prop_map(|texts| format!("```\n{}\n```", texts.join("\n"))),
        1 => (word(), line()).prop_map(|(name, text)| format!("{text}[^{name}]\n\n[^{name}]: {text}")),
        1 => prop::collection::vec([cell(), cell(), cell()], 1..4).prop_map(|rows| {
            format!("| head | of | table |\n|---|---|---|\n{}", lines(&rows, |row| format!("| {} |", row.join(" | "))))
        }),
        1 => prop::collection::vec([word(), word()], 1..4).prop_map(|rows| {
            let row = |row: &[String; 2]| format!("<tr><th>{}</th><td>{}</td></tr>", row[0], row[1]);
            format!("<table>\n{}\n</table>", lines(&rows, row))
        }),
        1 => (word(), line()).prop_map(|(term, text)| format!("<dl><dt>{term}</dt><dd>{text}</dd></dl>")),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|items| lines(&items, |item| within("- ", "  ", item))),
            (1..90u8, prop::collection::vec(inner.clone(), 1..4)).prop_map(|(start, items)| lines(&items, |item| within(
                &format!("{start}. "),
                "    ",
                item
            ))),
            prop::collection::vec(inner, 1..3).prop_map(|blocks| within("> ", "> ", &blocks.join("\n\n"))),
        ]
    })
}

/// A line of words, some marked up.
fn line() -> impl Strategy<Value = String> {
    let marked = prop_oneof![
        6 => word(),
        1 => word().prop_map(|word| format!("**{word}**")),
        1 => word().prop_map(|word| format!("*{word}*")),
        1 => word().prop_map(|word| format!("~~{word}~~")),
        1 => word().prop_map(|word| format!("`{word}`")),
        1 => word().prop_map(|word| format!("[{word}](https://a.example)")),
        1 => word().prop_map(|word| format!("![{word}](a.png)")),
        1 => word().prop_map(|word| format!("<u>{word}</u>")),
        1 => word().prop_map(|word| format!("{word} (WCF),")),
        1 => word().prop_map(|word| format!("{word}. &amp; Then")),
    ];
    // What looks like a number may stand first and be more than a number.
    let first = prop_oneof![
        8 => word(),
        1 => word().prop_map(|word| format!("`1.2 {word}`")),
        1 => word().prop_map(|word| format!("![1.3 {word}](a.png)")),
        1 => word().prop_map(|word| format!("[1.4](https://a.example) {word}")),
        1 => word().prop_map(|word| format!("~~1.5~~ {word}")),
        1 => word().prop_map(|word| format!("**1.6** {word}")),
    ];
    // A plain word last: what stands there must not change the kind of block.
    (first, prop::collection::vec(marked, 0..6), word()).prop_map(|(first, words, last)| format!("{first} {} {last}", words.join(" ")))
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 4 => line()]
}

fn word() -> impl Strategy<Value = String> {
    "[a-z]{2,7}"
}

fn lines<T>(parts: &[T], line: impl Fn(&T) -> String) -> String {
    parts.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A block inside another: a mark before its first line, an indent before the others.
fn within(mark: &str, indent: &str, block: &str) -> String {
    let indented = block.replace('\n', &format!("\n{indent}"));
    format!("{mark}{indented}")
}
