//! The list as Markdown, and ticks that stay when it is made again.

use std::collections::BTreeSet;

use super::{CheckList, Item};

/// A box that nobody has ticked, and the two ways to tick one.
const OPEN: &str = "- [ ] ";
const TICKED: [&str; 2] = ["- [x] ", "- [X] "];

impl CheckList {
    /// The list as Markdown: a heading, a question and boxes for each kind of thing.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let name = escaped(&self.name);
        let mut text = format!(
            "# To check in {name}\n\n\
             A computer made the formats in this folder. It cannot judge what is on this list. A person must look.\n\n\
             Put an x into a box when you have looked: [x]. The number after the name is the line in {name}. \
             If you change {name}, make the formats again. Ticks stay where nothing has changed.\n\n\
             The version code is {}.\n",
            self.code
        );
        if self.groups.is_empty() {
            text.push_str("\nNothing was found to ask about. Read one of the formats from beginning to end before you publish.\n");
        }
        for group in &self.groups {
            text.push_str(&format!("\n## {}\n\n{}\n\n", group.heading, group.question));
            for item in &group.items {
                text.push_str(if item.ticked { TICKED[0] } else { OPEN });
                if let Some(line) = item.line {
                    text.push_str(&format!("{name}:{line}: "));
                }
                text.push_str(&escaped(&item.words));
                text.push('\n');
            }
        }
        text
    }

    /// Ticks the boxes that are ticked in an earlier list, for what is still there and in the same words,
    /// on whatever line.
    ///
    /// ```
    /// use plainsong::pack::CheckList;
    /// use plainsong::{Source, parse};
    ///
    /// let list = |text: &str| {
    ///     let source = Source::new("a.md", text);
    ///     CheckList::of(&parse(&source), &source, &[], &[])
    /// };
    /// let earlier = list("# A\n\n![A bus](bus.png)").to_markdown().replace("- [ ] a.md:3", "- [x] a.md:3");
    /// let mut later = list("# A\n\nMore.\n\n![A bus](bus.png)");
    /// later.keep_ticks(&earlier);
    /// assert!(later.to_markdown().contains("- [x] a.md:5: bus.png: \"A bus\""));
    /// ```
    pub fn keep_ticks(&mut self, earlier: &str) {
        let ticked: BTreeSet<&str> = earlier.lines().filter_map(|line| TICKED.iter().find_map(|mark| line.strip_prefix(mark))).collect();
        let name = escaped(&self.name);
        let bare: BTreeSet<&str> = ticked.iter().map(|words| without_place(words, &name)).collect();
        let is_ticked = |item: &Item| bare.contains(escaped(&item.words).as_str());
        for item in self.groups.iter_mut().flat_map(|group| &mut group.items) {
            item.ticked |= is_ticked(item);
        }
    }

    /// A list as it was before anybody ticked a box. What differs from the list that was written, somebody
    /// else wrote.
    #[must_use]
    pub fn without_ticks(list: &str) -> String {
        let lines = list.split_inclusive('\n').map(|line| match TICKED.iter().find_map(|mark| line.strip_prefix(mark)) {
            Some(words) => format!("{OPEN}{words}"),
            None => line.to_owned(),
        });
        lines.collect()
    }
}

/// The words of an item without `NAME:12: `.
fn without_place<'a>(words: &'a str, name: &str) -> &'a str {
    let after = words.strip_prefix(name).and_then(|rest| rest.strip_prefix(':')).and_then(|rest| rest.split_once(": "));
    after.filter(|(line, _)| line.bytes().all(|byte| byte.is_ascii_digit())).map_or(words, |(_, words)| words)
}

/// Text that Markdown would otherwise take for marks, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '#') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    fn list(text: &str) -> CheckList {
        let source = Source::new("a_b.md", text);
        CheckList::of(&parse(&source), &source, &[], &[])
    }

    #[test]
    fn what_a_document_says_is_no_markup_of_the_list() {
        let text = list("# T\n\n![*A* \\<b\\> [x](y)](bus_1.png)").to_markdown();
        assert!(text.contains("- [ ] a\\_b.md:3: bus\\_1.png: \"A \\<b\\> x\""), "{text}");
    }

    #[test]
    fn a_tick_stays_only_with_the_same_words() {
        let earlier = list("![A bus](bus.png)\n\n![A map](map.png)").to_markdown().replace("- [ ] a\\_b.md", "- [X] a\\_b.md");
        let mut later = list("![A map](map.png)\n\n![A red bus](bus.png)");
        later.keep_ticks(&earlier);
        let text = later.to_markdown();
        assert!(text.contains("- [x] a\\_b.md:1: map.png"), "{text}");
        assert!(text.contains("- [ ] a\\_b.md:3: bus.png"), "{text}");
    }

    #[test]
    fn ticks_alone_are_nobody_elses_words() {
        let written = list("![A bus](bus.png)").to_markdown();
        let ticked = written.replace("- [ ] ", "- [x] ");
        assert_ne!(ticked, written);
        assert_eq!(CheckList::without_ticks(&ticked), written);
        assert_ne!(CheckList::without_ticks(&format!("{ticked}I do not like the bus.\n")), written);
    }
}
