//! Records as JSON: one object a document and line.

use plainsong::record::Record;
use serde::Serialize;

use super::Recorded;
use crate::failure::Failure;
use crate::report::Error;

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read {
        path: &'a str,
        #[serde(flatten)]
        record: &'a Record,
    },
    Unread {
        path: &'a str,
        error: Error,
    },
}

/// The lines, in the order given.
pub(super) fn report(recorded: &[Recorded]) -> Result<String, Failure> {
    let mut lines = String::new();
    for recorded in recorded {
        let line = match &recorded.result {
            Ok(minutes) => Line::Read { path: &recorded.name, record: &minutes.record },
            Err(failure) => Line::Unread { path: &recorded.name, error: failure.into() },
        };
        let json = serde_json::to_string(&line).map_err(|error| Failure::new(format!("the record cannot be written as JSON: {error}.")))?;
        lines.push_str(&json);
        lines.push('\n');
    }
    Ok(lines)
}
