//! Links to a place in the document that is not there.

use std::cell::LazyCell;

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::slugs::Slugs;
use crate::model::{InlineKind, Prose, walk};
use crate::text::places_of_sign;

const PAGE: &str = "\
# broken-internal-link

A link to a place in the same document that is not there.

## Why

Who uses a keyboard or a screen reader jumps by links, above all from the list of contents. A link that
leads nowhere costs them their place, and nobody who scrolls will notice.

## Example

> See [what it costs](#costs).
>
> ## What the plan costs

## Instead

> See [what it costs](#what-the-plan-costs).
>
> ## What the plan costs

## Source

Web Content Accessibility Guidelines 2.2, 2.4.5 Multiple Ways and 2.4.4 Link Purpose.
";

static INFO: RuleInfo = RuleInfo {
    name: "broken-internal-link",
    severity: Severity::Warning,
    summary: "A link to a place in the document that is not there.",
    page: PAGE,
};

pub(in crate::lint) struct BrokenInternalLink;

impl Rule for BrokenInternalLink {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let mut links = Vec::new();
        walk::passages(&context.document.blocks, &mut |passage| {
            walk::inlines(passage.content, &mut |inline| match &inline.kind {
                InlineKind::Link { to, content } if to.target.starts_with('#') && to.target.len() > 1 => {
                    links.push((to.target.as_str(), Prose::extent(content).or(inline.origin.span())));
                }
                _ => {}
            });
        });
        if links.is_empty() {
            return;
        }
        let slugs = Slugs::of(&context.document.blocks);
        // Few links need a look at the whole source.
        let named = LazyCell::new(|| names(context.source.text()));
        for (target, span) in links {
            let name = target.trim_start_matches('#');
            let is_there = name.eq_ignore_ascii_case("top") || slugs.heading(target).is_some() || named.contains(&name.to_lowercase());
            if let Some(span) = span.filter(|_| !is_there) {
                let message = format!("This link leads to \"{target}\", and nothing in this document is called so.");
                findings.push(INFO.finding(span, message, "Write the name of a heading, in small letters, with hyphens for the spaces."));
            }
        }
    }
}

/// The names that the source gives to places by hand: `id="costs"`, `{#costs}`. In small letters.
fn names(text: &str) -> Vec<String> {
    let attributes =
        places_of_sign(text, b'=').filter(|at| text.get(..*at).is_some_and(|before| before.ends_with("id") || before.ends_with("name")));
    let quoted = attributes.filter_map(|at| {
        let rest = text.get(at + 1..)?;
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        name(rest.get(1..)?, quote)
    });
    let braces = places_of_sign(text, b'{').filter_map(|at| name(text.get(at + 1..)?.strip_prefix('#')?, '}'));
    quoted.chain(braces).collect()
}

/// A name, up to what ends it or to white space.
fn name(text: &str, ends: char) -> Option<String> {
    let (end, _) = text.char_indices().take(LONGEST_NAME).find(|(_, sign)| *sign == ends || sign.is_whitespace())?;
    text.get(..end).map(str::to_lowercase)
}

/// No name has more characters than this.
const LONGEST_NAME: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::texts_of;

    #[test]
    fn a_link_that_leads_nowhere_is_reported() {
        assert_eq!(texts_of(&BrokenInternalLink, "# Plan\n\nSee [the costs](#costs).\n\n## What it costs"), ["the costs"]);
    }

    #[test]
    fn links_to_headings_names_and_other_pages_are_left_alone() {
        let text = "# Plan\n\n[a](#what-it-costs) [b](#Here) [c](#two) [d](https://a.example/#x) [e](#top) [f](#)\n\n## What it costs\n\n\
                    <a id=\"here\"></a>Here.\n\n## Two words {#two}\n";
        assert_eq!(texts_of(&BrokenInternalLink, text), Vec::<&str>::new());
    }
}
