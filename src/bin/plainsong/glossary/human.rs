//! Glossaries for people to read, with a draft of the lines that are missing.

use plainsong::glossary::{Acronym, Glossary, HardWord, LongFrom};

use super::Listed;

/// What stands where only the author knows the words.
const BLANK: &str = "______";

/// The glossaries, one after another.
pub(super) fn report(listed: &[Listed]) -> String {
    let glossaries = listed.iter().filter_map(|listed| Some((listed.name.as_str(), listed.result.as_ref().ok()?)));
    glossaries.map(|(name, glossary)| one(name, glossary)).collect::<Vec<_>>().join("\n")
}

fn one(name: &str, glossary: &Glossary) -> String {
    let mut text = format!("{name}\n");
    if glossary.acronyms.is_empty() && glossary.words.is_empty() {
        text.push_str("  This document has no short forms and no hard words.\n");
        return text;
    }
    let explained: Vec<&Acronym> = glossary.acronyms.iter().filter(|acronym| acronym.defined_line.is_some()).collect();
    let familiar = glossary.acronyms.iter().filter(|acronym| acronym.defined_line.is_none() && acronym.familiar);
    let familiar: Vec<&str> = familiar.map(|acronym| acronym.short.as_str()).collect();
    let missing: Vec<&Acronym> = glossary.acronyms.iter().filter(|acronym| acronym.defined_line.is_none() && !acronym.familiar).collect();
    section(&mut text, "Short forms that the document explains", &explained, explained_line);
    section(&mut text, "Lines to add to the document", &missing, missing_line);
    if !familiar.is_empty() {
        text.push_str(&format!("  Short forms that most people know: {}\n", familiar.join(", ")));
    }
    section(&mut text, "Hard words", &glossary.words.iter().collect::<Vec<_>>(), word_line);
    text
}

fn section<T>(text: &mut String, title: &str, entries: &[&T], line: fn(&T) -> String) {
    if !entries.is_empty() {
        text.push_str(&format!("  {title}\n"));
    }
    for entry in entries {
        text.push_str(&format!("    {}\n", line(entry)));
    }
}

fn explained_line(acronym: &Acronym) -> String {
    let defined = acronym.defined_line.unwrap_or_default();
    let used = if acronym.first_line < defined { format!(", but used before, in line {}", acronym.first_line) } else { String::new() };
    format!("{}: {} (line {defined}{used})", acronym.short, acronym.long.as_deref().unwrap_or(BLANK))
}

fn missing_line(acronym: &Acronym) -> String {
    let place = format!("first used in line {}", acronym.first_line);
    match (&acronym.long, acronym.long_from) {
        (Some(long), Some(LongFrom::KnownList)) => {
            format!("{}: {long} (from the list of known names: is it the right one?; {place})", acronym.short)
        }
        _ => format!("{}: {BLANK} ({place})", acronym.short),
    }
}

fn word_line(word: &HardWord) -> String {
    let place = match word.defined_line {
        Some(line) => format!("explained in line {line}"),
        None => format!("first used in line {}", word.first_line),
    };
    let said = match (&word.meaning, &word.plainer) {
        (Some(meaning), _) => format!("means {meaning}"),
        (None, Some(plainer)) => format!("write \"{plainer}\" instead"),
        (None, None) => BLANK.to_owned(),
    };
    format!("{}: {said} ({place})", word.word)
}
