//! The arguments of the command.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use plainsong::model::Level;
use plainsong::render::html::{self, IdPrefix, Split};
use plainsong::render::text::{self, Headings, LineEnding, Tables};

use crate::check::{self, Check};
use crate::profile::Profile;

/// Makes council reports and minutes readable for more people.
///
/// Takes Markdown; gives web pages, plain text, DAISY, large print and Easy Read drafts, and says what stands in a reader's way.
#[derive(Debug, Parser)]
#[command(version, arg_required_else_help = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Reads the arguments. Where they are wrong, this says so and ends the command with 2.
pub(crate) fn parse() -> Arguments {
    Arguments::parse_from(check::joined(std::env::args_os()))
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Convert(Box<Convert>),
    Pack(Box<Pack>),
    Status(Status),
    Check(Box<Check>),
    Record(Record),
    Simplify(Simplify),
    Glossary(Glossary),
    EasyRead(EasyRead),
    Explain(Explain),
}

#[derive(Debug, Args)]
pub(crate) struct Inputs {
    /// A document; a folder, for every *.md and *.markdown below it; or -, for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,

    /// What to call the document on standard input
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(crate) stdin_filename: PathBuf,
}

/// Converts documents to other formats
///
/// Ends with 0; with 1 if --strict is on and a format could not carry everything, or --public is on and a document is not for the
/// public; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Convert {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    #[command(flatten)]
    pub(crate) making: Making,

    /// The folder to write to, or - for standard output; without it, beside each document
    #[arg(long, short, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,

    /// Writes what was lost, changed and mended to this file, as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,

    /// Writes every change of words to this file: NAME.json, or NAME.html, which shows the sentences of one document side by side
    #[arg(long, value_name = "FILE")]
    pub(crate) changes: Option<PathBuf>,

    /// Writes each DAISY book as one file, NAME.daisy.zip, and not as a folder; web pages in sections, too
    #[arg(
        long,
        value_name = "true|false",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "true",
        help_heading = EAR
    )]
    pub(crate) zip: Option<bool>,

    #[command(flatten)]
    pub(crate) web: Web,
}

/// How formats are made, whatever becomes of them.
#[derive(Debug, Args)]
pub(crate) struct Making {
    #[command(flatten)]
    pub(crate) needs: Profile,

    /// Makes what the section [profiles.NAME] of plainsong.toml asks for; NAME goes into the names of the files
    #[arg(long, value_name = "NAME")]
    pub(crate) profile: Option<String>,

    /// Opens minutes with "What was decided" and "Who will do what"; without it, Easy Read alone has them, after the minutes
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) summary: Option<bool>,

    /// Gives all of the document in shorter sentences, whatever is chosen for Easy Read, as NAME.whole-text-draft.pdf
    #[arg(long)]
    pub(crate) whole_text: bool,

    /// Ends with 1 if a format could not carry everything
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) strict: Option<bool>,

    /// A folder with pictures of your own for Easy Read, and a list of them, pictures.toml; see `plainsong explain easy-read`
    #[arg(long, value_name = "DIR")]
    pub(crate) pictures: Option<PathBuf>,

    /// Makes nothing of a document that is marked as not for the public, or as a draft; see `plainsong explain not-for-publication`
    #[arg(long)]
    pub(crate) public: bool,

    #[command(flatten)]
    pub(crate) ear: Ear,
}

/// Makes all formats of a document, and what belongs beside them
///
/// Writes a folder with every format that readers open; formats.html, the piece of a web page that offers them; to-check.md, what
/// only a person can check; and manifest.json, what each file was made from and what was lost on the way.
///
/// Ends with 0; with 1 if --strict is on and a format could not carry everything, or --public is on and a document is not for the
/// public; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// A document; or -, for standard input
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,

    /// The folder to write. An older pack there is replaced; what others wrote is not
    #[arg(long, short, value_name = "DIR")]
    pub(crate) output: PathBuf,

    /// What to call the document on standard input
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(crate) stdin_filename: PathBuf,

    /// What outside judges said, as a list in JSON of {"judge": "EPUBCheck", "sha256": "...", "verdict": "passed"} or "failed". A
    /// verdict counts only for the file with that hash
    #[arg(long, value_name = "FILE")]
    pub(crate) verdicts: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) making: Making,
}

/// Says which files of a pack are older than their source
///
/// Ends with 0 if all are up to date; with 1 if one is out of date, missing or changed by hand; with 2 if that cannot be told.
#[derive(Debug, Args)]
pub(crate) struct Status {
    /// A folder that `pack` wrote
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Where the document is now, if it is not where it was
    #[arg(long, value_name = "FILE")]
    pub(crate) source: Option<PathBuf>,

    /// How the answer is written
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: StatusFormat,
}

/// The heading of the flags for plain text and DAISY books.
const EAR: &str = "For the ear";

/// How web pages are written.
#[derive(Debug, Args)]
#[command(next_help_heading = "Web pages")]
pub(crate) struct Web {
    /// Writes a fragment for a content management system, NAME.fragment.html, and not a whole page
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) fragment: Option<bool>,

    /// The level of the topmost heading of a fragment, from 1 to 6; without it, 2
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub(crate) heading_base: Option<u8>,

    /// What every id of a fragment begins with, so that two fragments can stand in one page
    #[arg(long, value_name = "PREFIX")]
    pub(crate) id_prefix: Option<IdPrefix>,

    /// Writes a file for each section, to the folder NAME.html-sections: h2 for the sections right below the title
    #[arg(long, value_name = "h2|h3|…")]
    pub(crate) split: Option<Split>,
}

impl Web {
    /// How web pages are written: as the flags say, else as the file does.
    pub(crate) fn html(&self, file: &html::Options) -> html::Options {
        let mut options = file.clone();
        options.form = match self.fragment {
            Some(true) => html::Form::Fragment,
            Some(false) => html::Form::Page,
            None => options.form,
        };
        options.heading_base = self.heading_base.and_then(|level| Level::try_from(level).ok()).unwrap_or(options.heading_base);
        options.id_prefix = self.id_prefix.clone().unwrap_or(options.id_prefix);
        options.split = self.split.or(options.split);
        options
    }
}

/// How plain text and DAISY books are written.
#[derive(Debug, Args)]
#[command(next_help_heading = EAR)]
pub(crate) struct Ear {
    /// Says dates, times, sums, signs and short forms in words, in plain text and DAISY books
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) spoken: Option<bool>,

    /// How the lines of plain text end: crlf is for older Windows programs
    #[arg(long, value_name = "lf|crlf", value_parser = PossibleValuesParser::new(["lf", "crlf"]))]
    pub(crate) line_ends: Option<String>,

    /// Begins plain text with the mark by which older Windows programs know UTF-8
    #[arg(long, value_name = "true|false", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    pub(crate) byte_order_mark: Option<bool>,

    /// Whether a heading of plain text says that it is one and how deep it lies
    #[arg(long, value_name = "announced|plain", value_parser = PossibleValuesParser::new(["announced", "plain"]))]
    pub(crate) headings: Option<String>,

    /// How plain text reads a table: records says each value with the heading of its column, rows without
    #[arg(long, value_name = "records|rows", value_parser = PossibleValuesParser::new(["records", "rows"]))]
    pub(crate) tables: Option<String>,

    /// Breaks the lines of plain text after so many characters; without it, a paragraph is one line
    #[arg(long, value_name = "CHARACTERS")]
    pub(crate) wrap: Option<NonZeroUsize>,
}

impl Ear {
    /// How plain text is written: as the flags say, else as the file does.
    pub(crate) fn text(&self, file: &text::Options) -> text::Options {
        let mut options = file.clone();
        options.line_ending = match self.line_ends.as_deref() {
            Some("lf") => LineEnding::Lf,
            Some("crlf") => LineEnding::Crlf,
            _ => options.line_ending,
        };
        options.byte_order_mark = self.byte_order_mark.unwrap_or(options.byte_order_mark);
        options.headings = match self.headings.as_deref() {
            Some("announced") => Headings::Announced,
            Some("plain") => Headings::Plain,
            _ => options.headings,
        };
        options.tables = match self.tables.as_deref() {
            Some("records") => Tables::Records,
            Some("rows") => Tables::Rows,
            _ => options.tables,
        };
        options.wrap = self.wrap.or(options.wrap);
        options
    }
}

/// Says who came, what was decided and who will do what
///
/// Ends with 0, whatever it finds; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Record {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// How the record is written
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: RecordFormat,
}

/// Says plain text in plainer words and shorter sentences
///
/// Explains nothing and leaves nothing out. Names, numbers, quotations and "not" stay as they are.
#[derive(Debug, Args)]
pub(crate) struct Simplify {
    /// A text file; without it, standard input
    #[arg(default_value = "-", value_name = "INPUT")]
    pub(crate) input: PathBuf,

    /// Takes each line as a passage of its own: as many lines come out as go in
    #[arg(long)]
    pub(crate) lines: bool,
}

/// Lists every short form and hard word, where each is explained, and the lines that are missing
///
/// Ends with 0, whatever it finds; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct Glossary {
    #[command(flatten)]
    pub(crate) inputs: Inputs,

    /// A list of short forms that readers know and of what others stand for, as --format toml drafts it, beside the list that
    /// comes with plainsong
    #[arg(long, value_name = "FILE")]
    pub(crate) known: Option<PathBuf>,

    /// How the glossary is written
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: GlossaryFormat,
}

/// Helps people to finish an Easy Read
///
/// `plainsong explain easy-read` tells the whole way, from the first draft to the words that people have checked.
#[derive(Debug, Args)]
pub(crate) struct EasyRead {
    #[command(subcommand)]
    pub(crate) command: EasyReadCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum EasyReadCommand {
    Plan(EasyReadPlan),
    Review(EasyReadReview),
    Pictures(EasyReadPictures),
}

/// Writes a page with every picture for Easy Read, and the words that choose it
///
/// Ends with 0; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct EasyReadPictures {
    /// A folder with pictures of your own and a list of them, pictures.toml
    #[arg(long, value_name = "DIR")]
    pub(crate) pictures: Option<PathBuf>,

    /// Where the page is written
    #[arg(long, short, value_name = "FILE", default_value = "easy-read-pictures.html")]
    pub(crate) output: PathBuf,
}

/// Writes a worksheet beside the document, on which you choose what people need and write it in easy words
///
/// For minutes.md it writes minutes.easy-read.md. `convert` uses it. After the document has changed, plan again: the worksheet says what
/// is out of date, and keeps all that you typed.
///
/// Ends with 0; with 1 if something on the worksheet must be looked at; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct EasyReadPlan {
    /// A document
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,
}

/// Writes a sheet to print, for people who check an Easy Read
///
/// One passage a row, with Yes, No and I don't understand to tick, and room for better words. For minutes.md it writes
/// minutes.easy-read-review.pdf.
///
/// Ends with 0; with 1 if something on the worksheet could not be used; with 2 if something could not be done.
#[derive(Debug, Args)]
pub(crate) struct EasyReadReview {
    /// A document
    #[arg(value_name = "INPUT")]
    pub(crate) input: PathBuf,

    /// How the sheet is written
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: ReviewFormat,
}

/// How a sheet for reviewers is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ReviewFormat {
    /// For paper
    #[cfg(feature = "pdf")]
    #[cfg_attr(feature = "pdf", default)]
    Pdf,
    /// For a browser
    #[cfg_attr(not(feature = "pdf"), default)]
    Html,
}

/// Shows the page of a rule or of all rules, or the pages about `settings` and `easy-read`
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The name of the rule, as `check` gives it; or `settings`, for plainsong.toml; or `easy-read`
    #[arg(required_unless_present = "all")]
    pub(crate) rule: Option<String>,

    /// Shows the pages of all rules, as one Markdown document
    #[arg(long, conflicts_with = "rule")]
    pub(crate) all: bool,
}

/// How the state of a pack is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum StatusFormat {
    /// For people
    #[default]
    Human,
    /// One JSON object
    Json,
}

/// How a record is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum RecordFormat {
    /// For people
    #[default]
    Human,
    /// One JSON object a document and line
    Json,
    /// A log of the actions of all the documents, for a spreadsheet
    Csv,
    /// The full dates of actions and next meetings, for a calendar
    Ics,
}

/// How a glossary is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum GlossaryFormat {
    /// For people, with a draft of the lines that are missing
    #[default]
    Human,
    /// One JSON object a document and line
    Json,
    /// A list of short forms to complete and to keep, in TOML
    Toml,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }
}
