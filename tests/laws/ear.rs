//! What a listener hears: every word of a DAISY book is spoken, in order, and no word is lost when
//! things are said in words.

use std::collections::BTreeMap;

use plainsong::convert::{self, Format, Voice, convert};
use plainsong::{Document, parse};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::book::{self, attribute};
use crate::word_law::check_in;
use crate::{documents, no_complaints, oracle};

#[test]
fn every_word_of_a_daisy_book_is_spoken() {
    let mut complaints = Vec::new();
    for source in documents() {
        complaints.extend(unspoken(&parse(&source), Voice::Document));
    }
    no_complaints(&complaints);
}

#[test]
fn no_word_is_lost_when_things_are_said_in_words() {
    let mut complaints = Vec::new();
    let mut options = convert::Options::default();
    options.voice = Voice::Spoken;
    for source in documents() {
        let document = parse(&source);
        let reading = oracle::read(source.text());
        for format in [Format::Text, Format::Daisy] {
            complaints.extend(check_in(&document, &reading, format, &options).0);
        }
        complaints.extend(unspoken(&document, Voice::Spoken));
    }
    no_complaints(&complaints);
}

/// The complaints about words of a book that no part of it speaks, and about the order that it speaks in.
fn unspoken(document: &Document, voice: Voice) -> Vec<String> {
    let mut options = convert::Options::default();
    options.voice = voice;
    let name = &document.source.name;
    let book = book::of_zip(&convert(document, Format::Daisy, &options).unwrap().output);
    let spoken = book.spoken();
    let places: BTreeMap<&str, usize> = spoken.iter().enumerate().map(|(place, id)| (id.as_str(), place)).collect();
    let mut complaints = Vec::new();
    if places.len() != spoken.len() {
        complaints.push(format!("{name}: a part of the text is spoken twice"));
    }
    let text = book.text();
    let (_, matter) = text.split_at(text.find("<book>").unwrap());
    let mut reader = Reader::from_str(matter);
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut met = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let place = attribute(&start, "id").and_then(|id| places.get(id.as_str()).copied());
                met.extend(place);
                open.push(place);
            }
            Event::Empty(start) => met.extend(attribute(&start, "id").and_then(|id| places.get(id.as_str()).copied())),
            Event::End(end) if end.local_name().as_ref() == "book" => break,
            Event::End(_) => {
                open.pop();
            }
            Event::Text(words) if !words.trim().is_empty() && open.iter().all(Option::is_none) => {
                complaints.push(format!("{name}: nothing speaks {:?}", &*words));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if !met.iter().copied().eq(0..spoken.len()) {
        complaints.push(format!("{name}: the text is not spoken in the order that it stands in"));
    }
    complaints
}
