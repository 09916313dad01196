//! Label lines: `REPORT TITLE:` a tab, and the title.

use std::ops::Range;

use super::lines::{NO_BREAK_SPACE_BEGINS, TabRun, any_text, between, lines, may_hold_tab, opening, span, tabs};
use super::stretches::Sections;
use crate::model::{Block, BlockKind, Definition, Inline, Origin, Prose, walk};
use crate::text::{places_of_three, words};

/// A label is short: longer, it is a sentence with a colon in it.
const LONGEST_LABEL: usize = 6;
/// Labels that need no colon: lines that begin so, with a tab after, are no rows of a table.
const KNOWN: [&str; 16] = [
    "apologies",
    "author",
    "chair",
    "clerk",
    "committee",
    "date",
    "in attendance",
    "meeting",
    "minutes",
    "place",
    "present",
    "purpose",
    "subject",
    "time",
    "title",
    "venue",
];

/// Labels at the head of a report, which need no second line to be known for what they are.
const OF_REPORTS: [&str; 8] =
    ["report title", "title of report", "report of", "report to", "report by", "report author", "date of report", "date of meeting"];

/// Turns paragraphs whose every line is a label, a colon and a value into definitions. With a tab
/// after the colon one line is enough, and so it is with a label of reports; otherwise two make it
/// plain that these are label lines. With a tab and no colon, two of the labels must be ones that everybody uses.
pub(super) fn recognise(sections: &mut Sections) {
    walk::block_lists_mut(&mut sections.blocks, &mut |blocks| {
        for block in blocks {
            let BlockKind::Paragraph { content, .. } = &block.kind else { continue };
            if let Some(definitions) = definitions(content) {
                block.kind = BlockKind::Definitions(definitions);
            }
        }
    });
}

fn definitions(content: &[Inline]) -> Option<Vec<Definition>> {
    // Most passages hold no sign that could come after a label.
    if !any_text(content, &|text| places_of_three(text, [b':', b'\t', NO_BREAK_SPACE_BEGINS]).next().is_some()) {
        return None;
    }
    let has_colon = any_text(content, &|text| text.contains(':'));
    let has_tab = any_text(content, &may_hold_tab);
    if !has_colon && !has_tab {
        return None;
    }
    let lines = lines(content);
    let all = |read: &dyn Fn(&[Inline]) -> Option<Definition>| -> Option<Vec<Definition>> { lines.iter().map(|line| read(line)).collect() };
    let with_tabs = if has_colon && has_tab { all(&with_tab) } else { None };
    let with_spaces = || if has_colon { all(&|line| with_space(line, lines.len() == 1)) } else { None };
    let bare = || if has_tab { bare(&lines) } else { None };
    with_tabs.or_else(with_spaces).or_else(bare)
}

fn with_tab(line: &[Inline]) -> Option<Definition> {
    let prose = Prose::of(line);
    let [tab] = tabs(&prose, TabRun::Joined).try_into().ok()?;
    let label = prose.text()[..tab.start].trim_end();
    let colon = label.strip_suffix(':')?.len();
    is_label(&label[..colon]).then(|| definition(line, colon..tab.end))
}

fn with_space(line: &[Inline], is_alone: bool) -> Option<Definition> {
    // Most lines that stand alone show at once that they are something else.
    if is_alone && opening(line).is_some_and(|text| !may_be_of_reports(text)) {
        return None;
    }
    let prose = Prose::of(line);
    let (label, value) = prose.text().split_once(':')?;
    let fits = is_label(label) && value.starts_with([' ', '\u{a0}']) && !value.trim().is_empty();
    if !fits || (is_alone && !is_of_reports(label)) {
        return None;
    }
    let definition = definition(line, label.len()..label.len() + 1);
    // Code is not cut, even where it quotes a label.
    (!is_alone || is_of_reports(Prose::of(&definition.term).text())).then_some(definition)
}

/// Lines of a label and a value with a tab between, two of the labels known ones.
fn bare(lines: &[&[Inline]]) -> Option<Vec<Definition>> {
    // Of most tables the first words show at once that they are something else.
    if lines.iter().filter(|line| opening(line).is_none_or(may_be_known)).count() < 2 {
        return None;
    }
    let tab_after_label = |line: &&[Inline]| {
        let prose = Prose::of(line);
        let [tab]: [Range<usize>; 1] = tabs(&prose, TabRun::Joined).try_into().ok()?;
        let label = &prose.text()[..tab.start];
        is_label(label).then(|| (tab, is_known(label)))
    };
    let tabs: Vec<(Range<usize>, bool)> = lines.iter().map(tab_after_label).collect::<Option<_>>()?;
    if tabs.iter().filter(|(_, is_known)| *is_known).count() < 2 {
        return None;
    }
    let definitions: Vec<Definition> = lines.iter().zip(tabs).map(|(line, (tab, _))| definition(line, tab)).collect();
    let has_known_label = |definition: &&Definition| is_known(Prose::of(&definition.term).text());
    (definitions.iter().filter(has_known_label).count() > 1).then_some(definitions)
}

/// Whether words could be a label.
pub(super) fn is_label(text: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&words(text).take(LONGEST_LABEL + 1).count())
        && !text.contains(['.', '?', '!', '\u{201c}', '"'])
        && !text.contains("//")
}

/// Whether words are a label that everybody uses.
pub(super) fn is_known(text: &str) -> bool {
    is_among(&KNOWN, text)
}

/// Whether a text, with more after it or not, may begin with a label that everybody uses and a tab.
fn may_be_known(text: &str) -> bool {
    text.trim_start().split_once(['\t', '\u{a0}']).is_none_or(|(label, _)| is_known(label))
}

fn is_of_reports(text: &str) -> bool {
    is_among(&OF_REPORTS, text)
}

fn is_among(labels: &[&str], text: &str) -> bool {
    let text = text.trim();
    labels.iter().any(|label| label.eq_ignore_ascii_case(text))
}

/// Whether a text, with more after it or not, may begin with a label of reports and a colon.
fn may_be_of_reports(text: &str) -> bool {
    let begin = text.split_once(':').map_or(text, |(label, _)| label).trim();
    OF_REPORTS.iter().any(|label| label.get(..begin.len()).is_some_and(|first| first.eq_ignore_ascii_case(begin)))
}

/// The parts of a line before and after its colon.
pub(super) fn definition(line: &[Inline], colon: Range<usize>) -> Definition {
    let origin = span(line).map_or(Origin::None, Origin::Literal);
    let mut parts = between(line, &[colon]).into_iter();
    let term = parts.next().unwrap_or_default();
    let value = parts.next().unwrap_or_default();
    let value_origin = span(&value).map_or(origin, Origin::Literal);
    let description = if value.is_empty() { Vec::new() } else { vec![Block::paragraph(value, value_origin)] };
    Definition { term, description, origin }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn labels(text: &str) -> Vec<(String, String)> {
        let document = parse(&Source::new("t", text));
        let mut found = Vec::new();
        for block in &document.blocks {
            let BlockKind::Definitions(definitions) = &block.kind else { continue };
            for definition in definitions {
                let mut value = String::new();
                walk::passages(&definition.description, &mut |passage| value.push_str(Prose::of(passage.content).text()));
                found.push((Prose::of(&definition.term).text().to_owned(), value));
            }
        }
        found
    }

    fn pair(label: &str, value: &str) -> (String, String) {
        (label.to_owned(), value.to_owned())
    }

    #[test]
    fn a_label_a_tab_and_a_value() {
        assert_eq!(labels("REPORT OF:\tDIRECTOR OF CARE"), [pair("REPORT OF", "DIRECTOR OF CARE")]);
        assert_eq!(labels("**REPORT OF:**\tDIRECTOR"), [pair("REPORT OF", "DIRECTOR")]);
    }

    #[test]
    fn the_mark_of_a_footnote_stays_with_the_value() {
        for text in ["Chair:[^1] A Jones\nClerk: B Rees\n\n[^1]: Note.", "Place\t[^1]Town Hall\nTime\t7pm\n\n[^1]: Note."] {
            let document = parse(&Source::new("t", text));
            let mut notes = 0;
            walk::passages(&document.blocks, &mut |passage| {
                walk::inlines(passage.content, &mut |inline| {
                    notes += usize::from(matches!(inline.kind, crate::model::InlineKind::NoteRef(_)))
                });
            });
            assert_eq!(notes, 1, "{text}");
        }
    }

    #[test]
    fn labels_that_everybody_uses_need_no_colon() {
        assert_eq!(labels("Place\tTown Hall\nTime\t7pm"), [pair("Place", "Town Hall"), pair("Time", "7pm")]);
        assert!(labels("Date\tPlace\n4 May\tTown Hall").is_empty());
    }

    #[test]
    fn two_lines_with_labels_need_no_tab() {
        assert_eq!(labels("Date: 5 March\nPlace: Town Hall"), [pair("Date", "5 March"), pair("Place", "Town Hall")]);
    }

    #[test]
    fn a_label_of_reports_needs_no_second_line() {
        assert_eq!(
            labels("**REPORT TITLE:** HELP AT HOME\n\n**REPORT OF:** DIRECTOR"),
            [pair("REPORT TITLE", "HELP AT HOME"), pair("REPORT OF", "DIRECTOR")]
        );
    }

    #[test]
    fn one_line_with_a_colon_is_a_sentence() {
        assert!(labels("We agreed: no change.").is_empty());
        assert!(labels("Present: Mr Ward\nand Mrs Kirchen").is_empty());
    }

    #[test]
    fn the_colon_is_not_part_of_the_label_and_no_word_is_lost() {
        assert_eq!(labels("Chair: A. Jones\nVote: 7 for: 2 against"), [pair("Chair", "A. Jones"), pair("Vote", "7 for: 2 against")]);
    }
}
