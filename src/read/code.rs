//! Where code stands in a text: between lines of three or more backticks or tildes. Nothing there is a mark,
//! a table or a container.

use std::ops::Range;

use super::pandoc::Line;

/// The code of a text, from the fence that opens it to the end of the one that closes it, or to the end of the
/// text.
pub(super) struct Code {
    ranges: Vec<Range<usize>>,
}

impl Code {
    pub(super) fn of(text: &str) -> Self {
        let mut ranges = Vec::new();
        let mut open: Option<(usize, &str)> = None;
        for line in Line::beginning_with(text, b'`', b'~') {
            match open {
                Some((start, fence)) if line.closes(fence) => {
                    ranges.push(start..line.end());
                    open = None;
                }
                Some(_) => {}
                None => open = line.fence().map(|fence| (line.start, fence)),
            }
        }
        ranges.extend(open.map(|(start, _)| start..text.len()));
        Self { ranges }
    }

    /// Whether a byte of the text is in code.
    pub(super) fn holds(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|range| range.end <= at);
        self.ranges.get(next).is_some_and(|range| range.start <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_ends_with_a_fence_like_the_one_that_opens_it() {
        let text = "a\n  ```sh\nb\n~~~\n```` \nc\n~~~\nd";
        let code = Code::of(text);
        let words: String = "abcd".chars().filter(|word| !text.find(*word).is_some_and(|at| code.holds(at))).collect();
        assert_eq!(words, "ac");
    }
}
