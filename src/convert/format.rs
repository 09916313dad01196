//! The formats, what they are called, and which of them open with lists.

/// The formats that a document can be given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A web page: one file, with styles and pictures inside.
    Html,
    /// An EPUB 3 book, for reading apps.
    Epub,
    /// Plain text for screen readers.
    Text,
    /// A DAISY 3 book of text, which players speak.
    Daisy,
    /// DTBook 2005-3, the text of such a book alone, for software that makes speech or braille of it.
    Dtbook,
    /// A large-print PDF.
    #[cfg(feature = "pdf")]
    LargePrint,
    /// An Easy Read as a web page: a draft, until people have checked it.
    EasyReadHtml,
    /// An Easy Read as a PDF: a draft, until people have checked it.
    #[cfg(feature = "pdf")]
    EasyRead,
}

impl Format {
    /// Every format, in the order that they are written.
    pub const ALL: &[Self] = &[
        Self::Html,
        Self::Epub,
        Self::Text,
        Self::Daisy,
        Self::Dtbook,
        Self::EasyReadHtml,
        #[cfg(feature = "pdf")]
        Self::LargePrint,
        #[cfg(feature = "pdf")]
        Self::EasyRead,
    ];

    /// The formats that readers open, in the order that they are written: what the command writes
    /// where no format is named. A DTBook is for other software, and a DAISY book holds one. An Easy Read
    /// as a web page is for publishing, which is to be asked for.
    pub const FOR_READERS: &[Self] = &[
        Self::Html,
        Self::Epub,
        Self::Text,
        Self::Daisy,
        #[cfg(feature = "pdf")]
        Self::LargePrint,
        #[cfg(feature = "pdf")]
        Self::EasyRead,
    ];

    /// The name of the format, as the command takes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Epub => "epub",
            Self::Text => "text",
            Self::Daisy => "daisy",
            Self::Dtbook => "dtbook",
            Self::EasyReadHtml => "easy-read-html",
            #[cfg(feature = "pdf")]
            Self::LargePrint => "large-print",
            #[cfg(feature = "pdf")]
            Self::EasyRead => "easy-read",
        }
    }

    /// The format of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// Whether the format shows pictures, given their files.
    #[must_use]
    pub const fn shows_pictures(self) -> bool {
        match self {
            Self::Text | Self::Daisy | Self::Dtbook => false,
            Self::Html | Self::Epub | Self::EasyReadHtml => true,
            #[cfg(feature = "pdf")]
            Self::LargePrint | Self::EasyRead => true,
        }
    }

    /// What follows the name of a document in the name of its file: `.large-print.pdf`. That of a
    /// DAISY book is a ZIP file.
    #[must_use]
    pub const fn file_ending(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Epub => ".epub",
            Self::Text => ".txt",
            Self::Daisy => ".daisy.zip",
            Self::Dtbook => ".xml",
            Self::EasyReadHtml => ".easy-read-draft.html",
            #[cfg(feature = "pdf")]
            Self::LargePrint => ".large-print.pdf",
            #[cfg(feature = "pdf")]
            Self::EasyRead => ".easy-read-draft.pdf",
        }
    }

    /// What follows the name of a document in the name of its file once it is no draft. `None`, for a
    /// format that is never one.
    ///
    /// ```
    /// # use plainsong::convert::Format;
    /// assert_eq!(Format::EasyReadHtml.finished_ending(), Some(".easy-read.html"));
    /// assert_eq!(Format::Text.finished_ending(), None);
    /// ```
    #[must_use]
    pub const fn finished_ending(self) -> Option<&'static str> {
        match self {
            Self::Html | Self::Epub | Self::Text | Self::Daisy | Self::Dtbook => None,
            Self::EasyReadHtml => Some(".easy-read.html"),
            #[cfg(feature = "pdf")]
            Self::LargePrint => None,
            #[cfg(feature = "pdf")]
            Self::EasyRead => Some(".easy-read.pdf"),
        }
    }

    /// Whether the words are those of Easy Read.
    #[must_use]
    pub const fn is_easy_read(self) -> bool {
        self.finished_ending().is_some()
    }
}

impl std::fmt::Display for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// Which formats of minutes open with the lists "What was decided" and "Who will do what".
///
/// ```
/// use plainsong::convert::{Options, Summary};
///
/// let mut options = Options::default();
/// assert_eq!(options.summary, Summary::EasyReadOnly);
/// options.summary = Summary::EveryFormat;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Summary {
    /// Only Easy Read: its readers need what matters first.
    #[default]
    EasyReadOnly,
    /// Every format.
    EveryFormat,
    /// None.
    NoFormat,
}

impl Summary {
    /// Whether minutes in this format open with the lists.
    #[must_use]
    pub const fn opens(self, format: Format) -> bool {
        match self {
            Self::EveryFormat => true,
            Self::NoFormat => false,
            Self::EasyReadOnly => format.is_easy_read(),
        }
    }
}
