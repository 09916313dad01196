//! The script: what is said, an utterance a line, and the blank lines between.

use super::{LineEnding, Options};

/// Something said in one breath: a paragraph, a heading, a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Utterance {
    /// The words. A line feed stands where the author wants a line end.
    pub text: String,
    /// What it is to the utterance before it.
    pub kind: Kind,
}

/// What an utterance is to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading: two blank lines before it, one after.
    Heading,
    /// A paragraph: a blank line before it.
    Paragraph,
    /// More of the same list, table or quotation: the next line.
    Continued,
}

/// The script as a text. It ends with the end of a line.
pub(super) fn lay_out(script: &[Utterance], options: &Options) -> String {
    let end = match options.line_ending {
        LineEnding::Lf => "\n",
        LineEnding::Crlf => "\r\n",
    };
    let mut out = String::with_capacity(script.iter().map(|utterance| utterance.text.len() + 3).sum());
    if options.byte_order_mark {
        out.push('\u{feff}');
    }
    let mut before: Option<Kind> = None;
    for utterance in script {
        let blank_lines = match (before, utterance.kind) {
            (None, _) => 0,
            (Some(_), Kind::Heading) => 2,
            (Some(Kind::Heading), _) | (_, Kind::Paragraph) => 1,
            (_, Kind::Continued) => 0,
        };
        (0..blank_lines).for_each(|_| out.push_str(end));
        for line in utterance.text.split('\n') {
            match options.wrap {
                Some(width) => push_wrapped(&mut out, line, width.get(), end),
                None => out.push_str(line),
            }
            out.push_str(end);
        }
        before = Some(utterance.kind);
    }
    out
}

/// Adds a line, broken at spaces into lines of no more than so many characters.
fn push_wrapped(out: &mut String, line: &str, width: usize, end: &str) {
    let mut length = 0;
    for word in line.split_inclusive(' ') {
        let letters = word.trim_end_matches(' ').chars().count();
        if length > 0 && length + letters > width {
            out.truncate(out.trim_end_matches(' ').len());
            out.push_str(end);
            length = 0;
        }
        out.push_str(word);
        length += word.chars().count();
    }
}

/// The script in one line, as a cell of a table or a note has it.
pub(super) fn in_one_line(script: &[Utterance]) -> String {
    let mut out = String::new();
    for utterance in script {
        if !out.is_empty() {
            end_sentence(&mut out);
            out.push(' ');
        }
        push_flat(&mut out, &utterance.text);
    }
    out
}

/// A text without line ends: a comma stands for one where no other sign does.
pub(super) fn flat(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_flat(&mut out, text);
    out
}

fn push_flat(out: &mut String, text: &str) {
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push_str(if out.ends_with(char::is_alphanumeric) { ", " } else { " " });
        }
        out.push_str(line.trim());
    }
}

/// Adds a full stop, unless a sign that ends a sentence is there.
pub(super) fn end_sentence(text: &mut String) {
    let bare = text.trim_end_matches(['"', '\'', '’', '”', ')', ']', ' ']);
    if !bare.is_empty() && !bare.ends_with(['.', '!', '?', '…', ':', ';']) {
        text.truncate(text.trim_end().len());
        text.push('.');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utterance(kind: Kind, text: &str) -> Utterance {
        Utterance { text: text.to_owned(), kind }
    }

    #[test]
    fn blank_lines_follow_the_kinds() {
        let script = [
            utterance(Kind::Heading, "H"),
            utterance(Kind::Continued, "a"),
            utterance(Kind::Paragraph, "b"),
            utterance(Kind::Continued, "c"),
            utterance(Kind::Heading, "I"),
        ];
        assert_eq!(lay_out(&script, &Options::default()), "H\n\na\n\nb\nc\n\n\nI\n");
    }

    #[test]
    fn lines_are_broken_at_spaces_alone() {
        let options = Options { wrap: std::num::NonZeroUsize::new(8), ..Options::default() };
        let script = [utterance(Kind::Paragraph, "tŷ bach is unbreakable now\nhere")];
        assert_eq!(lay_out(&script, &options), "tŷ bach\nis\nunbreakable\nnow\nhere\n");
    }

    #[test]
    fn one_line_ends_its_sentences() {
        let script = [utterance(Kind::Paragraph, "Bus\nstop"), utterance(Kind::Paragraph, "“Done.”"), utterance(Kind::Paragraph, "x")];
        assert_eq!(in_one_line(&script), "Bus, stop. “Done.” x");
    }
}
