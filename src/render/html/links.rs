//! Where links lead. Only what is safe to follow is linked; of anything else the words stay, and the
//! loss is told.

use super::writer::{Medium, Writer};
use crate::model::{Inline, Origin, Prose, walk};
use crate::render::{address, losses, uri};
use crate::source::Span;

/// The schemes that are linked. A browser may run the others (`javascript:`, `data:`), or they mean
/// something on one machine alone (`file:`).
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Where a target leads.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// To another page, a file, a mailbox, a phone.
    Out(String),
    /// To a place in this document, if it has that place.
    Within,
    /// Nowhere that is safe to lead to.
    Unsafe,
}

/// Where a target leads, as every browser reads it.
fn way(target: &str) -> Way {
    let target = target.trim_matches(|character: char| character.is_whitespace() || character.is_control());
    if target.is_empty() || target.starts_with('#') {
        return Way::Within;
    }
    // On a page that was opened from a disk, an address without a scheme would lead to a machine nearby.
    if let Some(rest) = target.strip_prefix("//") {
        return way(&format!("https://{rest}"));
    }
    let is_safe = match target.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '?', '#']) => {
            SCHEMES.iter().any(|safe| safe.eq_ignore_ascii_case(scheme)) && rest.strip_prefix("//").is_none_or(has_host)
        }
        Some(_) | None => true,
    };
    uri::external(target).filter(|_| is_safe).map_or(Way::Unsafe, Way::Out)
}

/// Whether an address leads to a file beside the document.
fn is_beside(address: &str) -> bool {
    !SCHEMES.iter().any(|scheme| {
        let start = address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
        start && address.get(scheme.len()..).is_some_and(|rest| rest.starts_with(':'))
    })
}

/// Whether what follows two strokes begins with a name of a machine: no part of it is empty.
fn has_host(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.starts_with('.') && !host.contains("..")
}

impl Writer<'_> {
    /// Writes the words of a link, as a link where it leads somewhere.
    pub(super) fn link(&mut self, target: &str, title: Option<&str>, content: &[Inline], origin: Origin) {
        let address = match way(target) {
            Way::Out(address) if self.medium == Medium::Book && is_beside(&address) => {
                self.losses.push(losses::link_out_of_book(target, origin));
                None
            }
            Way::Out(address) => Some(address),
            Way::Within => self.places.heading_address(target),
            Way::Unsafe => {
                self.losses.push(losses::link_not_kept(target, origin));
                None
            }
        };
        // An address is a word of its own.
        if self.out.ends_in_word() && address::same(&Prose::text_of(content), target) {
            self.own_words(" ");
        }
        let has_words = walk::has_words(content);
        let words = |writer: &mut Self| {
            writer.inlines(content);
            // A link without words says where it leads.
            if let Some(address) = address::visible(target).filter(|_| !has_words) {
                writer.text(address, origin);
            }
        };
        match address.filter(|_| !self.in_link && (has_words || address::visible(target).is_some())) {
            Some(address) => {
                let title = title.map(str::trim).filter(|title| !title.is_empty());
                self.lead_to(&address, title, words);
            }
            None => {
                words(self);
                self.losses.extend(losses::title_not_shown(title, &Prose::text_of(content), origin));
            }
        }
    }

    /// Writes words that lead to a place in the document.
    pub(super) fn cross_reference(&mut self, to: Span, content: &[Inline]) {
        match self.places.address_at(to).filter(|_| !self.in_link) {
            Some(address) => self.lead_to(&address, None, |writer| writer.inlines(content)),
            None => self.inlines(content),
        }
    }

    /// Writes a link to an address.
    pub(in crate::render) fn lead_to(&mut self, address: &str, title: Option<&str>, fill: impl FnOnce(&mut Self)) {
        self.in_link = true;
        self.element("a", &[("href", Some(address)), ("title", title)], fill);
        self.in_link = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_safe_is_linked() {
        for target in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "javascript&colon;alert(1):",
            "data:text/html,<b>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.uk/x",
            "C:\\minutes.md",
            "2.1: see below",
            "https://",
            "http://../",
            "//../x",
        ] {
            assert_eq!(way(target), Way::Unsafe, "{target}");
        }
        for (target, address) in [
            ("https://a.uk/x", "https://a.uk/x"),
            ("HTTP://a.uk", "HTTP://a.uk"),
            ("mailto:a@b.uk", "mailto:a@b.uk"),
            ("tel:01632960001", "tel:01632960001"),
            ("papers/plan one.pdf", "papers/plan%20one.pdf"),
            ("?a=b:c", "?a=b:c"),
            ("//evil.uk/x", "https://evil.uk/x"),
            ("\\\\evil.uk\\x", "%5C%5Cevil.uk%5Cx"),
        ] {
            assert_eq!(way(target), Way::Out(address.to_owned()), "{target}");
        }
        assert_eq!(way(" #part"), Way::Within);
    }

    #[test]
    fn what_has_no_scheme_is_beside_the_document() {
        for (address, expected) in [("papers/plan.pdf", true), ("?a=b:c", true), ("HTTPS://a.uk", false), ("mailto:a@b.uk", false)] {
            assert_eq!(is_beside(address), expected, "{address}");
        }
    }
}
