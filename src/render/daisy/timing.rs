//! The files that time the book, in SMIL: what is spoken after what, what can be left out, and what
//! can be left before its end.

use std::collections::HashMap;

use crate::model::Document;
use crate::render::dtbook::{Event, Group, Id, Timeline, What, identifier, part_name};
use crate::render::xml::Xml;

use super::{GENERATOR, SKIPPABLE, TEXT};

const DOCUMENT_TYPE: &str = "smil PUBLIC \"-//NISO//DTD dtbsmil 2005-2//EN\" \"http://www.daisy.org/z3986/2005/dtbsmil-2005-2.dtd\"";

/// The parts, each with the name of its file.
pub(super) fn write(document: &Document, timeline: &Timeline) -> Vec<(String, String)> {
    let identifier = identifier(document);
    let notes = notes(timeline);
    let ends = timeline.parts.iter().skip(1).copied().chain([timeline.events.len()]);
    let parts = timeline.parts.iter().zip(ends).enumerate();
    parts
        .map(|(index, (start, end))| {
            let events = timeline.events.get(*start..end).unwrap_or_default();
            (part_name(index + 1), part(&identifier, events, &notes))
        })
        .collect()
}

/// The part that each note is spoken in, from 1.
fn notes(timeline: &Timeline) -> HashMap<Id, usize> {
    let of = |(index, event): (usize, &Event)| match event {
        Event::Opened { id, group: Group::Note, .. } => Some((*id, timeline.parts.partition_point(|start| *start <= index))),
        Event::Opened { .. } | Event::Spoken { .. } | Event::Closed => None,
    };
    timeline.events.iter().enumerate().filter_map(of).collect()
}

fn part(identifier: &str, events: &[Event], notes: &HashMap<Id, usize>) -> String {
    let mut xml = Xml::new(DOCUMENT_TYPE);
    xml.open("smil", &[("xmlns", "http://www.w3.org/2001/SMIL20/")]);
    xml.new_line();
    xml.open("head", &[]);
    for (name, content) in [("dtb:uid", identifier), ("dtb:generator", GENERATOR), ("dtb:totalElapsedTime", "0:00:00.000")] {
        xml.new_line();
        xml.empty("meta", &[("name", name), ("content", content)]);
    }
    xml.new_line();
    xml.open("customAttributes", &[]);
    for (id, default, ..) in SKIPPABLE {
        xml.empty("customTest", &[("id", id), ("defaultState", default), ("override", "visible")]);
    }
    xml.close();
    xml.close();
    xml.new_line();
    xml.open("body", &[]);
    xml.open("seq", &[("id", "all"), ("fill", "remove")]);
    xml.new_line();
    for event in events {
        match event {
            Event::Spoken { id, what } => spoken(&mut xml, *id, what, notes),
            Event::Opened { id, group, last } => opened(&mut xml, *id, group, *last),
            Event::Closed => xml.close(),
        }
        xml.new_line();
    }
    xml.finish().0
}

fn spoken(xml: &mut Xml, id: Id, what: &What, notes: &HashMap<Id, usize>) {
    let name = id.to_string();
    let text = format!("{TEXT}#{name}");
    let test = match what {
        What::Words | What::Heading { .. } => None,
        What::Page(_) => Some("pagenum"),
        What::NoteReference(_) => Some("noteref"),
    };
    match test {
        Some(test) => xml.open("par", &[("id", &name), ("class", test), ("customTest", test)]),
        None => xml.open("par", &[("id", &name)]),
    }
    match what {
        What::NoteReference(note) => {
            let place = format!("{}#{note}", part_name(notes.get(note).copied().unwrap_or(1)));
            xml.open("a", &[("href", &place), ("external", "false")]);
            xml.empty("text", &[("src", &text)]);
            xml.close();
        }
        What::Words | What::Heading { .. } | What::Page(_) => xml.empty("text", &[("src", &text)]),
    }
    xml.close();
}

fn opened(xml: &mut Xml, id: Id, group: &Group, last: Option<Id>) {
    let name = id.to_string();
    let end = last.map(|last| format!("DTBuserEscape;{last}.end"));
    let mut attributes = vec![("id", name.as_str())];
    attributes.extend(
        match group {
            Group::List => [Some(("class", "list")), None],
            Group::Table(_) => [Some(("class", "table")), None],
            Group::Note => [Some(("class", "note")), Some(("customTest", "note"))],
        }
        .into_iter()
        .flatten(),
    );
    attributes.extend(end.as_deref().map(|end| ("end", end)));
    attributes.push(("fill", "remove"));
    xml.open("seq", &attributes);
}
