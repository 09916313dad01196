//! Leaving out what the author of a document asks to leave out, and judging what the author asks.

use std::collections::HashSet;

use super::Levels;
use super::comments::{Comment, Order, comments};
use super::places;
use super::rule::{RuleInfo, rule, rules};
use super::rules::comments::{unknown_suppression, unused_suppression};
use super::suppression::{Extent, Suppression, Suppressions};
use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix};
use crate::model::Document;
use crate::source::{Source, Span};

/// A finding that the author of the document asks to leave out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suppressed {
    /// The finding.
    pub finding: Diagnostic,
    /// Why, in the author's words.
    pub reason: Option<String>,
}

/// Parts findings into those that stay and those that comments in the document ask to leave out, and adds
/// what is to be said of the comments.
pub(super) fn apply(document: &Document, source: &Source, levels: &Levels, found: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Suppressed>) {
    let comments = comments(document, source);
    if comments.is_empty() {
        return (found, Vec::new());
    }
    let mut judge = Judge { source, levels, comments: &comments, findings: Vec::new() };
    let mut suppressions = judge.suppressions();
    let mut suppressed = Vec::new();
    for finding in found {
        let places = std::iter::once(finding.span).chain(finding.also.iter().copied());
        let covered: Vec<(Span, usize)> =
            places.filter_map(|place| suppressions.covering(finding.rule, place).map(|comment| (place, comment))).collect();
        let Some(&(_, comment)) = covered.first() else {
            judge.findings.push(finding);
            continue;
        };
        let covered: HashSet<Span> = covered.into_iter().map(|(place, _)| place).collect();
        judge.findings.extend(places::at(finding.clone(), |place| !covered.contains(&place)));
        let reason = comments.get(comment).and_then(|comment| comment.reason).map(|reason| source.slice(reason).to_owned());
        suppressed.extend(places::at(finding, |place| covered.contains(&place)).map(|finding| Suppressed { finding, reason }));
    }
    judge.unused(&suppressions);
    (judge.findings, suppressed)
}

/// Says what is wrong with the comments.
struct Judge<'a> {
    source: &'a Source,
    levels: &'a Levels,
    comments: &'a [Comment],
    findings: Vec<Diagnostic>,
}

impl Judge<'_> {
    /// What the comments ask to leave out.
    fn suppressions(&mut self) -> Suppressions {
        let mut suppressions = Suppressions::default();
        let next_lines = next_lines(self.comments, self.source);
        let end_of_text = self.source.text().len();
        for ((index, comment), next_line) in self.comments.iter().enumerate().zip(next_lines) {
            let known = self.known_rules(comment);
            let mut add = |extent, covers| {
                for &(name, rule) in &known {
                    suppressions.add(extent, index, rule.name, name, covers);
                }
            };
            match comment.order {
                Order::NextLine => add(Extent::Line, next_line),
                Order::Start => add(Extent::Block, Span::new(comment.span.end, end_of_text)),
                Order::File => add(Extent::File, Span::new(0, end_of_text)),
                Order::End => self.end(comment, &known, &mut suppressions),
                Order::Unknown => self.unknown_word(comment),
            }
        }
        for open in suppressions.open() {
            let message = format!("This comment leaves out \"{}\" up to the end of the document.", open.rule);
            let help = format!("Write <!-- plainsong-ignore-end {} --> where it ends, or begin with \"plainsong-ignore-file\".", open.rule);
            self.unknown(open.name, message, help);
        }
        suppressions
    }

    /// The rules that a comment names, each with the place of its name.
    fn known_rules(&mut self, comment: &Comment) -> Vec<(Span, &'static RuleInfo)> {
        if comment.rules.is_empty() && !matches!(comment.order, Order::End | Order::Unknown) {
            let help = "Write the name of the rule after it, as `check` gives it in square brackets.";
            self.unknown(comment.span, "This comment names no rule, so it leaves out nothing.", help);
        }
        let mut known = Vec::new();
        for &name in &comment.rules {
            let word = self.source.slice(name);
            match rule(word) {
                Some(info) if is_about_comments(info) => {
                    let help = format!("Switch \"{word}\" off in plainsong.toml, or delete the name.");
                    self.unknown(name, format!("What \"{word}\" finds cannot be left out by a comment."), help);
                }
                Some(info) => known.push((name, info)),
                None if comment.order == Order::Unknown => {}
                None => {
                    let help = format!("Write the name of a rule{}.", nearest_rule(word));
                    self.unknown(name, format!("There is no rule \"{word}\", so this comment leaves out nothing."), help);
                }
            }
        }
        known
    }

    fn unknown_word(&mut self, comment: &Comment) {
        let words: Vec<&str> = Order::WORDS.iter().map(|(word, _)| *word).collect();
        let message = format!("plainsong does not know the comment \"{}\", so it leaves out nothing.", self.source.slice(comment.word));
        self.unknown(comment.word, message, format!("Write one of these: {}.", words.join(", ")));
    }

    /// Ends the blocks of these rules, or of all rules, that are open.
    fn end(&mut self, comment: &Comment, known: &[(Span, &'static RuleInfo)], suppressions: &mut Suppressions) {
        let is_meant = |open: &Suppression| comment.rules.is_empty() || known.iter().any(|(_, rule)| rule.name == open.rule);
        let ended = suppressions.end(comment.span, is_meant);
        if !ended && (comment.rules.is_empty() || !known.is_empty()) {
            let help = "Delete it, or write \"plainsong-ignore-start\" and the name of the rule where the block begins.";
            self.unknown(comment.span, "This comment ends a block that no comment begins.", help);
        }
    }

    /// Reports what left out nothing. Of a rule that is switched off nobody can tell.
    fn unused(&mut self, suppressions: &Suppressions) {
        for suppression in suppressions.unused() {
            let is_on = rule(suppression.rule).is_some_and(|rule| self.levels.is_on(rule));
            let (true, Some(comment)) = (is_on, self.comments.get(suppression.comment)) else { continue };
            let message = format!("\"{}\" finds nothing here, so this comment is not needed.", suppression.rule);
            let mut finding = Diagnostic::new(unused_suppression::INFO.name, unused_suppression::INFO.severity, message, suppression.name);
            let alone = comment.rules.len() == 1;
            finding.help = Some(if alone { "Delete the comment." } else { "Delete the name of the rule." }.to_owned());
            finding.fix = alone.then(|| self.deletion([Some(comment.span), suppression.end]));
            self.add(&unused_suppression::INFO, finding);
        }
    }

    /// Deletes comments, and the lines that they stand on if nothing else does.
    fn deletion(&self, comments: [Option<Span>; 2]) -> Fix {
        let edits = comments.into_iter().flatten().map(|comment| Edit { span: self.with_line(comment), text: String::new() });
        Fix { applicability: Applicability::Safe, edits: edits.collect() }
    }

    fn with_line(&self, comment: Span) -> Span {
        let line = self.source.line_of(comment.start);
        let begins_line = comment.start == line.start.max(self.source.body_start());
        let rest = self.source.slice(Span::new(comment.end, self.source.text().len()));
        match ["\r\n", "\n", "\r"].into_iter().find(|line_end| rest.starts_with(line_end)) {
            Some(line_end) if begins_line => Span::new(comment.start, comment.end + line_end.len()),
            _ => comment,
        }
    }

    fn unknown(&mut self, place: Span, message: impl Into<String>, help: impl Into<String>) {
        let mut finding = Diagnostic::new(unknown_suppression::INFO.name, unknown_suppression::INFO.severity, message, place);
        finding.help = Some(help.into());
        self.add(&unknown_suppression::INFO, finding);
    }

    fn add(&mut self, rule: &RuleInfo, mut finding: Diagnostic) {
        if self.levels.is_on(rule) {
            self.levels.apply(rule, &mut finding);
            self.findings.push(finding);
        }
    }
}

/// For each comment, the first line after it that holds anything but such comments.
fn next_lines(comments: &[Comment], source: &Source) -> Vec<Span> {
    let mut lines: Vec<Span> = Vec::with_capacity(comments.len());
    let mut later: Option<(&Comment, Span)> = None;
    for comment in comments.iter().rev() {
        let end = source.line_of(comment.span.end).end;
        let is_blank = |start: usize, end: usize| source.slice(Span::new(start, end)).trim().is_empty();
        let line = match later {
            Some((later, line)) if source.line_of(later.span.end).end == end => line,
            Some((later, line)) if is_blank(end, later.span.start) && is_blank(later.span.end, source.line_of(later.span.end).end) => line,
            _ => {
                let rest = source.slice(Span::new(end, source.text().len()));
                source.line_of(end + rest.len() - rest.trim_start().len())
            }
        };
        lines.push(line);
        later = Some((comment, line));
    }
    lines.reverse();
    lines
}

fn is_about_comments(rule: &RuleInfo) -> bool {
    [unknown_suppression::INFO.name, unused_suppression::INFO.name].contains(&rule.name)
}

/// `, such as "jargon"`: the rule whose name shares the longest beginning with a word.
fn nearest_rule(word: &str) -> String {
    let shared = |name: &str| name.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
    let nearest = rules().map(|rule| rule.name).max_by_key(|name| shared(name)).filter(|name| shared(name) > 2);
    nearest.map_or(String::new(), |nearest| format!(", such as \"{nearest}\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Examined, Options, examine};
    use crate::parse;

    fn examined(text: &str) -> Examined {
        let source = Source::new("t.md", text);
        examine(&parse(&source), &source, &Options::default())
    }

    /// The rules and texts of what stays, of these rules.
    fn found<'a>(text: &'a str, rules: &[&str]) -> Vec<(&'static str, &'a str)> {
        let findings = examined(text).findings.into_iter();
        findings.filter(|finding| rules.contains(&finding.rule)).map(|finding| (finding.rule, &text[finding.span.range()])).collect()
    }

    fn about_comments(text: &str) -> Vec<(&'static str, &str)> {
        found(text, &["unknown-suppression", "unused-suppression"])
    }

    #[test]
    fn the_next_line_is_left_out_with_its_reason() {
        for text in [
            "<!-- plainsong-ignore-next-line jargon: their own name -->\nWe met stakeholders.",
            "<!-- plainsong-ignore-next-line jargon: their own name -->\n\n- We met stakeholders.",
            "<!-- plainsong-ignore-next-line jargon: their own name -->\n<!-- plainsong-ignore-next-line undefined-acronym -->\nSCIE met stakeholders.",
        ] {
            let examined = examined(text);
            assert!(examined.findings.iter().all(|finding| finding.rule != "jargon"), "{text}");
            let suppressed = examined.suppressed.iter().find(|suppressed| suppressed.finding.rule == "jargon").unwrap();
            assert_eq!(suppressed.reason.as_deref(), Some("their own name"));
            assert_eq!(about_comments(text), []);
        }
    }

    #[test]
    fn other_lines_and_other_rules_are_still_found() {
        let text = "<!-- plainsong-ignore-next-line jargon -->\nWe met stakeholders from SCIE.\n\nThe stakeholders left.";
        let examined = examined(text);
        let jargon = examined.findings.iter().find(|finding| finding.rule == "jargon").unwrap();
        assert_eq!((jargon.span.start, jargon.also.len()), (text.rfind("stakeholders").unwrap(), 0));
        assert_eq!(found(text, &["undefined-acronym"]).len(), 1);
    }

    #[test]
    fn a_block_and_a_file_are_left_out() {
        let block =
            "<!-- plainsong-ignore-start jargon -->\n\nWe met stakeholders.\n\n<!-- plainsong-ignore-end jargon -->\n\nGovernance is dull.";
        assert_eq!(found(block, &["jargon"]), [("jargon", "Governance")]);
        assert_eq!(found(&block.replace("-end jargon", "-end"), &["jargon"]).len(), 1);
        let file = "We met stakeholders.\n\n<!-- plainsong-ignore-file jargon -->\n\nGovernance is dull.";
        assert_eq!(found(file, &["jargon"]), []);
        for text in [block, file] {
            assert_eq!(about_comments(text), []);
        }
    }

    #[test]
    fn what_is_not_needed_is_found_and_its_fix_deletes_it() {
        for (text, left) in [
            ("<!-- plainsong-ignore-next-line jargon -->\r\nPlain words.", "Plain words."),
            ("One.\n\n<!-- plainsong-ignore-start jargon: a -->\nTwo.\n<!-- plainsong-ignore-end -->\n\nThree.", "One.\n\nTwo.\n\nThree."),
            ("Plain <!-- plainsong-ignore-file jargon -->words.", "Plain words."),
        ] {
            assert_eq!(about_comments(text), [("unused-suppression", "jargon")], "{text}");
            let mut findings = examined(text).findings;
            findings.retain(|finding| finding.rule == "unused-suppression");
            let fixed = crate::lint::fix(&Source::new("t.md", text), &findings, Applicability::Safe).unwrap();
            assert_eq!(fixed.text, left);
        }
        let twice = "<!-- plainsong-ignore-file jargon, jargon -->\n\nWe met stakeholders.";
        assert_eq!(about_comments(twice), [("unused-suppression", "jargon")]);
    }

    #[test]
    fn of_a_rule_that_is_off_nobody_can_tell_whether_it_is_needed() {
        let source = Source::new("t.md", "<!-- plainsong-ignore-file jargon -->\nPlain words.");
        let mut options = Options::default();
        options.levels.set(rule("jargon").unwrap(), crate::lint::Level::Off);
        assert!(examine(&parse(&source), &source, &options).findings.iter().all(|finding| finding.rule != "unused-suppression"));
    }

    #[test]
    fn what_cannot_be_followed_is_found() {
        for (text, place) in [
            ("<!-- plainsong-ignore-file jargn -->", "jargn"),
            ("<!-- plainsong-ignore jargon -->", "plainsong-ignore"),
            ("<!-- plainsong-ignore-next-line: because -->", "<!-- plainsong-ignore-next-line: because -->"),
            ("<!-- plainsong-ignore-end jargon -->", "<!-- plainsong-ignore-end jargon -->"),
            ("<!-- plainsong-ignore-start jargon -->\n\nWe met stakeholders.", "jargon"),
            ("<!-- plainsong-ignore-file unused-suppression -->", "unused-suppression"),
        ] {
            assert_eq!(about_comments(text), [("unknown-suppression", place)], "{text}");
        }
        assert!(examined("<!-- plainsong-ignore-file jargn -->").findings[0].help.as_deref().unwrap().contains("jargon"));
    }

    #[test]
    fn many_comments_take_little_time() {
        let text = format!(
            "{}SCIE.",
            "<!-- plainsong-ignore-start jargon --> <!-- plainsong-ignore-next-line jargon --> stakeholders ".repeat(3000)
        );
        assert!(about_comments(&text).len() > 3000);
    }
}
