//! An Easy Read as a web page: one idea a block, a picture on its left, at least 16 points.

use super::notes::NotesHeading;
use super::options::Options;
use super::places::Places;
use super::writer::{Medium, PageKind, Writer};
use crate::model::{Block, BlockKind, Inline, Item, Level, Origin};
use crate::outcome::Rendered;
use crate::pictures::{Picture, Pictures};
use crate::render::{easy_words, wording};
use crate::rewrite::easy_read::ideas::{ideas, items_with_ideas, picture, section_picture, takes_picture};
use crate::rewrite::easy_read::{EasyRead, ExplainedWord};

/// The level of our own sections.
const SECTION: u8 = Level::TWO.number();

/// Renders an Easy Read as a whole page. Search engines are told to leave a draft alone.
///
/// ```
/// use plainsong::{Source, parse, render::html, rewrite::easy_read::{Options, easy_read}};
///
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let easy = easy_read(&document, &Options::default());
/// let page = html::easy_read(&easy, &html::Options::default()).output;
/// assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
/// ```
#[must_use]
pub fn easy_read(easy: &EasyRead, options: &Options) -> Rendered<String> {
    let document = &easy.document;
    let mut writer = Writer::new(document, Medium::Page, Places::of(&document.blocks, ""), &options.resources);
    writer.page_kind = if easy.is_draft() { PageKind::EasyReadDraft } else { PageKind::EasyRead };
    writer.easy_read_page(easy, options);
    super::rendered(writer)
}

impl<'a> Writer<'a> {
    fn easy_read_page(&mut self, easy: &'a EasyRead, options: &Options) {
        self.frame(&easy_words::title(easy), options, |writer| {
            let mut used = Vec::new();
            writer.main(|writer| {
                let rest = writer.cover(easy);
                writer.own_section(SECTION, "page-what", easy_words::ABOUT, &easy_words::about(easy));
                if options.contents {
                    writer.contents(rest);
                }
                used = writer.ideas(rest, easy.is_draft(), &options.pictures);
                writer.notes_without_reference();
                writer.notes_due(NotesHeading::Level(SECTION));
                writer.word_list(&easy.words);
                writer.short_forms(SECTION);
            });
            writer.element_on_lines("footer", &[], |writer| {
                writer.about(&options.contact, SECTION);
                writer.in_own_language(|writer| {
                    writer.block_element("p", &[], |writer| writer.own_words(&easy_words::code(easy)));
                });
                let credits = easy_words::picture_credits(&used);
                if !credits.is_empty() {
                    writer.own_section(SECTION, "page-pictures", easy_words::PICTURES, &credits);
                }
            });
        });
    }

    /// Writes the title, what stands before it, and what this is. Gives back the blocks that are left.
    fn cover(&mut self, easy: &'a EasyRead) -> &'a [Block] {
        let blocks = easy.document.blocks.as_slice();
        let title = blocks.iter().position(|block| matches!(block.kind, BlockKind::Heading { level: Level::ONE, .. }));
        let (head, rest) = blocks.split_at_checked(title.map_or(0, |at| at + 1)).unwrap_or((&[], blocks));
        self.element_on_lines("div", &[("class", Some("cover"))], |writer| {
            if title.is_none() {
                writer.title();
            }
            writer.section_blocks(head);
            for line in easy_words::cover(easy) {
                writer.in_own_language(|writer| {
                    writer.block_element("p", &[("class", Some("what-this-is"))], |writer| writer.own_words(&line));
                });
            }
        });
        rest
    }

    /// Writes blocks, each idea with its picture, or with room for one in a draft. Gives back the pictures.
    fn ideas<'p>(&mut self, blocks: &'a [Block], is_draft: bool, pictures: &'p Pictures) -> Vec<&'p Picture> {
        let mut used = Vec::new();
        let mut section = None;
        for idea in ideas(blocks) {
            let Some(first) = idea.first().filter(|first| takes_picture(&first.kind)) else {
                section = section_picture(idea, pictures);
                self.section_blocks(idea);
                continue;
            };
            let Some(list) = items_with_ideas(idea).filter(|_| self.region_length(idea) == 0) else {
                used.extend(self.idea("div", picture(idea, pictures).or(section), is_draft, |writer| writer.section_blocks(idea)));
                continue;
            };
            let name = if list.items.iter().any(|item| item.label.is_some()) { "ol" } else { "ul" };
            let mut items = |writer: &mut Self| {
                for item in &list.items {
                    used.extend(writer.idea("li", picture(&item.blocks, pictures).or(section), is_draft, |writer| writer.item_words(item)));
                }
            };
            self.begin(first, |writer| writer.element_on_lines(name, &[("class", Some("printed ideas"))], &mut items));
            if let Some(meanings) = idea.get(1..).filter(|meanings| !meanings.is_empty()) {
                self.element_on_lines("div", &[("class", Some("idea"))], |writer| writer.section_blocks(meanings));
            }
        }
        used
    }

    /// Writes an idea as an element. Gives back its picture, if that can be shown.
    fn idea<'p>(
        &mut self,
        element: &'static str,
        picture: Option<&'p Picture>,
        is_draft: bool,
        words: impl FnOnce(&mut Self),
    ) -> Option<&'p Picture> {
        let address = picture.and_then(|picture| self.pictures.embedded(&picture.bytes).ok());
        let shown = picture.filter(|_| address.is_some());
        let class = if is_draft || address.is_some() { "idea with-picture" } else { "idea" };
        self.element_on_lines(element, &[("class", Some(class))], |writer| {
            if let Some(address) = address {
                // The words say what it shows, so it is decoration (WCAG 2.2, 1.1.1).
                writer.void("img", &[("class", Some("picture")), ("src", Some(&address)), ("alt", Some(""))]);
            } else if is_draft {
                // It says what is missing to those who make the page, and nothing to those who listen.
                let attributes = [("class", Some("picture-place")), ("aria-hidden", Some("true"))];
                writer.block_element("div", &attributes, |writer| writer.own_words(easy_words::PICTURE));
            }
            writer.element_on_lines("div", &[("class", Some("words"))], words);
        });
        shown
    }

    /// Writes what an item says, its number first.
    fn item_words(&mut self, item: &'a Item) {
        match &item.label {
            Some(label) => self.blocks_after(label, &item.blocks),
            None => self.blocks(&item.blocks),
        }
    }

    fn word_list(&mut self, words: &[ExplainedWord]) {
        if words.is_empty() {
            return;
        }
        self.in_own_language(|writer| writer.own_heading(SECTION, "page-words", easy_words::WORD_LIST));
        for word in words {
            self.in_own_language(|writer| {
                writer.block_element("p", &[("class", Some("explanation"))], |writer| {
                    let term = [Inline::text(&word.term, Origin::None)];
                    writer.element("dfn", &[], |writer| writer.inlines(&term));
                    writer.own_words(&wording::meaning(&word.meaning));
                });
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::{Check, Options as Words, easy_read as in_easy_words};
    use crate::{Source, parse};

    const TEXT: &str = "# Plan\n\n::: key-point\nWe met stakeholders. They agreed.\n:::\n";

    fn page(words: &Words) -> (String, String) {
        let easy = in_easy_words(&parse(&Source::new("t", TEXT)), words);
        (easy_read(&easy, &Options { pictures: Pictures::none(), ..Options::default() }).output, easy.code)
    }

    #[test]
    fn a_picture_that_the_words_choose_is_decoration() {
        let easy = in_easy_words(&parse(&Source::new("t", TEXT)), &Words::default());
        let page = easy_read(&easy, &Options::default()).output;
        assert!(page.contains("<img class=\"picture\" src=\"data:image/svg+xml;base64,"), "{page}");
        assert!(page.contains("alt=\"\"") && !page.contains("Picture here"), "{page}");
        assert!(page.contains("Pictures by Healthicons. Licence: MIT."), "{page}");
    }

    #[test]
    fn a_draft_says_so_and_is_found_by_nobody() {
        let (draft, code) = page(&Words::default());
        for part in ["noindex", "<title>Plan (Easy Read draft: not yet checked by people who use Easy Read)</title>", "Picture here"] {
            assert!(draft.contains(part), "{part} in {draft}");
        }
        let checked = Words { check: Some(Check::new("Sunrise Group", "4 May 2027", &code)), ..Words::default() };
        let (finished, _) = page(&checked);
        assert!(finished.contains("<title>Plan: Easy Read</title>") && finished.contains("Checked by Sunrise Group on 4 May 2027"));
        for part in ["noindex", "Easy Read draft", "Picture here", "Pictures by"] {
            assert!(!finished.split("</style>").nth(1).unwrap().contains(part), "{part} in {finished}");
        }
    }

    #[test]
    fn each_numbered_item_has_its_picture() {
        let text = "# Minutes\n\n1. The bus is late.\n2. The road is closed.\n3. Xyzzy.";
        let easy = in_easy_words(&parse(&Source::new("t", text)), &Words::default());
        let page = easy_read(&easy, &Options::default()).output;
        let page = page.split("</style>").nth(1).unwrap();
        assert_eq!(page.matches("<li class=\"idea with-picture\">").count(), 3, "{page}");
        assert_eq!((page.matches("<img class=\"picture\"").count(), page.matches("Picture here").count()), (2, 1), "{page}");
        assert!(page.contains("1.</span> The bus is late.") && page.contains("Pictures by plainsong."), "{page}");
    }

    #[test]
    fn an_idea_holds_its_sentences_and_what_their_words_mean() {
        let (page, _) = page(&Words::default());
        let idea = page.split("<div class=\"words\">").nth(1).unwrap();
        let idea = idea.split("</div>").next().unwrap();
        assert_eq!(idea.matches("<p").count(), 3, "{idea}");
        assert!(idea.contains("<dfn>stakeholder</dfn> means"), "{idea}");
    }
}
