//! Syllables of English words, counted as people say them: by groups of vowels, with the words that
//! do not go by that rule in a list.

/// Words whose vowels mislead, and how many syllables they have.
const EXCEPTIONS: [(&str, usize); 44] = [
    ("area", 3),
    ("areas", 3),
    ("being", 2),
    ("business", 2),
    ("businesses", 3),
    ("child", 1),
    ("clothes", 1),
    ("colleague", 2),
    ("colleagues", 2),
    ("create", 2),
    ("created", 3),
    ("creates", 2),
    ("creating", 3),
    ("different", 2),
    ("doing", 2),
    ("evening", 2),
    ("every", 2),
    ("everyone", 3),
    ("everything", 3),
    ("family", 3),
    ("going", 2),
    ("idea", 3),
    ("ideas", 3),
    ("league", 1),
    ("people", 2),
    ("piano", 3),
    ("poem", 2),
    ("quiet", 2),
    ("quietly", 3),
    ("react", 2),
    ("real", 1),
    ("reality", 4),
    ("really", 2),
    ("reuse", 2),
    ("ruin", 2),
    ("science", 2),
    ("seeing", 2),
    ("society", 4),
    ("something", 2),
    ("sometimes", 2),
    ("theatre", 3),
    ("vehicle", 3),
    ("via", 2),
    ("violence", 3),
];

/// How many syllables a word has, in small letters; 1 at least. A number counts as one: how it is said
/// depends on what it stands for.
///
/// ```
/// use plainsong::text::syllables;
///
/// assert_eq!(["bus", "council", "hospital", "accommodation"].map(syllables), [1, 2, 3, 5]);
/// ```
#[must_use]
pub fn syllables(word: &str) -> usize {
    if word.len() <= 3 && !word.ends_with(['y', 'a', 'o']) {
        return 1;
    }
    if let Ok(at) = EXCEPTIONS.binary_search_by(|(known, _)| (*known).cmp(word)) {
        return EXCEPTIONS[at].1;
    }
    let letters = word.as_bytes();
    let is_vowel = |at: usize| letters.get(at).is_some_and(|letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let groups = (0..letters.len()).filter(|&at| is_vowel(at) && !at.checked_sub(1).is_some_and(is_vowel)).count();
    let silent = usize::from(is_silent_ending(word));
    (groups + apart(letters)).saturating_sub(silent).max(1)
}

/// Whether the last group of vowels is not said: "plate", "plates", "asked".
fn is_silent_ending(word: &str) -> bool {
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.bytes().next_back());
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    if let Some(letter) = before("e") {
        // "table" has two, "rule" has one.
        let is_le = letter == b'l' && word.len() > 3 && !is_vowel(word.as_bytes()[word.len() - 3]);
        return !is_vowel(letter) && !is_le;
    }
    if let Some(letter) = before("es") {
        let is_said = matches!(letter, b's' | b'z' | b'x' | b'c' | b'g') || word.ends_with("ches") || word.ends_with("shes");
        let is_le = letter == b'l' && word.len() > 4 && !is_vowel(word.as_bytes()[word.len() - 4]);
        return !is_vowel(letter) && !is_said && !is_le;
    }
    before("ed").is_some_and(|letter| !is_vowel(letter) && !matches!(letter, b't' | b'd'))
}

/// Vowels that stand side by side and are said apart: "ratio", "previous" no, "dual", "science".
fn apart(letters: &[u8]) -> usize {
    letters
        .windows(3)
        .filter(|part| match part {
            // "material", "period", "various"; not "social", "nation", "region".
            [before, b'i', b'a' | b'o' | b'u'] => !matches!(before, b't' | b'c' | b's' | b'g' | b'x' | b'q'),
            [_, b'u', b'a'] => !matches!(part[0], b'q' | b'g'),
            _ => false,
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_syllables_that_people_say() {
        for (word, count) in [
            ("a", 1),
            ("the", 1),
            ("plate", 1),
            ("plates", 1),
            ("asked", 1),
            ("wanted", 2),
            ("table", 2),
            ("rules", 1),
            ("houses", 2),
            ("any", 2),
            ("policy", 3),
            ("social", 2),
            ("nation", 2),
            ("material", 4),
            ("various", 3),
            ("situation", 4),
            ("equality", 4),
            ("people", 2),
            ("business", 2),
            ("2024", 1),
            ("committee", 3),
            ("accommodation", 5),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn the_exceptions_are_in_order() {
        assert!(EXCEPTIONS.is_sorted_by_key(|(word, _)| *word));
    }

    #[test]
    fn nothing_and_other_letters_are_one_syllable() {
        for word in ["", "e", "es", "\u{175}", "\u{5d0}\u{5d1}\u{5d2}\u{5d3}", "le", "led", "\u{e9}les"] {
            assert_eq!(syllables(word), 1, "{word}");
        }
    }
}
