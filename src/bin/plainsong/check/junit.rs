//! Findings as JUnit XML, which build servers show as tests that failed.

use plainsong::Place;
use plainsong::diagnostic::Diagnostic;

use super::Checked;

/// A suite a document, a case a finding; of what does not count, a case that passed.
pub(super) fn report(checked: &[Checked], counts: impl Fn(usize, &Diagnostic) -> bool) -> String {
    let suites: Vec<Suite> = checked.iter().enumerate().map(|(index, checked)| suite(checked, |finding| counts(index, finding))).collect();
    let sum = |count: fn(&Suite) -> usize| suites.iter().map(count).sum::<usize>();
    let (tests, failures, errors) = (sum(|suite| suite.tests), sum(|suite| suite.failures), sum(|suite| suite.errors));
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str(&format!("<testsuites name=\"plainsong\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">\n"));
    suites.iter().for_each(|suite| xml.push_str(&suite.xml));
    xml.push_str("</testsuites>\n");
    xml
}

/// The suite of a document.
struct Suite {
    tests: usize,
    failures: usize,
    errors: usize,
    xml: String,
}

fn suite(checked: &Checked, counts: impl Fn(&Diagnostic) -> bool) -> Suite {
    let name = escaped(&checked.name);
    let (mut cases, mut tests, mut failures, mut errors) = (String::new(), 1, 0, 0);
    match &checked.result {
        Ok(found) if found.diagnostics.is_empty() => {
            cases.push_str(&format!("    <testcase classname=\"{name}\" name=\"nothing found\"/>\n"))
        }
        Ok(found) => {
            tests = found.diagnostics.len();
            for finding in &found.diagnostics {
                let (is_failure, place) = (counts(finding), Place::of(finding.span, &found.source));
                failures += usize::from(is_failure);
                cases.push_str(&case(&name, finding, place, is_failure));
            }
        }
        Err(failure) => {
            errors = 1;
            let message = escaped(&failure.message);
            cases.push_str(&format!("    <testcase classname=\"{name}\" name=\"can be read\"><error message=\"{message}\"/></testcase>\n"));
        }
    }
    let xml =
        format!("  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">\n{cases}  </testsuite>\n");
    Suite { tests, failures, errors, xml }
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
    format!("    <testcase classname=\"{name}\" name=\"{rule} {line}:{column}\">{inner}</testcase>\n")
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
