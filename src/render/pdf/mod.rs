//! Tagged PDF for print and for screen readers: [`large_print`] and [`easy_read`].
//!
//! Four rooms, one behind the other. [`style`] holds the measures, each with the guideline it comes
//! from. [`compose`] goes through the document once and makes two things of it at the same time:
//! the structure tree in [`tags`], which says what everything is, and a galley of lines, set by
//! [`flow`]. `flow` then deals the galley out to pages. [`backend`] writes both as a PDF and is the
//! only room that knows the libraries which do so.
//!
//! Two tags meet a reader's needs that ink cannot: what a word stands for, where its glyphs do not
//! say it (a word broken over two lines, a letter of two characters), and what a short form means.

mod backend;
mod characters;
mod colours;
mod compose;
pub mod easy_read;
mod edition;
mod flow;
mod fonts;
mod hyphens;
mod ideas;
mod images;
pub mod large_print;
mod measure;
mod paper;
mod picture_room;
mod report;
mod signs;
mod style;
mod tags;
mod ties;

pub(super) use backend::pages;
