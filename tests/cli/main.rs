//! The command as people and machines use it: run as a process, judged by its exit code, its files
//! and its words.
#![cfg(feature = "cli")]

mod bad_input;
mod check;
mod check_formats;
mod check_old_documents;
mod check_settings;
mod check_spans;
mod config;
mod convert;
mod ear;
mod easy_read;
mod easy_read_pictures;
mod explain;
mod glossary;
mod needs;
mod pack;
mod pictures;
mod pipelines;
mod record;
mod simplify;
mod web;

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// The command, in a folder.
fn plainsong(folder: &TempDir) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("plainsong");
    command.current_dir(folder.path()).env_remove("SOURCE_DATE_EPOCH");
    command
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    folder
}

/// Every file below a folder, as paths with `/`, in order.
fn files(folder: &TempDir) -> Vec<String> {
    fn add(root: &Path, folder: &Path, files: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                add(root, &path, files);
            } else {
                files.push(path.strip_prefix(root).unwrap().display().to_string().replace('\\', "/"));
            }
        }
    }
    let mut files = Vec::new();
    add(folder.path(), folder.path(), &mut files);
    files.sort();
    files
}

/// What a command did: its exit code, standard output and standard error.
fn run(command: &mut Command) -> (i32, String, String) {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}
