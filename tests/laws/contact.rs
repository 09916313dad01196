//! Whoever reads a format is told who to ask for another.

use plainsong::convert::{Format, Options, convert};
use plainsong::parse;

use crate::output::words_of;
use crate::word_law::source;
use crate::words::words;

#[test]
fn every_format_says_who_to_ask_for_another() {
    let mut options = Options::default();
    let contact = &mut options.text.contact;
    contact.name = Some("Ambleford Town Council".to_owned());
    contact.email = Some("clerk@ambleford.example".to_owned());
    let contact = contact.clone();
    options.html.contact = contact.clone();
    options.epub.contact = contact.clone();
    options.daisy.contact = contact.clone();
    options.dtbook.contact = contact.clone();
    options.large_print.contact = contact.clone();
    options.easy_read.contact = contact;
    let document = parse(&source("# Minutes\n\nThe panel met."));
    let told = words(
        "Other formats To ask for this document in another format, contact Ambleford Town Council. \
         Email: clerk@ambleford.example About this version",
    );
    for format in Format::ALL {
        let says = |options: &Options| {
            let output = words_of(*format, &convert(&document, *format, options).unwrap().output);
            // Text says the level of a heading, too.
            let output: Vec<String> = output.join(" ").replace("Heading level 2 ", "").split(' ').map(str::to_owned).collect();
            output.windows(told.len()).any(|part| part == told)
        };
        assert!(says(&options), "{format}");
        assert!(!says(&Options::default()), "{format}");
    }
}
