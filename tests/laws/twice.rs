//! Twice is the same: the same source gives the same bytes, and a document survives JSON.

use plainsong::convert::Format;
use plainsong::{Document, parse};
use proptest::prelude::*;

use crate::documents;
use crate::fixtures::fixtures;
use crate::hostile::soup;
use crate::output::render;
use crate::word_law::source;

#[test]
fn converting_twice_gives_the_same_bytes() {
    for source in fixtures() {
        for format in Format::ALL {
            let once = render(&parse(&source), *format);
            let twice = render(&parse(&source), *format);
            assert!(once == twice, "{} as {} differs from one time to the next", source.name(), format.name());
        }
    }
}

#[test]
fn a_document_survives_json() {
    for source in documents() {
        let document = parse(&source);
        assert_eq!(through_json(&document), document, "{}", source.name());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_survives_json(text in soup()) {
        let document = parse(&source(&text));
        prop_assert_eq!(through_json(&document), document);
    }
}

fn through_json(document: &Document) -> Document {
    serde_json::from_str(&serde_json::to_string(document).unwrap()).unwrap()
}
