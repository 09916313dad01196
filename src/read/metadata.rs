//! What a document says of itself: in front matter, in label lines, in its first lines.

use super::bodies;
use super::front_matter::FrontMatter;
use super::front_matter_lines::definition;
use super::meeting_line;
use crate::model::full_date;
use crate::model::{Block, BlockKind, Date, Definition, Document, Inline, InlineKind, Lang, Origin, Prose, Stated, Status, walk};
use crate::source::{Source, Span};
use crate::text::words;

/// How many blocks at the top can say what the document is.
const TOP: usize = 8;
/// A line at the top that names a body or a status is no longer than this many words.
const LONGEST_LINE: usize = 14;
/// A first line that is the title may hold the day and the place as well.
const LONGEST_TITLE: usize = 24;

/// Names for what we know, as front matter and label lines have them.
const TITLE: [&str; 6] = ["title", "report title", "title of report", "subject", "name of report", "report"];
const BODY: [&str; 8] = ["committee", "body", "meeting of", "board", "council", "name of committee", "meeting", "panel"];
const DATE: [&str; 5] = ["date", "meeting date", "date of meeting", "date of report", "report date"];
const TIME: [&str; 4] = ["time", "meeting time", "start time", "time of meeting"];
const PLACE: [&str; 5] = ["place", "venue", "location", "meeting place", "place of meeting"];
const STATUS: [&str; 2] = ["status", "document status"];
const PUBLISHER: [&str; 3] = ["publisher", "organisation", "organization"];
const IDENTIFIER: [&str; 3] = ["identifier", "reference", "isbn"];
const EASY_READ_CHECKED_BY: [&str; 1] = ["easy read checked by"];
const EASY_READ_CHECKED_ON: [&str; 1] = ["easy read checked on"];
const EASY_READ_CODE: [&str; 1] = ["easy read code"];
const LANGUAGE: [&str; 2] = ["lang", "language"];

/// Fills in what the document says of itself. Front matter goes first, then label lines, then the
/// first lines. The entries of the front matter become label lines at the top: they are words too.
pub(super) fn recognise(document: &mut Document, front_matter: Option<FrontMatter>, source: &Source) {
    if let Some(front_matter) = front_matter {
        let mut definitions: Vec<Definition> = front_matter.entries.iter().map(|entry| definition(entry, source)).collect();
        for definition in &definitions {
            state(document, definition);
        }
        // The title is to stand above the others, as a heading.
        let title = document.meta.title.as_ref().map(|title| title.span);
        definitions.retain(|definition| title.is_none() || definition.description.first().and_then(|block| block.origin.span()) != title);
        if !definitions.is_empty() {
            document.blocks.insert(
                0,
                Block::new(BlockKind::Definitions(definitions), Origin::Literal(Span::new(source.body_start(), front_matter.end))),
            );
        }
    }
    let labelled: Vec<Definition> = document
        .blocks
        .iter()
        .take(TOP)
        .filter_map(|block| if let BlockKind::Definitions(definitions) = &block.kind { Some(definitions.clone()) } else { None })
        .flatten()
        .collect();
    for definition in &labelled {
        state(document, definition);
    }
    let lines = first_lines(&document.blocks);
    for line in &lines {
        if let Some((key, value)) = line.text.split_once(':') {
            state_value(document, &key.trim().to_lowercase(), value.trim(), line.span);
        }
    }
    let heading = document.blocks.iter().find_map(|block| {
        let BlockKind::Heading { content, .. } = &block.kind else { return None };
        Line::of(content, false)
    });
    let meta = &mut document.meta;
    if meta.title.is_none() {
        meta.title = heading.as_ref().or_else(|| title_line(&lines)).map(|line| Stated::new(line.text.clone(), line.span));
    }
    if meta.body.is_none() {
        let title = meta.title.clone();
        let is_title = |line: &&Line| title.as_ref().is_some_and(|title| title.value == line.text);
        let mut others = lines.iter().filter(|line| !is_title(line) && line.is_short());
        let whole = others.find(|line| bodies::within(&line.text) == Some(&line.text));
        let in_title = || heading.iter().chain(&lines).find(is_title);
        meta.body = whole.or_else(in_title).and_then(|line| Some(Stated::new(bodies::within(&line.text)?.to_owned(), line.span)));
    }
    let printed = printed_lines(&document.blocks);
    let meta = &mut document.meta;
    let held =
        heading.iter().chain(&printed).filter(|line| !line.is_numbered).find_map(|line| Some((line, meeting_line::read(&line.text)?)));
    if let Some((line, told)) = held {
        let stated = |range: std::ops::Range<usize>| line.text.get(range).map(|text| Stated::new(text.to_owned(), line.span));
        meta.time = meta.time.take().or_else(|| told.time.and_then(stated));
        meta.place = meta.place.take().or_else(|| told.place.and_then(stated));
        // The date on top of a pack of papers is often that of the meeting that will agree the minutes.
        if let Some(date) = told.date.filter(|_| told.is_of_minutes || meta.date.is_none()) {
            meta.date = Some(Stated::new(date, line.span));
        }
    }
    if meta.time.is_none() {
        meta.time = lines.iter().filter(|line| line.is_a_date()).find_map(|line| {
            let range = meeting_line::time(&line.text)?;
            line.text.get(range).map(|text| Stated::new(text.to_owned(), line.span))
        });
    }
    if meta.date.is_none() {
        meta.date = lines.iter().chain(&heading).filter(|line| line.can_date_the_document()).find_map(|line| {
            let (_, date) = full_date(&line.text)?;
            Some(Stated::new(date, line.span))
        });
    }
    if meta.status.is_none() {
        meta.status = heading
            .iter()
            .chain(&lines)
            .filter(|line| line.is_short())
            .find_map(|line| Some(Stated::new(marked_status(&line.text)?, line.span)));
    }
}

/// Takes what a label line states, if nothing before it did.
fn state(document: &mut Document, definition: &Definition) {
    let Some(span) = definition.origin.span() else { return };
    let key = Prose::of(&definition.term).text().trim().to_lowercase().replace(['_', '-'], " ");
    let mut value = String::new();
    walk::passages(&definition.description, &mut |passage| {
        if !value.is_empty() {
            value.push_str(", ");
        }
        value.push_str(Prose::of(passage.content).text().trim());
    });
    if value.is_empty() {
        return;
    }
    let span = definition.description.first().and_then(|block| block.origin.span()).unwrap_or(span);
    state_value(document, &key, &value, span);
}

/// Takes a value stated under a key, if nothing before it stated one.
fn state_value(document: &mut Document, key: &str, value: &str, span: Span) {
    let is = |names: &[&str]| names.contains(&key);
    let meta = &mut document.meta;
    let text = || Stated::new(value.split_whitespace().collect::<Vec<_>>().join(" "), span);
    if is(&TITLE) {
        meta.title.get_or_insert_with(text);
    } else if is(&BODY) && !value.contains([',', '(']) {
        meta.body.get_or_insert_with(text);
    } else if is(&TIME) {
        meta.time.get_or_insert_with(text);
    } else if is(&PLACE) {
        meta.place.get_or_insert_with(text);
    } else if is(&PUBLISHER) {
        meta.publisher.get_or_insert_with(text);
    } else if is(&IDENTIFIER) {
        meta.identifier.get_or_insert_with(text);
    } else if is(&EASY_READ_CHECKED_BY) {
        meta.easy_read_checked_by.get_or_insert_with(text);
    } else if is(&EASY_READ_CHECKED_ON) {
        meta.easy_read_checked_on.get_or_insert_with(text);
    } else if is(&EASY_READ_CODE) {
        meta.easy_read_code.get_or_insert_with(text);
    } else if is(&DATE) {
        meta.date = meta.date.take().or_else(|| full_date(value).map(|(_, date): (_, Date)| Stated::new(date, span)));
    } else if is(&STATUS) {
        meta.status = meta.status.take().or_else(|| stated_status(value).map(|status| Stated::new(status, span)));
    } else if is(&LANGUAGE)
        && let Some(language) = Lang::new(value.trim())
    {
        meta.language = language;
    }
}

/// The status that a label line states, in its first word: "Draft 3", but not "Not confirmed".
fn stated_status(value: &str) -> Option<Status> {
    words(value).next().and_then(|range| status_word(&value[range]))
}

/// The status that a line is marked with: at its beginning or its end, and set apart or in capitals.
/// "DRAFT minutes", "Minutes (draft)", but not "Final accounts" or "Strategy not yet approved".
fn marked_status(line: &str) -> Option<Status> {
    let ranges: Vec<_> = words(line).collect();
    let mut ends = ranges.first().into_iter().chain(ranges.last());
    ends.find_map(|range| {
        let status = status_word(&line[range.clone()])?;
        let is_alone = ranges.len() == 1;
        let is_in_capitals = !line[range.clone()].contains(char::is_lowercase) && line.contains(char::is_lowercase);
        let is_set_apart =
            line[..range.start].ends_with(['(', '[']) || line[..range.start].trim_end().ends_with([':', '-', '\u{2013}', '\u{2014}']);
        (is_alone || is_in_capitals || is_set_apart).then_some(status)
    })
}

fn status_word(word: &str) -> Option<Status> {
    match word.to_lowercase().as_str() {
        "draft" | "unconfirmed" | "unapproved" => Some(Status::Draft),
        "confirmed" | "approved" => Some(Status::Confirmed),
        _ => None,
    }
}

/// A line near the top.
struct Line {
    text: String,
    span: Span,
    is_numbered: bool,
}

impl Line {
    fn of(content: &[Inline], is_numbered: bool) -> Option<Self> {
        let prose = Prose::of(content);
        let text = prose.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let span = prose.span(0..prose.text().len())?;
        (!text.is_empty()).then_some(Self { text, span, is_numbered })
    }

    fn is_short(&self) -> bool {
        words(&self.text).count() <= LONGEST_LINE && self.is_no_sentence()
    }

    fn is_no_sentence(&self) -> bool {
        !self.is_numbered && !self.text.ends_with(['.', ':', ';', ',', '?', '!'])
    }

    /// Whether a date in this line is the document's own, not that of another meeting.
    fn can_date_the_document(&self) -> bool {
        let of_another = ["next", "last", "previous", "deadline", "until", "by", "since"];
        let is_of_another = words(&self.text).any(|range| of_another.contains(&self.text[range].to_lowercase().as_str()));
        self.is_a_date() || (self.is_no_sentence() && !is_of_another)
    }

    fn is_a_date(&self) -> bool {
        full_date(&self.text).is_some_and(|(range, _)| range.len() * 2 > self.text.len())
    }
}

/// The first line that could be the title, of those before the first sentence.
fn title_line(lines: &[Line]) -> Option<&Line> {
    let mut before_sentences = lines.iter().take_while(|line| line.is_no_sentence() && words(&line.text).count() <= LONGEST_TITLE);
    before_sentences.find(|line| !line.is_a_date() && !bodies::ends(&line.text))
}

fn first_lines(blocks: &[Block]) -> Vec<Line> {
    blocks
        .iter()
        .take(TOP)
        .filter_map(|block| {
            let (BlockKind::Paragraph { content, number } | BlockKind::Heading { content, number, .. }) = &block.kind else { return None };
            Line::of(content, number.is_some())
        })
        .collect()
}

/// The first lines as printed: of a paragraph of several lines, each of the first few.
fn printed_lines(blocks: &[Block]) -> Vec<Line> {
    const OF_EACH: usize = 3;
    let mut printed = Vec::new();
    for block in blocks.iter().take(TOP) {
        let (BlockKind::Paragraph { content, number } | BlockKind::Heading { content, number, .. }) = &block.kind else { continue };
        let lines = content.split(|inline| matches!(inline.kind, InlineKind::LineBreak)).take(OF_EACH);
        printed.extend(lines.filter_map(|line| Line::of(line, number.is_some())));
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn status_of(text: &str) -> Option<Status> {
        parse(&Source::new("t", text)).meta.status.map(|status| status.value)
    }

    #[test]
    fn time_and_place_are_read_where_they_are_stated() {
        let meta = |text: &str| {
            let meta = parse(&Source::new("t", text)).meta;
            (meta.date.map(|date| date.value.to_string()), meta.time.map(|time| time.value), meta.place.map(|place| place.value))
        };
        let told = (Some("2024-05-07".to_owned()), Some("7pm".to_owned()), Some("Town Hall".to_owned()));
        assert_eq!(meta("# Minutes\n\nDate: 7 May 2024\nTime: 7pm\nPlace: Town Hall"), told);
        let sentence = "# Board papers\n\nDate: 4 June 2024\nItem: 3\n\nMinutes of the meeting held at Town Hall on 7 May 2024 at 7pm";
        assert_eq!(meta(sentence), told);
        assert_eq!(meta("# Minutes\n\nThe panel met at 7pm in a hall."), (None, None, None));
    }

    #[test]
    fn a_status_is_read_where_it_is_stated() {
        assert_eq!(status_of("# DRAFT minutes of the panel"), Some(Status::Draft));
        assert_eq!(status_of("# Minutes of the panel (draft)"), Some(Status::Draft));
        assert_eq!(status_of("# Minutes\n\nDRAFT\n\nThe panel met."), Some(Status::Draft));
        assert_eq!(status_of("---\nstatus: confirmed\n---\n# Minutes"), Some(Status::Confirmed));
        assert_eq!(status_of("# Minutes\n\nStatus: Draft 3\nDate: 5 May 2024"), Some(Status::Draft));
    }

    #[test]
    fn a_status_is_never_guessed() {
        for text in
            ["# Minutes (not yet approved)", "# Final accounts", "# Draft beer licence", "# M\n\nStatus: Not confirmed\nDate: 5 May 2024"]
        {
            assert_eq!(status_of(text), None, "{text}");
        }
    }

    #[test]
    fn the_date_of_a_document_is_not_any_date_in_a_sentence() {
        let date = |text: &str| parse(&Source::new("t", text)).meta.date.map(|date| date.value.to_string());
        assert_eq!(date("# Plan\n\n1.1 On 3 May 2019 the council agreed a plan."), None);
        assert_eq!(date("# Plan\n\nThe meeting of 3 May 2019 agreed a plan."), None);
        assert_eq!(date("# Plan\n\nNext meeting: 3 May 2019"), None);
        assert_eq!(
            date("# Plan\n\nThis follows the policy of 1 May 1997, see above.\n\nDate of meeting: 3 May 2019"),
            Some("2019-05-03".to_owned())
        );
        assert_eq!(date("# Plan\n\nMonday 3 May 2019\n\nText."), Some("2019-05-03".to_owned()));
        assert_eq!(date("# Plan\n\nHeld at the hall on the 3rd May 2019 at 7pm\n\nText."), Some("2019-05-03".to_owned()));
    }
}
