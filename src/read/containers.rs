//! Containers: `::: card` and `{div .foreword}`. Their fences say how a page looks and are no words;
//! what stands between them is read like anything else, closed or not.

use std::borrow::Cow;

use crate::text::holds_any;

/// The same text with spaces in place of every fence. Its length and all places stay the same, so
/// that whatever reads it next knows where it is.
pub(super) fn without_fences(text: &str) -> Cow<'_, str> {
    if !text.contains(":::") && !(holds_any(text, [b'{']) && text.contains("{div")) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut code: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        match code {
            Some(fence) if bare.starts_with(fence) && bare.trim_start_matches(&fence[..1]).is_empty() => code = None,
            Some(_) => {}
            None => code = code_fence(bare),
        }
        if code.is_none() && is_fence(bare) {
            kept.extend(line.bytes().map(|byte| if matches!(byte, b'\r' | b'\n') { char::from(byte) } else { ' ' }));
        } else {
            kept.push_str(line);
        }
    }
    Cow::Owned(kept)
}

/// The run of marks that opens code, in which a fence is a line like others.
fn code_fence(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(mark).len();
    (length >= 3 && !line[length..].contains('`')).then_some(&line[..length])
}

/// `:::`, `::: card`, `::: {.card}`, `{div .foreword}`, `{/div}`. More words than a name are a title,
/// and a title is read.
fn is_fence(line: &str) -> bool {
    if let Some(directive) = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let name = directive.trim_start_matches('/').trim_start();
        return !name.contains(['{', '}'])
            && name.strip_prefix("div").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', '#']));
    }
    if !line.starts_with(":::") {
        return false;
    }
    let name = line.trim_matches(':').trim();
    let is_name = !name.contains(|character: char| character.is_whitespace() || matches!(character, '{' | '}'));
    let attributes = name.find('{').map(|at| (&name[..at], &name[at..]));
    let is_attributes = |(name, attributes): (&str, &str)| {
        !name.trim().contains(char::is_whitespace) && attributes.ends_with('}') && attributes.matches(['{', '}']).count() == 2
    };
    is_name || attributes.is_some_and(is_attributes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Prose, walk};
    use crate::{Source, parse};

    fn read(text: &str) -> Vec<String> {
        let document = parse(&Source::new("t", text));
        let mut passages = Vec::new();
        walk::passages(&document.blocks, &mut |passage| passages.push(Prose::of(passage.content).text().to_owned()));
        passages
    }

    #[test]
    fn the_content_of_a_container_is_read_and_its_fences_are_not() {
        assert_eq!(read("::: card\nThe hall is open.\n:::\nThe end."), ["The hall is open.", "The end."]);
        assert_eq!(read("::: {.note #a}\n- one\n\n:::::"), ["one"]);
        assert_eq!(read("{div .foreword}\nWelcome.\n{/div}"), ["Welcome."]);
    }

    #[test]
    fn a_container_that_is_never_closed_loses_nothing() {
        assert_eq!(read("::: card\nThe hall\n\nis open."), ["The hall", "is open."]);
    }

    #[test]
    fn a_title_and_code_are_words() {
        assert_eq!(read("::: note Read this first"), ["::: note Read this first"]);
        assert_eq!(without_fences("```\n:::\n```\n:::\n"), "```\n:::\n```\n   \n");
    }

    #[test]
    fn places_stay_the_same() {
        let text = "::: card\r\nThe hall.\n{div .a}\n";
        let kept = without_fences(text);
        assert_eq!(kept.len(), text.len());
        assert_eq!(kept.find("The"), text.find("The"));
    }
}
