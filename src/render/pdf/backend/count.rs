//! How many pages a PDF has, read from its bytes.

use lopdf::Document;

/// The number of pages; `None`, if this is no PDF that can be read.
pub(in crate::render) fn pages(bytes: &[u8]) -> Option<usize> {
    Document::load_mem(bytes).ok().map(|document| document.get_pages().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::large_print::{Options, render};
    use crate::{Source, parse};

    #[test]
    fn pages_are_counted_in_what_we_write() {
        let long = "A line.\n\n".repeat(60);
        let pdf = |text: &str| render(&parse(&Source::new("a.md", text)), &Options::default()).unwrap().output;
        assert_eq!(pages(&pdf("# Short")), Some(1));
        assert!(pages(&pdf(&long)).is_some_and(|pages| pages > 2));
        assert_eq!(pages(b"no PDF"), None);
    }
}
