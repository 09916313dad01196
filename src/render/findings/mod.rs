//! What was found in documents, as one web page for people who write them: how long the sentences are, which
//! words cost readers most, and the text with each finding marked in its place.

mod figures;
mod hard_words;
mod page;

use std::collections::BTreeSet;

use super::dtbook;
use super::html::{Highlight, Highlights, Markup, text_with_highlights};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Document, Level};
use crate::source::{Source, Span};

/// A document and what was found in it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The document, as it was read.
    pub document: &'a Document,
    /// What it was read from.
    pub source: &'a Source,
    /// What was found.
    pub findings: &'a [Diagnostic],
}

/// Writes a page: all styles are in it, it has no script, and nothing is fetched.
///
/// ```
/// use plainsong::render::findings::{self, Checked};
/// use plainsong::{Source, lint, parse};
///
/// let source = Source::new("report.md", "We will work with stakeholders.");
/// let document = parse(&source);
/// let found = lint::lint(&document, &source, &lint::Options::default());
/// let page = findings::render(&[Checked { document: &document, source: &source, findings: &found }]);
/// assert!(page.contains("<mark class=\"warning\">stakeholders</mark>"));
/// ```
#[must_use]
pub fn render(documents: &[Checked<'_>]) -> String {
    match documents {
        [only] => {
            page::page(&format!("What may stop readers of {}", dtbook::title(only.document)), |out| section(out, only, "", Level::TWO))
        }
        _ => page::page("What may stop readers", |out| {
            for (index, checked) in documents.iter().enumerate() {
                heading(out, Level::TWO, dtbook::title(checked.document));
                section(out, checked, &format!("document-{}-", index + 1), below(Level::TWO));
            }
        }),
    }
}

/// The level of what lies one deeper.
fn below(level: Level) -> Level {
    Level::try_from(level.number() + 1).unwrap_or(level)
}

/// Writes what is said of one document.
fn section(out: &mut Markup, checked: &Checked<'_>, prefix: &str, level: Level) {
    paragraph(out, &summary(checked.findings));
    hard_words::write(out, checked, level);
    figures::write(out, checked.document, level);
    let (text, shown) = text(checked, prefix, level);
    heading(out, level, "The text");
    if !checked.findings.is_empty() {
        paragraph(out, "What was found is marked. The number before it leads to what is said of it below.");
    }
    let language = checked.document.meta.language.tag();
    out.open("div", &[("class", Some("checked-text")), ("lang", Some(language))]);
    out.markup(&text);
    out.close("div");
    out.new_line();
    list(out, checked, prefix, level, &shown);
}

/// The text with what was found in it, and the numbers that stand there.
fn text(checked: &Checked<'_>, prefix: &str, level: Level) -> (String, BTreeSet<usize>) {
    let mut highlights = Vec::new();
    for (index, finding) in checked.findings.iter().enumerate() {
        let places = std::iter::once(&finding.span).chain(&finding.also);
        highlights.extend(places.map(|&span| Highlight { span, number: index + 1, class: class(finding.severity, span) }));
    }
    // Decisions and explanations of short forms have their own signs, which would be taken for findings.
    let mut document = checked.document.clone();
    document.marks.clear();
    document.acronyms.clear();
    text_with_highlights(&document, prefix, below(level), Highlights::new(highlights))
}

/// The class of a mark: how severe the finding is, and whether it is a word or more.
const fn class(severity: Severity, place: Span) -> &'static str {
    /// What has more bytes is no word, and no phrase.
    const LONGEST_PHRASE: usize = 40;
    match (severity, place.end - place.start > LONGEST_PHRASE) {
        (Severity::Advice, false) => "advice",
        (Severity::Advice, true) => "advice long",
        (Severity::Warning, false) => "warning",
        (Severity::Warning, true) => "warning long",
        (Severity::Error, false) => "error",
        (Severity::Error, true) => "error long",
    }
}

/// Writes the findings, each with its number.
fn list(out: &mut Markup, checked: &Checked<'_>, prefix: &str, level: Level, shown: &BTreeSet<usize>) {
    if checked.findings.is_empty() {
        return;
    }
    heading(out, level, "What was found");
    out.open("ol", &[("class", Some("found"))]);
    out.new_line();
    for (index, finding) in checked.findings.iter().enumerate() {
        let number = index + 1;
        out.open("li", &[("id", Some(&format!("{prefix}finding-{number}")))]);
        out.open("p", &[]);
        out.open("strong", &[]);
        out.text(title(finding.severity));
        out.close("strong");
        let line = checked.source.position(finding.span.start).line;
        out.text(&format!(", line {line}: {}", finding.message));
        out.close("p");
        if let Some(help) = &finding.help {
            paragraph(out, help);
        }
        if shown.contains(&number) {
            out.open("p", &[]);
            out.open("a", &[("href", Some(&format!("#{prefix}place-{number}")))]);
            out.text(&format!("See {number} in the text"));
            out.close("a");
            out.close("p");
        }
        out.close("li");
        out.new_line();
    }
    out.close("ol");
    out.new_line();
}

const fn title(severity: Severity) -> &'static str {
    match severity {
        Severity::Advice => "Advice",
        Severity::Warning => "Warning",
        Severity::Error => "Error",
    }
}

/// `plainsong found 2 warnings and 1 piece of advice.`
fn summary(findings: &[Diagnostic]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counts = [
        (count(Severity::Error), "error", "errors"),
        (count(Severity::Warning), "warning", "warnings"),
        (count(Severity::Advice), "piece of advice", "pieces of advice"),
    ];
    let words: Vec<String> = counts
        .iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if *count == 1 { one } else { many }))
        .collect();
    let found = match words.split_last() {
        None => return "No rule found anything. Only readers can say whether the text is easy to read.".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
    };
    format!("plainsong found {found}. A rule can be wrong, and only readers can say whether the text is easy to read.")
}

fn heading(out: &mut Markup, level: Level, words: &str) {
    let name = match level.number() {
        0..=2 => "h2",
        3 => "h3",
        _ => "h4",
    };
    out.open(name, &[]);
    out.text(words);
    out.close(name);
    out.new_line();
}

fn paragraph(out: &mut Markup, words: &str) {
    out.open("p", &[]);
    out.text(words);
    out.close("p");
    out.new_line();
}

/// The words of the source at a place, on one line.
fn words_at(source: &Source, place: Span) -> String {
    source.slice(place).split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn page(texts: &[&str]) -> String {
        let sources: Vec<Source> = texts.iter().enumerate().map(|(index, text)| Source::new(format!("{index}.md"), *text)).collect();
        let documents: Vec<Document> = sources.iter().map(parse).collect();
        let places = |text: &str| -> Vec<Span> { text.match_indices("bus").map(|(at, word)| Span::new(at, at + word.len())).collect() };
        let findings: Vec<Vec<Diagnostic>> = texts
            .iter()
            .map(|text| {
                let places = places(text);
                let Some((&first, also)) = places.split_first() else { return Vec::new() };
                let mut finding = Diagnostic::new("jargon", Severity::Warning, "A <hard> word.", first);
                finding.also = also.to_vec();
                finding.help = Some("Write \"coach\" instead.".to_owned());
                vec![
                    finding,
                    Diagnostic::new("long-sentence", Severity::Advice, "Long.", Span::new(first.start.saturating_sub(4), first.end + 4)),
                ]
            })
            .collect();
        let checked: Vec<Checked<'_>> = sources
            .iter()
            .zip(&documents)
            .zip(&findings)
            .map(|((source, document), findings)| Checked { document, source, findings })
            .collect();
        render(&checked)
    }

    #[test]
    fn each_place_is_marked_and_its_number_leads_to_what_is_said_of_it() {
        let page = page(&["The bus stops. A **bus** came & [a bus](https://a.example) left."]);
        assert_eq!(page.matches("<mark class=\"warning\">bus</mark>").count(), 3, "{page}");
        assert_eq!(page.matches("href=\"#finding-1\"").count(), 2, "there is no link in a link: {page}");
        assert_eq!(page.matches("id=\"place-1\"").count(), 1);
        assert!(page.contains("<mark class=\"advice\">The </mark>"), "{page}");
        assert!(page.contains("<strong>Warning</strong>, line 1: A &lt;hard&gt; word."), "{page}");
        assert!(page.contains("plainsong found 1 warning and 1 piece of advice."), "{page}");
    }

    #[test]
    fn words_of_another_spelling_are_marked_as_a_whole() {
        let page = page(&["The bus&amp;tram stops."]);
        assert!(page.contains("<mark class=\"warning\">bus</mark>"), "{page}");
        assert_eq!(page.matches("tram").count(), 1, "{page}");
    }

    #[test]
    fn documents_beside_each_other_have_ids_of_their_own() {
        let page = page(&["# One\n\nThe bus stops.", "# Two\n\nThe bus stops."]);
        for id in ["id=\"document-1-finding-1\"", "id=\"document-2-place-1\"", "id=\"document-2-two\""] {
            assert_eq!(page.matches(id).count(), 1, "{id} in {page}");
        }
        assert_eq!(page.matches("<h1>").count(), 1);
    }

    #[test]
    fn a_document_without_findings_is_not_called_easy() {
        let page = page(&["Plain words."]);
        assert!(page.contains("Only readers can say") && !page.contains("What was found</h2>"), "{page}");
    }
}
