//! What there is to say of a format to those who choose one.

use crate::convert::Format;

/// What is said of an Easy Read that people have checked.
const CHECKED: &str = "Short, in easy words. People who use Easy Read have checked it.";

/// Whether a file is an Easy Read that people have checked: its name says so.
pub(super) fn is_finished(format: Format, path: &str) -> bool {
    format.finished_ending().is_some_and(|ending| path.ends_with(ending))
}

/// The name of a file of a format as people know it.
pub(super) fn name(format: Format, path: &str) -> &'static str {
    match format {
        Format::EasyReadHtml if is_finished(format, path) => "Easy Read as a web page",
        #[cfg(feature = "pdf")]
        Format::EasyRead if is_finished(format, path) => "Easy Read",
        Format::Html => "Web page",
        Format::Epub => "EPUB book",
        Format::Text => "Plain text",
        Format::Daisy => "DAISY book",
        Format::Dtbook => "DTBook",
        Format::EasyReadHtml => "Easy Read draft as a web page",
        #[cfg(feature = "pdf")]
        Format::LargePrint => "Large print",
        #[cfg(feature = "pdf")]
        Format::EasyRead => "Easy Read draft",
    }
}

/// Whom a file of a format is for, in a sentence.
pub(super) fn purpose(format: Format, path: &str) -> &'static str {
    match format {
        Format::EasyReadHtml if is_finished(format, path) => CHECKED,
        #[cfg(feature = "pdf")]
        Format::EasyRead if is_finished(format, path) => CHECKED,
        Format::Html => "To read in a browser. You can change sizes and colours there.",
        Format::Epub => "For reading apps on telephones, tablets and computers.",
        Format::Text => "For screen readers, and for programs that show only text.",
        Format::Daisy => "For players and apps that read aloud.",
        Format::Dtbook => "For software that makes speech or braille.",
        Format::EasyReadHtml => "This is a draft. People who use Easy Read have not yet agreed to it.",
        #[cfg(feature = "pdf")]
        Format::LargePrint => "To print, or to read in big letters.",
        #[cfg(feature = "pdf")]
        Format::EasyRead => "This is a draft. People who use Easy Read have not yet agreed to it.",
    }
}

/// The kind of file, as people know it from the end of its name.
pub(super) const fn kind(format: Format) -> &'static str {
    match format {
        Format::Html | Format::EasyReadHtml => "HTML",
        Format::Epub => "EPUB",
        Format::Text => "TXT",
        Format::Daisy => "ZIP",
        Format::Dtbook => "XML",
        #[cfg(feature = "pdf")]
        Format::LargePrint | Format::EasyRead => "PDF",
    }
}

/// The media type of a format. That of a DAISY book is of the ZIP file that holds it.
pub(super) const fn media_type(format: Format) -> &'static str {
    match format {
        Format::Html | Format::EasyReadHtml => "text/html; charset=utf-8",
        Format::Epub => "application/epub+zip",
        Format::Text => "text/plain; charset=utf-8",
        Format::Daisy => "application/zip",
        Format::Dtbook => "application/x-dtbook+xml",
        #[cfg(feature = "pdf")]
        Format::LargePrint | Format::EasyRead => "application/pdf",
    }
}

/// How many pages a file of a format has, if it has pages.
#[cfg_attr(not(feature = "pdf"), allow(unused_variables, reason = "only PDFs have pages"))]
pub(super) fn pages(format: Format, bytes: &[u8]) -> Option<usize> {
    match format {
        Format::Html | Format::Epub | Format::Text | Format::Daisy | Format::Dtbook | Format::EasyReadHtml => None,
        #[cfg(feature = "pdf")]
        Format::LargePrint | Format::EasyRead => crate::render::pages_of_pdf(bytes),
    }
}

/// The programs from elsewhere that check files of a format, and what they check against.
pub(super) const fn judges(format: Format) -> &'static [(&'static str, &'static str)] {
    match format {
        Format::Html | Format::EasyReadHtml => &[("Nu HTML Checker", "HTML"), ("axe-core", "barriers that programs can find")],
        Format::Epub => &[("EPUBCheck", "EPUB 3.3"), ("Ace by DAISY", "barriers that programs can find")],
        Format::Text => &[],
        Format::Daisy => &[("schemas of the DAISY Consortium", "ANSI/NISO Z39.86-2005")],
        Format::Dtbook => &[("schemas of the DAISY Consortium", "DTBook 2005-3")],
        #[cfg(feature = "pdf")]
        Format::LargePrint | Format::EasyRead => &[("veraPDF", "PDF/UA-1")],
    }
}
