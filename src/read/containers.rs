//! Containers: `::: card` and `{div .foreword}`. Their fences say how a page looks and are no words;
//! what stands between them is read like anything else, closed or not. Those that its author sets apart
//! for Easy Read are remembered.

use std::ops::Range;

use super::code::Code;
use super::pandoc::Line;
use super::stretch::Stretch;
use crate::model::{Block, BlockKind, ContainerKind, Document, Item, List, Origin, holder, outermost, walk};
use crate::source::Span;

/// A text without its fences.
pub(super) struct Fences<'a> {
    /// The same text with spaces in place of every fence. Its length and all places stay the same, so
    /// that whatever reads it next knows where it is.
    pub(super) text: Stretch<'a>,
    /// What the author set apart for Easy Read, from the first fence to the last, in order.
    pub(super) closed: Vec<(ContainerKind, Range<usize>)>,
    /// The fences of such parts that are never closed.
    pub(super) open: Vec<Range<usize>>,
}

/// Looks for the fences of a text, and takes them out.
pub(super) fn fences(mut text: Stretch<'_>) -> Fences<'_> {
    let (mut lines, mut closed, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines_of_fences(text.text()) {
        let fence = line.text.trim();
        let start = line.start + (line.text.len() - line.text.trim_start().len());
        let here = start..start + fence.len();
        match name(fence) {
            Some("") => {
                let opened: Option<(Option<ContainerKind>, Range<usize>)> = open.pop();
                closed.extend(opened.and_then(|(kind, fence)| Some((kind?, fence.start..here.end))));
            }
            Some(name) => open.push((ContainerKind::named(name), here)),
            None => {}
        }
        lines.push(line.start..line.end());
    }
    lines.into_iter().for_each(|line| text.blank(line));
    closed.sort_by_key(|(_, range)| range.start);
    let open = open.into_iter().filter(|(kind, _)| kind.is_some()).map(|(_, fence)| fence).collect();
    Fences { text, closed, open }
}

/// The lines that are fences, outside of code.
fn lines_of_fences(text: &str) -> Vec<Line<'_>> {
    let mut lines: Vec<Line<'_>> = Line::beginning_with(text, b':', b'{').filter(|line| is_fence(line.text.trim())).collect();
    if !lines.is_empty() {
        let code = Code::of(text);
        lines.retain(|line| !code.holds(line.start));
    }
    lines
}

/// What a fence of colons calls its container: nothing, if it closes one. None for another fence.
fn name(fence: &str) -> Option<&str> {
    let name = fence.strip_prefix(":::")?.trim_matches(':').trim();
    let class = name.strip_prefix("{.").and_then(|rest| rest.split([' ', '}']).next());
    Some(class.unwrap_or_else(|| name.split('{').next().unwrap_or(name).trim()))
}

/// Parts the lists that run over the edge of a container: Markdown takes two lists with only a fence
/// between for one.
pub(super) fn recognise(document: &mut Document) {
    if document.containers.is_empty() {
        return;
    }
    let kinds = [ContainerKind::EasyRead, ContainerKind::KeyPoint].map(|kind| outermost(&document.containers, kind));
    // The containers that an item begins in.
    let within = |item: &Item| {
        let start = item.origin.span().map_or(0, |span| span.start);
        kinds.each_ref().map(|spans| holder(spans, Span::new(start, start)).and_then(|at| spans.get(at)).copied())
    };
    walk::block_lists_mut(&mut document.blocks, &mut |blocks| {
        for block in std::mem::take(blocks) {
            let Block { kind: BlockKind::List(list), origin, lang } = block else {
                blocks.push(block);
                continue;
            };
            let mut parts: Vec<([Option<Span>; 2], Vec<Item>)> = Vec::new();
            for item in list.items {
                let here = within(&item);
                match parts.last_mut().filter(|(there, _)| *there == here) {
                    Some((_, part)) => part.push(item),
                    None => parts.push((here, vec![item])),
                }
            }
            if parts.len() <= 1 {
                let (here, items) = parts.pop().unwrap_or_default();
                blocks.push(Block { kind: BlockKind::List(List { items }), origin: cut_off(origin, here), lang });
                continue;
            }
            blocks.extend(parts.into_iter().map(|(here, items)| {
                let origin = cut_off(Origin::covering(items.iter().map(|item| item.origin)), here);
                Block { kind: BlockKind::List(List { items }), origin, lang: lang.clone() }
            }));
        }
    });
}

/// A place up to the end of the containers that it begins in: a list reaches over the fence after it.
fn cut_off(origin: Origin, within: [Option<Span>; 2]) -> Origin {
    let (Some(span), Some(end)) = (origin.span(), within.into_iter().flatten().map(|container| container.end).min()) else { return origin };
    if span.end <= end { origin } else { Origin::Literal(Span::new(span.start, end)) }
}

/// Takes away what was read off easy words: they say a thing once more, and decide nothing.
pub(super) fn unmark(document: &mut Document) {
    let Document { marks, containers, .. } = document;
    let easy = outermost(containers, ContainerKind::EasyRead);
    marks.retain(|mark| holder(&easy, mark.span).is_none());
}

/// `:::`, `::: card`, `::: {.card}`, `{div .foreword}`, `{/div}`. More words than a name are a title,
/// and a title is read.
fn is_fence(line: &str) -> bool {
    if let Some(directive) = line.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let name = directive.trim_start_matches('/').trim_start();
        return !name.contains(['{', '}'])
            && name.strip_prefix("div").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', '#']));
    }
    if !line.starts_with(":::") {
        return false;
    }
    let name = line.trim_matches(':').trim();
    let is_name = !name.contains(|character: char| character.is_whitespace() || matches!(character, '{' | '}'));
    let attributes = name.find('{').map(|at| (&name[..at], &name[at..]));
    let is_attributes = |(name, attributes): (&str, &str)| {
        !name.trim().contains(char::is_whitespace) && attributes.ends_with('}') && attributes.matches(['{', '}']).count() == 2
    };
    is_name || attributes.is_some_and(is_attributes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Prose, walk};
    use crate::{Source, parse};

    fn read(text: &str) -> Vec<String> {
        let document = parse(&Source::new("t", text));
        let mut passages = Vec::new();
        walk::passages(&document.blocks, &mut |passage| passages.push(Prose::of(passage.content).text().to_owned()));
        passages
    }

    fn without_fences(text: &str) -> String {
        fences(Stretch::whole(text, 0)).text.text().to_owned()
    }

    #[test]
    fn the_content_of_a_container_is_read_and_its_fences_are_not() {
        assert_eq!(read("::: card\nThe hall is open.\n:::\nThe end."), ["The hall is open.", "The end."]);
        assert_eq!(read("::: {.note #a}\n- one\n\n:::::"), ["one"]);
        assert_eq!(read("{div .foreword}\nWelcome.\n{/div}"), ["Welcome."]);
    }

    #[test]
    fn a_container_that_is_never_closed_loses_nothing() {
        assert_eq!(read("::: card\nThe hall\n\nis open."), ["The hall", "is open."]);
    }

    #[test]
    fn a_title_and_code_are_words() {
        assert_eq!(read("::: note Read this first"), ["::: note Read this first"]);
        assert_eq!(without_fences("```\n:::\n```\n:::\n"), "```\n:::\n```\n   \n");
    }

    #[test]
    fn places_stay_the_same() {
        let text = "::: card\r\nThe hall.\n{div .a}\n";
        let kept = without_fences(text);
        assert_eq!(kept.len(), text.len());
        assert_eq!(kept.find("The"), text.find("The"));
    }

    #[test]
    fn what_is_set_apart_for_easy_read_is_remembered() {
        let text = "Long.\n\n::: {.easy-read}\n::: card\nShort.\n:::\n:::\n\n::: key-point\nKept.\n:::\n";
        let document = parse(&Source::new("t", text));
        let found: Vec<_> = document.containers.iter().map(|container| (container.kind, &text[container.span.range()])).collect();
        assert_eq!(
            found,
            [
                (ContainerKind::EasyRead, "::: {.easy-read}\n::: card\nShort.\n:::\n:::"),
                (ContainerKind::KeyPoint, "::: key-point\nKept.\n:::"),
            ]
        );
    }

    #[test]
    fn one_that_is_never_closed_is_told_and_hides_nothing() {
        let document = parse(&Source::new("t", "Long.\n\n::: easy-read\nShort.\n\nMore."));
        assert!(document.containers.is_empty());
        assert_eq!(document.notes.iter().map(|note| note.kind.id()).collect::<Vec<_>>(), ["container-not-closed"]);
    }

    #[test]
    fn a_list_ends_where_a_container_does() {
        let document = parse(&Source::new("t", "- one\n\n::: easy-read\n- two\n:::\n\n- three"));
        assert_eq!(document.blocks.iter().filter(|block| matches!(block.kind, BlockKind::List(_))).count(), 3);
        let easy = document.containers[0].span;
        assert!(document.blocks[1].origin.span().is_some_and(|span| easy.contains(span)), "{:?}", document.blocks[1].origin);
    }

    #[test]
    fn a_container_within_an_item_parts_no_list() {
        let document = parse(&Source::new("t", "- one\n\n  ::: easy-read\n  two\n  :::\n\n- three"));
        assert_eq!(document.blocks.len(), 1);
    }

    #[test]
    fn easy_words_decide_nothing() {
        let text = "# Minutes\n\nPresent: A. Vane\n\nRESOLVED: That the bench be mended.";
        let with_easy_words = format!("{text}\n\n::: easy-read\nRESOLVED: That we mend it.\n:::");
        assert_eq!(parse(&Source::new("t", with_easy_words)).marks, parse(&Source::new("t", text)).marks);
    }
}
