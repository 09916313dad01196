//! Pictures whose words are the name of a file.

use super::{figure, pictures_in};
use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::interest::Interest;
use crate::lint::passage::Passage;
use crate::lint::rule::{Context, Rule};
use crate::model::{Block, Image};
use crate::source::Span;

const PAGE: &str = "\
# alt-is-filename

A picture whose words are the name of its file, or only say that it is a picture: \"IMG_2041.jpg\",
\"image\".

## Why

Who cannot see the picture hears \"I M G underscore two thousand and forty-one dot J P G\". That is worse
than nothing: it takes time, and tells nothing.

## Example

> ![chart1.png](chart1.png)

## Instead

> ![Bus users rose from 200 in May to 350 in June.](chart1.png)

## Source

Web Content Accessibility Guidelines 2.2, 1.1.1 Non-text Content, failure F30: using text alternatives
that are not alternatives, such as file names.
";

static INFO: RuleInfo =
    RuleInfo { name: "alt-is-filename", severity: Severity::Warning, summary: "A picture whose words are the name of a file.", page: PAGE };

/// How the names of files with pictures end.
const ENDINGS: [&str; 10] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".tif", ".tiff", ".emf"];
/// What cameras and programs call pictures, before a number.
const NAMES: [&str; 12] =
    ["image", "img", "picture", "photo", "photograph", "dsc", "dscn", "screenshot", "scan", "graphic", "untitled", "p"];

pub(in crate::lint) struct AltIsFilename;

impl Rule for AltIsFilename {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::MARKUP
    }

    fn passage(&self, passage: &Passage<'_>, _context: &Context<'_>, findings: &mut Findings) {
        pictures_in(passage, |image, span| look_at(image, span, findings));
    }

    fn block(&self, block: &Block, context: &Context<'_>, findings: &mut Findings) {
        if let Some((image, span)) = figure(block, context) {
            look_at(image, span, findings);
        }
    }
}

fn look_at(image: &Image, span: Span, findings: &mut Findings) {
    if is_filename(&image.alternative) {
        let message = format!("Who cannot see this picture is told only \"{}\".", image.alternative.trim());
        findings.push(INFO.finding(span, message, "Write what the picture shows, as you would say it on the telephone."));
    }
}

fn is_filename(words: &str) -> bool {
    let lower = words.trim().to_lowercase();
    let stem = lower.trim_end_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '_' | ' ' | '(' | ')'));
    let is_one_word = !lower.contains(char::is_whitespace);
    let is_file = is_one_word && ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let is_numbered = stem.len() < lower.len() || stem.len() > 1;
    is_file || is_numbered && NAMES.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn names_of_files_are_reported() {
        for words in ["chart1.png", "IMG_2041", "image", "Picture 3", "photo (1)", "DSC00412.JPG"] {
            let text = format!("![{words}](a.png)");
            assert_eq!(texts_of(&AltIsFilename, &text), [text.as_str()]);
        }
    }

    #[test]
    fn words_that_say_what_is_shown_are_left_alone() {
        for words in ["", "A bus at the stop", "Image of a bus", "A picture of bus.png", "P", "Scanner"] {
            assert_eq!(texts_of(&AltIsFilename, &format!("See ![{words}](a.png).")), Vec::<&str>::new(), "{words}");
        }
    }
}
