//! What can be a short form, and which long forms suit it.

use super::alignment::{LongForm, limit, small};

/// The most characters of a short form: "5alpha-red-IR".
const LONGEST: usize = 14;

/// The most letters and digits of one.
const MOST_LETTERS: usize = 12;

/// The most letters of a name of a person.
const LONGEST_NAME: usize = 30;

/// Words that a short form may look like. They are one only if each letter begins a word: "odds ratio (OR)".
const WORDS: [&str; 43] = [
    "a", "all", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "etc", "for", "from", "he", "her", "his", "if",
    "in", "is", "it", "its", "may", "new", "no", "not", "now", "of", "on", "one", "or", "our", "see", "so", "the", "to", "us", "was", "we",
    "who", "with",
];

/// Last words of the names of bodies and things. Two words in capitals that end otherwise are a person, as
/// often as not: "Mark Wardle (MW)".
const THINGS: [&str; 110] = [
    "Act",
    "Action",
    "Age",
    "Agency",
    "Agenda",
    "Agreement",
    "Alliance",
    "Area",
    "Assembly",
    "Assessment",
    "Assets",
    "Association",
    "Authority",
    "Bank",
    "Bill",
    "Board",
    "Britain",
    "Campaign",
    "Capital",
    "Care",
    "Centre",
    "Charity",
    "Charter",
    "Club",
    "Code",
    "College",
    "Commission",
    "Commissioner",
    "Committee",
    "Community",
    "Company",
    "Conference",
    "Constabulary",
    "Contract",
    "Council",
    "Credit",
    "Data",
    "Development",
    "Directive",
    "England",
    "Executive",
    "Federation",
    "Forum",
    "Foundation",
    "Framework",
    "Fund",
    "Government",
    "Group",
    "Hall",
    "Health",
    "Inspector",
    "Institute",
    "Ireland",
    "Libraries",
    "Library",
    "Limits",
    "Line",
    "Link",
    "Management",
    "Manager",
    "Meeting",
    "Member",
    "Network",
    "Office",
    "Officer",
    "Ombudsman",
    "Order",
    "Panel",
    "Park",
    "Partnership",
    "Plan",
    "Police",
    "Policy",
    "Pool",
    "Practitioner",
    "Programme",
    "Project",
    "Protocol",
    "Register",
    "Report",
    "Review",
    "Rights",
    "Road",
    "Scheme",
    "School",
    "Scotland",
    "Secretary",
    "Sector",
    "Service",
    "Services",
    "Society",
    "Standard",
    "Standards",
    "State",
    "Statement",
    "Station",
    "Strategy",
    "Support",
    "Survey",
    "System",
    "Team",
    "Transport",
    "Trust",
    "Union",
    "Unit",
    "University",
    "Wales",
    "Work",
    "Worker",
    "Works",
];

/// The letters and digits of a short form, in small letters, if this can be one. The ending of a plural is
/// none of them.
pub(super) fn letters(text: &str) -> Option<Vec<char>> {
    let is_joint = |character| matches!(character, '&' | '-' | '/' | '+' | '.' | '(' | ')' | '\'' | '\u{2019}' | ' ');
    let is_part = |character: char| character.is_alphanumeric() || is_joint(character);
    let is_short = if text.is_ascii() { text.len() <= LONGEST } else { text.chars().take(LONGEST + 1).count() <= LONGEST };
    if !is_short || !text.starts_with(char::is_alphanumeric) || !text.chars().all(is_part) {
        return None;
    }
    let bare = text.strip_suffix('s').filter(|bare| bare.ends_with(char::is_uppercase)).unwrap_or(text);
    if text.split_whitespace().nth(2).is_some() || !bare.contains(char::is_alphabetic) {
        return None;
    }
    let mut letters = Vec::with_capacity(LONGEST);
    letters.extend(bare.chars().filter(|character| character.is_alphanumeric()).filter_map(small));
    (2..=MOST_LETTERS).contains(&letters.len()).then_some(letters)
}

/// The letters of W3C with each of those that the digit counts: W, W, W, C.
pub(super) fn repeated(letters: &[char]) -> Option<Vec<char>> {
    let at = letters.iter().position(|letter| matches!(letter, '2'..='4'))?;
    let (before, count) = (*letters.get(at.checked_sub(1)?)?, letters.get(at)?.to_digit(10)?);
    let mut all = letters.to_vec();
    all.splice(at..=at, std::iter::repeat_n(before, count as usize - 1));
    Some(all)
}

/// Whether a long form that was found for a short one in a text is likely enough.
pub(super) fn suits(short: &str, letters: &[char], long: &LongForm, text: &str) -> bool {
    if long.price > limit(letters.len()) || long.range.len() <= short.len() {
        return false;
    }
    let words: Vec<&str> = text[long.range.clone()].split_whitespace().collect();
    let is_initials = long.price == 0 && words.len() == letters.len();
    let is_spelt_as_a_word = !short.contains(char::is_uppercase) || WORDS.iter().any(|word| word.eq_ignore_ascii_case(short));
    let is_beside_name = || long.price > 2 && short.chars().all(char::is_uppercase) && is_name(&words, &text[..long.range.start]);
    let may_be_one = is_initials || !is_spelt_as_a_word;
    may_be_one && !words.contains(&short) && !is_person(short, &words) && !is_beside_name()
}

/// Whether two words are as likely a person as what the short form stands for.
fn is_person(short: &str, words: &[&str]) -> bool {
    let [_, last] = words else { return false };
    short.chars().count() <= 3 && words.iter().all(|word| is_capitalised(word)) && !is_thing(last)
}

/// Whether a word is the last of names of bodies and things, and not of people.
pub(super) fn is_thing(word: &str) -> bool {
    THINGS.binary_search(&word).is_ok()
}

/// Whether words can be a name of two or three words, or the end of one. What stands in brackets after the
/// name of a person is where that person works, so its letters must be plain to see.
fn is_name(words: &[&str], before: &str) -> bool {
    // The letters of the word before, from its last on.
    let mut letters_before =
        before.trim_end_matches(' ').chars().rev().take_while(|character| character.is_alphanumeric()).take(LONGEST_NAME);
    let mut goes_on = || letters_before.by_ref().last().is_some_and(char::is_uppercase);
    words.len() <= 3 && words.iter().all(|word| is_capitalised(word)) && (words.len() > 1 || goes_on())
}

/// Whether a word is of letters and has one capital, the first.
fn is_capitalised(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.all(|character| !character.is_uppercase() && !character.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_told_from_other_words() {
        assert_eq!(letters("SMEs"), Some(vec!['s', 'm', 'e']));
        assert_eq!(letters("F&A"), Some(vec!['f', 'a']));
        assert_eq!(letters("C.C.C."), Some(vec!['c', 'c', 'c']));
        for other in ["", "X", "12", "see the note below", "n=5", "-SH"] {
            assert_eq!(letters(other), None, "{other}");
        }
    }

    #[test]
    fn the_list_of_things_is_in_order() {
        assert!(THINGS.is_sorted(), "{:?}", THINGS.windows(2).find(|pair| pair[0] > pair[1]));
    }

    #[test]
    fn a_digit_counts_letters() {
        assert_eq!(repeated(&['w', '3', 'c']), Some(vec!['w', 'w', 'w', 'c']));
        assert_eq!(repeated(&['3', 'd']), None);
        assert_eq!(repeated(&['b', 'c']), None);
    }
}
