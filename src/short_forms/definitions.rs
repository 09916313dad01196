//! Where a document says what a short form stands for.

use std::collections::HashSet;
use std::ops::Range;

use super::brackets::{self, Bracket, Pair, bare, explained_by};
use super::naming;
use super::tokens::Capitals;
use crate::model::walk::{self, Passage, Place};
use crate::model::{Acronym, Block, BlockKind, Cell, Definition, Inline, Prose, Texts};
use crate::source::Span;

/// The most bytes of a short form at the head of a line, with quotation marks and space around it.
const LONGEST_HEAD: usize = 100;

/// Signs between a short form at the head of a line and what it stands for.
const BETWEEN: [&str; 5] = [" \u{2013} ", " \u{2014} ", " - ", " = ", ": "];

/// Every place where a short form is explained, in the order of the source.
pub(crate) fn definitions(blocks: &[Block], texts: &Texts<'_>, capitals: &Capitals) -> Vec<Acronym> {
    let mut found = in_text(texts, capitals, Found { all: Vec::new(), seen: None });
    found.extend(in_lists(blocks));
    found.sort_by_key(|acronym| acronym.defined);
    found
}

/// The first place in the text for each short form that was not `seen`.
pub(crate) fn first_in_text(texts: &Texts<'_>, capitals: &Capitals, seen: HashSet<String>) -> Vec<Acronym> {
    in_text(texts, capitals, Found { all: Vec::new(), seen: Some(seen) })
}

/// What was found so far.
struct Found {
    all: Vec<Acronym>,
    /// The short forms that are not looked for again, if the first place of each is enough.
    seen: Option<HashSet<String>>,
}

impl Found {
    fn is_seen(&self, short: &str) -> bool {
        self.seen.as_ref().is_some_and(|seen| seen.contains(short))
    }

    fn add(&mut self, short: &str, long: &str, defined: Span) {
        let short = one_line(short);
        if self.seen.as_mut().is_none_or(|seen| seen.insert(short.clone())) {
            self.all.push(Acronym::new(short, one_line(long), defined));
        }
    }
}

/// The places in the text: beside the long form in brackets, after "hereafter", at the head of a line.
fn in_text(texts: &Texts<'_>, capitals: &Capitals, mut found: Found) -> Vec<Acronym> {
    let brackets = brackets::brackets(texts.all(), texts.places());
    let mut with_brackets = brackets.chunk_by(|one, other| one.passage == other.passage).peekable();
    let mut with_names = texts.holding(naming::places(texts.all())).into_iter().map(|(passage, _)| passage).peekable();
    let mut heads = capitals.passages.iter().filter(|place| is_head(texts, place)).map(|(passage, _)| *passage).peekable();
    loop {
        let next_bracket = with_brackets.peek().and_then(|brackets| brackets.first()).map(|bracket| bracket.passage);
        let next = [next_bracket, with_names.peek().copied(), heads.peek().copied()];
        let Some(index) = next.into_iter().flatten().min() else { return found.all };
        let signs = Signs {
            brackets: with_brackets.next_if(|_| next_bracket == Some(index)).unwrap_or_default(),
            naming: with_names.next_if_eq(&index).is_some(),
            head: heads.next_if_eq(&index).is_some(),
        };
        if let Some((passage, text)) = texts.get(index) {
            in_passage(passage, text, &signs, &mut found);
        }
    }
}

/// What a passage has that an explanation needs. Most have nothing of it.
struct Signs<'a> {
    brackets: &'a [Bracket],
    /// Words that say that a short form follows.
    naming: bool,
    /// A first word that may be a short form.
    head: bool,
}

/// Whether a passage whose first capitals side by side stand at a place begins with what may be a short form.
fn is_head(texts: &Texts<'_>, (passage, at): &(usize, usize)) -> bool {
    let is_here = |(passage, text): (Passage<'_>, &str)| {
        passage.place == Place::Paragraph && text[..*at].trim_start().is_empty() && begins_with_capitals(text)
    };
    *at < LONGEST_HEAD && texts.get(*passage).is_some_and(is_here)
}

/// The places in lists of terms and in tables.
pub(crate) fn in_lists(blocks: &[Block]) -> Vec<Acronym> {
    let mut found = Vec::new();
    walk::blocks(blocks, &mut |block| match &block.kind {
        BlockKind::Definitions(definitions) => found.extend(definitions.iter().filter_map(in_definition)),
        BlockKind::Table(table) => found.extend(table.body.iter().filter_map(|row| in_row(&row.cells))),
        BlockKind::Heading { .. }
        | BlockKind::Paragraph { .. }
        | BlockKind::List(_)
        | BlockKind::Quote(_)
        | BlockKind::Code(_)
        | BlockKind::Figure(_)
        | BlockKind::Footnote { .. }
        | BlockKind::Explanation { .. }
        | BlockKind::Break => {}
    });
    found
}

fn in_passage(passage: Passage<'_>, text: &str, signs: &Signs<'_>, found: &mut Found) {
    let mut pairs: Vec<(Pair, Range<usize>)> = Vec::new();
    for pair in brackets::pairs(text, signs.brackets, |short| !found.is_seen(short)) {
        let extent = pair.extent();
        let closed = text[extent.end..].find([')', ']']).map_or(extent.end, |at| extent.end + at + 1);
        let is_close = text[extent.end..closed].chars().all(|character| !character.is_alphanumeric());
        pairs.push((pair, extent.start..if is_close { closed } else { extent.end }));
    }
    let others = signs.naming.then(|| naming::pairs(text)).into_iter().flatten().chain(signs.head.then(|| at_the_head(text)).flatten());
    pairs.extend(others.map(|pair| (pair.clone(), pair.extent())));
    if pairs.is_empty() {
        return;
    }
    let prose = Prose::of(passage.content);
    for (pair, whole) in pairs {
        if let Some(span) = prose.span(whole) {
            found.add(&text[pair.short], &text[pair.long], span);
        }
    }
}

/// Whether the first word has two capitals, and so may be a short form.
fn begins_with_capitals(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| word.chars().filter(|character| character.is_uppercase()).nth(1).is_some())
}

/// "SCIE – Social Care Institute for Excellence".
fn at_the_head(text: &str) -> Option<Pair> {
    let near = (0..=text.len().min(LONGEST_HEAD)).rev().find_map(|end| text.get(..end))?;
    let sign_at = |at: usize| BETWEEN.iter().find(|sign| text[at..].starts_with(**sign));
    // Most words stand beside a letter, across a space.
    let may_begin = |at: &usize| match near.as_bytes().get(*at..) {
        Some([b' ', next, ..]) => !next.is_ascii_alphanumeric(),
        Some([b':', ..]) => true,
        _ => false,
    };
    let (at, sign) = (0..near.len()).filter(may_begin).find_map(|at| Some((at, sign_at(at)?)))?;
    let words = at + sign.len()..first_clause(text, at + sign.len());
    explained_by(text, &bare(text, 0..at), without_article(text, words))
}

/// Where the words end that can be a long form: before a full stop, a bracket or the end of a line.
fn first_clause(text: &str, from: usize) -> usize {
    let ends = ['.', ';', ':', '(', '\n', '\u{2013}', '\u{2014}'];
    text[from..].find(ends).map_or(text.len(), |at| from + at)
}

fn without_article(text: &str, words: Range<usize>) -> Range<usize> {
    let words = bare(text, words);
    let article = ["The ", "the ", "A ", "a ", "An ", "an "].into_iter().find(|article| text[words.clone()].starts_with(article));
    words.start + article.map_or(0, str::len)..words.end
}

fn in_definition(definition: &Definition) -> Option<Acronym> {
    let said = definition.description.first().and_then(content)?;
    side_by_side(&definition.term, said)
}

fn in_row(cells: &[Cell]) -> Option<Acronym> {
    let [one, other, ..] = cells else { return None };
    side_by_side(content(one.blocks.first()?)?, content(other.blocks.first()?)?)
}

fn content(block: &Block) -> Option<&[Inline]> {
    if let BlockKind::Paragraph { content, .. } = &block.kind { Some(content) } else { None }
}

/// A short form and a long form, either first, that stand beside each other without a sign.
fn side_by_side(one: &[Inline], other: &[Inline]) -> Option<Acronym> {
    let has_capitals = |content: &[Inline]| {
        let mut first = None;
        walk::texts(content, &mut |_, text| first = first.or_else(|| text.split_whitespace().next()));
        first.is_some_and(begins_with_capitals)
    };
    let (first, second) = (has_capitals(one), has_capitals(other));
    if !first && !second {
        return None;
    }
    let (one, other) = (Prose::of(one), Prose::of(other));
    let explained = |short: &Prose, long: &Prose| {
        let joined = format!("{}\n{}", short.text(), long.text());
        let from = short.text().len() + 1;
        let pair = explained_by(&joined, &bare(&joined, 0..from), without_article(&joined, from..first_clause(&joined, from)))?;
        let span = short.span(pair.short.clone())?.cover(long.span(pair.long.start - from..pair.long.end - from)?);
        Some(Acronym::new(one_line(&joined[pair.short]), one_line(&joined[pair.long]), span))
    };
    let of_first = if first { explained(&one, &other) } else { None };
    of_first.or_else(|| if second { explained(&other, &one) } else { None })
}

fn one_line(text: &str) -> String {
    // Most texts are one line already.
    if text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace)) {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn found(text: &str) -> Vec<(String, String)> {
        let document = parse(&Source::new("t.md", text));
        let texts = Texts::of(&document.blocks);
        definitions(&document.blocks, &texts, &Capitals::of(&texts)).into_iter().map(|acronym| (acronym.short, acronym.long)).collect()
    }

    fn pair(short: &str, long: &str) -> Vec<(String, String)> {
        vec![(short.to_owned(), long.to_owned())]
    }

    #[test]
    fn links_emphasis_and_line_breaks_hide_no_pair() {
        let scie = pair("SCIE", "Social Care Institute for Excellence");
        assert_eq!(found("the [Social Care Institute](a.html) *for Excellence* (**SCIE**)"), scie);
        assert_eq!(found("the Social Care Institute\nfor Excellence\n(SCIE) met"), scie);
        assert_eq!(found("# The Social Care Institute for Excellence (SCIE)"), scie);
    }

    #[test]
    fn glossaries_are_definitions() {
        let scie = pair("SCIE", "Social Care Institute for Excellence");
        assert_eq!(found("| Short | Long |\n|---|---|\n| SCIE | Social Care Institute for Excellence |"), scie);
        assert_eq!(found("| Name | Short |\n|---|---|\n| Social Care Institute for Excellence | SCIE |"), scie);
        assert_eq!(found("SCIE\n: The Social Care Institute for Excellence. It is a charity."), scie);
        assert_eq!(found("- SCIE \u{2013} Social Care Institute for Excellence\n- other"), scie);
        assert_eq!(found("# Names\n\nThe group met.\n\nSCIE: Social Care Institute for Excellence"), scie);
    }

    #[test]
    fn hereafter_names_a_short_form() {
        assert_eq!(found("Holt County Council, hereafter HCC, met."), pair("HCC", "Holt County Council"));
        assert_eq!(found("Holt County Council, hereinafter called the \"HCC\"."), pair("HCC", "Holt County Council"));
        assert_eq!(found("Holt County Council, also known as HCC, met."), pair("HCC", "Holt County Council"));
    }

    #[test]
    fn tables_of_people_and_other_lines_are_none() {
        assert_eq!(found("| Ann Rees | AR |\n|---|---|\n| Bo Lee | BL |\n| SCIE | yes |"), []);
        assert_eq!(found("AR: Ann Rees\n\nNOTE: the bench is to be mended. PLAN - see below"), []);
    }

    #[test]
    fn a_later_explanation_is_found_too() {
        assert_eq!(found("care plan (CP) and community panel (CP)").len(), 2);
    }
}
