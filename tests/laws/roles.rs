//! Whatever minutes hold, looking for roles ends well: each mark is a place in the source, and each
//! name, owner and date is words of the document.

use plainsong::model::Role;
use plainsong::record::record;
use plainsong::{Source, parse};
use proptest::prelude::*;

/// What minutes are made of, and what breaks them.
const FRAGMENTS: [&str; 60] = [
    "Present:",
    "PRESENT ",
    "Apologies:",
    "In attendance",
    "In the chair: ",
    "Cllr ",
    "Mrs. ",
    "Ann Vane",
    "\u{176} \u{1f4a7}",
    ", ",
    " and ",
    " & ",
    "(Chair)",
    "(",
    ")",
    "]",
    "RESOLVED",
    "RESOLVED: ",
    "Resolved \u{2013} that",
    "AGREED",
    "Carried.",
    "proposed by",
    "seconded",
    "it was agreed that ",
    "not ",
    "noted the report.",
    "The Board:",
    "ACTION: ",
    "Action:",
    "ACTION ",
    "Due:",
    "Clerk",
    "Clerk to ",
    "will write ",
    "AB ",
    "by the next meeting",
    "by 4 May 2027",
    "by ",
    "4 votes for, ",
    "2 against",
    "For: ",
    "abstained",
    "Declarations of interest",
    "Date of next meeting: ",
    "The next meeting will be on ",
    "1\u{336}2 June",
    "of the public",
    "3 members",
    "**",
    "\t",
    "   ",
    "\n",
    "\n\n",
    "\n- ",
    "\n1. ",
    "\n## ",
    "\n\n| Action | Owner | Due |\n|---|---|---|\n| ",
    " | ",
    "\u{301}",
    "....... Date ______",
];

/// Minutes made up at random.
pub(crate) fn minutes() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&FRAGMENTS[..]), 0..40)
        .prop_map(|parts| format!("# Minutes\n\nPresent: Bo Lee\n\nApologies: None\n\n{}", parts.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn marks_are_places_and_their_words_are_printed(text in minutes()) {
        let source = Source::new("a.md", text);
        let document = parse(&source);
        let printed: String = source.text().split(|character: char| character.is_whitespace() || "*\\|:".contains(character)).collect();
        let is_printed = |words: &str| printed.contains(&words.split(|character: char| character.is_whitespace() || "*\\|:".contains(character)).collect::<String>());
        for mark in &document.marks {
            prop_assert!(source.text().get(mark.span.range()).is_some_and(|words| !words.is_empty()), "{mark:?}");
            match &mark.role {
                Role::Attendance { person, .. } => prop_assert!(is_printed(person), "{mark:?}"),
                Role::Action { owner, due } => prop_assert!(owner.iter().chain(due).all(|words| is_printed(words)), "{mark:?}"),
                _ => {}
            }
        }
        let lines = source.text().lines().count();
        for action in record(&document, &source).actions {
            prop_assert!(action.entry.lines[0] <= action.entry.lines[1] && action.entry.lines[1] <= lines, "{action:?}");
        }
    }
}
