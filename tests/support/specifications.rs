//! The examples of the CommonMark and the GitHub Flavored Markdown specifications. The specifications
//! are not ours, so they are read from a package that has them: `.ci/run` says which.

use std::path::{Path, PathBuf};

/// An example: which specification it is of, its number there, and its Markdown.
pub(crate) struct Example {
    pub(crate) name: String,
    pub(crate) markdown: String,
}

/// Where the specifications are: `PLAINSONG_SPECIFICATIONS`, or a folder of the cache.
pub(crate) fn folder() -> PathBuf {
    let variable = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let cache = || variable("XDG_CACHE_HOME").or_else(|| Some(variable("HOME")?.join(".cache"))).unwrap_or_default();
    variable("PLAINSONG_SPECIFICATIONS").unwrap_or_else(|| cache().join("plainsong-specifications"))
}

/// The examples of every specification in the folder.
pub(crate) fn examples(folder: &Path) -> Vec<Example> {
    ["commonmark", "gfm"].iter().flat_map(|name| of(name, &std::fs::read_to_string(folder.join(format!("{name}.txt"))).unwrap())).collect()
}

/// The examples of a specification: between lines of backticks, Markdown up to a full stop, then HTML.
fn of(name: &str, text: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut found: Vec<Example> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with(&format!("{fence} example")) {
            continue;
        }
        let markdown: Vec<&str> = lines.by_ref().take_while(|line| *line != ".").collect();
        lines.by_ref().find(|line| *line == fence);
        // The specifications write a tab as an arrow, so that it is seen.
        let markdown = format!("{}\n", markdown.join("\n")).replace('→', "\t");
        found.push(Example { name: format!("{name}-{}.md", found.len() + 1), markdown });
    }
    found
}
