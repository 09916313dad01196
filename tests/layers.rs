//! The house keeps its shape: arrows between modules point down, each dependency has one home, the
//! library never touches the world, and the top of the repository holds what it should.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules at the top of the library, lowest first. A module may use the ones on lower floors;
/// those on its own floor do not meet.
const FLOORS: [&[&str]; 7] = [
    &["error", "hash", "text"],
    &["source", "fileset", "resources"],
    &["diagnostic", "model", "outcome", "place"],
    &["lexicon", "pictures", "short_forms"],
    &["glossary", "read", "rewrite", "render", "lint", "record"],
    &["convert", "worksheet"],
    &["pack"],
];

/// Neighbours that meet after all, and why.
const MEETINGS: [(&str, &str); 1] = [
    // The pages of an Easy Read draft are laid out from its words and the list of those explained.
    ("render", "rewrite"),
];

/// Each dependency and the only file, or folder, that names it.
const HOMES: [(&str, &str); 20] = [
    ("allsorts", "render/pdf/backend/fonts.rs"),
    ("flate2", "render/pdf/backend/deflate.rs"),
    ("harfrust", "render/pdf/flow/shape.rs"),
    ("html5gum", "read/html.rs"),
    ("hyphenation", "render/pdf/hyphens.rs"),
    ("jiff", "model/date.rs"),
    ("memchr", "text/bytes.rs"),
    ("png", "render/pdf/images/from_png.rs"),
    ("printpdf", "render/pdf/backend/fonts.rs"),
    ("pulldown_cmark", "read/markdown.rs"),
    ("quick_xml", "render/xml.rs"),
    ("sentencex", "text/sentences.rs"),
    ("serde_saphyr", "read/front_matter.rs"),
    ("sha2", "hash.rs"),
    ("toml", ""),
    ("unicode_linebreak", "render/pdf/"),
    ("unicode_normalization", "render/html/markup.rs"),
    ("unicode_segmentation", "text/"),
    ("usvg", "render/pdf/images/from_svg/"),
    ("zip", "fileset.rs"),
];

/// Dependencies that must keep to a single file, wherever in its home that is.
const ONE_FILE: [&str; 13] = [
    "harfrust",
    "html5gum",
    "hyphenation",
    "pulldown_cmark",
    "quick_xml",
    "sentencex",
    "serde_saphyr",
    "sha2",
    "unicode_linebreak",
    "unicode_normalization",
    "unicode_segmentation",
    "jiff",
    "zip",
];

/// What the library never does: only the command touches the world.
const WORLD: [&str; 9] = ["println!", "eprintln!", "print!(", "std::fs", "std::env", "std::time", "std::process", "thread::", "std::net"];

/// The file that may start a thread all the same: what comes of it is the same without.
const THREADS: &str = "read/at_once.rs";

#[test]
fn arrows_point_down() {
    let mut wrong = Vec::new();
    for (path, code) in library() {
        let from = top_module(&path);
        let Some(from_floor) = floor_of(from) else {
            assert_eq!(from, "lib", "{path}: give the module {from} a floor in this test");
            continue;
        };
        for to in crate_imports(&code) {
            let Some(to_floor) = floor_of(&to) else { continue };
            let meets = MEETINGS.contains(&(from, to.as_str()));
            if to != from && to_floor >= from_floor && !meets {
                wrong.push(format!("{path} uses crate::{to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that do not point down:\n{}", wrong.join("\n"));
}

#[test]
fn each_dependency_has_one_home() {
    let mut wrong = Vec::new();
    for (dependency, home) in HOMES {
        let files: BTreeSet<String> = library().into_iter().filter(|(_, code)| names(code, dependency)).map(|(path, _)| path).collect();
        if files.is_empty() {
            wrong.push(format!("no file names {dependency}: is it spelt as in the code?"));
        }
        wrong.extend(files.iter().filter(|file| !file.starts_with(home)).map(|file| format!("{file} names {dependency}")));
        if ONE_FILE.contains(&dependency) && files.len() > 1 {
            wrong.push(format!("{dependency} is named in {} files: {files:?}", files.len()));
        }
    }
    assert!(wrong.is_empty(), "dependencies away from home:\n{}", wrong.join("\n"));
}

#[test]
fn the_library_never_touches_the_world() {
    let mut wrong = Vec::new();
    for (path, code) in library() {
        let is_home = |call: &str| call == "thread::" && path == THREADS;
        let calls = WORLD.iter().filter(|call| code.contains(**call) && !is_home(call));
        wrong.extend(calls.map(|call| format!("{path}: {call}")));
    }
    assert!(wrong.is_empty(), "the library touches the world:\n{}", wrong.join("\n"));
}

#[test]
fn files_are_short() {
    let long: Vec<String> = all_files(&root().join("src"))
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "rs"))
        .map(|file| (fs::read_to_string(&file).unwrap().lines().count(), file))
        .filter(|(lines, _)| *lines > 450)
        .map(|(lines, file)| format!("{} has {lines} lines", file.display()))
        .collect();
    assert!(long.is_empty(), "look for the second idea in:\n{}", long.join("\n"));
}

#[test]
fn the_top_of_the_repository_is_tidy() {
    let allowed = [
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "DESIGN.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "THIRD-PARTY.md",
        "benches",
        "fixtures",
        "rustfmt.toml",
        "src",
        "target",
        "tests",
    ];
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let others: Vec<String> = names.filter(|name| !name.starts_with('.') && !allowed.contains(&name.as_str())).collect();
    assert!(others.is_empty(), "no place at the top of the repository: {others:?}");
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files of the library, by their path below `src`, without comments and tests.
fn library() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut files = Vec::new();
    for file in all_files(&src) {
        let path = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        if path.ends_with(".rs") && !path.starts_with("bin/") {
            files.push((path, library_code(&fs::read_to_string(&file).unwrap())));
        }
    }
    assert!(files.len() > 20, "only {} files of the library were found", files.len());
    files
}

/// The code up to the unit tests, which stand last, without comments.
fn library_code(text: &str) -> String {
    let lines = text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
    lines.filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(all_files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// `read/markdown.rs` is in `read`, `source.rs` is `source`.
fn top_module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// The modules of the crate that code names: `crate::model::…`, `use crate::{model::Block, Span}`.
/// A type that the crate re-exports counts as the module it lives in.
fn crate_imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let after = &code[at + "crate::".len()..];
        match after.strip_prefix('{') {
            Some(group) => found.extend(group_members(group).iter().map(|member| home_of(member))),
            None => {
                found.insert(home_of(after));
            }
        }
    }
    found
}

/// The members of a braced group of imports, at its outermost level.
fn group_members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut members) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                members.push(group[start..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                members.push(group[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    members
}

/// The module that an import comes from.
fn home_of(import: &str) -> String {
    let name: String = import.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let home = match name.as_str() {
        "Error" => "error",
        "Fileset" => "fileset",
        "Document" => "model",
        "Change" | "ChangeKind" | "Loss" | "LossKind" | "Rendered" => "outcome",
        "parse" => "read",
        "Place" => "place",
        "Position" | "Source" | "Span" => "source",
        module => module,
    };
    home.to_owned()
}

/// Whether code names a crate: in an import or a path.
fn names(code: &str, dependency: &str) -> bool {
    code.match_indices(dependency).any(|(at, _)| {
        let before = code[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':');
        before && code[at + dependency.len()..].starts_with("::")
    })
}

#[test]
fn imports_are_found() {
    let code = "use crate::{Source, model::{Block, Inline}, lexicon};\nlet a = crate::render::text::render(b);";
    let expected = ["lexicon", "model", "render", "source"].map(str::to_owned);
    assert_eq!(crate_imports(code), BTreeSet::from(expected));
    assert!(names("use toml::Value;", "toml"));
    assert!(!names("read::toml::parse(text)", "toml"));
}
