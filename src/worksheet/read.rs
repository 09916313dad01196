//! A worksheet read back from what somebody made of it. What cannot be taken as it stands is told, and
//! what was typed is kept wherever it stands.

use std::collections::BTreeSet;

use super::write::{
    BEFORE, BEGINNING, CHECKED_BY, CHECKED_ON, CODE, DRAFT, GONE, GONE_NOTE, HOW_TO, KEPT, OWN_WORDS, PAGES, PASSAGE, TITLE, UNDER,
};
use super::{Entry, Problem, Tick, Worksheet};
use crate::rewrite::easy_read::{Check, PassageId};

impl Worksheet {
    /// Reads a worksheet, and tells what of it cannot be taken as it stands.
    ///
    /// # Errors
    ///
    /// A [`Problem`], if this is no worksheet.
    ///
    /// ```
    /// use plainsong::worksheet::Worksheet;
    ///
    /// let problem = Worksheet::read("Dear all,\n\nsee below.").unwrap_err();
    /// assert_eq!(problem.line, 1);
    /// ```
    pub fn read(text: &str) -> Result<(Self, Vec<Problem>), Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line)).skip_while(|(_, line)| line.trim().is_empty());
        let (first, title) = lines.next().unwrap_or((1, ""));
        let Some(document) = title.trim_end().strip_prefix(TITLE) else {
            let message = format!(
                "This is no Easy Read worksheet: it does not begin with \"{}\". Rename it, and make a worksheet with \"plainsong easy-read plan\".",
                TITLE.trim()
            );
            return Err(Problem::new(first, message));
        };
        let mut reader = Reader {
            sheet: Self {
                document: document.to_owned(),
                check: Check::default(),
                notes: Vec::new(),
                entries: Vec::new(),
                gone: Vec::new(),
            },
            open: None,
            heading: String::new(),
            is_gone: false,
            seen: BTreeSet::new(),
            problems: Vec::new(),
        };
        for (number, line) in lines {
            reader.line(number, line.trim_end());
        }
        reader.close();
        if reader.sheet.entries.is_empty() && reader.sheet.gone.is_empty() {
            reader.problems.push(Problem::new(first, "This worksheet has no passage. Make it again with \"plainsong easy-read plan\"."));
        }
        Ok((reader.sheet, reader.problems))
    }
}

struct Reader {
    sheet: Worksheet,
    open: Option<Open>,
    /// The heading that passages stand under.
    heading: String,
    is_gone: bool,
    seen: BTreeSet<PassageId>,
    problems: Vec<Problem>,
}

/// An entry that is being read.
struct Open {
    entry: Entry,
    has_box: bool,
    words: Vec<String>,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        if let Some(name) = line.strip_prefix(PASSAGE) {
            self.open_passage(number, name);
        } else if line == OWN_WORDS {
            self.open(Entry { tick: Tick::Yes, ..empty(number) });
        } else if line == GONE {
            self.close();
            self.is_gone = true;
        } else if let Some(heading) = line.strip_prefix(UNDER).and_then(|rest| rest.strip_suffix('"')) {
            self.close();
            self.heading = heading.to_owned();
        } else if line == BEGINNING {
            self.close();
            self.heading.clear();
        } else if let Some(open) = &mut self.open {
            open.line(number, line, &mut self.problems);
        } else {
            self.outside(line);
        }
    }

    fn open_passage(&mut self, number: usize, name: &str) {
        let (id, draft) = name.split_once(DRAFT).map_or((name, None), |(id, draft)| (id, Some(draft.trim().to_owned())));
        let mut entry = Entry { heading: self.heading.clone(), draft, ..empty(number) };
        match id.trim().parse::<PassageId>() {
            Ok(id) if self.is_gone || self.seen.insert(id.clone()) => entry.passage = Some(id),
            Ok(id) => {
                let message = format!("The passage {id} is on this worksheet twice. The first counts. This one is not used.");
                self.problems.push(Problem::new(number, message));
            }
            Err(problem) => {
                let message = format!("{problem}. What stands below is not used. Write \"{OWN_WORDS}\" here to add it.");
                self.problems.push(Problem::new(number, message));
            }
        }
        self.open(entry);
    }

    fn open(&mut self, entry: Entry) {
        self.close();
        self.open = Some(Open { entry, has_box: false, words: Vec::new() });
    }

    fn close(&mut self) {
        let Some(Open { mut entry, has_box, words }) = self.open.take() else { return };
        entry.words = words.join("\n").trim_matches('\n').to_owned();
        if !has_box && entry.passage.is_some() && !self.is_gone {
            let message = "This passage has no box to tick, so it is not kept. Write \"- [x] Keep this passage\" above the easy words.";
            self.problems.push(Problem::new(entry.line, message));
        }
        if self.is_gone { self.sheet.gone.push(entry) } else { self.sheet.entries.push(entry) }
    }

    /// A line that belongs to no passage.
    fn outside(&mut self, line: &str) {
        let check = &mut self.sheet.check;
        for (label, value) in [(CHECKED_BY, &mut check.by), (CHECKED_ON, &mut check.on), (CODE, &mut check.code)] {
            if let Some(written) = line.strip_prefix(label) {
                written.trim().clone_into(value);
                return;
            }
        }
        let is_ours = line.is_empty() || line.starts_with(PAGES) || line == GONE_NOTE || HOW_TO.contains(&line);
        if !is_ours {
            self.sheet.notes.push(line.to_owned());
        }
    }
}

impl Open {
    fn line(&mut self, number: usize, line: &str, problems: &mut Vec<Problem>) {
        if self.has_box {
            self.words.push(line.to_owned());
        } else if let Some(quoted) = line.strip_prefix('>') {
            let quoted = quoted.trim();
            match quoted.strip_prefix(BEFORE) {
                Some(before) => self.entry.before.push(before.to_owned()),
                None if quoted.is_empty() => {}
                None => self.entry.source.push(quoted.to_owned()),
            }
        } else if let Some(mark) = box_mark(line) {
            self.has_box = true;
            self.entry.is_kept_by_source = line.contains(KEPT);
            self.entry.tick = match mark {
                "" | " " => Tick::No,
                "x" | "X" => Tick::Yes,
                "?" => Tick::LookAgain,
                other => {
                    let message = format!("The box has \"{other}\" in it. It is taken as empty. Put an x in it, or a space.");
                    problems.push(Problem::new(number, message));
                    Tick::No
                }
            };
        } else if !line.is_empty() {
            // Somebody typed above the box.
            self.words.push(line.to_owned());
        }
    }
}

/// What stands in the box of a line that begins with one.
fn box_mark(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix(['-', '*', '+'])?.trim_start().strip_prefix('[')?;
    rest.split_once(']').map(|(mark, _)| if mark.trim().is_empty() { "" } else { mark.trim() })
}

fn empty(line: usize) -> Entry {
    Entry {
        passage: None,
        heading: String::new(),
        source: Vec::new(),
        before: Vec::new(),
        tick: Tick::No,
        is_kept_by_source: false,
        words: String::new(),
        draft: None,
        line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::Options;
    use crate::worksheet::plan;
    use crate::{Source, parse};

    const TEXT: &str = "# Plan\n\nWe met prior to lunch.\n\n## Buses\n\nMore buses.\n\n- Route 1\n- Route 2";

    fn sheet() -> Worksheet {
        plan(&parse(&Source::new("plan.md", TEXT)), &Options::default(), None).worksheet
    }

    fn problems(text: &str) -> Vec<usize> {
        Worksheet::read(text).unwrap().1.iter().map(|problem| problem.line).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut written = sheet();
        written.entries[1].tick = Tick::Yes;
        written.entries[1].is_kept_by_source = true;
        written.entries[2].words = "### A heading\n\n> A quotation\n\n- [ ] a list".to_owned();
        written.check = Check::new("Group", "4 May 2027", "ab12");
        let (mut read, problems) = Worksheet::read(&written.to_markdown()).unwrap();
        assert_eq!(problems, []);
        for entry in &mut read.entries {
            entry.line = 0;
        }
        assert_eq!(read, written);
        let again = Worksheet::read(&read.to_markdown()).unwrap().0.to_markdown();
        assert_eq!(again, written.to_markdown());
    }

    #[test]
    fn nothing_typed_is_lost_wherever_it_stands() {
        let text = sheet().to_markdown().replacen("Pages:", "Ask Bo about this.\n\nPages:", 1);
        let text = text.replacen("- [ ] Keep", "Above the box.\n\n- [ ] Keep", 1) + "\n### Your own words\n\nBring a dog.\n";
        let again = Worksheet::read(&text).unwrap().0.to_markdown();
        for typed in ["Ask Bo about this.", "Above the box.", "Bring a dog."] {
            assert!(again.contains(typed), "{typed} in {again}");
        }
    }

    #[test]
    fn nonsense_is_told_with_its_line() {
        let text = sheet().to_markdown();
        assert!(problems(&text).is_empty());
        let line = |text: &str, words: &str| text.lines().position(|line| line.starts_with(words)).unwrap() + 1;
        let maybe = text.replacen("- [ ]", "- [maybe]", 1);
        assert_eq!(problems(&maybe), [line(&maybe, "- [maybe]")]);
        let renamed = text.replacen("### Passage ", "### Passage about ", 1);
        assert_eq!(problems(&renamed), [line(&renamed, "### Passage about")]);
        let boxless = text.replacen("- [ ] Keep", "Keep", 1);
        assert_eq!(problems(&boxless), [line(&boxless, "### Passage")]);
        let passage = text.split("### ").nth(2).unwrap();
        assert_eq!(problems(&format!("{text}\n### {passage}")).len(), 1);
        assert_eq!(problems("# Easy Read worksheet for a.md\n"), [1]);
    }

    #[test]
    fn another_text_is_no_worksheet() {
        for text in ["", "\n\nDear all,", "# Minutes\n\n### Passage 4f2a91c0-1"] {
            let problem = Worksheet::read(text).unwrap_err();
            assert!(problem.to_string().starts_with("line "), "{problem}");
        }
    }
}
