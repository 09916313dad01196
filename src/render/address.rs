//! The addresses of links, as people read them.

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

    #[test]
    fn a_place_in_the_same_document_has_no_address() {
        assert_eq!(visible("#part-2"), None);
        assert_eq!(visible("MAILTO:a@b.uk"), Some("a@b.uk"));
    }
}
