//! Blocks: headings, paragraphs, lists, tables.

use serde::{Deserialize, Serialize};

use super::{Image, Inline, Lang, Origin};

/// A block and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the source.
    pub origin: Origin,
    /// The language it is in, where that is not the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

impl Block {
    /// A block of a kind, from a place, in the language of its document.
    #[must_use]
    pub const fn new(kind: BlockKind, origin: Origin) -> Self {
        Self { kind, origin, lang: None }
    }

    /// The same block in a language of its own.
    #[must_use]
    pub fn in_language(self, lang: Option<Lang>) -> Self {
        Self { lang, ..self }
    }

    /// A paragraph without a number.
    #[must_use]
    pub const fn paragraph(content: Vec<Inline>, origin: Origin) -> Self {
        Self::new(BlockKind::Paragraph { number: None, content }, origin)
    }
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BlockKind {
    /// A heading. A document that was read has one of level 1 at most, and no level is skipped.
    Heading {
        /// Its level in the outline.
        level: Level,
        /// The number printed before it: `3.0`.
        number: Option<Box<Label>>,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A paragraph.
    Paragraph {
        /// The number printed before it: `3.6`.
        number: Option<Box<Label>>,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A list.
    List(List),
    /// Terms and what is said of each: a glossary, or the label lines at the head of a report.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Box<Table>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Text whose spaces and line ends are kept.
    Code(String),
    /// A picture that stands alone.
    Figure(Box<Image>),
    /// What a footnote says. It stands where the source has it; a renderer may move it.
    Footnote {
        /// The name that references use.
        label: String,
        /// The note itself.
        blocks: Vec<Block>,
    },
    /// What a hard word means, in easy words. No source holds one: rewriting adds it.
    Explanation {
        /// The word.
        term: String,
        /// What it means, as a clause that follows "means".
        meaning: Box<str>,
    },
    /// A break between two parts, drawn as a line.
    Break,
}

/// The level of a heading, 1 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// The level of the title.
    pub const ONE: Self = Self(1);
    /// The level of the first sections.
    pub const TWO: Self = Self(2);
    /// The deepest level there is.
    pub const SIX: Self = Self(6);

    /// The level of this number; deeper than 6 is 6, and 0 is 1.
    ///
    /// ```
    /// # use plainsong::model::Level;
    /// assert_eq!(Level::clamped(9), Level::SIX);
    /// ```
    #[must_use]
    pub fn clamped(number: usize) -> Self {
        Self(number.clamp(1, 6) as u8)
    }

    /// The number of the level, 1 to 6.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

impl TryFrom<u8> for Level {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        if (1..=6).contains(&number) { Ok(Self(number)) } else { Err(format!("a heading level is 1 to 6, not {number}")) }
    }
}

/// A number, letter or mark as printed: `3.6`, `(a)`, `2984.`. Never counted anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// As printed, without the space after it.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The printed number or letter; none for a bullet.
    pub label: Option<Box<Label>>,
    /// What the item says.
    pub blocks: Vec<Block>,
    /// Where it stands.
    pub origin: Origin,
}

/// A term and what is said of it; for a label line, the label and its value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// The term, without a closing colon.
    pub term: Vec<Inline>,
    /// What is said of it.
    pub description: Vec<Block>,
    /// Where it stands.
    pub origin: Origin,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What the table is called, where the source says.
    pub caption: Vec<Inline>,
    /// The rows that hold column headings.
    pub head: Vec<Row>,
    /// The other rows.
    pub body: Vec<Row>,
}

impl Table {
    /// How many columns the widest row takes.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.grid().iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Every row, head first, as one entry a column. A cell that spans columns or rows is repeated
    /// in each place it covers; a place that no cell covers is `None`.
    ///
    /// ```
    /// # use plainsong::{Source, parse, model::BlockKind};
    /// let document = parse(&Source::new("a.md", "| Day | Place |\n|---|---|\n| Monday | Library |"));
    /// let BlockKind::Table(table) = &document.blocks[0].kind else { panic!() };
    /// assert_eq!(table.grid().len(), 2);
    /// assert_eq!(table.columns(), 2);
    /// ```
    ///
    /// Spans that would make a grid out of all proportion to the cells, as no table has that people
    /// read, count as 1.
    #[must_use]
    pub fn grid(&self) -> Vec<Vec<Option<&Cell>>> {
        let cells: usize = self.head.iter().chain(&self.body).map(|row| row.cells.len()).sum();
        let limit = SMALL_GRID.max(cells * PLACES_PER_CELL);
        self.lay_out(limit, |span| span.max(1)).or_else(|| self.lay_out(usize::MAX, |_| 1)).unwrap_or_default()
    }

    /// The grid, if it has no more than `limit` places.
    fn lay_out(&self, limit: usize, span: impl Fn(u16) -> u16) -> Option<Vec<Vec<Option<&Cell>>>> {
        let mut grid = Vec::with_capacity(self.head.len() + self.body.len());
        let mut total = 0;
        // Cells of earlier rows that reach down: for each column the cell and the rows still to come.
        let mut reaching: Vec<Option<(&Cell, u16)>> = Vec::new();
        for row in self.head.iter().chain(&self.body) {
            let mut places: Vec<Option<&Cell>> = Vec::new();
            let mut cells = row.cells.iter().peekable();
            let reached = reaching.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
            while cells.peek().is_some() || places.len() < reached {
                let column = places.len();
                if reaching.len() <= column {
                    reaching.push(None);
                }
                if let Some((cell, rows)) = reaching[column] {
                    places.push(Some(cell));
                    reaching[column] = (rows > 1).then_some((cell, rows - 1));
                } else if let Some(cell) = cells.next() {
                    let rows = span(cell.rows);
                    for _ in 0..span(cell.columns) {
                        if reaching.len() <= places.len() {
                            reaching.push(None);
                        }
                        reaching[places.len()] = (rows > 1).then_some((cell, rows - 1));
                        places.push(Some(cell));
                    }
                } else {
                    places.push(None);
                }
                if total + places.len() > limit {
                    return None;
                }
            }
            total += places.len();
            grid.push(places);
        }
        Some(grid)
    }
}

/// A grid of no more places than this is laid out whatever its spans are.
const SMALL_GRID: usize = 10_000;

/// A larger grid has this many places for each cell at most.
const PLACES_PER_CELL: usize = 16;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Its cells, from the first column on.
    pub cells: Vec<Cell>,
    /// Where it stands.
    pub origin: Origin,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cell {
    /// What it says; nothing, if it is blank.
    pub blocks: Vec<Block>,
    /// Whether it heads a column or a row.
    pub role: CellRole,
    /// How many columns it spans, from 1.
    pub columns: u16,
    /// How many rows it spans, from 1.
    pub rows: u16,
    /// Where it stands.
    pub origin: Origin,
}

/// What a cell is in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellRole {
    /// It heads the column below it.
    ColumnHeading,
    /// It heads the row beside it.
    RowHeading,
    /// It holds a value.
    Data,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Inline;

    fn cell(columns: u16, rows: u16) -> Cell {
        let blocks = vec![Block::paragraph(vec![Inline::text("x", Origin::None)], Origin::None)];
        Cell { blocks, role: CellRole::Data, columns, rows, origin: Origin::None }
    }

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let body = rows.into_iter().map(|cells| Row { cells, origin: Origin::None }).collect();
        Table { caption: Vec::new(), head: Vec::new(), body }
    }

    /// A document of ten megabytes has a million nodes, and what is large in few of them takes room in all.
    #[test]
    #[cfg(target_pointer_width = "64")]
    fn nodes_are_small() {
        assert!(size_of::<Block>() <= 88, "{}", size_of::<Block>());
        assert!(size_of::<Inline>() <= 72, "{}", size_of::<Inline>());
        assert!(size_of::<Item>() <= 56 && size_of::<Cell>() <= 56 && size_of::<Row>() <= 48);
    }

    #[test]
    fn a_cell_is_repeated_where_it_reaches() {
        let table = table(vec![vec![cell(1, 2), cell(2, 1)], vec![cell(1, 1)]]);
        let grid = table.grid();
        assert_eq!(grid[0].len(), 3);
        assert!(std::ptr::eq(grid[1][0].unwrap(), grid[0][0].unwrap()));
        assert!(std::ptr::eq(grid[0][1].unwrap(), grid[0][2].unwrap()));
    }

    #[test]
    fn spans_beyond_all_proportion_count_as_one() {
        let table = table((0..2_000).map(|_| vec![cell(1_000, 1_000)]).collect());
        assert_eq!(table.columns(), 1);
    }
}
