//! A document in words that speech does not stumble over: dates, times, sums, ranges, votes, signs and
//! short forms said in full. espeak-ng, which many listeners have, says "Cllr" letter by letter, "£4,500"
//! as "pound four thousand five hundred" and "4/3/26" as "four slash three slash twenty-six".
//!
//! - Every change is told, with its place, the words before and the words after.
//! - What can be read in two ways is left as it is and told as a loss: "1/4/26" may be a day of April or
//!   of January. "St" is left without a word: a voice knows as much of it as we do.
//! - Names, addresses, references and quoted code are safe: "s.106" is a section only where an Act or an
//!   agreement is spoken of.
//! - Words in another language than English are left as they are.
//!
//! | File | What it says in words |
//! |---|---|
//! | `dates.rs` | `25/12/2025`, `2026-03-04`, `4 Mar 26`, `2025/26` |
//! | `times.rs` | `7.30pm`, `10am-4pm` |
//! | `money.rs` | `£1.2m`, `£12.50`, `50p` |
//! | `ranges.rs` | `3–5`, `Monday–Friday` |
//! | `votes.rs` | `7 for / 2 against` |
//! | `signs.rs` | `&`, `↑3%`, `✓` |
//! | `references.rs` | `s.106`, `para. 3.6`, `pp. 2` |
//! | `short_words.rs` | `Cllr`, `e.g.`, `w/c` |
//! | `acronyms.rs` | a short form of the document's own, at its first use |

mod acronyms;
mod dates;
mod money;
mod phrases;
mod ranges;
mod references;
mod scan;
mod short_words;
mod signs;
mod times;
mod votes;

use crate::model::{Block, BlockKind, Document, FirstUses, Image, Inline, InlineKind, Lang, Origin, Prose, cut};
use crate::outcome::{Change, Loss, LossKind};
use crate::source::Span;
use phrases::{Found, phrases};

/// A document in words that can be spoken.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Spoken {
    /// The document. Words that were changed keep the place that they come from.
    pub document: Document,
    /// What was said in other words.
    pub changes: Vec<Change>,
    /// What can be read in two ways, and was left as it is.
    pub losses: Vec<Loss>,
}

/// Says a document in words.
///
/// ```
/// use plainsong::{Source, parse, render::text, rewrite::spoken::spoken};
///
/// let document = parse(&Source::new("a.md", "# Minutes\n\nCllr Rees met them at 7.30pm on 25/12/2025."));
/// let spoken = spoken(&document);
/// let text = text::render(&spoken.document, &text::Options::default()).output;
/// assert!(text.contains("Councillor Rees met them at 7:30 pm on 25 December 2025."));
/// assert_eq!(spoken.changes.len(), 3);
/// ```
#[must_use]
pub fn spoken(document: &Document) -> Spoken {
    let mut spoken = document.clone();
    let mut speech = Speech { short_forms: FirstUses::of(document), explained: Vec::new(), changes: Vec::new(), losses: Vec::new() };
    speech.blocks(&mut spoken.blocks, &document.meta.language);
    let Speech { explained, changes, losses, .. } = speech;
    acronyms::move_explanations(&mut spoken, &explained);
    Spoken { document: spoken, changes, losses }
}

/// The one who says the document.
struct Speech<'a> {
    short_forms: FirstUses<'a>,
    /// The long forms that have been said at a first use, and its place.
    explained: Vec<(String, Span)>,
    changes: Vec<Change>,
    losses: Vec<Loss>,
}

impl Speech<'_> {
    fn blocks(&mut self, blocks: &mut [Block], around: &Lang) {
        for block in blocks {
            let language = block.lang.clone();
            let language = language.as_ref().unwrap_or(around);
            match &mut block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => self.passage(content, language),
                BlockKind::List(list) => list.items.iter_mut().for_each(|item| self.blocks(&mut item.blocks, language)),
                BlockKind::Definitions(definitions) => {
                    for definition in definitions {
                        self.passage(&mut definition.term, language);
                        self.blocks(&mut definition.description, language);
                    }
                }
                BlockKind::Table(table) => {
                    self.passage(&mut table.caption, language);
                    for cell in table.head.iter_mut().chain(&mut table.body).flat_map(|row| &mut row.cells) {
                        self.blocks(&mut cell.blocks, language);
                    }
                }
                BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => self.blocks(blocks, language),
                BlockKind::Figure(image) if language.is_english() => self.image(image, block.origin),
                BlockKind::Figure(_) | BlockKind::Code(_) | BlockKind::Explanation { .. } | BlockKind::Break => {}
            }
        }
    }

    fn passage(&mut self, content: &mut Vec<Inline>, language: &Lang) {
        if language.is_english() {
            *content = self.inlines(std::mem::take(content));
        }
    }

    /// The same inlines, said in words. What a link or emphasis cuts in two is left.
    fn inlines(&mut self, content: Vec<Inline>) -> Vec<Inline> {
        let mut said = Vec::with_capacity(content.len());
        let mut run = Vec::new();
        for mut inline in content {
            match &mut inline.kind {
                InlineKind::Text(_) | InlineKind::SoftBreak => {
                    run.push(inline);
                    continue;
                }
                InlineKind::Emphasis(inner)
                | InlineKind::Strong(inner)
                | InlineKind::Deleted(inner)
                | InlineKind::HardWord(inner)
                | InlineKind::CrossReference { content: inner, .. } => {
                    *inner = self.inlines(std::mem::take(inner));
                }
                InlineKind::Link { content: inner, .. } if !is_address(inner) => *inner = self.inlines(std::mem::take(inner)),
                InlineKind::Image(image) => self.image(image, inline.origin),
                InlineKind::Abbreviation { long, .. } if self.short_forms.is_unexplained(long, inline.origin) => {
                    self.run(&mut run, &mut said);
                    self.explain(inline, &mut said);
                    continue;
                }
                InlineKind::Link { .. }
                | InlineKind::Abbreviation { .. }
                | InlineKind::Code(_)
                | InlineKind::NoteRef(_)
                | InlineKind::LineBreak => {}
            }
            self.run(&mut run, &mut said);
            said.push(inline);
        }
        self.run(&mut run, &mut said);
        said
    }

    /// Says a run of text.
    fn run(&mut self, run: &mut Vec<Inline>, said: &mut Vec<Inline>) {
        if run.is_empty() {
            return;
        }
        let run = std::mem::take(run);
        let prose = Prose::of(&run);
        let found = phrases(prose.text());
        let mut words = Vec::new();
        for (range, found) in found {
            let before = prose.text().get(range.clone()).unwrap_or_default().to_owned();
            let span = prose.span(range.clone());
            if let Some(after) = self.tell(before, found, span) {
                words.push((range, after, span));
            }
        }
        let at: Vec<usize> = words.iter().flat_map(|(range, ..)| [range.start, range.end]).collect();
        let mut words = words.into_iter();
        // The parts between two places are left and said in turn.
        for (index, part) in cut(&run, &at).into_iter().enumerate() {
            match (index % 2 == 1).then(|| words.next()).flatten() {
                Some((_, after, span)) => said.push(Inline::text(after, span.map_or(Origin::None, Origin::DerivedFrom))),
                None => said.extend(part),
            }
        }
    }

    fn image(&mut self, image: &mut Image, origin: Origin) {
        let mut said = String::with_capacity(image.alternative.len());
        let mut from = 0;
        for (range, found) in phrases(&image.alternative) {
            let before = image.alternative.get(range.clone()).unwrap_or_default().to_owned();
            if let Some(after) = self.tell(before, found, origin.span()) {
                said.push_str(image.alternative.get(from..range.start).unwrap_or_default());
                said.push_str(&after);
                from = range.end;
            }
        }
        said.push_str(image.alternative.get(from..).unwrap_or_default());
        image.alternative = said;
    }

    /// Tells what was found. Returns the words to say, if there are others.
    fn tell(&mut self, before: String, found: Found, span: Option<Span>) -> Option<String> {
        match found {
            Found::Said { words, kind, .. } => {
                self.changes.push(Change::new(kind, before, words.clone(), span));
                Some(words)
            }
            Found::Ambiguous { one, other, .. } => {
                let message = format!("\"{before}\" can mean {one} or {other}, so it was left as it is. Write the month as a word.");
                self.losses.push(Loss::new(LossKind::AmbiguousDate, message, "", span));
                None
            }
        }
    }
}

/// Whether the words of a link are an address: one word, with a dot or an "at" sign in it.
fn is_address(content: &[Inline]) -> bool {
    let prose = Prose::of(content);
    let shown = prose.text().trim();
    shown.contains(['.', '@']) && !shown.contains(char::is_whitespace)
}
