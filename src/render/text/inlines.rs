//! A run of inlines as words: links with their address, pictures with the words that stand for them.

use crate::model::{Image, Inline, InlineKind, Origin, part_of};
use crate::outcome::Loss;
use crate::render::{address, losses, wording};

use super::clean;
use super::emphasis::Emphasis;
use super::notes::Call;
use super::script::end_sentence;
use crate::render::announcements::Announcement;

/// The words of a run, and what was met on the way.
#[derive(Default)]
pub(super) struct Words<'a> {
    /// What is said. A line feed stands where the author wants a line end.
    pub text: String,
    /// How many bytes of that are announced before the first word: a printed number comes after them.
    pub opening: usize,
    /// The references to notes, in order.
    pub calls: Vec<Call<'a>>,
    /// What could not be said.
    pub losses: Vec<Loss>,
    /// Whether a sentence of ours has ended, and its full stop waits for a sign of the author's.
    stop_due: bool,
    /// Whether the next word must not run into the last.
    apart: bool,
    /// What is still to be announced, in order of place.
    announcements: &'a [Announcement],
    /// The furthest byte that a passage announced here may reach: one that goes on beyond a cell is its row's.
    reach: usize,
    /// Whether bold and italic words are announced, because the document says what they mean.
    emphasis: Emphasis,
}

impl<'a> Words<'a> {
    /// The words of these inlines, with what is announced among them.
    pub(super) fn of(content: &'a [Inline], announcements: &'a [Announcement], reach: usize, emphasis: Emphasis) -> Self {
        let mut words = Self { announcements, reach, emphasis, ..Self::default() };
        words.add(content);
        words.stop_if_due("");
        words.text.truncate(words.text.trim_end().len());
        words
    }

    fn add(&mut self, content: &'a [Inline]) {
        for inline in content {
            match &inline.kind {
                InlineKind::Text(text) => self.text(text, inline.origin),
                InlineKind::Code(text) | InlineKind::Abbreviation { short: text, .. } => {
                    self.announce(inline.origin, text);
                    self.say(text, inline.origin);
                }
                InlineKind::Emphasis(inner) => self.stressed("italics", self.emphasis.italics, inner),
                InlineKind::Strong(inner) => self.stressed("bold", self.emphasis.bold, inner),
                // A text leads nowhere. The words say what place it is.
                InlineKind::HardWord(inner) | InlineKind::CrossReference { content: inner, .. } => self.add(inner),
                InlineKind::Deleted(inner) => self.deleted(inner),
                InlineKind::Link { to, content } => self.link(&to.target, to.title.as_deref(), content, inline.origin),
                InlineKind::Image(image) => self.image(image, inline.origin),
                InlineKind::NoteRef(label) => self.calls.push(Call { label, at: self.text.len(), span: inline.origin.span() }),
                InlineKind::SoftBreak => self.say(" ", inline.origin),
                InlineKind::LineBreak => self.end_line(),
            }
        }
    }

    /// Says a text, with what is announced in it.
    fn text(&mut self, text: &str, origin: Origin) {
        let mut from = 0;
        if let Origin::Literal(span) = origin {
            while let Some(announcement) = self.announcements.first().filter(|due| span.start < due.span.start && due.span.start < span.end)
            {
                let Some((before, _)) = text.split_at_checked(announcement.span.start - span.start) else { break };
                self.say(before.get(from..).unwrap_or_default(), part_of(origin, from, before.len()));
                from = before.len();
                self.announce(part_of(origin, from, text.len()), text.get(from..).unwrap_or_default());
            }
        }
        let rest = text.get(from..).unwrap_or_default();
        if from == 0 {
            self.announce(origin, rest);
        }
        self.say(rest, if from == 0 { origin } else { part_of(origin, from, text.len()) });
    }

    /// Announces what stands at this place or before it. What the next words say themselves is not announced.
    fn announce(&mut self, origin: Origin, next: &str) {
        let Some(span) = origin.span() else { return };
        while let [due, rest @ ..] = self.announcements {
            if due.span.start > span.start || next.trim().is_empty() {
                return;
            }
            self.announcements = rest;
            if due.span.end <= self.reach && !due.is_said_by(&self.text, next) {
                let opens = self.text.len() == self.opening;
                self.say(&due.words, Origin::None);
                self.say(": ", Origin::None);
                if opens {
                    self.opening = self.text.len();
                }
            }
        }
    }

    /// Says words that are set in another type, with what that is where it means something.
    fn stressed(&mut self, type_name: &str, is_announced: bool, inner: &'a [Inline]) {
        if !is_announced {
            self.add(inner);
            return;
        }
        self.apart = true;
        self.say(type_name, Origin::None);
        self.say(": ", Origin::None);
        self.add(inner);
        self.text.truncate(self.text.trim_end().len());
        self.say(", end of ", Origin::None);
        self.say(type_name, Origin::None);
        self.apart = true;
    }

    fn say(&mut self, words: &str, origin: Origin) {
        self.stop_if_due(words);
        if std::mem::take(&mut self.apart) && words.starts_with(char::is_alphanumeric) && !self.text.ends_with(['(', '"', '“', '‘']) {
            clean::append_space(&mut self.text);
        }
        if clean::append(&mut self.text, words) {
            self.losses.append(&mut forbidden(words, origin));
        }
    }

    fn end_line(&mut self) {
        self.stop_if_due("");
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Ends a sentence of ours, unless the words that follow bring a sign with them.
    fn stop_if_due(&mut self, next: &str) {
        if std::mem::take(&mut self.stop_due) && !next.starts_with(['.', ',', ';', ':', '!', '?']) {
            end_sentence(&mut self.text);
        }
    }

    fn deleted(&mut self, inner: &'a [Inline]) {
        self.apart = true;
        self.say("deleted: ", Origin::None);
        self.add(inner);
        self.text.truncate(self.text.trim_end().len());
        self.say(", end of deleted text", Origin::None);
        self.apart = true;
    }

    fn link(&mut self, target: &str, title: Option<&str>, content: &'a [Inline], origin: Origin) {
        let start = self.text.len();
        self.add(content);
        let words = self.text.get(start..).unwrap_or_default().trim().to_owned();
        if let Some(address) = address::visible(target).filter(|address| !address::same(&words, address)) {
            if words.is_empty() {
                self.say(address, origin);
            } else {
                self.stop_if_due("");
                let spaced = self.text.ends_with(' ');
                clean::append_space(&mut self.text);
                self.say(&format!("({address})"), origin);
                if spaced {
                    self.text.push(' ');
                }
            }
        }
        self.losses.extend(losses::title_not_shown(title, &words, origin));
    }

    /// A picture: what stands for it, said once.
    pub(super) fn image(&mut self, image: &Image, origin: Origin) {
        self.stop_if_due("");
        self.apart = true;
        if image.alternative.trim().is_empty() {
            self.say(wording::IMAGE_WITHOUT_WORDS, Origin::None);
            self.losses.push(losses::image_not_shown(image, origin));
        } else {
            self.say(wording::IMAGE, Origin::None);
            self.say(&image.alternative, origin);
        }
        self.stop_due = true;
        self.apart = true;
        self.losses.extend(losses::title_not_shown(image.title.as_deref(), &image.alternative, origin));
    }
}

/// The losses of control characters from these words.
pub(super) fn forbidden(words: &str, origin: Origin) -> Vec<Loss> {
    losses::forbidden_characters(words, origin, |character| !clean::is_printable(character), "A space")
}
