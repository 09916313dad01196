//! A document as several files, one for each section, with links from each to the next.

use super::notes::NotesHeading;
use super::options::{Form, Options, Split};
use super::places::Places;
use super::sections::{Section, sections};
use super::writer::{Medium, Writer};
use super::{contents, shift, top_section};
use crate::fileset::Fileset;
use crate::model::{Document, Level};
use crate::outcome::Rendered;
use crate::render::dtbook;

/// The end of the name of each file.
const ENDING: &str = ".html";

/// Renders a document as a file for each of its sections: pages, or fragments. Links between the
/// sections lead from file to file. What stands before the first section is `index.html`.
///
/// ```
/// use plainsong::{Source, parse, render::html};
///
/// let document = parse(&Source::new("plan.md", "# Our plan\n\n## What we found\n\nMuch.\n\n## What we will do\n\nMore."));
/// let files = html::split(&document, &html::Options::default()).output;
/// let names: Vec<&str> = files.files().map(|(name, _)| name).collect();
/// assert_eq!(names, ["index.html", "01-what-we-found.html", "02-what-we-will-do.html"]);
/// ```
#[must_use]
pub fn split(document: &Document, options: &Options) -> Rendered<Fileset> {
    let sections = sections(&document.blocks, options.split.unwrap_or(Split::H2).level());
    let names: Vec<_> = sections.iter().map(|section| (format!("{}{ENDING}", section.name), section.blocks)).collect();
    let (medium, prefix) = match options.form {
        Form::Page => (Medium::Page, ""),
        Form::Fragment => (Medium::Fragment, options.id_prefix.as_str()),
    };
    let mut writer = Writer::new(document, medium, Places::in_files(&document.blocks, prefix, &names), &options.resources);
    let mut files = Fileset::default();
    for (index, (name, _)) in names.iter().enumerate() {
        writer.places.begin_file(index);
        match options.form {
            Form::Page => writer.section_page(&sections, index, options),
            Form::Fragment => writer.section_fragment(&sections, index, options),
        }
        files.add(name.as_str(), writer.take());
    }
    Rendered { output: files, losses: writer.losses, changes: Vec::new() }
}

impl<'a> Writer<'a> {
    /// Writes a section as a page. Its heading is the first heading of the page.
    fn section_page(&mut self, sections: &[Section<'a>], index: usize, options: &Options) {
        let Some(section) = sections.get(index) else { return };
        let is_last = index + 1 == sections.len();
        let title = dtbook::title(self.document);
        let page_title = section.heading.map_or(title.to_owned(), |heading| format!("{} – {title}", contents::heading_words(heading)));
        self.heading_shift = 1 - i8::try_from(section.level().number()).unwrap_or(1);
        self.last_level = 0;
        self.frame(&page_title, options, |writer| {
            writer.main(|writer| {
                let has_title = section.blocks.iter().any(|block| super::heading_level(block) == Some(section.level()));
                if !has_title {
                    writer.title();
                }
                writer.section_blocks(section.blocks);
                if section.heading.is_none() {
                    writer.contents_of(sections, Level::TWO.number());
                }
                if is_last {
                    writer.notes_without_reference();
                }
                // The heading of the notes is one below that of the section.
                writer.notes_due(NotesHeading::Level(section.level().number() + 1));
            });
            writer.ways(sections, index);
            writer.heading_shift = 0;
            writer.element_on_lines("footer", &[], |writer| {
                if is_last || section.heading.is_none() {
                    writer.closing_words(&options.contact, Level::TWO.number());
                } else {
                    writer.about(&options.contact, Level::TWO.number());
                }
            });
        });
    }

    /// Writes a section as a fragment.
    fn section_fragment(&mut self, sections: &[Section<'a>], index: usize, options: &Options) {
        let Some(section) = sections.get(index) else { return };
        self.heading_shift = shift(section.blocks, options.heading_base);
        self.last_level = options.heading_base.number() - 1;
        self.section_blocks(section.blocks);
        let level = top_section(section.blocks);
        if index + 1 == sections.len() {
            self.notes_without_reference();
        }
        self.notes_due(NotesHeading::Level(level));
        if section.heading.is_none() {
            self.contents_of(sections, level);
            self.closing_words(&options.contact, level);
        }
    }

    /// Writes links to all sections.
    fn contents_of(&mut self, sections: &[Section<'a>], level: u8) {
        if sections.len() < 2 {
            return;
        }
        self.contents_around(level, |writer| {
            writer.element_on_lines("ul", &[], |writer| {
                for heading in sections.iter().filter_map(|section| section.heading) {
                    writer.block_element("li", &[], |writer| writer.contents_entry(heading));
                }
            });
        });
    }

    /// Writes the ways to the pages before and after.
    fn ways(&mut self, sections: &[Section<'a>], index: usize) {
        let title = dtbook::title(self.document).to_owned();
        let words = |section: &Section<'_>| section.heading.map_or_else(|| title.clone(), contents::heading_words);
        let before = index.checked_sub(1).and_then(|at| sections.get(at)).map(|section| ("Before: ", section));
        let after = sections.get(index + 1).map(|section| ("Next: ", section));
        if before.is_none() && after.is_none() {
            return;
        }
        self.element_on_lines("nav", &[("class", Some("ways")), ("aria-label", Some("Pages of this document"))], |writer| {
            for (way, section) in before.into_iter().chain(after) {
                let address = format!("{}{ENDING}", section.name);
                let words = words(section);
                writer.block_element("p", &[], |writer| {
                    writer.lead_to(&address, None, |writer| {
                        writer.own_words(way);
                        writer.out.text(&words);
                    });
                });
            }
        });
    }
}
