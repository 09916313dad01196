//! The values of front matter, line by line: no YAML or TOML library, so that a mistake of one is seen.

/// The values in the front matter, and the document below it.
pub(crate) fn split(source: &str) -> (Vec<String>, &str) {
    for (fence, separator) in [("---", ':'), ("+++", '=')] {
        if let Some((matter, body)) = fenced(source, fence)
            && matter.lines().any(|line| line.contains(separator))
        {
            return (matter.lines().filter_map(|line| value(line, separator)).collect(), body);
        }
    }
    (Vec::new(), source)
}

/// What stands between two fences at the very start, and what comes after.
fn fenced<'a>(source: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let first = source.split_inclusive('\n').next()?;
    if first.trim_end() != fence {
        return None;
    }
    let mut at = first.len();
    if source[at..].lines().next().is_none_or(|line| line.trim().is_empty()) {
        return None;
    }
    for line in source[at..].split_inclusive('\n') {
        let end = at + line.len();
        if line.trim_end() == fence {
            return Some((&source[first.len()..at], &source[end..]));
        }
        at = end;
    }
    None
}

/// The value of a line, unless it is an address or a switch.
fn value(line: &str, separator: char) -> Option<String> {
    let line = line.trim().trim_start_matches("- ");
    let value = match line.split_once(separator) {
        Some((key, value)) if !key.contains(['"', '\'', ' ']) || separator == '=' => value.trim(),
        _ => line,
    };
    let is_address = value.contains("://") || value.contains('@') || value.contains("www.");
    let is_switch = matches!(value, "true" | "false" | "yes" | "no" | "null");
    (!value.is_empty() && !value.starts_with('#') && !is_address && !is_switch).then(|| value.to_owned())
}
