//! The piece of a web page that offers the formats of a document to its readers.

use std::fmt::Write;

use super::manifest::{Manifest, Published, Verdict};
use super::published;
use crate::convert::Format;
use crate::model::Document;
use crate::render::Contact;

/// The formats of a manifest as a piece of HTML, to be put into the page where the document is
/// published: each with its name, its kind and size, and whom it is for; then date, status and version
/// code of the document, and whom to ask for another format.
///
/// It holds no style and no script, its heading is of level 2, and its only id begins with `formats-` and
/// the version code, so that a page can hold several. A format is said to pass automated checks only if
/// the manifest says so of this very file. The links lead to files in the folder of the page.
///
/// ```
/// use plainsong::pack::{Manifest, formats_fragment};
/// use plainsong::{Source, parse, render::Contact};
///
/// let source = Source::new("minutes.md", "# Minutes of the panel");
/// let document = parse(&source);
/// let manifest = Manifest::of(&document, &source, &[], &[]);
/// let mut contact = Contact::default();
/// contact.email = Some("clerk@ambleford.example".to_owned());
/// let fragment = formats_fragment(&manifest, &document, &contact);
/// assert!(fragment.contains(">Minutes of the panel</span>: choose a format</h2>"));
/// assert!(fragment.contains("<a href=\"mailto:clerk@ambleford.example\">"));
/// ```
#[must_use]
pub fn formats_fragment(manifest: &Manifest, document: &Document, contact: &Contact) -> String {
    let about = &manifest.document;
    let id = format!("formats-{}", manifest.source.code);
    let mut html = format!("<section lang=\"en-GB\" aria-labelledby=\"{id}\">\n");
    let (lang, title) = (escaped(about.language.tag()), escaped(&about.title));
    line(&mut html, format_args!("<h2 id=\"{id}\"><span lang=\"{lang}\">{title}</span>: choose a format</h2>"));
    if !manifest.formats.is_empty() {
        html.push_str("<ul>\n");
        for published in &manifest.formats {
            line(&mut html, format_args!("<li>{}</li>", item(published)));
        }
        html.push_str("</ul>\n");
    }
    line(&mut html, format_args!("<p>{}</p>", version(manifest)));
    html.push_str(&ways_to_ask(document, contact));
    html.push_str("</section>\n");
    html
}

/// A format: `<a …>Large print (PDF, 12 pages, 340 KB)</a>. To print, …`
fn item(published: &Published) -> String {
    let format = Format::named(&published.format);
    let pages = published.pages.map(|pages| if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") });
    let facts: Vec<String> =
        format.map(|format| published::kind(format).to_owned()).into_iter().chain(pages).chain([size(published.bytes)]).collect();
    let mut html = format!(
        "<a href=\"{}\" type=\"{}\">{} ({})</a>.",
        escaped(&address(&published.path)),
        escaped(&published.media_type),
        escaped(&published.name),
        facts.join(", ")
    );
    if let Some(format) = format {
        html.push(' ');
        html.push_str(published::purpose(format, &published.path));
    }
    let passed: Vec<String> = published
        .judges
        .iter()
        .filter(|judge| judge.verdict == Verdict::Passed)
        .map(|judge| format!("{} ({})", judge.name, judge.standard))
        .collect();
    if !passed.is_empty() && passed.len() == published.judges.len() {
        html.push_str(&format!(" This file passes the automated checks of {}.", escaped(&passed.join(" and "))));
    }
    html
}

/// Which version of the document all of them are.
fn version(manifest: &Manifest) -> String {
    let about = &manifest.document;
    let mut sentences = Vec::new();
    if let Some(date) = about.date {
        sentences.push(format!("The date of the document is <time datetime=\"{date}\">{}</time>.", date.in_words()));
    }
    if let Some(status) = about.status {
        sentences.push(format!("Its status is: {}.", status.word()));
    }
    sentences.push(format!(
        "The version code is {}. You find it at the end of every format. Formats with the same code were made from the same file.",
        manifest.source.code
    ));
    sentences.join(" ")
}

/// Whom to ask for another format; nothing, if nobody is named.
fn ways_to_ask(document: &Document, contact: &Contact) -> String {
    let lines = contact.lines(document);
    let Some((invitation, ways)) = lines.split_first() else { return String::new() };
    let mut html = format!("<p>{}</p>\n", escaped(invitation));
    if !ways.is_empty() {
        html.push_str("<ul>\n");
        for way in ways {
            line(&mut html, format_args!("<li>{}</li>", linked(way)));
        }
        html.push_str("</ul>\n");
    }
    html
}

/// `Email: clerk@ambleford.example`, with the mailbox as a link; a website too.
fn linked(way: &str) -> String {
    let link = |scheme: &str, value: &str| {
        let is_one_word = !value.contains(char::is_whitespace);
        is_one_word.then(|| format!("<a href=\"{}\">{}</a>", escaped(&format!("{scheme}{value}")), escaped(value)))
    };
    let split = way.split_once(": ");
    let with_link = match split {
        Some(("Email", value)) => link("mailto:", value),
        Some(("Website", value)) if value.starts_with("https://") || value.starts_with("http://") => link("", value),
        Some(("Website", value)) => link("https://", value),
        _ => None,
    };
    match (split, with_link) {
        (Some((what, _)), Some(with_link)) => format!("{}: {with_link}", escaped(what)),
        _ => escaped(way),
    }
}

/// A size as people know it: `340 KB`, of 1,000 bytes each, and never less than 1.
fn size(bytes: usize) -> String {
    if bytes < 999_500 {
        format!("{} KB", ((bytes + 500) / 1000).max(1))
    } else {
        let tenths = (bytes + 50_000) / 100_000;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}

/// The name of a file as an address (RFC 3986, 3.3): what is no plain letter or sign is written with
/// percent signs, and a colon never seems to end a scheme.
fn address(path: &str) -> String {
    let mut address = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(char::from(byte));
        } else {
            // Writing to memory does not fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// Text as HTML has it, between tags and in attributes with double quotes.
fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // HTML allows no other control character (HTML, 13.1.4).
            '\t' | '\n' | '\r' | ' ' => html.push(' '),
            _ if character.is_control() => html.push('\u{fffd}'),
            _ => html.push(character),
        }
    }
    html
}

fn line(html: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to memory does not fail.
    let _ = html.write_fmt(arguments);
    html.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Piece;
    use crate::{Rendered, Source, parse};

    fn manifest(title: &str) -> (Manifest, Document) {
        let source = Source::new("a.md", format!("# {title}"));
        let document = parse(&source);
        let rendered = Rendered { output: vec![b'x'; 12_345], losses: Vec::new(), changes: Vec::new() };
        let piece = Piece { format: Format::Daisy, path: "a \"1\".daisy.zip".to_owned(), rendered };
        (Manifest::of(&document, &source, &[piece], &[]), document)
    }

    #[test]
    fn a_size_is_rounded_and_never_nothing() {
        for (bytes, words) in
            [(0, "1 KB"), (1, "1 KB"), (1_499, "1 KB"), (1_500, "2 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"), (1_260_000, "1.3 MB")]
        {
            assert_eq!(size(bytes), words, "{bytes}");
        }
    }

    #[test]
    fn what_a_document_says_cannot_break_the_page() {
        let (manifest, document) = manifest("A & B \\<script>");
        let html = formats_fragment(&manifest, &document, &Contact::default());
        assert!(html.contains("A &amp; B &lt;script&gt;") && !html.contains("<script"), "{html}");
        assert!(html.contains("href=\"a%20%221%22.daisy.zip\""), "{html}");
    }

    #[test]
    fn only_what_a_judge_said_is_said_of_checks() {
        let (mut manifest, document) = manifest("A");
        let html = |manifest: &Manifest| formats_fragment(manifest, &document, &Contact::default());
        assert!(!html(&manifest).contains("passes"));
        manifest.formats[0].judges[0].verdict = Verdict::Failed;
        assert!(!html(&manifest).contains("passes"));
        manifest.formats[0].judges[0].verdict = Verdict::Passed;
        assert!(html(&manifest).contains("This file passes the automated checks of"));
    }

    #[test]
    fn a_contact_can_be_reached_by_its_links() {
        assert_eq!(linked("Website: a.example"), "Website: <a href=\"https://a.example\">a.example</a>");
        assert_eq!(linked("Email: a <b@c.example>"), "Email: a &lt;b@c.example&gt;");
        assert_eq!(linked("Phone: 01632 960 001"), "Phone: 01632 960 001");
    }
}
