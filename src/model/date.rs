//! Dates, as documents state them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the calendar.
///
/// ```
/// use plainsong::model::Date;
///
/// let date = Date::new(2024, 3, 5).unwrap();
/// assert_eq!(date.to_string(), "2024-03-05");
/// assert_eq!(date.in_words(), "5 March 2024");
/// assert!(Date::new(2024, 2, 30).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// The months by name, January first.
pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

impl Date {
    /// What a format that needs a date is given when nothing states one.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// A date, if the calendar has it and its year is of four digits.
    #[must_use]
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let civil = jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        (1000..=9999).contains(&civil.year()).then_some(Self { year, month, day })
    }

    /// The date in coordinated universal time of a count of seconds since 1970, as in `SOURCE_DATE_EPOCH`.
    ///
    /// ```
    /// # use plainsong::model::Date;
    /// assert_eq!(Date::from_epoch_seconds(1_709_640_000), Date::new(2024, 3, 5));
    /// ```
    #[must_use]
    pub fn from_epoch_seconds(seconds: i64) -> Option<Self> {
        let civil = jiff::Timestamp::from_second(seconds).ok()?.to_zoned(jiff::tz::TimeZone::UTC).date();
        Self::new(civil.year(), civil.month().unsigned_abs(), civil.day().unsigned_abs())
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The date with the month as a word: `5 March 2024`.
    #[must_use]
    pub fn in_words(self) -> String {
        format!("{} {} {}", self.day, MONTHS[usize::from(self.month) - 1], self.year)
    }

    /// The month of this name or its first three letters, in any case.
    pub(crate) fn month_named(name: &str) -> Option<u8> {
        let name = name.trim_end_matches('.');
        let found = MONTHS.iter().position(|month| {
            name.eq_ignore_ascii_case(month)
                || name.eq_ignore_ascii_case(&month[..3])
                || (*month == "September" && name.eq_ignore_ascii_case("sept"))
        })?;
        u8::try_from(found + 1).ok()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut parts = text.splitn(3, '-');
        let mut next = || parts.next().and_then(|part| part.parse::<i16>().ok());
        (|| Self::new(next()?, u8::try_from(next()?).ok()?, u8::try_from(next()?).ok()?))()
            .ok_or_else(|| format!("\"{text}\" is not a date such as 2024-03-05"))
    }
}
