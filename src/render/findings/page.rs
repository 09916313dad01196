//! What stands around the findings on their page.

use crate::render::html::{Attributes, Markup, POLICY, STYLE, Syntax};

/// What the page of findings adds to the style sheet of pages.
const FINDINGS_STYLE: &str = include_str!("findings.css");

/// Writes a page around what it holds. The words around the documents are English.
pub(super) fn page(title: &str, fill: impl FnOnce(&mut Markup)) -> String {
    let mut out = Markup::new(Syntax::Html);
    out.markup("<!DOCTYPE html>\n");
    out.open("html", &[("lang", Some("en-GB"))]);
    out.new_line();
    head(&mut out, title);
    out.open("body", &[]);
    out.new_line();
    out.open("main", &[]);
    out.new_line();
    out.open("h1", &[]);
    out.text(title);
    out.close("h1");
    out.new_line();
    fill(&mut out);
    out.close("main");
    out.new_line();
    out.close("body");
    out.new_line();
    out.close("html");
    out.new_line();
    out.finish()
}

fn head(out: &mut Markup, title: &str) {
    out.open("head", &[]);
    out.new_line();
    let metas: [Attributes<'_>; 5] = [
        &[("charset", Some("utf-8"))],
        &[("http-equiv", Some("Content-Security-Policy")), ("content", Some(POLICY))],
        &[("name", Some("viewport")), ("content", Some("width=device-width, initial-scale=1"))],
        &[("name", Some("color-scheme")), ("content", Some("light dark"))],
        &[("name", Some("generator")), ("content", Some(concat!("plainsong ", env!("CARGO_PKG_VERSION"))))],
    ];
    for attributes in metas {
        out.void("meta", attributes);
        out.new_line();
    }
    out.open("title", &[]);
    out.text(title);
    out.close("title");
    out.new_line();
    out.open("style", &[]);
    out.new_line();
    out.markup(STYLE);
    out.markup(FINDINGS_STYLE);
    out.close("style");
    out.new_line();
    out.close("head");
    out.new_line();
}
