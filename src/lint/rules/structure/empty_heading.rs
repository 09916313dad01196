//! Headings without words.

use crate::diagnostic::{Applicability, Fix, Severity};
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{BlockKind, walk};
use crate::source::Span;
use crate::text::places_of_sign;

const PAGE: &str = "\
# empty-heading

A heading without words. plainsong leaves it out of its formats; other programs do not.

## Why

People who use a screen reader jump from heading to heading, and have them read as a list. At an empty
one they hear \"heading level 2\" and nothing more, and wonder what they miss.

## Example

> ##
>
> The bus stops here.

## Instead

> The bus stops here.

## Source

Web Content Accessibility Guidelines 2.2, 1.3.1 Info and Relationships and 2.4.6 Headings and Labels.
";

static INFO: RuleInfo = RuleInfo { name: "empty-heading", severity: Severity::Warning, summary: "A heading without words.", page: PAGE };

pub(in crate::lint) struct EmptyHeading;

impl Rule for EmptyHeading {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let text = context.source.text();
        let empty: Vec<Span> = places_of_sign(text, b'#').filter_map(|at| empty_heading(text, at)).collect();
        if empty.is_empty() {
            return;
        }
        let quoted = quoted(context);
        for span in empty.into_iter().filter(|span| !quoted.iter().any(|code| code.contains(*span))) {
            let mut finding =
                INFO.finding(span, "Who jumps from heading to heading finds nothing here.", "Write the heading, or delete this line.");
            finding.fix = Some(Fix::edit(Applicability::Safe, span, ""));
            findings.push(finding);
        }
    }
}

/// The line that a sign of a heading begins, if it is a heading of which only the signs are there.
fn empty_heading(text: &str, at: usize) -> Option<Span> {
    let (before, from) = text.split_at_checked(at)?;
    let indent = before.bytes().rev().take_while(|byte| *byte == b' ').count();
    let begins_line = indent <= DEEPEST && (indent == at || text.as_bytes().get(at - indent - 1) == Some(&b'\n'));
    if !begins_line {
        return None;
    }
    let line = from.lines().next()?.trim_end();
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.get(level..)?;
    let is_closed = rest.starts_with([' ', '\t']) && rest.trim().bytes().all(|byte| byte == b'#');
    (level <= 6 && (rest.is_empty() || is_closed)).then(|| Span::new(at, at + line.len()))
}

/// A heading has at most so many spaces before it.
const DEEPEST: usize = 3;

/// Where the source only shows something: code and front matter.
fn quoted(context: &Context<'_>) -> Vec<Span> {
    let mut found = Vec::from_iter(front_matter(context));
    walk::blocks(&context.document.blocks, &mut |block| {
        if let BlockKind::Code(_) = &block.kind {
            found.extend(block.origin.span());
        }
    });
    found
}

fn front_matter(context: &Context<'_>) -> Option<Span> {
    let start = context.source.body_start();
    let text = context.source.text().get(start..)?;
    let fence = ["---", "+++"].into_iter().find(|fence| text.lines().next().map(str::trim_end) == Some(fence))?;
    let end = text.get(fence.len()..)?.find(&format!("\n{fence}"))?;
    Some(Span::new(start, start + fence.len() + end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::{findings_of, texts_of};

    #[test]
    fn a_heading_without_words_is_reported_and_can_be_taken_out() {
        let text = "# Plan\n\n##\n\nOne.\n### ###\nTwo.\n";
        assert_eq!(texts_of(&EmptyHeading, text), ["##", "### ###"]);
        assert_eq!(findings_of(&EmptyHeading, text)[0].fix, Some(Fix::edit(Applicability::Safe, Span::new(8, 10), "")));
    }

    #[test]
    fn headings_with_words_code_and_settings_are_left_alone() {
        for text in ["# Plan", "```\n##\n```\n", "---\ntitle: a\n#\n---\n\nText", "#######", "#hash", ""] {
            assert_eq!(texts_of(&EmptyHeading, text), Vec::<&str>::new(), "{text}");
        }
    }
}
