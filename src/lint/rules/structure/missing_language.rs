//! Documents in another language than English that do not say so.

use crate::diagnostic::Severity;
use crate::lint::RuleInfo;
use crate::lint::findings::Findings;
use crate::lint::rule::{Context, Rule};
use crate::lint::totals::Totals;
use crate::model::{Lang, Prose, walk};

const PAGE: &str = "\
# missing-language

A document or a passage in Welsh, where nothing in the source says so. plainsong knows Welsh by its
words; other programs do not.

## Why

A screen reader speaks with the sounds of one language. Welsh that is read as English cannot be
understood, and braille has other signs for it.

## Example

> Cynhaliwyd y cyfarfod yn Neuadd y Pentref, a diolchodd y Cadeirydd i bawb.

## Instead

Write `lang: cy` in the front matter of a document in Welsh. For a passage in an English document, write
`<div lang=\"cy\">` before it and `</div>` after it.

## Source

Web Content Accessibility Guidelines 2.2, 3.1.1 Language of Page and 3.1.2 Language of Parts.
";

static INFO: RuleInfo = RuleInfo {
    name: "missing-language",
    severity: Severity::Warning,
    summary: "A document or passage in Welsh that does not say so.",
    page: PAGE,
};

/// How a source says which language it is in.
const STATED: [&str; 6] = ["lang:", "lang =", "lang=", "language:", "language =", "language="];

pub(in crate::lint) struct MissingLanguage;

impl Rule for MissingLanguage {
    fn info(&self) -> &'static RuleInfo {
        &INFO
    }

    fn conclude(&self, _totals: &Totals, context: &Context<'_>, findings: &mut Findings) {
        let welsh = Lang::welsh();
        let mut first = None;
        walk::passages(&context.document.blocks, &mut |passage| {
            let language = passage.lang.unwrap_or(&context.document.meta.language);
            if first.is_none() && *language == welsh {
                first = Prose::extent(passage.content);
            }
        });
        let is_stated = || STATED.iter().any(|stated| context.source.text().contains(stated));
        if let Some(span) = first.filter(|_| !is_stated()) {
            let message = "This is in Welsh, and nothing says so: screen readers will speak it as English.";
            let whole = "Write \"lang: cy\" in the front matter.";
            let part = "Put <div lang=\"cy\"> before the words in Welsh, and </div> after them.";
            let help = if context.document.meta.language == welsh { whole } else { part };
            findings.push(INFO.finding(span, message, help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rule::findings_of;

    const WELSH: &str = "Cynhaliwyd y cyfarfod yn Neuadd yr Eglwys, a nodwyd bod y gwaith wedi dechrau.";

    #[test]
    fn welsh_that_does_not_say_so_is_reported_once() {
        let whole = format!("# Cofnodion\n\n{WELSH}\n\n{WELSH}");
        assert!(findings_of(&MissingLanguage, &whole)[0].help.as_deref().is_some_and(|help| help.contains("lang: cy")));
        let part = format!("# Minutes\n\nThe meeting was held in the hall, and it was noted that the work had begun.\n\n{WELSH}");
        let findings = findings_of(&MissingLanguage, &part);
        assert_eq!(findings.len(), 1);
        assert_eq!(&part[findings[0].span.range()], WELSH);
    }

    #[test]
    fn english_and_welsh_that_says_so_are_left_alone() {
        assert!(findings_of(&MissingLanguage, "# Minutes\n\nThe panel met in Neuadd y Pentref.").is_empty());
        assert!(findings_of(&MissingLanguage, &format!("---\nlang: cy\n---\n\n# Cofnodion\n\n{WELSH}")).is_empty());
    }
}
