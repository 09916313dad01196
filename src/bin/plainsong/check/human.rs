//! Findings for people: each with its lines of the document.

use std::io::{Error, Write};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use plainsong::diagnostic::{Diagnostic, Severity};
use plainsong::{Source, Span};

use super::Checked;
use crate::stdout::Colours;

/// Writes the findings, in the order given, and a closing line, drawn with colours or without. To take colours out
/// afterwards takes as long as to draw them.
pub(super) fn write(checked: &[Checked], colours: Colours, out: &mut impl Write) -> Result<(), Error> {
    let renderer = match colours {
        Colours::Shown => Renderer::styled(),
        Colours::LeftOut => Renderer::plain(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    for findings in checked.iter().flat_map(|checked| &checked.result) {
        for diagnostic in &findings.diagnostics {
            write!(out, "{}\n\n", drawn(&renderer, diagnostic, &findings.source))?;
        }
    }
    writeln!(out, "{}", closing_line(checked))
}

fn drawn(renderer: &Renderer, diagnostic: &Diagnostic, source: &Source) -> String {
    let level = match diagnostic.severity {
        Severity::Advice => Level::NOTE.with_name("advice"),
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let (start, end) = shown(diagnostic.span, source);
    let position = source.position(diagnostic.span.start);
    let snippet = Snippet::source(&source.text()[start..end])
        .line_start(position.line)
        .annotation(AnnotationKind::Primary.span(diagnostic.span.start - start..diagnostic.span.end - start));
    let group = Group::with_title(level.primary_title(&diagnostic.message).id(diagnostic.rule));
    let from_line_start = source.position(start).column == 1;
    let mut group = if from_line_start {
        group.element(snippet.path(source.name()))
    } else {
        // The snippet alone would count its columns from where it was cut.
        group.element(Origin::path(source.name()).line(position.line).char_column(position.column)).element(snippet)
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    if !diagnostic.also.is_empty() {
        group = group.element(Level::NOTE.message(other_lines(&diagnostic.also, source)));
    }
    renderer.render(&[group])
}

/// The part of the source to draw: the lines of the finding, and of long lines what is near it.
/// Drawing looks at all that it is given, and whole documents stand on one line.
fn shown(span: Span, source: &Source) -> (usize, usize) {
    const NEAR: usize = 500;
    let text = source.text();
    let near_start = text.floor_char_boundary(span.start.saturating_sub(NEAR)).max(source.body_start());
    let near_end = text.ceil_char_boundary(span.end.saturating_add(NEAR).min(text.len()));
    let start = text[near_start..span.start].rfind(['\n', '\r']).map_or(near_start, |at| near_start + at + 1);
    let end = text[span.end..near_end].find(['\n', '\r']).map_or(near_end, |at| span.end + at);
    (start, end)
}

/// `also in lines 4, 9, 12`, with the first few lines.
fn other_lines(also: &[Span], source: &Source) -> String {
    const SHOWN: usize = 10;
    let mut lines: Vec<usize> = also.iter().map(|span| source.position(span.start).line).collect();
    lines.dedup();
    let shown: Vec<String> = lines.iter().take(SHOWN).map(ToString::to_string).collect();
    let noun = if lines.len() == 1 { "line" } else { "lines" };
    let more = lines.len().saturating_sub(SHOWN);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("also in {noun} {}{more}", shown.join(", "))
}

/// `2 warnings, 1 piece of advice in 3 documents. 1 finding is left out by comments. 1 document could not be checked.`
fn closing_line(checked: &[Checked]) -> String {
    let findings = || checked.iter().flat_map(|checked| &checked.result).flat_map(|findings| &findings.diagnostics);
    let count = |severity| findings().filter(|finding| finding.severity == severity).count();
    let counts = [
        counted(count(Severity::Error), "error", "errors"),
        counted(count(Severity::Warning), "warning", "warnings"),
        counted(count(Severity::Advice), "piece of advice", "pieces of advice"),
    ];
    let found: Vec<String> = counts.into_iter().flatten().collect();
    let found = if found.is_empty() { "Nothing found".to_owned() } else { found.join(", ") };
    let read = checked.iter().filter(|checked| checked.result.is_ok()).count();
    let read_sentence = counted(read, "document", "documents").map(|documents| format!("{found} in {documents}."));
    let unread = counted(checked.len() - read, "document", "documents");
    let unread_sentence = unread.map(|documents| format!("{documents} could not be checked."));
    let left_out: usize = checked.iter().flat_map(|checked| &checked.result).map(|findings| findings.suppressed.len()).sum();
    let left_out = counted(left_out, "finding is", "findings are").map(|findings| format!("{findings} left out by comments."));
    let sentences: Vec<String> = read_sentence.into_iter().chain(left_out).chain(unread_sentence).collect();
    sentences.join(" ")
}

fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    }
}
