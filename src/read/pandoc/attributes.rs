//! Attributes as pandoc writes them: `{#id .class key="value"}`.

/// Attributes are no longer than this many bytes. Without a bound, every brace of a long line would
/// be followed to its end.
const LONGEST: usize = 1_000;

/// The length of the attributes that a text begins with, if it begins with any.
pub(super) fn length(text: &str) -> Option<usize> {
    let mut rest = text.strip_prefix('{')?;
    let mut count = 0;
    loop {
        let trimmed = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        let gap = rest.get(..rest.len() - trimmed.len())?;
        let length = text.len() - trimmed.len();
        if gap.matches('\n').count() > 1 || length > LONGEST {
            return None;
        }
        if let Some(after) = trimmed.strip_prefix('}') {
            return (count > 0).then(|| text.len() - after.len());
        }
        if count > 0 && gap.is_empty() {
            return None;
        }
        rest = after_attribute(trimmed)?;
        count += 1;
    }
}

/// What follows the attribute that a text begins with.
fn after_attribute(text: &str) -> Option<&str> {
    if let Some(name) = text.strip_prefix(['#', '.']) {
        return after_name(name);
    }
    let value = after_name(text)?.strip_prefix('=')?;
    match value.strip_prefix('"') {
        Some(quoted) => {
            let near = quoted.bytes().take(LONGEST).position(|byte| byte == b'"')?;
            quoted.get(near + 1..)
        }
        None => after_name(value),
    }
}

fn after_name(text: &str) -> Option<&str> {
    let is_in_name = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_' | '.' | ':' | '%' | '/');
    let length = text.char_indices().take(LONGEST).find(|(_, character)| !is_in_name(*character)).map_or(text.len(), |(at, _)| at);
    (length > 0).then(|| text.get(length..)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_told_from_words_in_braces() {
        for text in ["{.underline}", "{#_Ref99 .anchor}", "{width=\"1.97in\"\nheight=\"0.79in\"}", "{width=50%}"] {
            assert_eq!(length(text), Some(text.len()), "{text}");
        }
        for text in ["{}", "{see note}", "{.a", "{width=\"1in}", "{1}", "{.a.b}x{", "{ }"] {
            assert!(length(text).is_none_or(|length| length < text.len()), "{text}");
        }
    }
}
