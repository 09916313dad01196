//! Words that a council adds: read, and tried on the sentences that come with them.

use std::path::Path;

use plainsong::lexicon::{Entry, Lexicon};
use serde::Deserialize;
use toml::Spanned;

use crate::failure::Failure;
use crate::toml_file;

/// A file of words, each with its place.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    word: Vec<Spanned<Entry>>,
}

/// Reads a file of words.
pub(super) fn read(path: &Path) -> Result<Lexicon, Failure> {
    let (name, text) = toml_file::open(path, "this list of words cannot be read")?;
    let file: File = toml_file::read(&name, &text)?;
    judge(&file.word, &name, &text)?;
    Ok(lexicon(&file.word))
}

/// A lexicon of words, wherever they stand.
pub(super) fn lexicon(words: &[Spanned<Entry>]) -> Lexicon {
    Lexicon::of(words.iter().map(|word| word.get_ref().clone()).collect())
}

/// Says what is wrong with the first word that is not right, and where it stands in the text of its file.
pub(super) fn judge(words: &[Spanned<Entry>], name: &str, text: &str) -> Result<(), Failure> {
    for word in words {
        if let Some(problem) = problem(word.get_ref()) {
            let line = text.get(..word.span().start).map_or(1, |before| before.matches('\n').count() + 1);
            return Err(Failure::new(format!("{name}:{line}: {problem}")));
        }
    }
    Ok(())
}

fn problem(entry: &Entry) -> Option<String> {
    let term = &entry.term;
    if plainsong::text::words(term).next().is_none() {
        return Some(format!("\"{term}\" has no letters. Write the word that readers do not know."));
    }
    if entry.plainer.is_none() && entry.meaning.is_none() {
        return Some(format!("\"{term}\" has neither \"plainer\" nor \"meaning\". Say what to write instead, or what it means."));
    }
    let lexicon = Lexicon::of(vec![entry.clone()]);
    let is_found = |sentence: &&String| !lexicon.find(sentence).is_empty();
    let missed = entry.finds.iter().find(|sentence| !is_found(sentence));
    let wrong = entry.leaves.iter().find(is_found);
    missed
        .map(|sentence| format!("\"{term}\" must be found in \"{sentence}\", and is not. Add the form it has there to \"forms\"."))
        .or_else(|| {
            wrong.map(|sentence| {
                format!("\"{term}\" must not be found in \"{sentence}\", and is. Make it a longer phrase, or take the sentence out.")
            })
        })
}
