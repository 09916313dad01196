//! Findings as SARIF 2.1.0 (OASIS), for code scanning.

mod artifact;
mod result;

use std::io::{Error, Write};

use plainsong::diagnostic::Severity;
use plainsong::lint;
use serde::Serialize;
use serde_json::{Value, json};

use super::Checked;
use result::Results;

/// Writes one log of one run. If findings were compared with a baseline, those that it knows are there, too, and
/// each result that no comment leaves out says whether it is new.
pub(super) fn write(checked: &[Checked], is_compared: bool, out: &mut impl Write) -> Result<(), Error> {
    let notifications: Vec<Value> = checked.iter().filter_map(notification).collect();
    let run = Run {
        tool: json!({ "driver": { "name": "plainsong", "version": env!("CARGO_PKG_VERSION"), "rules": rules() } }),
        column_kind: "unicodeCodePoints",
        invocations: json!([{ "executionSuccessful": notifications.is_empty(), "toolExecutionNotifications": notifications }]),
        results: Results::of(checked, is_compared),
    };
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    serde_json::to_writer(&mut *out, &Log { schema, version: "2.1.0", runs: [run] })?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Value,
    column_kind: &'static str,
    invocations: Value,
    results: Results<'a>,
}

fn rules() -> Vec<Value> {
    let rule = |info: &lint::RuleInfo| {
        json!({
            "id": info.name,
            "shortDescription": { "text": info.summary },
            "help": { "text": info.page, "markdown": info.page },
            "defaultConfiguration": { "level": level(info.severity) },
        })
    };
    lint::rules().map(rule).collect()
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Advice => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn notification(checked: &Checked) -> Option<Value> {
    let failure = checked.result.as_ref().err()?;
    Some(json!({
        "level": "error",
        "message": { "text": failure.message },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": artifact::uri(&checked.name) } } }],
    }))
}
