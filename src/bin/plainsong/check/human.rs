//! Findings for people: each with its lines of the document.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use plainsong::diagnostic::{Diagnostic, Severity};
use plainsong::{Source, Span};

use super::Checked;

/// The findings, in the order given, and a closing line. It has colours; take them out where they are not wanted.
pub(super) fn report(checked: &[Checked]) -> String {
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for checked in checked {
        for findings in checked.result.iter() {
            for diagnostic in &findings.diagnostics {
                text.push_str(&drawn(&renderer, diagnostic, &findings.source));
                text.push_str("\n\n");
            }
        }
    }
    text.push_str(&closing_line(checked));
    text.push('\n');
    text
}

fn drawn(renderer: &Renderer, diagnostic: &Diagnostic, source: &Source) -> String {
    let level = match diagnostic.severity {
        Severity::Advice => Level::NOTE.with_name("advice"),
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    // Only the lines of the finding: drawing looks at all that it is given.
    let text = source.text();
    let start = text[..diagnostic.span.start].rfind(['\n', '\r']).map_or(source.body_start(), |at| at + 1);
    let end = text[diagnostic.span.end..].find(['\n', '\r']).map_or(text.len(), |at| diagnostic.span.end + at);
    let snippet = Snippet::source(&text[start..end])
        .line_start(source.position(diagnostic.span.start).line)
        .path(source.name())
        .annotation(AnnotationKind::Primary.span(diagnostic.span.start - start..diagnostic.span.end - start));
    let mut group = level.primary_title(&diagnostic.message).id(diagnostic.rule).element(snippet);
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    if !diagnostic.also.is_empty() {
        group = group.element(Level::NOTE.message(other_lines(&diagnostic.also, source)));
    }
    renderer.render(&[group])
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

/// `2 warnings, 1 piece of advice in 3 documents. 1 document could not be read.`
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
    let unread_sentence = unread.map(|documents| format!("{documents} could not be read."));
    let sentences: Vec<String> = read_sentence.into_iter().chain(unread_sentence).collect();
    sentences.join(" ")
}

fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    }
}
