//! Mending documents, and showing what would be mended.

use plainsong::Source;
use plainsong::diagnostic::Applicability;
use plainsong::lint;
use similar::TextDiff;

use super::Findings;
use crate::failure::Failure;
use crate::inputs::Input;
use crate::{messages, outputs};

/// How many times a document is mended and looked at anew. What meets another fix waits for the next round.
const ROUNDS: usize = 20;

/// What mending made of a document.
pub(super) struct Mended {
    /// The document, and what is left to find in it.
    pub(super) left: Findings,
    /// How many findings were mended.
    pub(super) count: usize,
}

/// Mends a document until nothing is left that can be mended. `examine` finds what is to be reported of it.
pub(super) fn mend(mut found: Findings, applicability: Applicability, examine: impl Fn(Source) -> Findings) -> Mended {
    let mut count = 0;
    for _ in 0..ROUNDS {
        let Some(fixed) = lint::fix(&found.source, &found.diagnostics, applicability) else { break };
        count += fixed.count;
        found = examine(Source::new(found.source.name(), fixed.text));
    }
    Mended { left: found, count }
}

/// Writes a document that was mended, whole or not at all, and says so.
pub(super) fn write(input: &Input, before: &Source, mended: &Mended) -> Result<(), Failure> {
    if before.text() == mended.left.source.text() {
        return Ok(());
    }
    let Some(path) = input.file() else {
        return Err(Failure::new(format!("{}: standard input cannot be mended in its place. Use --diff, or name a file.", input.name())));
    };
    outputs::write(path, mended.left.source.text().as_bytes())?;
    let findings = if mended.count == 1 { "1 finding was" } else { &format!("{} findings were", mended.count) };
    messages::tell(&format!("{}: {findings} mended.", input.name()));
    Ok(())
}

/// What would be mended, as a unified diff; empty, if nothing would be.
pub(super) fn diff(before: &Source, after: &Source) -> String {
    let name = before.name().trim_start_matches('/');
    let (before, after) = (before.text(), after.text());
    if before == after {
        return String::new();
    }
    TextDiff::from_lines(before, after).unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}
