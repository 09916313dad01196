//! What became of the document: what is not known of it, what formats could not carry, what the rules
//! found, and what is still a draft.

use std::collections::BTreeMap;

use super::{Group, Item, in_lines, line};
use crate::diagnostic::Diagnostic;
use crate::lint;
use crate::model::Document;
use crate::outcome::LossKind;
use crate::pack::{Piece, published};
use crate::source::Source;

/// What every format says of the document, where the document does not.
pub(super) fn metadata(document: &Document) -> Group {
    let meta = &document.meta;
    let missing = [
        (meta.title.is_none(), "No title was found, so the name of the file stands for it."),
        (meta.date.is_none(), "No date was found. Every format says that none is clearly stated."),
        (meta.status.is_none(), "Nothing says clearly if it is a draft or confirmed. Every format says so."),
    ];
    let items = missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, words)| Item::new(None, words)).collect();
    Group::new("About the document", "Is it right that this is not there? If not, add it at the top of the source.", items)
}

/// What a draft needs before it is more.
pub(super) fn easy_read(pieces: &[Piece]) -> Group {
    let is_there = pieces.iter().any(|piece| piece.format.is_easy_read() && !published::is_finished(piece.format, &piece.path));
    let asks = [
        "Each hard word is explained with the meaning that it has in this paper.",
        "People who use Easy Read have read the draft, and agree to it. Until then call it a draft wherever you offer it.",
    ];
    let items = asks.into_iter().filter(|_| is_there).map(|words| Item::new(None, words)).collect();
    Group::new("Easy Read draft", "Only people can do this.", items)
}

/// What formats could not carry: a box for each thing, with the formats that it is missing from. That a
/// format without pictures shows none is no surprise, and the pictures are asked about already.
pub(super) fn losses(source: &Source, pieces: &[Piece]) -> Group {
    let mut found: BTreeMap<(Option<usize>, &str), Vec<&str>> = BTreeMap::new();
    for piece in pieces {
        let name = published::name(piece.format, &piece.path);
        for loss in &piece.rendered.losses {
            if loss.id == LossKind::ImageNotShown && !piece.format.shows_pictures() {
                continue;
            }
            let formats = found.entry((loss.span.map(|span| line(span, source)), &loss.message)).or_default();
            if !formats.contains(&name) {
                formats.push(name);
            }
        }
    }
    let item =
        |((line, message), formats): ((Option<usize>, &str), Vec<&str>)| Item::new(line, format!("{}: {message}", formats.join(", ")));
    Group::listed("Not carried over", "A format could not hold this. Can its readers do without?", found.into_iter().map(item).collect())
}

/// What the rules found: a box for each rule.
pub(super) fn findings(source: &Source, findings: &[Diagnostic]) -> Group {
    let mut by_rule: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for finding in findings {
        by_rule.entry(finding.rule).or_default().push(line(finding.span, source));
    }
    let item = |(rule, lines): (&str, Vec<usize>)| {
        let summary = lint::rule(rule).map_or("", |info| info.summary);
        Item::new(None, format!("{rule}: {summary} It is so in {}.", in_lines(lines)))
    };
    let items = by_rule.into_iter().map(item).collect();
    Group::new("Words that stop readers", "The command \"plainsong check\" shows each of these. Could it be said more plainly?", items)
}
