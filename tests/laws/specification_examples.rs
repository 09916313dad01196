//! Every example of the CommonMark and the GitHub Flavored Markdown specifications becomes a page with
//! every word.

use plainsong::convert::Format;
use plainsong::{Source, parse};

use crate::word_law::check;
use crate::{judges, no_complaints, oracle, specifications};

#[test]
fn no_word_of_the_specifications_is_lost() {
    let folder = specifications::folder();
    if !judges::is_there("no_word_of_the_specifications_is_lost", &folder.join("gfm.txt")) {
        return;
    }
    let mut complaints = Vec::new();
    let examples = specifications::examples(&folder);
    assert!(examples.len() > 1_300, "only {} examples were found", examples.len());
    for example in examples {
        let source = Source::new(example.name, example.markdown);
        let (found, _) = check(&parse(&source), &oracle::read(source.text()), Format::Html);
        complaints.extend(found.into_iter().map(|complaint| format!("{complaint}\n  of {:?}", source.text())));
    }
    no_complaints(&complaints);
}
