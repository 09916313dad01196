//! Marks of pandoc's that say nothing to a reader are left out of the text: attributes, the brackets
//! that they belong to, and the signs around what is set high or low: `[approve]{.underline}`,
//! `5^th^`, `H~2~O`. Code keeps every sign.

use std::ops::Range;

use super::attributes;
use super::lines::Line;
use crate::read::code::Code;
use crate::read::stretch::Stretch;
use crate::source::Span;
use crate::text::{places_of_part, places_of_three};

/// What is set high or low is no longer than this many characters.
const LONGEST_SCRIPT: usize = 20;
/// Code within a line is no longer than this many bytes.
const LONGEST_CODE: usize = 1_000;

/// The text without the marks, and where the first of them stood.
pub(in crate::read) fn without_marks(text: Stretch<'_>) -> (Stretch<'_>, Option<Span>) {
    let signs = signs(text.text());
    if signs.is_empty() {
        return (text, None);
    }
    let mut marks = marks(text.text(), &signs);
    marks.sort_unstable_by_key(|mark| mark.start);
    let first = marks.first().map(|mark| text.span(mark));
    (text.without(&marks), first)
}

/// Where a sign stands that no mark is without, where it could be one: a brace, a backslash before a space, a
/// sign around what is set high or low right after a letter or digit. Most texts have none, or only the signs
/// of footnotes, and need not be looked at line by line.
fn signs(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_after_word = |at: &usize| at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(is_in_word);
    let is_sign = |at: &usize| bytes.get(*at) == Some(&b'{') || is_after_word(at);
    let mut signs: Vec<usize> = places_of_three(text, [b'{', b'^', b'~']).filter(is_sign).chain(places_of_part(text, "\\ ")).collect();
    signs.sort_unstable();
    signs
}

/// Whether a byte is a letter or digit, or may be a part of one.
const fn is_in_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

/// The marks of a text, in the paragraphs that hold one of the signs.
fn marks(text: &str, signs: &[usize]) -> Vec<Range<usize>> {
    let code = Code::of(text);
    let mut finder = Finder { text, marks: Vec::new(), brackets: Vec::new() };
    let mut end = 0;
    for sign in signs.iter().copied() {
        if sign >= end && !code.holds(sign) {
            let is_in_paragraph = |line: &Line<'_>| !line.is_blank() && !code.holds(line.start);
            end = finder.paragraph(paragraph_start(text, sign, is_in_paragraph), is_in_paragraph);
        }
    }
    finder.marks
}

/// Where the first line of the paragraph begins that a place is in.
fn paragraph_start(text: &str, at: usize, is_in_paragraph: impl Fn(&Line<'_>) -> bool) -> usize {
    let line_start = |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let mut start = line_start(at);
    while let Some(end) = start.checked_sub(1)
        && Line::all_from(text, line_start(end)).next().is_some_and(|line| is_in_paragraph(&line))
    {
        start = line_start(end);
    }
    start
}

struct Finder<'a> {
    text: &'a str,
    marks: Vec<Range<usize>>,
    /// Where the brackets stand that are still open.
    brackets: Vec<usize>,
}

impl Finder<'_> {
    /// Finds the marks of the paragraph that begins at a place, and gives back where it ends.
    fn paragraph(&mut self, start: usize, is_in_paragraph: impl Fn(&Line<'_>) -> bool) -> usize {
        // Brackets do not reach from one paragraph into the next.
        self.brackets.clear();
        let (mut from, mut end) = (start, start);
        for line in Line::all_from(self.text, start).take_while(is_in_paragraph) {
            end = line.end();
            from = self.line(from.max(line.start), end);
        }
        end
    }

    /// Finds the marks of a line and gives back how far they reach: attributes may end on a line
    /// further down.
    fn line(&mut self, from: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes();
        let is_heading = self.text.get(from..end).is_some_and(|line| line.trim_start().starts_with('#'));
        let is_sign = |byte: &u8| matches!(byte, b'\\' | b'`' | b'[' | b']' | b')' | b'^' | b'~') || (is_heading && *byte == b' ');
        let mut at = from;
        while let Some(next) = bytes.get(at..end).and_then(|rest| rest.iter().position(is_sign)) {
            at += next;
            at += match bytes.get(at) {
                Some(b'\\') => self.escape(at),
                Some(b'`') => self.code(at, end),
                Some(b'[') => {
                    self.brackets.push(at);
                    1
                }
                Some(b']') => self.bracket(at),
                Some(b')') => 1 + self.attributes(at + 1),
                Some(b' ') if is_heading && bytes.get(at + 1) == Some(&b'{') => self.heading_attributes(at, end),
                Some(b'^') => self.script(at, '^'),
                Some(b'~') => self.script(at, '~'),
                _ => 1,
            };
        }
        at.max(end)
    }

    /// A backslash before a space makes it one that does not break.
    fn escape(&mut self, at: usize) -> usize {
        if self.text.as_bytes().get(at + 1) == Some(&b' ') {
            self.marks.push(at..at + 1);
        }
        2
    }

    /// Passes over code, and leaves out the attributes after it.
    fn code(&mut self, at: usize, end: usize) -> usize {
        let line = self.text.get(at..end).unwrap_or_default();
        let ticks = line.bytes().take_while(|byte| *byte == b'`').count();
        let inner = line.as_bytes().get(ticks..).unwrap_or_default();
        let mut run = 0;
        for (index, byte) in inner.iter().chain(b" ").take(LONGEST_CODE).enumerate() {
            if *byte == b'`' {
                run += 1;
            } else if run == ticks {
                let length = ticks + index;
                return length + self.attributes(at + length);
            } else {
                run = 0;
            }
        }
        ticks
    }

    fn bracket(&mut self, at: usize) -> usize {
        let open = self.brackets.pop();
        let length = self.attributes(at + 1);
        if length > 0
            && let Some(open) = open
        {
            self.marks.push(open..open + 1);
            self.marks.push(at..at + 1);
        }
        1 + length
    }

    /// Leaves out the attributes at a place, if there are any. Gives back their length.
    fn attributes(&mut self, at: usize) -> usize {
        let length = self.text.get(at..).and_then(attributes::length).unwrap_or_default();
        if length > 0 {
            self.marks.push(at..at + length);
        }
        length
    }

    /// At the end of a heading a space stands before them.
    fn heading_attributes(&mut self, at: usize, end: usize) -> usize {
        let length = self.text.get(at + 1..).and_then(attributes::length).filter(|length| at + 1 + length <= end);
        match length {
            Some(length) if self.text.get(at + 1 + length..end).is_some_and(|rest| rest.trim().is_empty()) => {
                self.marks.push(at..at + 1 + length);
                1 + length
            }
            _ => 1,
        }
    }

    /// The signs around what is set high or low: a few letters or digits, right after another.
    fn script(&mut self, at: usize, sign: char) -> usize {
        let before = self.text.get(..at).and_then(|before| before.chars().next_back());
        let inner = self.text.get(at + 1..).unwrap_or_default();
        let is_set = |character: &char| character.is_alphanumeric() || matches!(character, '+' | '-' | '*' | ',' | '(' | ')');
        let length: usize = inner.chars().take(LONGEST_SCRIPT).take_while(is_set).map(char::len_utf8).sum();
        let is_closed = length > 0
            && inner.get(length..).is_some_and(|rest| rest.starts_with(sign) && !rest.get(1..).is_some_and(|rest| rest.starts_with(sign)));
        if is_closed && before.is_some_and(char::is_alphanumeric) {
            self.marks.push(at..at + 1);
            self.marks.push(at + 1 + length..at + 2 + length);
            return length + 2;
        }
        self.text.get(at..).map_or(1, |rest| rest.len() - rest.trim_start_matches(sign).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(text: &str) -> String {
        without_marks(Stretch::whole(text, 0)).0.text().to_owned()
    }

    #[test]
    fn marks_are_left_out_and_words_stay() {
        for (marked, plain) in [
            ("to [approve]{.underline} it", "to approve it"),
            ("[[click\nhere]{.underline}](https://a.example/a_b)", "[click\nhere](https://a.example/a_b)"),
            ("![](a.png){width=\"1in\"\nheight=\"2in\"}\n[]{#_Ref99 .anchor}H~2~O, 5^th^", "![](a.png)\nH2O, 5th"),
            ("# Legal {#legal .unnumbered}\n\nText", "# Legal\n\nText"),
            ("**[A]{.underline}**bold", "**A**bold"),
            ("`a`{.sh} b", "`a` b"),
            ("5\\ March", "5 March"),
        ] {
            assert_eq!(without(marked), plain);
        }
    }

    #[test]
    fn what_is_no_mark_stays() {
        for text in [
            "~~gone~~ and (about) {see note}",
            "`[a]{.b}` and \\[a\\]{see}",
            "```\n[a]{.b}\n```",
            "~5 and ~6, 2^10",
            "[a]\n\nb]{see}",
            "[^1] [x]",
            "a~~b~~",
        ] {
            assert_eq!(without(text), text);
        }
    }
}
