//! What a page says of itself, and the style sheet that comes with it.

use super::markup::legal;
use super::writer::{PageKind, Writer};
use crate::render::colophon;

/// The style sheet of pages, and of books.
pub(in crate::render) const STYLE: &str = include_str!("style.css");

/// What comes after it for an Easy Read.
const EASY_READ_STYLE: &str = include_str!("easy_read.css");

/// What a browser must not fetch for a page or run in it, whatever it holds (Content Security Policy
/// Level 3). Scripts that stand in a page are not in the list, for the tools that check pages and those
/// that help people to read them come as such; nor are pictures, for the Nu HTML Checker takes those
/// that are within a page for fetched ones. The page has neither script nor picture from elsewhere.
pub(in crate::render) const POLICY: &str = "script-src-elem 'unsafe-inline'; script-src-attr 'none'; style-src 'unsafe-inline'; connect-src 'none'; \
                      font-src 'none'; media-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'; \
                      manifest-src 'none'; base-uri 'none'; form-action 'none'";

impl Writer<'_> {
    /// Writes the head of a page.
    pub(super) fn head(&mut self, title: &str) {
        let description = colophon::line(self.document);
        self.element_on_lines("head", &[], |writer| {
            writer.meta(&[("charset", Some("utf-8"))]);
            writer.meta(&[("http-equiv", Some("Content-Security-Policy")), ("content", Some(POLICY))]);
            writer.meta(&[("name", Some("viewport")), ("content", Some("width=device-width, initial-scale=1"))]);
            writer.meta(&[("name", Some("color-scheme")), ("content", Some("light dark"))]);
            writer.meta(&[("name", Some("generator")), ("content", Some(concat!("plainsong ", env!("CARGO_PKG_VERSION"))))]);
            writer.meta(&[("name", Some("description")), ("content", Some(&description))]);
            if writer.page_kind == PageKind::EasyReadDraft {
                writer.meta(&[("name", Some("robots")), ("content", Some("noindex"))]);
            }
            writer.block_element("title", &[], |writer| {
                writer.out.text(&legal(title));
            });
            writer.element("style", &[], |writer| {
                writer.out.new_line();
                writer.out.markup(STYLE);
                if writer.page_kind != PageKind::Document {
                    writer.out.markup(EASY_READ_STYLE);
                }
            });
            writer.out.new_line();
        });
    }

    fn meta(&mut self, attributes: super::markup::Attributes<'_>) {
        self.void("meta", attributes);
        self.out.new_line();
    }
}
