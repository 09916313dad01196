//! What a person has to look at: the engine leaves it as it is and says so. Rewording a passive, resolving a
//! pronoun or guessing a short form is never automatic.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::lexicon::{HARD, level};
use crate::model::{BlockKind, Document, Inline, InlineKind, Lang, Prose, walk};
use crate::source::{Source, Span};
use crate::text::{sentences, words};

/// More words in a sentence are a failure to report (GOV.UK 2020).
const TOO_LONG: usize = 25;

/// What is longer has lost the marks of its sentences, and is left.
const WITHOUT_MARKS: usize = 200;

/// Fewer words in capitals are a heading or a name.
const FEWEST_IN_CAPITALS: usize = 4;

/// Something that a person has to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Flag {
    /// What kind it is.
    pub id: FlagKind,
    /// The words.
    pub text: String,
    /// Where the source has them, or what they were made of.
    pub span: Option<Span>,
}

/// The kinds of flags. Their names never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FlagKind {
    /// A verb that hides who acts.
    Passive,
    /// A sentence of more than 25 words is left.
    LongSentence,
    /// A word such as "this" that may stand for more than one thing.
    UnclearPronoun,
    /// A short form that nobody explains.
    UndefinedShortForm,
    /// A date that can be read in two ways.
    AmbiguousDate,
    /// A hard word, of level C1 or C2, that the word list has no meaning for.
    NeedsEasyWords,
    /// Words in another language. They are left as they are.
    OtherLanguage,
    /// Words all in capitals. They are left as they are.
    AllCapitals,
    /// A text with no marks between its sentences. It is left as it is.
    NoSentenceMarks,
}

impl FlagKind {
    /// The stable name of the kind.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Passive => "passive",
            Self::LongSentence => "long-sentence",
            Self::UnclearPronoun => "unclear-pronoun",
            Self::UndefinedShortForm => "undefined-short-form",
            Self::AmbiguousDate => "ambiguous-date",
            Self::NeedsEasyWords => "needs-easy-words",
            Self::OtherLanguage => "other-language",
            Self::AllCapitals => "all-capitals",
            Self::NoSentenceMarks => "no-sentence-marks",
        }
    }

    /// What a person can do about it, in a sentence.
    ///
    /// ```
    /// use plainsong::rewrite::easy_read::FlagKind;
    ///
    /// assert_eq!(FlagKind::NeedsEasyWords.advice(), "This is a hard word. Use an easy word, or say what it means.");
    /// ```
    #[must_use]
    pub const fn advice(self) -> &'static str {
        match self {
            Self::Passive => "Say who does it.",
            Self::LongSentence => "This sentence is long. Say it in two or more.",
            Self::UnclearPronoun => "Say again what this stands for.",
            Self::UndefinedShortForm => "Write the short form in full.",
            Self::AmbiguousDate => "Write the month as a word.",
            Self::NeedsEasyWords => "This is a hard word. Use an easy word, or say what it means.",
            Self::OtherLanguage => "This is not English. It was left as it is.",
            Self::AllCapitals => "This is all in capitals. It was left as it is. Write it in small letters.",
            Self::NoSentenceMarks => "This has no full stops. It was left as it is. Put a full stop after each sentence.",
        }
    }

    /// The kind that a finding of the linter belongs to.
    fn of_rule(rule: &str) -> Option<Self> {
        FLAGGED_RULES.iter().zip(KINDS_OF_RULES).find_map(|(flagged, kind)| (*flagged == rule).then_some(kind))
    }
}

/// Rules of the linter whose findings are flags.
pub const FLAGGED_RULES: [&str; 4] = ["passive-voice", "unclear-pronoun", "undefined-acronym", "ambiguous-date"];

/// The kinds of [`FLAGGED_RULES`], in their order.
const KINDS_OF_RULES: [FlagKind; FLAGGED_RULES.len()] =
    [FlagKind::Passive, FlagKind::UnclearPronoun, FlagKind::UndefinedShortForm, FlagKind::AmbiguousDate];

/// What the linter found that a person has to look at in an Easy Read, so that nothing looks for it twice.
///
/// ```
/// use plainsong::{Source, lint, parse, rewrite::easy_read::{FlagKind, flagged}};
///
/// let source = Source::new("a.md", "# Plan\n\nThe bench was mended by the 1/4/26.");
/// let findings = lint::lint(&parse(&source), &source, &lint::Options::default());
/// assert!(flagged(&findings, &source).iter().any(|flag| flag.id == FlagKind::AmbiguousDate));
/// ```
#[must_use]
pub fn flagged(findings: &[Diagnostic], source: &Source) -> Vec<Flag> {
    let flags = findings.iter().filter_map(|finding| {
        let id = FlagKind::of_rule(finding.rule)?;
        let places = std::iter::once(finding.span).chain(finding.also.iter().copied());
        Some(places.map(move |span| Flag { id, text: source.slice(span).to_owned(), span: Some(span) }))
    });
    flags.flatten().collect()
}

/// What is left in the words of an Easy Read for a person to look at, in their order.
pub(super) fn flags(easy: &Document) -> Vec<Flag> {
    let mut found = Found { flags: Vec::new(), hard_words: BTreeSet::new() };
    let language = &easy.meta.language;
    walk::blocks(&easy.blocks, &mut |block| {
        if let Some(content) = prose_of(&block.kind) {
            found.look_at(content, block.lang.as_ref().unwrap_or(language));
        }
    });
    found.flags
}

/// The words of a paragraph: the passages that are said in easy words.
fn prose_of(kind: &BlockKind) -> Option<&[Inline]> {
    match kind {
        BlockKind::Paragraph { content, .. } => Some(content),
        BlockKind::Heading { .. }
        | BlockKind::List(_)
        | BlockKind::Definitions(_)
        | BlockKind::Table(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break => None,
    }
}

struct Found {
    flags: Vec<Flag>,
    /// Each is flagged where it stands first.
    hard_words: BTreeSet<String>,
}

impl Found {
    fn look_at(&mut self, content: &[Inline], language: &Lang) {
        let prose = Prose::of(content);
        let text = prose.text();
        let whole = |id| Flag { id, text: text.to_owned(), span: Prose::extent(content) };
        if !language.is_english() {
            self.flags.push(whole(FlagKind::OtherLanguage));
            return;
        }
        let count = words(text).count();
        if count >= FEWEST_IN_CAPITALS && !text.contains(char::is_lowercase) {
            self.flags.push(whole(FlagKind::AllCapitals));
            return;
        }
        for range in sentences(text) {
            let Some(sentence) = text.get(range.clone()) else { continue };
            let id = match words(sentence).count() {
                ..=TOO_LONG => continue,
                count if count > WITHOUT_MARKS => FlagKind::NoSentenceMarks,
                _ => FlagKind::LongSentence,
            };
            let span = prose.span(range).or_else(|| Prose::extent(content));
            self.flags.push(Flag { id, text: sentence.trim().to_owned(), span });
        }
        self.hard_words(content);
    }

    /// The hard words of a passage that no meaning is given for.
    fn hard_words(&mut self, content: &[Inline]) {
        without_meaning(content, &mut |text, span| {
            for range in words(text) {
                let word = text.get(range).unwrap_or_default();
                // A name can begin a sentence.
                let is_hard = !word.contains(char::is_uppercase) && level(word).is_some_and(|level| level >= HARD);
                if is_hard && self.hard_words.insert(word.to_lowercase()) {
                    self.flags.push(Flag { id: FlagKind::NeedsEasyWords, text: word.to_owned(), span });
                }
            }
        });
    }
}

/// Calls `see` with each text that is not marked as a word with a meaning.
fn without_meaning(content: &[Inline], see: &mut dyn FnMut(&str, Option<Span>)) {
    for inline in content {
        match &inline.kind {
            InlineKind::Text(text) => see(text, inline.origin.span()),
            InlineKind::Emphasis(inner)
            | InlineKind::Strong(inner)
            | InlineKind::Deleted(inner)
            | InlineKind::Link { content: inner, .. } => without_meaning(inner, see),
            InlineKind::HardWord(_)
            | InlineKind::CrossReference { .. }
            | InlineKind::Code(_)
            | InlineKind::Image(_)
            | InlineKind::Abbreviation { .. }
            | InlineKind::NoteRef(_)
            | InlineKind::SoftBreak
            | InlineKind::LineBreak => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;
    use crate::rewrite::easy_read::{Options, easy_read};

    fn flagged_in(text: &str) -> Vec<(FlagKind, String)> {
        let easy = easy_read(&parse(&Source::new("t", format!("# T\n\n{text}"))), &Options::default());
        easy.flags.into_iter().map(|flag| (flag.id, flag.text)).collect()
    }

    #[test]
    fn hard_words_without_a_meaning_are_flagged_once() {
        let found = flagged_in("The stakeholders saw the consumables. Consumables were old, and the consumables were wet.");
        assert_eq!(found, [(FlagKind::NeedsEasyWords, "consumables".to_owned())]);
    }

    #[test]
    fn names_and_easy_words_are_not() {
        assert_eq!(flagged_in("Remunerating met in Consumables Street. We went home."), []);
    }

    #[test]
    fn what_is_left_alone_is_said() {
        let kinds = |text: &str| flagged_in(text).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
        assert_eq!(kinds("THE OLD BENCH IS BY THE GATE"), [FlagKind::AllCapitals]);
        assert_eq!(kinds("<div lang=\"cy\"><p>Bydd y Cyngor yn cyfarfod nos Lun.</p></div>"), [FlagKind::OtherLanguage]);
        let long = "the old bench by the red gate of the big park in the small town ".repeat(2);
        assert_eq!(kinds(&format!("We saw {long}.")), [FlagKind::LongSentence]);
        assert_eq!(kinds(&long.repeat(10)), [FlagKind::NoSentenceMarks]);
    }

    #[test]
    fn findings_of_other_rules_are_no_flags() {
        let source = Source::new("t", "We met.");
        let finding = |rule| Diagnostic::new(rule, crate::diagnostic::Severity::Advice, "", Span::new(0, 2));
        let flags = flagged(&[finding("passive-voice"), finding("jargon")], &source);
        assert_eq!(flags.len(), 1);
        assert_eq!((flags[0].id, flags[0].text.as_str()), (FlagKind::Passive, "We"));
    }
}
