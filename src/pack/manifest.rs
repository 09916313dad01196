//! The list of a pack: its files, what they were made from, and what is known of them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Piece, published};
use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::sha256;
use crate::model::{Date, Document, Lang, Status};
use crate::outcome;
use crate::place::Place;
use crate::source::Source;

/// The form that a manifest has now. A program that knows another form cannot rely on what it reads.
const FORM: u32 = 1;

/// What a pack holds. The same input gives the same manifest: nothing in it is of the clock.
///
/// ```
/// use plainsong::convert::{self, Format, convert};
/// use plainsong::pack::{Manifest, Piece};
/// use plainsong::{Source, parse};
///
/// let source = Source::new("minutes.md", "# Minutes\n\nThe panel met on 5 March 2024.");
/// let document = parse(&source);
/// let rendered = convert(&document, Format::Text, &convert::Options::default())?;
/// let pieces = [Piece { format: Format::Text, path: "minutes.txt".to_owned(), rendered }];
/// let manifest = Manifest::of(&document, &source, &pieces, &[]);
/// assert_eq!(manifest.formats[0].path, "minutes.txt");
/// assert_eq!(manifest.source.code, source.short_hash());
/// # Ok::<(), plainsong::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Manifest {
    /// The form of this manifest.
    pub form: u32,
    /// The version of plainsong that made the pack.
    pub plainsong: String,
    /// What the document says of itself.
    pub document: About,
    /// What the pack was made from.
    pub source: SourceFile,
    /// What else was read: pictures and settings.
    pub beside: Vec<Beside>,
    /// The formats, in the order that they are offered.
    pub formats: Vec<Published>,
    /// The other files of the pack.
    pub files: Vec<OtherFile>,
    /// What the rules found in the document.
    pub findings: Vec<Finding>,
}

/// What a document says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct About {
    /// What it is called.
    pub title: String,
    /// Its date, where it states one.
    pub date: Option<Date>,
    /// How far it has come, where it says so.
    pub status: Option<Status>,
    /// The language that it is in.
    pub language: Lang,
}

/// The document that a pack was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SourceFile {
    /// Its name, without folders.
    pub name: String,
    /// The way to it from the folder of the pack, with `/`; none for a document of standard input.
    pub path: Option<String>,
    /// Its size in bytes.
    pub bytes: usize,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// The version code that every format ends with.
    pub code: String,
}

/// A file that was read beside the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Beside {
    /// What it is.
    pub kind: BesideKind,
    /// The way to it from the folder of the pack, with `/`.
    pub path: String,
    /// The SHA-256 of its bytes; none, if it was not there.
    pub sha256: Option<String>,
}

impl Beside {
    /// A file and, if it was there, the hash of its bytes.
    #[must_use]
    pub fn new(kind: BesideKind, path: impl Into<String>, sha256: Option<String>) -> Self {
        Self { kind, path: path.into(), sha256 }
    }
}

/// What a file beside the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BesideKind {
    /// A picture that the document names.
    Picture,
    /// The settings.
    Settings,
    /// The Easy Read worksheet.
    Worksheet,
}

/// A format of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Published {
    /// The name of the format, as the command takes it.
    pub format: String,
    /// Its name as people know it.
    pub name: String,
    /// The name of the file.
    pub path: String,
    /// The media type (RFC 6838).
    pub media_type: String,
    /// The size in bytes.
    pub bytes: usize,
    /// How many pages there are, where there are pages.
    pub pages: Option<usize>,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// What the format could not carry.
    pub losses: Vec<Loss>,
    /// How many changes of words there are of each kind.
    pub changes: BTreeMap<String, usize>,
    /// The outside judges of this format, and what they said.
    pub judges: Vec<Judge>,
}

/// Something that a format could not carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loss {
    /// The stable name of its kind.
    pub id: String,
    /// What happened and what to do.
    pub message: String,
    /// The text that the format does not hold.
    pub text: String,
    /// Where the source has it.
    pub place: Option<Place>,
}

/// A program from elsewhere that checks files of a format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Judge {
    /// What it is called.
    pub name: String,
    /// What it checks against.
    pub standard: String,
    /// What it said of this very file.
    pub verdict: Verdict,
}

impl Judge {
    /// A judge that has not looked yet.
    pub(super) fn not_run(name: &str, standard: &str) -> Self {
        Self { name: name.to_owned(), standard: standard.to_owned(), verdict: Verdict::NotRun }
    }
}

/// What a judge said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It has not looked, as far as anybody knows.
    #[serde(rename = "not run")]
    NotRun,
    /// It found nothing wrong.
    #[serde(rename = "passed")]
    Passed,
    /// It found something wrong.
    #[serde(rename = "failed")]
    Failed,
}

/// A file of the pack that is no format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OtherFile {
    /// The name of the file.
    pub path: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// The SHA-256 of its bytes; of the list that a person ticks, of its bytes without ticks.
    pub sha256: String,
}

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Finding {
    /// The name of the rule.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it found.
    pub message: String,
    /// Where.
    pub place: Place,
}

impl Manifest {
    /// The manifest of these formats of a document. No judge has looked at them. What only the holder of
    /// the files knows, the way to the source and what lies beside it, is left open.
    #[must_use]
    pub fn of(document: &Document, source: &Source, pieces: &[Piece], findings: &[Diagnostic]) -> Self {
        let meta = &document.meta;
        let finding = |finding: &Diagnostic| Finding {
            rule: finding.rule.to_owned(),
            severity: finding.severity,
            message: finding.message.clone(),
            place: Place::of(finding.span, source),
        };
        Self {
            form: FORM,
            plainsong: env!("CARGO_PKG_VERSION").to_owned(),
            document: About {
                title: document.title().to_owned(),
                date: meta.date.as_ref().map(|date| date.value),
                status: meta.status.as_ref().map(|status| status.value),
                language: meta.language.clone(),
            },
            source: SourceFile {
                name: document.source.file_name().to_owned(),
                path: None,
                bytes: source.text().len(),
                sha256: sha256(source.text().as_bytes()),
                code: source.short_hash(),
            },
            beside: Vec::new(),
            formats: pieces.iter().map(|piece| Published::of(piece, source)).collect(),
            files: Vec::new(),
            findings: findings.iter().map(finding).collect(),
        }
    }

    /// Adds a file that is no format.
    pub fn add_file(&mut self, path: impl Into<String>, bytes: &[u8]) {
        self.files.push(OtherFile { path: path.into(), bytes: bytes.len(), sha256: sha256(bytes) });
    }

    /// Notes what a judge said of the file with this hash. Gives whether there is such a file, of a format
    /// that this judge looks at: a verdict on other bytes says nothing of these.
    ///
    /// ```
    /// # use plainsong::pack::{Manifest, Piece, Verdict, sha256};
    /// # use plainsong::{Rendered, Source, convert::Format, parse};
    /// # let source = Source::new("a.md", "Text");
    /// # let rendered = Rendered { output: b"book".to_vec(), losses: Vec::new(), changes: Vec::new() };
    /// # let pieces = [Piece { format: Format::Epub, path: "a.epub".to_owned(), rendered }];
    /// let mut manifest = Manifest::of(&parse(&source), &source, &pieces, &[]);
    /// assert!(manifest.judged("EPUBCheck", &sha256(b"book"), Verdict::Passed));
    /// assert!(!manifest.judged("EPUBCheck", &sha256(b"another"), Verdict::Passed));
    /// ```
    pub fn judged(&mut self, judge: &str, sha256: &str, verdict: Verdict) -> bool {
        let of_file = self.formats.iter_mut().filter(|format| format.sha256 == sha256).flat_map(|format| &mut format.judges);
        let mut found = false;
        for known in of_file.filter(|known| known.name == judge) {
            known.verdict = verdict;
            found = true;
        }
        found
    }

    /// Whether it is of the form that this version of plainsong knows.
    #[must_use]
    pub const fn is_known_form(&self) -> bool {
        self.form == FORM
    }

    /// The name of every file that it lists, and the hash of what was written there.
    pub fn paths(&self) -> impl Iterator<Item = (&str, &str)> {
        let formats = self.formats.iter().map(|format| (format.path.as_str(), format.sha256.as_str()));
        formats.chain(self.files.iter().map(|file| (file.path.as_str(), file.sha256.as_str())))
    }
}

impl Published {
    fn of(piece: &Piece, source: &Source) -> Self {
        let Piece { format, path, rendered } = piece;
        let mut changes = BTreeMap::new();
        for change in &rendered.changes {
            *changes.entry(change.id.id().to_owned()).or_default() += 1;
        }
        let loss = |loss: &outcome::Loss| Loss {
            id: loss.id.id().to_owned(),
            message: loss.message.clone(),
            text: loss.text.clone(),
            place: loss.span.map(|span| Place::of(span, source)),
        };
        Self {
            format: format.name().to_owned(),
            name: published::name(*format, path).to_owned(),
            path: path.clone(),
            media_type: published::media_type(*format).to_owned(),
            bytes: rendered.output.len(),
            pages: published::pages(*format, &rendered.output),
            sha256: sha256(&rendered.output),
            losses: rendered.losses.iter().map(loss).collect(),
            changes,
            judges: published::judges(*format).iter().map(|(name, standard)| Judge::not_run(name, standard)).collect(),
        }
    }
}
