//! Writing elements and text, in the two syntaxes of HTML. Text is escaped on its way into the one
//! string that is written, in a single look at its bytes.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// How elements are spelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Syntax {
    /// HTML, as browsers read pages. An element without content has no slash.
    Html,
    /// XML, as books need it (EPUB 3.3, 3.2). Every element is closed, and a language is said twice.
    Xhtml,
}

/// An attribute of an element. One without a value is left out.
pub(super) type Attribute<'b> = (&'static str, Option<&'b str>);

/// The attributes of an element.
pub(in crate::render) type Attributes<'b> = &'b [Attribute<'b>];

/// What stands for a character that neither syntax allows.
const REPLACEMENT: char = '\u{fffd}';

/// Markup that is being written.
#[derive(Debug)]
pub(in crate::render) struct Markup {
    syntax: Syntax,
    text: String,
}

impl Markup {
    pub(in crate::render) const fn new(syntax: Syntax) -> Self {
        Self { syntax, text: String::new() }
    }

    /// Makes room for so many bytes, if there is so much. Without it the text grows as it is written.
    pub(super) fn make_room(&mut self, bytes: usize) {
        let _ = self.text.try_reserve(bytes);
    }

    /// Writes the start tag of an element.
    pub(in crate::render) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.open_with(name, attributes);
    }

    /// The same, with attributes from several places.
    pub(super) fn open_with<'b>(&mut self, name: &str, attributes: impl IntoIterator<Item = &'b Attribute<'b>>) {
        self.tag(name, attributes);
        self.text.push('>');
    }

    /// Writes the end tag of an element.
    pub(in crate::render) fn close(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// Writes an element that can have no content.
    pub(in crate::render) fn void(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.text.push_str(match self.syntax {
            Syntax::Html => ">",
            Syntax::Xhtml => "/>",
        });
    }

    /// Writes text. Says whether every character could be written; the sign U+FFFD stands for one
    /// that could not.
    pub(in crate::render) fn text(&mut self, text: &str) -> bool {
        escape(&mut self.text, text, Within::Text)
    }

    /// Writes what is markup already. Only for what no document has a say in.
    pub(in crate::render) fn markup(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Begins a new line. Only for between blocks, where no reader sees it.
    pub(in crate::render) fn new_line(&mut self) {
        self.text.push('\n');
    }

    /// Whether what comes now would go on with the last word.
    pub(in crate::render) fn ends_in_word(&self) -> bool {
        // A mark is no end of a word.
        let mut text = self.text.as_str();
        while let Some(before) = text.strip_suffix("</mark>") {
            text = before;
        }
        text.ends_with(char::is_alphanumeric)
    }

    /// All that has been written.
    pub(in crate::render) fn finish(self) -> String {
        self.text
    }

    fn tag<'b>(&mut self, name: &str, attributes: impl IntoIterator<Item = &'b Attribute<'b>>) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            let Some(value) = value else { continue };
            self.attribute(name, value);
            if *name == "lang" && self.syntax == Syntax::Xhtml {
                self.attribute("xml:lang", value);
            }
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.push(' ');
        self.text.push_str(name);
        self.text.push_str("=\"");
        escape(&mut self.text, value, Within::Attribute);
        self.text.push('"');
    }
}

/// Where a text is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    Attribute,
}

/// So many bytes are looked at together: without a way out of the loop the compiler looks at many in one.
const STRIDE: usize = 16;

/// Whether a text is written as it stands: of ASCII, without signs of markup and control characters.
fn is_plain(text: &str) -> bool {
    let (stretches, rest) = text.as_bytes().as_chunks::<STRIDE>();
    let are_plain = |stretch: &[u8; STRIDE]| stretch.iter().fold(true, |plain, byte| plain & is_written_so(*byte));
    rest.iter().all(|byte| WRITTEN_SO[usize::from(*byte)]) && stretches.iter().all(are_plain)
}

/// The bytes of [`is_written_so`]. A few are looked up sooner than told.
const WRITTEN_SO: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = is_written_so(byte as u8);
        byte += 1;
    }
    table
};

const fn is_written_so(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') & !is_of_markup(byte)
}

const fn is_of_markup(byte: u8) -> bool {
    (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"')
}

/// Whether a character that begins with this byte must be looked at: it may be a sign of markup or
/// one that is not allowed. C2 begins the control characters U+0080 to U+009F, EF and F0 to F4 begin
/// noncharacters.
const fn must_be_looked_at(byte: u8) -> bool {
    let is_control = (byte < b' ') & (byte != b'\n') & (byte != b'\t') | (byte == 0x7f);
    is_of_markup(byte) | is_control | (byte == 0xc2) | (byte >= 0xef)
}

/// Where the first byte is, from a place on, that must be looked at.
fn next_to_look_at(bytes: &[u8], from: usize) -> Option<usize> {
    let stretches = bytes.get(from..)?.chunks(STRIDE);
    let mut starts = (from..).step_by(STRIDE).zip(stretches);
    starts.find_map(|(start, stretch)| {
        let any = stretch.iter().fold(false, |any, byte| any | must_be_looked_at(*byte));
        if any { stretch.iter().position(|byte| must_be_looked_at(*byte)).map(|at| start + at) } else { None }
    })
}

fn escape(out: &mut String, text: &str, within: Within) -> bool {
    if is_plain(text) {
        out.push_str(text);
        return true;
    }
    // U+0300, the first character that is not the same in every form, begins with this byte.
    const FIRST_TO_COMPOSE: u8 = 0xcc;
    let may_be_composed = !text.is_ascii() && text.bytes().any(|byte| byte >= FIRST_TO_COMPOSE);
    if may_be_composed && is_nfc_quick(text.chars()) != IsNormalized::Yes {
        return escape_composed(out, &text.nfc().collect::<String>(), within);
    }
    escape_composed(out, text, within)
}

/// Writes a text whose letters are one character each with their accents (Unicode normalization form C):
/// pages are searched and compared in that form (Character Model for the World Wide Web: String Matching, 3.2).
fn escape_composed(out: &mut String, text: &str, within: Within) -> bool {
    let mut all_legal = true;
    let (mut written, mut at) = (0, 0);
    while let Some(found) = next_to_look_at(text.as_bytes(), at) {
        at = found;
        let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let end = at + character.len_utf8();
        let instead = match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if within == Within::Attribute => "&quot;",
            _ if is_legal(character) => {
                at = end;
                continue;
            }
            _ => {
                all_legal = false;
                "\u{fffd}"
            }
        };
        out.push_str(text.get(written..at).unwrap_or_default());
        out.push_str(instead);
        (written, at) = (end, end);
    }
    out.push_str(text.get(written..).unwrap_or_default());
    all_legal
}

/// Whether a page may hold a character: no control character but white space, and no noncharacter
/// (HTML, 13.2.3.5 "Preprocessing the input stream"). XML 1.0 allows all of these.
pub(in crate::render) const fn is_legal(character: char) -> bool {
    match character {
        '\t' | '\n' | '\r' => true,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => false,
        _ => character as u32 & 0xfffe != 0xfffe,
    }
}

/// A text as it can stand in markup that is no text: the value of an attribute that is told by itself.
pub(super) fn legal(text: &str) -> String {
    text.chars().map(|character| if is_legal(character) { character } else { REPLACEMENT }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(syntax: Syntax, fill: impl FnOnce(&mut Markup)) -> String {
        let mut markup = Markup::new(syntax);
        fill(&mut markup);
        markup.finish()
    }

    #[test]
    fn signs_of_markup_are_escaped() {
        let output = written(Syntax::Html, |markup| {
            markup.open("p", &[("title", Some("\"x\" <b>&'")), ("class", None)]);
            markup.text("R&D < 3 > \"2\" £5");
            markup.close("p");
        });
        assert_eq!(output, "<p title=\"&quot;x&quot; &lt;b&gt;&amp;'\">R&amp;D &lt; 3 &gt; \"2\" £5</p>");
    }

    #[test]
    fn a_sign_of_markup_is_escaped_wherever_it_stands() {
        for before in 0..3 * STRIDE {
            let (before, after) = ("a".repeat(before), "b".repeat(2 * STRIDE));
            for (sign, escaped) in [("&", "&amp;"), ("£<", "£&lt;"), ("\u{1}", "\u{fffd}"), ("’\n“", "’\n“")] {
                let output = written(Syntax::Html, |markup| {
                    markup.text(&[&before, sign, &after].concat());
                });
                assert_eq!(output, [&before, escaped, &after].concat());
            }
        }
    }

    #[test]
    fn each_syntax_spells_elements_its_own_way() {
        let fill = |markup: &mut Markup| {
            markup.open("p", &[("lang", Some("cy"))]);
            markup.void("br", &[]);
        };
        assert_eq!(written(Syntax::Html, fill), "<p lang=\"cy\"><br>");
        assert_eq!(written(Syntax::Xhtml, fill), "<p lang=\"cy\" xml:lang=\"cy\"><br/>");
    }

    #[test]
    fn a_character_that_is_not_allowed_is_replaced_and_told() {
        for (text, expected, legal) in [
            ("cafe\u{301} – ok", "café – ok", true),
            ("a\0b", "a\u{fffd}b", false),
            ("\u{85}", "\u{fffd}", false),
            ("\u{fdd0}\u{1fffe}", "\u{fffd}\u{fffd}", false),
            ("\u{a0}\u{feff}\u{1f333}\u{ef}\t\n", "\u{a0}\u{feff}\u{1f333}\u{ef}\t\n", true),
        ] {
            let mut markup = Markup::new(Syntax::Html);
            assert_eq!(markup.text(text), legal, "{text:?}");
            assert_eq!(markup.finish(), expected);
        }
    }
}
