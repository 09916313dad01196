//! What the way from Word has lost before us. It cannot be put right here, but it can be said.

use super::stretches::Sections;
use crate::model::{Block, BlockKind, Image, Inline, InlineKind, Label, List, Note, NoteKind, Origin, walk};
use crate::source::{Source, Span};

/// Adds a note for each list whose numbers are pandoc's, not Word's, and for each picture that a
/// program described.
pub(super) fn recognise(sections: &mut Sections, source: &Source) {
    let mut notes = Vec::new();
    // Lists in a list that has its note need none of their own.
    let mut noted = 0;
    walk::blocks(&sections.blocks, &mut |block| match &block.kind {
        BlockKind::List(list) => {
            let Some(span) = block.origin.span().filter(|span| span.start >= noted) else { return };
            if let Some(label) = counted_anew(list, span, source) {
                noted = span.end;
                let message = "This list was counted anew, as pandoc does. In Word its numbers may have been others, such as 1.1 or (a).";
                notes.push(Note::new(NoteKind::NumberLost, message, label));
            }
        }
        BlockKind::Figure(image) => notes.extend(machine_description(image, block.origin)),
        BlockKind::Heading { content, .. } | BlockKind::Paragraph { content, .. } => machine_descriptions(content, &mut notes),
        BlockKind::Definitions(definitions) => {
            definitions.iter().for_each(|definition| machine_descriptions(&definition.term, &mut notes));
        }
        BlockKind::Table(table) => machine_descriptions(&table.caption, &mut notes),
        BlockKind::Quote(_) | BlockKind::Code(_) | BlockKind::Footnote { .. } | BlockKind::Explanation { .. } | BlockKind::Break => {}
    });
    sections.notes.extend(notes);
}

/// The number that shows that a list lost those of Word: pandoc sets a comment between two lists, it
/// begins a list anew after anything that comes between, and it counts inner lists from 1.
fn counted_anew(list: &List, span: Span, source: &Source) -> Option<Span> {
    let first = list.items.first()?.label.as_deref().and_then(|label| pandocs_number(label, source))?;
    let is_second = source.text().get(..span.start).is_some_and(|before| before.trim_end().ends_with("<!-- -->"));
    let goes_on = source.slice(first) != "1.";
    let holds_heading = |block: &Block| matches!(block.kind, BlockKind::Heading { .. });
    if is_second || goes_on || list.items.iter().flat_map(|item| &item.blocks).any(holds_heading) {
        return Some(first);
    }
    list.items.iter().flat_map(|item| &item.blocks).find_map(|block| {
        let BlockKind::List(inner) = &block.kind else { return None };
        inner.items.first()?.label.as_deref().and_then(|label| pandocs_number(label, source))
    })
}

/// Where the number of an item stands, if it is set as pandoc sets it: in a column of four. People
/// type `10. ` too, so a number must leave two spaces to show it.
fn pandocs_number(label: &Label, source: &Source) -> Option<Span> {
    let span = label.origin.span()?;
    let text = source.slice(span);
    let is_number = text.strip_suffix('.').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let gap = source.text().get(span.end..)?.bytes().take_while(|byte| *byte == b' ').count();
    (is_number && gap > 1 && text.len() + gap == 4).then_some(span)
}

/// The notes of the pictures among words.
fn machine_descriptions(content: &[Inline], notes: &mut Vec<Note>) {
    walk::inlines(content, &mut |inline| {
        if let InlineKind::Image(image) = &inline.kind {
            notes.extend(machine_description(image, inline.origin));
        }
    });
}

fn machine_description(image: &Image, origin: Origin) -> Option<Note> {
    let words = image.alternative.to_lowercase();
    let is_by_machine = words.contains("automatically generated") || words.contains("ai-generated");
    let message = "A program wrote the words that stand for this picture. They were kept.";
    is_by_machine.then_some(())?;
    origin.span().map(|span| Note::new(NoteKind::MachineDescription, message, span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse;

    fn lost(text: &str) -> Vec<usize> {
        let document = parse(&Source::new("t", text));
        document.notes.iter().filter(|note| note.kind == NoteKind::NumberLost).map(|note| note.span.start).collect()
    }

    #[test]
    fn a_list_that_pandoc_counted_anew_is_noted_once() {
        let nested = "1.  **Reasons**\n\n    1.  First\n\n        1.  to note\n";
        assert_eq!(lost(nested), [nested.find("1.  First").unwrap()]);
        assert_eq!(lost("1.  One\n\nBetween.\n\n2.  Two\n").len(), 1);
        assert_eq!(lost("1.  One\n\n<!-- -->\n\n1.  One\n").len(), 1);
        assert_eq!(lost("1.  # Reasons\n"), [0]);
    }

    #[test]
    fn a_list_that_an_author_typed_is_not() {
        assert!(lost("1. One\n2. Two\n   1. Inner\n\nBetween.\n\n3. Three\n").is_empty());
        assert!(lost("1.  One\n\n2.  Two\n").is_empty());
        assert!(lost("10. Letters\n\nBetween.\n\n11. Payments\n").is_empty());
    }

    #[test]
    fn words_from_a_program_are_kept_and_noted() {
        let document = parse(&Source::new("t", "![A logo Description automatically generated](a.png)"));
        assert!(document.notes.iter().any(|note| note.kind == NoteKind::MachineDescription));
        assert!(matches!(&document.blocks[0].kind, BlockKind::Figure(image) if image.alternative.ends_with("generated")));
    }
}
