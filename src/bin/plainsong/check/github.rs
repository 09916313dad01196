//! Findings as workflow commands, which GitHub Actions shows beside the lines of a change.

use std::io::{Error, Write};

use plainsong::Place;
use plainsong::diagnostic::{Diagnostic, Severity};

use super::Checked;

/// Writes a command a finding and line, in the order given.
pub(super) fn write(checked: &[Checked], out: &mut impl Write) -> Result<(), Error> {
    for checked in checked {
        let file = property(&checked.name);
        match &checked.result {
            Ok(findings) => {
                for diagnostic in &findings.diagnostics {
                    writeln!(out, "{}", command(&file, diagnostic, Place::of(diagnostic.span, &findings.source)))?;
                }
            }
            Err(failure) => writeln!(out, "::error file={file}::{}", data(&failure.message))?,
        }
    }
    Ok(())
}

fn command(file: &str, diagnostic: &Diagnostic, place: Place) -> String {
    let level = match diagnostic.severity {
        Severity::Advice => "notice",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let Place { line, column, end_line, end_column, .. } = place;
    let title = property(&format!("plainsong: {}", diagnostic.rule));
    let message = match &diagnostic.help {
        Some(help) => data(&format!("{} {help}", diagnostic.message)),
        None => data(&diagnostic.message),
    };
    format!("::{level} file={file},line={line},col={column},endLine={end_line},endColumn={end_column},title={title}::{message}")
}

/// The characters that end a message or begin an escape, escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same, and those that end a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_message_early() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(data("a,b:c\r\n::error::"), "a,b:c%0D%0A::error::");
    }
}
