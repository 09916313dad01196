//! Findings as JUnit XML, which build servers show as tests that failed.

use std::io::{Error, Write};

use plainsong::Place;
use plainsong::diagnostic::Diagnostic;

use super::Checked;

/// Writes a suite a document, a case a finding; of what does not count, a case that passed.
pub(super) fn write(checked: &[Checked], counts: impl Fn(usize, &Diagnostic) -> bool, out: &mut impl Write) -> Result<(), Error> {
    let suites: Vec<Suite> =
        checked.iter().enumerate().map(|(index, checked)| Suite::of(checked, |finding| counts(index, finding))).collect();
    let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
    let (tests, failures, errors) = (sum(|suite| suite.tests), sum(|suite| suite.failures), sum(|suite| suite.errors));
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "<testsuites name=\"plainsong\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">")?;
    for (index, (checked, suite)) in checked.iter().zip(&suites).enumerate() {
        let (name, Suite { tests, failures, errors }) = (escaped(&checked.name), suite);
        writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">")?;
        write_cases(checked, &name, |finding| counts(index, finding), out)?;
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

/// What the suite of a document says before its cases.
struct Suite {
    tests: usize,
    failures: usize,
    errors: usize,
}

impl Suite {
    fn of(checked: &Checked, counts: impl Fn(&Diagnostic) -> bool) -> Self {
        match &checked.result {
            Ok(found) => {
                let failures = found.diagnostics.iter().filter(|finding| counts(finding)).count();
                // Of a document without a finding a case says that.
                Self { tests: found.diagnostics.len().max(1), failures, errors: 0 }
            }
            Err(_) => Self { tests: 1, failures: 0, errors: 1 },
        }
    }
}

fn write_cases(checked: &Checked, name: &str, counts: impl Fn(&Diagnostic) -> bool, out: &mut impl Write) -> Result<(), Error> {
    match &checked.result {
        Ok(found) if found.diagnostics.is_empty() => writeln!(out, "    <testcase classname=\"{name}\" name=\"nothing found\"/>"),
        Ok(found) => found.diagnostics.iter().try_for_each(|finding| {
            let place = Place::of(finding.span, &found.source);
            writeln!(out, "{}", case(name, finding, place, counts(finding)))
        }),
        Err(failure) => {
            let message = escaped(&failure.message);
            writeln!(out, "    <testcase classname=\"{name}\" name=\"can be read\"><error message=\"{message}\"/></testcase>")
        }
    }
}

fn case(name: &str, finding: &Diagnostic, place: Place, is_failure: bool) -> String {
    let Place { line, column, .. } = place;
    let (rule, message) = (finding.rule, escaped(&finding.message));
    let help = escaped(finding.help.as_deref().unwrap_or_default());
    let words = format!("line {line}, column {column}: {message} {help}");
    let (words, severity) = (words.trim_end(), finding.severity.word());
    let inner = if is_failure {
        format!("<failure type=\"{severity}\" message=\"{message}\">{words}</failure>")
    } else {
        format!("<system-out>{severity}: {words}</system-out>")
    };
    format!("    <testcase classname=\"{name}\" name=\"{rule} {line}:{column}\">{inner}</testcase>")
}

/// A text as XML can hold it, in an element or an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            // XML 1.0, 2.2: no other control characters, and no noncharacters.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_an_attribute_or_hold_what_xml_forbids() {
        assert_eq!(escaped("a \"b\" <c> &\u{1b}\n"), "a &quot;b&quot; &lt;c&gt; &amp;\u{fffd} ");
    }
}
