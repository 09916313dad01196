//! What people are told; the only place that writes to standard error.

use std::collections::HashSet;
use std::io::Write;

/// Tells a person something, in sentences.
pub(crate) fn tell(sentences: &str) {
    write_line(&format!("plainsong: {sentences}"));
}

/// Tells each thing once, however many documents it keeps from being done.
#[derive(Debug, Default)]
pub(crate) struct Once {
    told: HashSet<String>,
}

impl Once {
    pub(crate) fn tell(&mut self, sentences: &str) {
        if self.told.insert(sentences.to_owned()) {
            tell(sentences);
        }
    }
}

/// Writes a line about a place in a document.
pub(crate) fn write_line(line: &str) {
    // When standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr().lock(), "{}", on_one_line(line));
}

/// A text on one line, without the control characters that can change what a terminal shows.
fn on_one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_steer_the_terminal() {
        assert_eq!(on_one_line("a\u{1b}[2Jb\nc"), "a [2Jb c");
    }
}
