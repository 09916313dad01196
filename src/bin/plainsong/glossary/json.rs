//! Glossaries as JSON: one object a document and line.

use plainsong::glossary::Glossary;
use serde::Serialize;

use super::Listed;
use crate::failure::Failure;
use crate::report::Error;

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read {
        path: &'a str,
        #[serde(flatten)]
        glossary: &'a Glossary,
    },
    Unread {
        path: &'a str,
        error: Error,
    },
}

/// The lines, in the order given.
pub(super) fn report(listed: &[Listed]) -> Result<String, Failure> {
    let mut lines = String::new();
    for listed in listed {
        let line = match &listed.result {
            Ok(glossary) => Line::Read { path: &listed.name, glossary },
            Err(failure) => Line::Unread { path: &listed.name, error: failure.into() },
        };
        let json =
            serde_json::to_string(&line).map_err(|error| Failure::new(format!("the glossary cannot be written as JSON: {error}.")))?;
        lines.push_str(&json);
        lines.push('\n');
    }
    Ok(lines)
}
