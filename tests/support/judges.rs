//! The outside judges that a test needs.

use std::path::Path;

/// Whether a test can run: whether these tools are installed. Where one is missing, the test says
/// that it is skipped; with `PLAINSONG_JUDGES=required` it fails.
pub(crate) fn are_here(test: &str, tools: &[&str]) -> bool {
    let missing = tools.iter().find(|tool| !is_installed(tool));
    missing.is_none_or(|tool| skip(test, tool))
}

/// Whether a test can run that needs this file.
#[allow(dead_code, reason = "some judges are tools that are installed, others are files")]
pub(crate) fn is_there(test: &str, file: &Path) -> bool {
    file.is_file() || skip(test, &file.display().to_string())
}

fn skip(test: &str, missing: &str) -> bool {
    let required = std::env::var_os("PLAINSONG_JUDGES").is_some_and(|value| value == "required");
    assert!(!required, "{test} is required, and {missing} is missing");
    println!("{test}: SKIPPED, {missing} is missing. .ci/run says how it is installed.");
    false
}

fn is_installed(tool: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(tool).is_file())
}
