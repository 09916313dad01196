//! Findings as SARIF 2.1.0 (OASIS), for code scanning.

use plainsong::diagnostic::{Diagnostic, Fix, Severity};
use plainsong::lint::{self, Fingerprint, Suppressed};
use plainsong::{Place, Source, Span};
use serde_json::{Value, json};

use super::Checked;
use crate::failure::Failure;
use crate::outputs::without_dots;

/// One log of one run. If findings were compared with a baseline, those that it knows are there, too, and each
/// result that no comment leaves out says whether it is new.
pub(super) fn report(checked: &[Checked], is_compared: bool) -> Result<String, Failure> {
    let results: Vec<Value> = checked.iter().flat_map(|checked| results(checked, is_compared)).collect();
    let notifications: Vec<Value> = checked.iter().filter_map(notification).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "plainsong", "version": env!("CARGO_PKG_VERSION"), "rules": rules() } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": notifications.is_empty(), "toolExecutionNotifications": notifications }],
            "results": results,
        }],
    });
    let mut log = super::json::to_json(&log)?;
    log.push('\n');
    Ok(log)
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

fn results(checked: &Checked, is_compared: bool) -> Vec<Value> {
    let Ok(found) = &checked.result else { return Vec::new() };
    let new = found.diagnostics.iter().map(|diagnostic| {
        let mut result = result(diagnostic, json!([]), &found.source);
        if is_compared {
            result["baselineState"] = json!("new");
        }
        result
    });
    let known = found.known.iter().map(|known| known_result(known, &found.source));
    new.chain(known).chain(found.suppressed.iter().map(|suppressed| suppressed_result(suppressed, &found.source))).collect()
}

/// A result that a comment in the document asks to leave out.
fn suppressed_result(suppressed: &Suppressed, source: &Source) -> Value {
    let mut suppression = json!({ "kind": "inSource" });
    if let Some(reason) = &suppressed.reason {
        suppression["justification"] = json!(reason);
    }
    result(&suppressed.finding, json!([suppression]), source)
}

/// A result that the baseline knows. Services that do not read the state go by the suppression.
fn known_result(known: &Diagnostic, source: &Source) -> Value {
    let suppression = json!({ "kind": "external", "justification": "It stands in the baseline." });
    let mut result = result(known, json!([suppression]), source);
    result["baselineState"] = json!("unchanged");
    result
}

/// A finding. Either all results of a run say how they are suppressed, or none does (SARIF 2.1.0, 3.27.23).
fn result(diagnostic: &Diagnostic, suppressions: Value, source: &Source) -> Value {
    let help = diagnostic.help.as_deref().unwrap_or_default();
    let mut result = json!({
        "ruleId": diagnostic.rule,
        "ruleIndex": lint::rules().position(|rule| rule.name == diagnostic.rule),
        "level": level(diagnostic.severity),
        "message": { "text": format!("{} {help}", diagnostic.message).trim_end() },
        "locations": [location(diagnostic.span, source)],
        "partialFingerprints": { "plainsong/v1": Fingerprint::of(diagnostic.span, source).to_string() },
        "suppressions": suppressions,
        "relatedLocations": diagnostic.also.iter().map(|&span| location(span, source)).collect::<Vec<Value>>(),
    });
    if let Some(fix) = &diagnostic.fix {
        result["fixes"] = json!([fix_object(fix, help, source)]);
    }
    result
}

fn location(span: Span, source: &Source) -> Value {
    let mut region = region(span, source);
    region["snippet"] = json!({ "text": source.slice(span) });
    json!({ "physicalLocation": { "artifactLocation": { "uri": uri(source.name()) }, "region": region } })
}

fn region(span: Span, source: &Source) -> Value {
    let place = Place::of(span, source);
    json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "byteOffset": place.start,
        "byteLength": place.end - place.start,
    })
}

fn fix_object(fix: &Fix, help: &str, source: &Source) -> Value {
    let replacement = |edit: &plainsong::diagnostic::Edit| json!({ "deletedRegion": region(edit.span, source), "insertedContent": { "text": edit.text } });
    let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
    json!({
        "description": { "text": help },
        "artifactChanges": [{ "artifactLocation": { "uri": uri(source.name()) }, "replacements": replacements }],
    })
}

fn notification(checked: &Checked) -> Option<Value> {
    let failure = checked.result.as_ref().err()?;
    Some(json!({
        "level": "error",
        "message": { "text": failure.message },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&checked.name) } } }],
    }))
}

/// A path as a URI reference: from the current folder where it lies below it, as code scanning needs it,
/// else absolute. What is not unreserved is in percent-encoded UTF-8 (RFC 3986, 2.1).
fn uri(path: &str) -> String {
    let path = without_dots(&std::path::absolute(path).unwrap_or_else(|_| path.into()));
    let current = std::env::current_dir().unwrap_or_default();
    let (start, path) = path.strip_prefix(current).map_or(("file://", path.as_path()), |below| ("", below));
    let mut uri = start.to_owned();
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("papers/item 4: tŷ.md"), "papers/item%204%3A%20t%C5%B7.md");
        assert_eq!(uri("./papers/../a.md"), "a.md");
        assert_eq!(uri("/papers/a.md"), "file:///papers/a.md");
    }
}
