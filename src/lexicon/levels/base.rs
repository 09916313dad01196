//! What a word can be a form of, by the rules of spelling: "houses" of "house", "stopped" of "stop".

use std::borrow::Cow;

/// No shorter word is taken for a base.
const SHORTEST: usize = 3;

/// The words that a word in lower case can be a regular form of, whether they exist or not. The same as
/// in make-words.py.
pub(super) fn bases(word: &str) -> Vec<Cow<'_, str>> {
    let mut found = Vec::new();
    let mut add = |stem, ending: &str| {
        let base = if ending.is_empty() { Cow::Borrowed(stem) } else { Cow::Owned([stem, ending].concat()) };
        found.extend(Some(base).filter(|base| base.len() >= SHORTEST));
    };
    if let Some(stem) = word.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        add(stem, "");
        if let Some(stem) = word.strip_suffix("es") {
            add(stem, "");
        }
        if let Some(stem) = word.strip_suffix("ies") {
            add(stem, "y");
        }
    }
    for ending in ["ed", "ing"] {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        add(stem, "");
        add(stem, "e");
        if let Some(undoubled) = undoubled(stem) {
            add(undoubled, "");
        }
        if let Some(stem) = stem.strip_suffix('i').filter(|_| ending == "ed") {
            add(stem, "y");
        }
    }
    if let Some(stem) = word.strip_suffix("ly") {
        add(stem, "");
        if let Some(stem) = word.strip_suffix("ily") {
            add(stem, "y");
        }
    }
    found
}

/// "stopp" is "stop".
fn undoubled(stem: &str) -> Option<&str> {
    let mut characters = stem.chars().rev();
    let (last, before) = (characters.next()?, characters.next()?);
    (last == before && stem.len() > 3).then(|| &stem[..stem.len() - last.len_utf8()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_lead_to_their_word() {
        for (form, base) in [
            ("houses", "house"),
            ("boxes", "box"),
            ("families", "family"),
            ("walked", "walk"),
            ("agreed", "agree"),
            ("stopped", "stop"),
            ("carried", "carry"),
            ("making", "make"),
            ("quickly", "quick"),
            ("happily", "happy"),
        ] {
            assert!(bases(form).iter().any(|found| found == base), "{form}");
        }
        for word in ["", "s", "ed", "ing", "glass", "is", "\u{e9}\u{e9}ed"] {
            assert!(bases(word).iter().all(|base| base.len() >= SHORTEST), "{word}");
        }
    }
}
