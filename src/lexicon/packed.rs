//! The words that come with plainsong as one table of bytes, `packed.bin`. To read the TOML files took
//! several times as long as to check a short document. A test holds the table and the files together, and
//! makes the table anew:
//!
//! ```sh
//! PLAINSONG_PACKS=renew cargo test --lib packed
//! ```
//!
//! A number is two bytes, the lower first. A text is its length in bytes, then its bytes; a text that is not
//! there is empty. A list is its length, then its parts. The table is a list of packs, each a list of entries;
//! then the list of words, each with how many forms begin with it; then the list of forms, each its entry
//! and the list of the words after its first.

use std::borrow::Cow;

use super::packs::packs;
use super::set::{Form, Set, WordNumber};
use super::{Entry, Kind};

static PACKED: &[u8] = include_bytes!("packed.bin");

/// The kinds, by their number in the table.
const KINDS: [Kind; 5] = [Kind::Jargon, Kind::HardWord, Kind::WordyPhrase, Kind::ForeignPhrase, Kind::Metaphor];

/// The words of all packs.
pub(super) fn all() -> Set {
    // The table is part of the program, and a test reads it: a mistake in it cannot ship.
    set(&mut Reader { rest: PACKED }).unwrap_or_default()
}

/// The entries of one pack.
pub(super) fn pack(name: &str) -> Option<Vec<Entry>> {
    let index = packs().position(|known| known == name)?;
    let mut reader = Reader { rest: PACKED };
    let mut packs = reader.list(|reader| reader.list(Reader::entry))?;
    (index < packs.len()).then(|| packs.swap_remove(index))
}

fn set(reader: &mut Reader) -> Option<Set> {
    let entries = reader.list(|reader| reader.list(Reader::entry))?.into_iter().flatten().collect();
    let mut set = Set { entries, ..Set::default() };
    let count = reader.number()?;
    set.words.reserve(count);
    let mut first = 0;
    for index in 0..count {
        set.words.insert(Cow::Borrowed(reader.text()?), WordNumber::of(index));
        let forms = reader.number()?;
        set.beginnings.push(if forms == 0 { 0..0 } else { first..first + forms });
        first += forms;
    }
    for _ in 0..reader.number()? {
        let entry = reader.number()?;
        let start = set.rests.len();
        for _ in 0..reader.number()? {
            set.rests.push(WordNumber::of(reader.number()?));
        }
        set.forms.push(Form { entry, rest: start..set.rests.len() });
    }
    Some(set.with_seconds())
}

/// What of the table is still to be read.
struct Reader {
    rest: &'static [u8],
}

impl Reader {
    fn number(&mut self) -> Option<usize> {
        let (number, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(usize::from(u16::from_le_bytes(*number)))
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = self.number()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok()
    }

    fn optional_text(&mut self) -> Option<Option<String>> {
        self.text().map(|text| (!text.is_empty()).then(|| text.to_owned()))
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| read(self)).collect()
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        self.list(|reader| reader.text().map(str::to_owned))
    }

    fn entry(&mut self) -> Option<Entry> {
        Some(Entry {
            kind: *KINDS.get(self.number()?)?,
            term: self.text()?.to_owned(),
            forms: self.texts()?,
            plainer: self.optional_text()?,
            meaning: self.optional_text()?,
            asked_by: self.optional_text()?,
            finds: self.texts()?,
            leaves: self.texts()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::packs::FILES;
    use super::super::packs::entries;
    use super::*;

    fn number(number: usize, out: &mut Vec<u8>) {
        out.extend(u16::try_from(number).unwrap().to_le_bytes());
    }

    fn text(text: &str, out: &mut Vec<u8>) {
        number(text.len(), out);
        out.extend(text.bytes());
    }

    fn list<T>(list: &[T], out: &mut Vec<u8>, write: impl Fn(&T, &mut Vec<u8>)) {
        number(list.len(), out);
        list.iter().for_each(|part| write(part, out));
    }

    fn texts(all: &[String], out: &mut Vec<u8>) {
        list(all, out, |part, out| text(part, out));
    }

    fn entry(entry: &Entry, out: &mut Vec<u8>) {
        number(KINDS.iter().position(|kind| *kind == entry.kind).unwrap(), out);
        text(&entry.term, out);
        texts(&entry.forms, out);
        for optional in [&entry.plainer, &entry.meaning, &entry.asked_by] {
            assert!(optional.as_ref().is_none_or(|text| !text.is_empty()), "{} has an empty text", entry.term);
            text(optional.as_deref().unwrap_or_default(), out);
        }
        texts(&entry.finds, out);
        texts(&entry.leaves, out);
    }

    /// The table that these packs should have.
    fn table(packs: &[Vec<Entry>]) -> Vec<u8> {
        let mut out = Vec::new();
        list(packs, &mut out, |pack, out| list(pack, out, entry));
        let set = Set::of(packs.concat());
        let mut words: Vec<(&Cow<'_, str>, &WordNumber)> = set.words.iter().collect();
        words.sort_by_key(|(_, number)| number.index());
        // The forms stand in the order of their first words, so that a count is enough to find them.
        let mut forms: Vec<&Form> = Vec::new();
        list(&words, &mut out, |(word, number), out| {
            text(word, out);
            self::number(set.beginning_with(**number).len(), out);
        });
        words.iter().for_each(|(_, number)| forms.extend(set.beginning_with(**number)));
        list(&forms, &mut out, |form, out| {
            number(form.entry, out);
            list(set.rest_of(form), out, |word, out| number(word.index(), out));
        });
        out
    }

    #[test]
    fn the_table_is_what_the_files_say() {
        let packs: Vec<Vec<Entry>> = FILES.iter().map(|(name, text)| entries(name, text).unwrap()).collect();
        let expected = table(&packs);
        if std::env::var_os("PLAINSONG_PACKS").is_some_and(|value| value == "renew") {
            std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/packed.bin"), &expected).unwrap();
            return;
        }
        assert!(PACKED == expected, "A word has changed. Make the table anew: PLAINSONG_PACKS=renew cargo test --lib packed");
        assert_eq!(all(), Set::of(packs.concat()));
        for ((name, _), entries) in FILES.iter().zip(packs) {
            assert_eq!(pack(name), Some(entries), "{name}");
        }
    }

    #[test]
    fn what_is_cut_short_is_no_table() {
        for length in [0, 1, 2, 100, PACKED.len() - 1] {
            assert_eq!(set(&mut Reader { rest: &PACKED[..length] }), None, "{length}");
        }
    }
}
