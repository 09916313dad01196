//! The addresses of links, as people read them and as they write them.

use std::ops::Range;

use crate::model::{Inline, InlineKind, Prose, cut};

/// The part of a link's target that is of use to a reader: an email address without `mailto:`, and
/// nothing for a place in the same document.
pub(super) fn visible(target: &str) -> Option<&str> {
    let target = target.trim();
    let address = without_prefix(target, "mailto:").or_else(|| without_prefix(target, "tel:")).unwrap_or(target);
    (!address.is_empty() && !address.starts_with('#')).then_some(address)
}

/// Whether the words of a link are its address already.
pub(super) fn same(words: &str, address: &str) -> bool {
    bare(words).eq_ignore_ascii_case(bare(address))
}

/// The address without what nobody says: the scheme, and a slash at the end.
fn bare(address: &str) -> &str {
    let address = visible(address).unwrap_or_default();
    let address = without_prefix(address, "https://").or_else(|| without_prefix(address, "http://")).unwrap_or(address);
    address.strip_suffix('/').unwrap_or(address)
}

/// A part of a text.
pub(super) struct Part {
    /// Where it leads, if it is an address.
    pub(super) target: Option<String>,
    pub(super) content: Vec<Inline>,
}

/// A run of texts in parts, each address in it as one; nothing, if it holds none. An address that goes
/// on in the word beside the run is not known whole, and leads nowhere.
pub(super) fn parts(texts: &[Inline], before: Option<&Inline>, after: Option<&Inline>) -> Option<Vec<Part>> {
    if !texts.iter().any(|text| matches!(&text.kind, InlineKind::Text(text) if may_hold_address(text))) {
        return None;
    }
    let prose = Prose::of(texts);
    let length = prose.text().len();
    let [word_before, word_after] = [before, after].map(|beside| beside.is_some_and(is_word));
    let is_whole = |range: &Range<usize>| !(word_before && range.start == 0 || word_after && range.end == length);
    let addresses: Vec<Written> = written(prose.text()).into_iter().filter(|found| is_whole(&found.range)).collect();
    if addresses.is_empty() {
        return None;
    }
    let edges: Vec<usize> = addresses.iter().flat_map(|found| [found.range.start, found.range.end]).filter(|&edge| edge > 0).collect();
    let mut addresses = addresses.into_iter().peekable();
    let mut at = 0;
    let part = |content: Vec<Inline>| {
        let target = addresses.next_if(|found| found.range.start == at).map(|found| found.target);
        at += Prose::of(&content).text().len();
        Part { target, content }
    };
    Some(cut(texts, &edges).into_iter().map(part).collect())
}

/// Whether it is worth to look for an address: most texts have neither an @ nor two slashes or two w's.
fn may_hold_address(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_sign = |(byte, next): (&u8, &u8)| (*byte == b'@') | (byte == next) & matches!(byte, b'/' | b'w' | b'W');
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    // Without a way out of the loop many bytes are looked at in one.
    pairs.fold(text.ends_with('@'), |found, pair| found | is_sign(pair))
}

/// Whether an inline goes on with the word that stands beside it.
fn is_word(inline: &Inline) -> bool {
    match &inline.kind {
        InlineKind::Text(_)
        | InlineKind::Emphasis(_)
        | InlineKind::Strong(_)
        | InlineKind::Deleted(_)
        | InlineKind::Code(_)
        | InlineKind::Link { .. }
        | InlineKind::Abbreviation { .. }
        | InlineKind::CrossReference { .. }
        | InlineKind::HardWord(_) => true,
        InlineKind::Image(_) | InlineKind::NoteRef(_) | InlineKind::SoftBreak | InlineKind::LineBreak => false,
    }
}

/// An address that stands in a text as people write it.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    /// Where it stands in the text.
    range: Range<usize>,
    /// Where it leads.
    target: String,
}

/// The addresses of pages and mailboxes in a text. What counts is what GitHub Flavored Markdown takes
/// for an extended autolink.
fn written(text: &str) -> Vec<Written> {
    let mut found = Vec::new();
    let mut start = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        let written = page(token).or_else(|| mailbox(token));
        found.extend(written.map(|Written { range, target }| Written { range: start + range.start..start + range.end, target }));
        start += token.len();
    }
    found
}

/// The address of a page in a word.
fn page(token: &str) -> Option<Written> {
    let begins = |(at, _): &(usize, char)| {
        let rest = token.get(*at..).unwrap_or_default();
        let stands_apart = !token.get(..*at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        stands_apart && ["http://", "https://", "www."].iter().any(|start| without_prefix(rest, start).is_some())
    };
    let start = token.char_indices().find(begins)?.0;
    let address = trimmed(token.get(start..)?.split(['<', '>', '"', '“', '”']).next()?);
    let host = without_prefix(address, "https://").or_else(|| without_prefix(address, "http://"));
    let host_ends = |sign: char| matches!(sign, '/' | '?' | '#' | ':');
    let is_host = host.unwrap_or(address).split(host_ends).next().is_some_and(is_domain);
    // A browser that is told no scheme takes this one, and the specification has it so.
    let scheme = if host.is_some() { "" } else { "http://" };
    is_host.then(|| Written { range: start..start + address.len(), target: format!("{scheme}{address}") })
}

/// The address of a mailbox in a word.
fn mailbox(token: &str) -> Option<Written> {
    let at = token.find('@')?;
    let (before, after) = (token.get(..at)?, token.get(at + 1..)?);
    let is_of_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | '_' | '+');
    let start = before.rfind(|sign| !is_of_name(sign)).map_or(0, |last| last + before.get(last..).map_or(0, first_length));
    let end = after.find(|sign: char| !(sign.is_ascii_alphanumeric() || matches!(sign, '-' | '.'))).unwrap_or(after.len());
    let domain = trimmed(after.get(..end)?);
    let is_address = start < at && is_domain(domain) && !after.get(end..)?.starts_with(['@', '_']);
    let range = start..at + 1 + domain.len();
    is_address.then(|| Written { target: format!("mailto:{}", token.get(range.clone()).unwrap_or_default()), range })
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Whether a text is a name with a dot in it, as hosts have.
fn is_domain(text: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'));
    text.contains('.') && text.split('.').all(is_part) && text.ends_with(char::is_alphanumeric)
}

/// An address without the signs that end the sentence around it, and without a bracket that it does
/// not open.
fn trimmed(address: &str) -> &str {
    let count = |sign: char| address.matches(sign).count();
    let mut unopened = [(')', '('), (']', '[')].map(|(close, open)| (close, count(close).saturating_sub(count(open))));
    let is_end = |sign: char| {
        let bracket = unopened.iter_mut().find(|(close, left)| *close == sign && *left > 0);
        bracket.map(|(_, left)| *left -= 1).is_some() || sign.is_whitespace() || ".,;:!?'’*_|".contains(sign)
    };
    address.trim_end_matches(is_end)
}

fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_with_or_without_its_scheme() {
        assert!(same("www.example.gov.uk", "https://www.example.gov.uk/"));
        assert!(same("clerk@example.gov.uk", "mailto:clerk@example.gov.uk"));
        assert!(!same("planning page", "https://www.example.gov.uk/planning"));
    }

    fn targets(text: &str) -> Vec<(String, String)> {
        written(text).into_iter().map(|found| (text[found.range].to_owned(), found.target)).collect()
    }

    #[test]
    fn addresses_in_a_text_are_found() {
        for (text, address, target) in [
            ("See www.example.gov.uk/bins.", "www.example.gov.uk/bins", "http://www.example.gov.uk/bins"),
            ("(https://a.uk/b_(c)), or", "https://a.uk/b_(c)", "https://a.uk/b_(c)"),
            ("Website:HTTP://A.uk", "HTTP://A.uk", "HTTP://A.uk"),
            ("ŷ Email:clerk.of-works@a.gov.uk, or", "clerk.of-works@a.gov.uk", "mailto:clerk.of-works@a.gov.uk"),
            ("“<j@a.uk>”", "j@a.uk", "mailto:j@a.uk"),
        ] {
            assert_eq!(targets(text), [(address.to_owned(), target.to_owned())], "{text}");
        }
        assert_eq!(targets(&format!("www.a.uk{}", ")".repeat(100_000))), [("www.a.uk".to_owned(), "http://www.a.uk".to_owned())]);
        assert_eq!(targets("www.a.uk\nand x@b.uk\u{a0}today").len(), 2);
    }

    #[test]
    fn other_words_are_no_address() {
        for text in ["www.", "the https:// part", "3 @ £4.50", "@council.uk", "a@b", "a@b.", "wwww.a.uk", "x@y.uk@z", "e.g. this"] {
            assert_eq!(targets(text), [], "{text}");
        }
    }

    #[test]
    fn a_place_in_the_same_document_has_no_address() {
        assert_eq!(visible("#part-2"), None);
        assert_eq!(visible("MAILTO:a@b.uk"), Some("a@b.uk"));
    }
}
