//! Pictures without words.

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
# image-without-alt

A picture that no words stand for. A picture in HTML that says `alt=\"\"` is for decoration, and left
alone.

## Why

Who cannot see the picture does not know what it shows, and not even whether it matters. In plain text,
DAISY and braille there is nothing but the words.

## Example

> ![](map.png)

## Instead

> ![Map: the new path runs from Mill Lane to the school.](map.png)

If the picture is only for decoration, write `<img src=\"border.png\" alt=\"\">`.

## Source

Web Content Accessibility Guidelines 2.2, 1.1.1 Non-text Content.
";

static INFO: RuleInfo =
    RuleInfo { name: "image-without-alt", severity: Severity::Warning, summary: "A picture that no words stand for.", page: PAGE };

pub(in crate::lint) struct ImageWithoutAlt;

impl Rule for ImageWithoutAlt {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn interest(&self) -> Interest {
        Interest::MARKUP
    }

    fn passage(&self, passage: &Passage<'_>, context: &Context<'_>, findings: &mut Findings) {
        pictures_in(passage, |image, span| look_at(image, span, context, findings));
    }

    fn block(&self, block: &Block, context: &Context<'_>, findings: &mut Findings) {
        if let Some((image, span)) = figure(block, context) {
            look_at(image, span, context, findings);
        }
    }
}

fn look_at(image: &Image, span: Span, context: &Context<'_>, findings: &mut Findings) {
    if image.alternative.trim().is_empty() && !is_decoration(context.source.slice(span)) {
        let help = "Write between the brackets what it shows. If it is only for decoration, write it as <img alt=\"\">.";
        findings.push(INFO.finding(span, "Who cannot see this picture does not know what it shows.", help));
    }
}

/// Whether the source says, in HTML, that no words are meant to stand for it.
fn is_decoration(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    tag.starts_with('<')
        && ["alt=\"\"", "alt=''", "alt >", "alt>", "alt />", "alt/>", "role=\"presentation\""].iter().any(|mark| tag.contains(mark))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn a_picture_without_words_is_reported() {
        assert_eq!(
            texts_of(&ImageWithoutAlt, "![](map.png)\n\nSee ![ ](b.png) too. <img src=\"c.png\">"),
            ["![](map.png)", "![ ](b.png)", "<img src=\"c.png\">"]
        );
    }

    #[test]
    fn words_and_decoration_are_left_alone() {
        for text in ["![A map](map.png)", "A border <img src=\"c.png\" alt=\"\"> here."] {
            assert_eq!(texts_of(&ImageWithoutAlt, text), Vec::<&str>::new(), "{text}");
        }
    }
}
