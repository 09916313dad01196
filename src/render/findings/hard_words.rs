//! The words that cost readers most.

use super::{Checked, heading, paragraph, words_at};
use crate::diagnostic::Diagnostic;
use crate::model::Level;
use crate::render::html::Markup;

/// The rules that point at a word or a short form.
const ABOUT_WORDS: [&str; 7] =
    ["jargon", "hard-word", "wordy-phrase", "foreign-phrase", "metaphor", "undefined-acronym", "acronym-used-before-definition"];

/// How many words are listed.
const LISTED: usize = 10;

/// Writes the words that readers stop at most often: those that the document uses most.
pub(super) fn write(out: &mut Markup, checked: &Checked<'_>, level: Level) {
    let words = costly_words(checked);
    if words.is_empty() {
        return;
    }
    heading(out, level, if words.len() == LISTED { "The ten words that cost readers most" } else { "The words that cost readers most" });
    paragraph(out, "Readers who do not know a word stop at each place where it stands. Change these first.");
    out.open("ol", &[]);
    out.new_line();
    for Costly { word, uses, help } in words {
        out.open("li", &[]);
        out.open("strong", &[]);
        out.text(&word);
        out.close("strong");
        let times = if uses == 1 { "once" } else { &format!("{uses} times") };
        out.text(&format!(", used {times}. {}", help.unwrap_or_default()));
        out.close("li");
        out.new_line();
    }
    out.close("ol");
    out.new_line();
}

struct Costly<'a> {
    word: String,
    uses: usize,
    help: Option<&'a str>,
}

/// The words in the order of their uses; of two with as many, first the one that stands first.
fn costly_words<'a>(checked: &Checked<'a>) -> Vec<Costly<'a>> {
    let mut words: Vec<Costly<'a>> = Vec::new();
    for finding in checked.findings.iter().filter(|finding| ABOUT_WORDS.contains(&finding.rule)) {
        words.push(costly(finding, checked));
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.uses));
    words.truncate(LISTED);
    words
}

fn costly<'a>(finding: &'a Diagnostic, checked: &Checked<'a>) -> Costly<'a> {
    Costly { word: words_at(checked.source, finding.span), uses: 1 + finding.also.len(), help: finding.help.as_deref() }
}
