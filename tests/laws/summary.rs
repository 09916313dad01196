//! The lists that minutes open with repeat the minutes and nothing else, and lead to where they do.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use plainsong::convert::{self, Format, Summary, convert};
use plainsong::model::{Block, BlockKind, Certainty, Inline, InlineKind, Mark, Origin, Prose, Role, SourceId, walk};
use plainsong::rewrite::summary::{Summarised, summarise};
use plainsong::{Document, Source, Span, parse};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::oracle;
use crate::roles::minutes;
use crate::word_law::{check as check_words, source};
use crate::{documents, no_complaints};

/// What stands in the lists beside the words of the minutes.
const OWN_WORDS: [&str; 14] = [
    "What was decided",
    "Who will do what",
    "A computer made this list. The minutes are the record. ",
    "There may be more decisions in the minutes.",
    "There may be more things to do in the minutes.",
    "The computer did not find a decision in these minutes. There may still be one. Please read the minutes.",
    "The computer did not find anything that someone must do. There may still be something. Please read the minutes.",
    "In this document",
    "please read it in the minutes.",
    "After ",
    "Not agreed:",
    "Who:",
    "When:",
    // Last, for it begins another.
    "The minutes",
];

#[test]
fn the_lists_repeat_the_minutes_and_nothing_else() {
    let documents = documents();
    let summaries = documents.iter().filter(|source| summarise(&parse(source)).is_some()).count();
    assert!(summaries > 5, "only {summaries} documents open with lists");
    println!("{summaries} of {} documents open with the lists", documents.len());
    let complaints: Vec<String> = documents.iter().flat_map(check).collect();
    no_complaints(&complaints);
}

#[test]
fn no_word_is_lost_below_the_lists() {
    let mut complaints = Vec::new();
    for source in documents() {
        let Some(summarised) = summarise(&parse(&source)) else { continue };
        for format in [Format::Text, Format::Dtbook] {
            complaints.extend(check_words(&summarised.document, &oracle::read(source.text()), format).0);
        }
    }
    no_complaints(&complaints);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_lists_repeat_any_minutes_and_nothing_else(text in minutes()) {
        let complaints = check(&source(&text));
        prop_assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
}

/// The complaints about the lists of a document, if it opens with any.
fn check(source: &Source) -> Vec<String> {
    let document = parse(source);
    let Some(summarised) = summarise(&document) else { return Vec::new() };
    let added = added(&document, &summarised);
    let mut complaints = Vec::new();
    complaints.extend(made_up(source, added));
    complaints.extend(leads_astray(&document, added));
    complaints.extend(dead_links(&document));
    complaints.extend((summarised.changes.len() != 2).then(|| format!("{} changes", summarised.changes.len())));
    complaints.into_iter().map(|complaint| format!("{}: {complaint}", source.name())).collect()
}

/// The blocks that were added. All others are as they were.
fn added<'a>(document: &Document, summarised: &'a Summarised) -> &'a [Block] {
    let after = &summarised.document.blocks;
    let same = document.blocks.iter().zip(after).take_while(|(before, after)| before == after).count();
    let added = after.len() - document.blocks.len();
    assert_eq!(document.blocks[same..], after[same + added..], "{}: the lists changed the minutes", document.source.name);
    &after[same..same + added]
}

/// Words of the lists that are neither the document's, as it has them, nor of those that we say.
fn made_up(source: &Source, added: &[Block]) -> Vec<String> {
    let (mut printed, mut numbers) = (String::new(), BTreeSet::new());
    let document = parse(source);
    walk::blocks(&document.blocks, &mut |block| {
        if let BlockKind::List(list) = &block.kind {
            numbers.extend(list.items.iter().flat_map(|item| &item.label).map(|label| label.text.clone()));
        }
    });
    walk::passages(&document.blocks, &mut |passage| {
        let number = passage.number.map(|number| number.text.clone()).unwrap_or_default();
        printed.push_str(&squeezed(&number));
        printed.push_str(&squeezed(Prose::of(passage.content).text()));
        numbers.insert(number);
    });
    numbers.iter().for_each(|number| printed.push_str(&squeezed(number)));
    let mut complaints = Vec::new();
    walk::passages(added, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            let (InlineKind::Text(text) | InlineKind::Code(text) | InlineKind::Abbreviation { short: text, .. }) = &inline.kind else {
                return;
            };
            let is_known = match inline.origin {
                // HTML counts its lists, so that their numbers stand nowhere.
                Origin::None => is_own(text) || numbers.contains(text),
                Origin::Literal(span) => source.slice(span) == text,
                Origin::Decoded(_) | Origin::DerivedFrom(_) => printed.contains(&squeezed(text)),
            };
            complaints.extend((!is_known).then(|| format!("{text:?} is not of the document")));
        });
    });
    complaints
}

/// Whether words are ours, each sentence of them.
fn is_own(text: &str) -> bool {
    let rest = OWN_WORDS.iter().fold(text.to_owned(), |text, own| text.replace(own, ""));
    rest.trim_matches([' ', ':', ',']).is_empty() || rest == "Number " || rest == "number "
}

/// The letters and digits of a text.
fn squeezed(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// Ways that do not lead to a certain decision, lost motion or action.
fn leads_astray(document: &Document, added: &[Block]) -> Vec<String> {
    let certain: Vec<Span> = document
        .marks
        .iter()
        .filter(|mark| mark.certainty == Certainty::Certain && matches!(mark.role, Role::Decided | Role::Lost | Role::Action { .. }))
        .map(|mark| mark.span)
        .collect();
    let mut complaints = Vec::new();
    walk::passages(added, &mut |passage| {
        walk::inlines(passage.content, &mut |inline| {
            if let InlineKind::CrossReference { to, .. } = &inline.kind
                && !certain.iter().any(|span| span.contains(*to))
            {
                complaints.push(format!("{to:?} is no certain decision or action"));
            }
        });
    });
    complaints
}

/// Links of the DAISY book that lead nowhere, and ids that stand twice.
fn dead_links(document: &Document) -> Vec<String> {
    let mut options = convert::Options::default();
    options.summary = Summary::EveryFormat;
    let book = String::from_utf8(convert(document, Format::Dtbook, &options).unwrap().output).unwrap();
    let (mut ids, mut links, mut complaints) = (BTreeSet::new(), Vec::new(), Vec::new());
    let mut reader = Reader::from_str(&book);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                let value = |name: &str| start.try_get_attribute(name).unwrap().map(|value| value.value.to_string());
                if let Some(id) = value("id")
                    && !ids.insert(id.clone())
                {
                    complaints.push(format!("the id {id} stands twice"));
                }
                links.extend(value("href").and_then(|href| href.strip_prefix('#').map(str::to_owned)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    complaints.extend(links.into_iter().filter(|link| !ids.contains(link)).map(|link| format!("nothing has the id {link}")));
    complaints
}

#[test]
fn every_item_has_a_link_in_a_book() {
    let text = "# Minutes\n\nPresent: A. Vane\n\nApologies: None\n\n3.6 It was resolved that the hut be painted.\n\n\
                | Action | Owner |\n|---|---|\n| Mend it | B Lee |\n";
    let mut options = convert::Options::default();
    options.summary = Summary::EveryFormat;
    let book = String::from_utf8(convert(&parse(&source(text)), Format::Dtbook, &options).unwrap().output).unwrap();
    assert!(book.contains("<a href=\"#item_3-6\" external=\"false\">Number 3.6</a>"), "{book}");
    assert!(book.contains("<p id=\"item_3-6\" class=\"decision\"><sent><span class=\"number\">3.6</span> It was resolved"), "{book}");
    assert!(book.contains("<p id=\"place_2\" class=\"action\"><sent>Mend it</sent></p>"), "{book}");
}

/// Each sentence of a long paragraph is found and cut out in its turn: that takes no time to speak of.
#[test]
fn a_paragraph_of_many_decisions_is_listed_in_bounded_time() {
    let sentence = "It was agreed to mend the hut. ";
    let places: Vec<Span> = (0..4_000).map(|index| Span::new(index * sentence.len(), (index + 1) * sentence.len() - 1)).collect();
    let text = |span: &Span| Inline::text(sentence.trim_end(), Origin::Literal(*span));
    let mut document = Document::new(SourceId { name: "a.md".to_owned(), hash: String::new() });
    let whole = Origin::covering(places.iter().map(|span| Origin::Literal(*span)));
    document.blocks.push(Block::paragraph(places.iter().map(text).collect(), whole));
    document.marks.extend(places.iter().map(|span| Mark::new(Role::Decided, *span, Certainty::Certain)));
    let start = Instant::now();
    let summarised = summarise(&document).unwrap();
    let took = start.elapsed();
    let list = summarised.document.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::List(list) => Some(list.items.len()),
        _ => None,
    });
    assert_eq!(list, Some(places.len()));
    assert!(took < Duration::from_secs(5), "it took {took:?}");
}
