//! The short forms of all the documents as a list of known short forms, for somebody to complete: what the
//! documents explain, what the list that comes with plainsong offers, and blanks.

use std::collections::BTreeMap;

use plainsong::glossary::{Acronym, LongFrom};

use super::Listed;

/// The list, each short form once.
pub(super) fn report(listed: &[Listed]) -> String {
    let mut forms: BTreeMap<&str, (&str, &Acronym)> = BTreeMap::new();
    let glossaries = listed.iter().filter_map(|listed| Some((listed.name.as_str(), listed.result.as_ref().ok()?)));
    for (name, acronym) in glossaries.flat_map(|(name, glossary)| glossary.acronyms.iter().map(move |acronym| (name, acronym))) {
        let entry = forms.entry(&acronym.short).or_insert((name, acronym));
        // What a document explains counts for more than what a list offers.
        if entry.1.defined_line.is_none() && acronym.defined_line.is_some() {
            *entry = (name, acronym);
        }
    }
    let mut text = String::from(
        "# Short forms and what they stand for. Fill in the blanks, and strike out what needs no explanation.\n\n[stands-for]\n",
    );
    for (short, (name, acronym)) in forms.into_iter().filter(|(_, (_, acronym))| acronym.defined_line.is_some() || !acronym.familiar) {
        let remark = match (acronym.defined_line, acronym.long_from) {
            (Some(line), _) => format!("{name}, line {line}"),
            (None, Some(LongFrom::KnownList)) => {
                format!("from the list of known names: is it the right one? {name}, line {}", acronym.first_line)
            }
            (None, _) => format!("{name}, line {}", acronym.first_line),
        };
        text.push_str(&format!("{} = {} # {}\n", quoted(short), quoted(acronym.long.as_deref().unwrap_or_default()), one_line(&remark)));
    }
    text
}

/// A basic string of TOML 1.0.
fn quoted(text: &str) -> String {
    let escaped = text.chars().map(|character| match character {
        '"' => "\\\"".to_owned(),
        '\\' => "\\\\".to_owned(),
        control if control.is_control() => format!("\\u{:04X}", u32::from(control)),
        other => other.to_string(),
    });
    format!("\"{}\"", escaped.collect::<String>())
}

fn one_line(remark: &str) -> String {
    remark.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_and_control_characters_are_escaped() {
        assert_eq!(quoted("a \"b\"\\\u{7}"), "\"a \\\"b\\\"\\\\\\u0007\"");
    }
}
