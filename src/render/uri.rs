//! Targets of links as URIs that a validator accepts.

/// The URI of a target outside the document. Characters that no URI has (RFC 3986, section 2) are
/// percent-encoded. `None` for a place in the same document, and where nothing is left to lead to.
pub(super) fn external(target: &str) -> Option<String> {
    let target = target.trim();
    if target.is_empty() || target.starts_with('#') {
        return None;
    }
    let rest = match target.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => rest,
        // A colon in the first part of a relative path would be read as the end of a scheme.
        Some((head, _)) if !head.contains(['/', '?', '#']) => return None,
        _ => target,
    };
    if rest.trim_start_matches('/').is_empty() {
        return None;
    }
    if target.bytes().all(is_of_every_uri) {
        return Some(target.to_owned());
    }
    let mut uri = String::with_capacity(target.len());
    let mut in_fragment = false;
    for (at, character) in target.char_indices() {
        match character {
            '#' if in_fragment => uri.push_str("%23"),
            '%' if !is_escape(&target[at..]) => uri.push_str("%25"),
            '#' | '%' => {
                in_fragment |= character == '#';
                uri.push(character);
            }
            _ if u8::try_from(character).is_ok_and(is_of_every_uri) => uri.push(character),
            _ => {
                let mut bytes = [0; 4];
                for byte in character.encode_utf8(&mut bytes).bytes() {
                    uri.push_str(&format!("%{byte:02X}"));
                }
            }
        }
    }
    Some(uri)
}

/// Whether a URI can hold this character of ASCII wherever it stands.
fn is_of_every_uri(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte)
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Whether a text begins with `%` and two hexadecimal digits.
fn is_escape(text: &str) -> bool {
    matches!(text.as_bytes(), [b'%', high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_uri_has_is_encoded() {
        assert_eq!(external("https://a.uk/my plan%.pdf#a#b").as_deref(), Some("https://a.uk/my%20plan%25.pdf#a%23b"));
        assert_eq!(external("papers/tŷ.md").as_deref(), Some("papers/t%C5%B7.md"));
        assert_eq!(external("https://a.uk/%20").as_deref(), Some("https://a.uk/%20"));
    }

    #[test]
    fn what_leads_nowhere_is_no_uri() {
        assert_eq!(external("#part-2"), None);
        assert_eq!(external("https://"), None);
        assert_eq!(external("2.1: see below"), None);
    }
}
