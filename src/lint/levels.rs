//! How much the findings of a rule matter to somebody who sees it otherwise than the rule does.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::rule::{RuleInfo, rule, rules};
use crate::diagnostic::{Diagnostic, Severity};

/// What becomes of the findings of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule is not asked.
    Off,
    /// They are worth a thought.
    Advice,
    /// They stand in a reader's way.
    Warning,
    /// The document must not be published with them.
    Error,
}

impl Level {
    /// The severity of the findings; none, if there are to be none.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Advice => Some(Severity::Advice),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

/// The rules that are switched off, or whose findings matter more or less than the rule says. Of every
/// other rule, findings are as severe as it says.
///
/// In TOML it is a table of the names of rules: `{ jargon = "off", undefined-acronym = "error" }`. The
/// name of no rule is an error.
///
/// ```
/// use plainsong::lint::{self, Level, lint};
/// use plainsong::{Source, parse};
///
/// let mut options = lint::Options::default();
/// options.levels.set(lint::rule("jargon").unwrap(), Level::Off);
/// let source = Source::new("report.md", "We will work with stakeholders.");
/// assert!(lint(&parse(&source), &source, &options).iter().all(|finding| finding.rule != "jargon"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Levels(BTreeMap<&'static str, Level>);

impl Levels {
    /// Says how much the findings of a rule matter.
    pub fn set(&mut self, rule: &RuleInfo, level: Level) {
        self.0.insert(rule.name, level);
    }

    /// What is said of a rule, if anything is.
    #[must_use]
    pub fn get(&self, rule: &str) -> Option<Level> {
        self.0.get(rule).copied()
    }

    /// Says the same as `nearer`, and where that is silent, the same as before.
    pub fn extend(&mut self, nearer: &Self) {
        self.0.extend(&nearer.0);
    }

    /// Whether a rule is to be asked.
    pub(super) fn is_on(&self, rule: &RuleInfo) -> bool {
        self.get(rule.name) != Some(Level::Off)
    }

    /// Sets how much a finding of a rule matters. The level goes for what the rule takes as seriously as it
    /// can; a milder finding, such as that a sentence is somewhat long, does not become more severe.
    pub(super) fn apply(&self, rule: &RuleInfo, finding: &mut Diagnostic) {
        let Some(severity) = self.get(rule.name).and_then(Level::severity) else { return };
        finding.severity = if finding.severity < rule.severity { finding.severity.min(severity) } else { severity };
    }
}

impl<'de> Deserialize<'de> for Levels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let levels = BTreeMap::<RuleName, Level>::deserialize(deserializer)?;
        Ok(Self(levels.into_iter().map(|(RuleName(name), level)| (name, level)).collect()))
    }
}

/// The name of a rule. Names are read one by one, so that a mistake has its place.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct RuleName(&'static str);

impl<'de> Deserialize<'de> for RuleName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| rules().map(|rule| rule.name).collect());
        let name = String::deserialize(deserializer)?;
        rule(&name).map(|rule| Self(rule.name)).ok_or_else(|| D::Error::unknown_field(&name, &NAMES))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Options, lint};
    use crate::source::{Source, Span};

    fn severities(text: &str, levels: &str) -> Vec<(&'static str, Severity)> {
        let source = Source::new("t.md", text);
        let options = Options { levels: toml::from_str(levels).unwrap(), ..Options::default() };
        let found = lint(&crate::parse(&source), &source, &options);
        let of_words = found.into_iter().filter(|finding| finding.rule == "jargon" || finding.rule == "undefined-acronym");
        of_words.map(|finding| (finding.rule, finding.severity)).collect()
    }

    #[test]
    fn a_rule_can_be_switched_off_or_made_more_or_less_severe() {
        let text = "SCIE met stakeholders.";
        assert_eq!(severities(text, ""), [("undefined-acronym", Severity::Warning), ("jargon", Severity::Warning)]);
        assert_eq!(severities(text, "jargon = \"off\""), [("undefined-acronym", Severity::Warning)]);
        assert_eq!(
            severities(text, "jargon = \"error\"\nundefined-acronym = \"advice\""),
            [("undefined-acronym", Severity::Advice), ("jargon", Severity::Error)]
        );
    }

    #[test]
    fn a_milder_finding_never_becomes_more_severe() {
        let rule = rule("jargon").unwrap();
        let severity = |own, level| {
            let mut levels = Levels::default();
            levels.set(rule, level);
            let mut finding = Diagnostic::new(rule.name, own, "", Span::new(0, 0));
            levels.apply(rule, &mut finding);
            finding.severity
        };
        assert_eq!(severity(Severity::Advice, Level::Error), Severity::Advice);
        assert_eq!(severity(Severity::Warning, Level::Error), Severity::Error);
        assert_eq!(severity(Severity::Error, Level::Advice), Severity::Advice);
    }

    #[test]
    fn the_nearer_word_counts() {
        let levels = |text| toml::from_str::<Levels>(text).unwrap();
        let mut both = levels("jargon = \"off\"\nundefined-acronym = \"error\"");
        both.extend(&levels("jargon = \"advice\""));
        assert_eq!(both, levels("jargon = \"advice\"\nundefined-acronym = \"error\""));
    }

    #[test]
    fn the_name_of_no_rule_is_an_error_that_lists_the_rules() {
        let message = toml::from_str::<Levels>("jargn = \"off\"").unwrap_err().message().to_owned();
        assert!(message.starts_with("unknown field `jargn`") && message.contains("`jargon`"), "{message}");
    }
}
