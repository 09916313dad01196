//! A worksheet as Markdown.

use super::pages::{MOST, height, pages};
use super::{Entry, Tick, Worksheet};

/// What every worksheet begins with.
pub(super) const TITLE: &str = "# Easy Read worksheet for ";

/// What a section of passages below a heading of the document begins with.
pub(super) const UNDER: &str = "## Under \"";

/// What the passages before the first heading stand under.
pub(super) const BEGINNING: &str = "## At the beginning";

/// What passages that are gone stand under.
pub(super) const GONE: &str = "## Passages that are no longer in the document";

/// What is said below that.
pub(super) const GONE_NOTE: &str = "Nothing below is used. Take what you need from it, then delete it.";

/// What a passage begins with.
pub(super) const PASSAGE: &str = "### Passage ";

/// What stands between the name of a passage and that of its draft.
pub(super) const DRAFT: &str = ", draft ";

/// What words that somebody added begin with.
pub(super) const OWN_WORDS: &str = "### Your own words";

/// What the line of the page count begins with.
pub(super) const PAGES: &str = "Pages: ";

pub(super) const CHECKED_BY: &str = "Checked by:";
pub(super) const CHECKED_ON: &str = "Checked on:";
pub(super) const CODE: &str = "Code of what they checked:";

/// What a quoted line begins with that is not the document's.
pub(super) const BEFORE: &str = "Before: ";

/// What the box of a passage says that the document itself keeps.
pub(super) const KEPT: &str = "The document itself keeps this passage, with ::: key-point or ::: easy-read";

/// What to do with a worksheet, a line each.
pub(super) const HOW_TO: [&str; 6] = [
    "Easy Read is short. It has only what people need. You choose.",
    "1. Put an x in the box of each passage that people need: [x]",
    "2. Read the easy words below it. Write better ones if you can. Start a new line for each idea.",
    "3. To add words, write a line \"### Your own words\" and your words below it.",
    "4. Save this file beside the document and make the Easy Read with \"plainsong convert\".",
    "5. Ask people who use Easy Read to check it. Then fill in the three lines below. The code is on the last page of the Easy Read.",
];

impl Worksheet {
    /// The worksheet as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut out = format!("{TITLE}{}\n\n", self.document);
        for line in HOW_TO {
            paragraph(&mut out, line);
        }
        for (label, value) in [(CHECKED_BY, &self.check.by), (CHECKED_ON, &self.check.on), (CODE, &self.check.code)] {
            paragraph(&mut out, format!("{label} {value}").trim_end());
        }
        for note in &self.notes {
            paragraph(&mut out, note);
        }
        paragraph(&mut out, &self.page_line());
        let mut heading = None;
        let mut so_far = 0;
        for entry in &self.entries {
            if entry.passage.is_some() && heading != Some(&entry.heading) {
                heading = Some(&entry.heading);
                paragraph(&mut out, &if entry.heading.is_empty() { BEGINNING.to_owned() } else { format!("{UNDER}{}\"", entry.heading) });
            }
            let with_this = so_far + height(&entry.words);
            write(&mut out, entry, Some(pages(with_this)));
            if entry.tick == Tick::Yes {
                so_far = with_this;
            }
        }
        if !self.gone.is_empty() {
            paragraph(&mut out, GONE);
            paragraph(&mut out, GONE_NOTE);
            self.gone.iter().for_each(|entry| write(&mut out, entry, None));
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
        out
    }

    /// About how many pages the passages take that are ticked, the pages around them counted in.
    #[must_use]
    pub fn pages(&self) -> usize {
        pages(self.chosen().map(|entry| height(&entry.words)).sum())
    }

    /// The entries that are ticked.
    pub fn chosen(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.tick == Tick::Yes)
    }

    fn page_line(&self) -> String {
        let count = self.chosen().count();
        let all = self.entries.len();
        match count {
            0 => format!("{PAGES}nothing is ticked yet, of {all} passages. Until then, Easy Read has the whole text in shorter sentences."),
            _ => format!(
                "{PAGES}{count} of {all} passages are ticked. With cover and word list they take about {} pages. {MOST} are the most.",
                self.pages()
            ),
        }
    }
}

fn write(out: &mut String, entry: &Entry, pages: Option<usize>) {
    let head = match (&entry.passage, &entry.draft) {
        (Some(passage), Some(draft)) => format!("{PASSAGE}{passage}{DRAFT}{draft}"),
        (Some(passage), None) => format!("{PASSAGE}{passage}"),
        (None, _) => OWN_WORDS.to_owned(),
    };
    paragraph(out, &head);
    let quoted = entry.source.iter().map(|line| format!("> {line}"));
    let before = entry.before.iter().map(|line| format!("> {BEFORE}{line}"));
    let quoted: Vec<String> = quoted.chain(before).collect();
    if !quoted.is_empty() {
        paragraph(out, &quoted.join("\n>\n"));
    }
    let count = pages.map(|pages| format!(" (about {pages} pages so far, with this)")).unwrap_or_default();
    paragraph(
        out,
        &match entry.tick {
            Tick::Yes if entry.is_kept_by_source => format!("- [x] {KEPT}{count}"),
            Tick::Yes => format!("- [x] Keep this passage{count}"),
            Tick::No => format!("- [ ] Keep this passage{count}"),
            Tick::LookAgain => {
                "- [?] The document has changed here. Read the easy words again. Then put an x or a space in the box".to_owned()
            }
        },
    );
    if !entry.words.trim().is_empty() {
        paragraph(out, entry.words.trim_matches('\n'));
    }
}

fn paragraph(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}
