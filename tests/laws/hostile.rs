//! Hostile input: nothing panics, and nothing takes for ever.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use plainsong::convert::Format;
use plainsong::lint::{self, lint};
use plainsong::parse;
use proptest::prelude::*;

use crate::output::render;
use crate::word_law::source;

/// Pieces that mean something to a reader of Markdown, HTML or front matter, alone or together.
const PIECES: [&str; 89] = [
    "\n",
    "\n\n",
    "\n    ",
    "\r\n",
    "\r",
    "\t",
    " ",
    "  \n",
    "\\\n",
    "# ",
    "###### ",
    "\n===\n",
    "\n---\n",
    "---\n",
    "title: A\n",
    "+++\n",
    "date = 2024-02-30\n",
    "- ",
    "* ",
    "1. ",
    "7) ",
    "- [x] ",
    "> ",
    ">> ",
    "**",
    "*",
    "_",
    "__",
    "~~",
    "`",
    "```\n",
    "[",
    "]",
    "](a.md \"t\")",
    "![",
    "[^a]",
    "[^a]: ",
    "[r]: <u> 't'\n",
    "[r]",
    "<https://a.example>",
    "|",
    "| a | b |\n|---|:-:|\n| c |\n",
    "\\|",
    "\n: ",
    "A\tB\nC\tD\n",
    "<table>",
    "<tr>",
    "<td colspan=99999 rowspan=\"99999\">",
    "<th>",
    "</td>",
    "</table>",
    "<ol start=-1>",
    "<li value=9>",
    "</ol>",
    "<b",
    "<b>",
    "</b>",
    "<br/>",
    "<p>",
    "<dl><dt>",
    "<dd>",
    "<!--",
    "-->",
    "<script>",
    "</style>",
    "<img alt='&quot;'>",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&",
    "\u{feff}",
    "\u{0}",
    "\u{91}",
    "\u{301}",
    "1.1 Care ",
    "Think Long (TL) ",
    "RESOLVED: that ",
    "\u{202e}\u{1f333}\u{645}",
    ":::\n",
    "::: card\n",
    "{div .a}\n",
    "\u{f0b7} ",
    "➢ ",
    "✓ ",
    "**Bold**\n\n",
    "mae wedi yn y ",
    "1 A\n\n",
    "2013-14 (3) ",
    "> (1) a\n",
];

/// Markdown soup: pieces and plain words in any order, sometimes any text at all.
pub(crate) fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        2 => "[a-zA-Z0-9.,:;]{1,8} ?",
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics_on_soup(text in soup()) {
        let document = parse(&source(&text));
        render(&document, Format::Text);
        render(&document, Format::Dtbook);
    }

    #[test]
    fn nothing_panics_on_any_text(text in any::<String>()) {
        render(&parse(&source(&text)), Format::Text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_pdf_panics_on_soup(text in soup()) {
        let document = parse(&source(&text));
        render(&document, Format::LargePrint);
        render(&document, Format::EasyRead);
    }
}

const WITHOUT_PAGES: [Format; 3] = [Format::Epub, Format::Text, Format::Daisy];
const ON_PAGES: [Format; 2] = [Format::LargePrint, Format::EasyRead];

/// How often a piece is repeated; quadratic work on this many would be seen.
const MANY: usize = 50_000;
/// The same for the PDFs, which take a page for every few lines.
const MANY_ON_PAGES: usize = 1_000;
/// Far more than linear work takes on a slow machine without optimisation.
const LIMIT: Duration = Duration::from_secs(40);

#[test]
fn pathological_input_takes_bounded_time() {
    let repeated = [
        "[",
        "![",
        "](",
        "[a](",
        "[^a]",
        "[^a]: x\n",
        "> ",
        ">",
        "- ",
        "1. ",
        "*a ",
        "**a ",
        "*a _b ",
        "~~a ",
        "`a",
        "```\n",
        "<b>",
        "<div>",
        "</b>",
        "<table>",
        "<table><tr><td>",
        "<ul><li>",
        "<!--",
        "<!",
        "<a b='",
        "&",
        "&amp;",
        "|",
        "|-",
        "a|b\n-|-\n",
        "a\tb\n",
        "+---+\n| a |\n",
        "+---+---+\n|\n\n",
        "\n-----\na\n-- --\n",
        "\n-- --\nb b\n",
        "[a]{.b}",
        "]{.b ",
        "a^b",
        "1.  a\n\n    1.  ",
        "\u{a0}\u{a0}\u{a0}a",
        "a\tb\n\n",
        "# a\n",
        "#",
        "a\n===\n",
        "\\",
        "a (A) ",
        "AB ",
        "Mr.",
        "Mr A. ",
        "clerk/will/",
        "1.1 a\n\n",
        "A\n\n",
        ": ",
        "a\n: b\n",
        "---\n",
        "+++\n",
        "\r",
        "\u{0}",
        "\u{1}",
        "\u{301}",
        "a. ",
        ":::\n",
        "::: card\n",
        "::: card\na\n\n",
        ":",
        "{div ",
        "• a\n",
        "• a\n\n",
        "➢ a\n✓ b\n",
        "**A**\n\n",
        "1 A\n\n",
        "(",
        ")",
        "a)",
        "i)",
        "&a ",
        "AB& ",
        "AB CD ",
        "5% ",
        "2013-14 (3) a\n\n",
        "> 1.1 a\n\n",
        "mae wedi yn ",
        "mae wedi yn y a\n\n",
        "A b c\n",
        "- a\nB\n",
        "held at The ",
        "1:",
        "<td colspan=9999>",
        "<tr><td rowspan=9999 colspan=9999>",
    ];
    let mut slow = Vec::new();
    for piece in repeated {
        if !ends_in_time(piece.repeat(MANY), &WITHOUT_PAGES) {
            slow.push(format!("{piece:?}"));
        }
        if !ends_in_time(piece.repeat(MANY_ON_PAGES), &ON_PAGES) {
            slow.push(format!("{piece:?} on pages"));
        }
    }
    let nested_list: String = (0..1_000).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    let wide_table = format!("{}\n{}\n", "|a".repeat(MANY), "|-".repeat(MANY));
    let emphasis = format!("{}a{}", "*a **a ".repeat(MANY / 2), " a** a*".repeat(MANY / 2));
    let unclosed = "<b>".repeat(MANY) + &"</i>".repeat(MANY);
    let within_a_cell = "<p><td>".to_owned() + &"<span>".repeat(MANY) + &"<h1></h1>".repeat(MANY);
    for (name, text) in [
        ("tags that do not match", unclosed),
        ("tags in a cell", within_a_cell),
        ("a nested list", nested_list),
        ("a wide table", wide_table),
        ("nested emphasis", emphasis),
    ] {
        if !ends_in_time(text, &WITHOUT_PAGES) {
            slow.push(name.to_owned());
        }
    }
    assert!(slow.is_empty(), "not read, checked and rendered within {LIMIT:?}: {}", slow.join(", "));
}

/// Only minutes are read for what was decided and who does what.
#[test]
fn pathological_minutes_take_bounded_time() {
    let repeated = [
        "Clerk and ",
        "Cllr A B, ",
        "Cllr ",
        "MR LEE ",
        "A B C D ",
        "moved and seconded and ",
        "by 4 May ",
        "ACTION: ",
        "(Action: Clerk) ",
        "Resolved. ",
        "RESOLVED.Agreed:",
        "RESOLVED:\n\n",
        "Action:\n\n",
        "Present:\n\n",
        "Apologies: A, ",
        "4 votes for, 2 against. ",
        "The Clerk to write. ",
        "Chair (",
        "   a",
        "- Present: A\n",
    ];
    let minutes = |piece: &str| format!("# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None\n\n{}", piece.repeat(MANY));
    let slow: Vec<&str> = repeated.into_iter().filter(|piece| !ends_in_time(minutes(piece), &[Format::Text])).collect();
    assert!(slow.is_empty(), "minutes not read, checked and rendered within {LIMIT:?}: {slow:?}");
}

/// Whether a text is read, checked and rendered within the limit. A thread that is not done is left behind.
fn ends_in_time(text: String, formats: &'static [Format]) -> bool {
    let (done, waiting) = mpsc::channel();
    thread::spawn(move || {
        let source = source(&text);
        let document = parse(&source);
        let _ = lint(&document, &source, &lint::Options::default());
        for format in formats {
            render(&document, *format);
        }
        let _ = done.send(());
    });
    waiting.recv_timeout(LIMIT).is_ok()
}
