//! Front matter: YAML between lines of `---`, or TOML between lines of `+++`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::characters::{meant, mended};
use crate::model::{Note, NoteKind};
use crate::source::{Source, Span};

/// What stands before the document.
#[derive(Debug, PartialEq)]
pub(super) struct FrontMatter {
    pub(super) entries: Vec<Entry>,
    /// The first byte after it.
    pub(super) end: usize,
}

/// A key and its value.
#[derive(Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) key_span: Option<Span>,
    pub(super) value: Value,
}

#[derive(Debug, PartialEq)]
pub(super) enum Value {
    Text { text: String, span: Span },
    List(Vec<Value>),
    Entries(Vec<Entry>),
}

/// Front matter that cannot be read: its lines are to be kept as text.
#[derive(Debug, PartialEq)]
pub(super) struct Unreadable {
    /// The lines between the fences.
    pub(super) content: Span,
    /// The first byte after it.
    pub(super) end: usize,
    /// What is wrong with it.
    pub(super) note: Note,
}

/// Reads the front matter of a source.
pub(super) fn read(source: &Source) -> Result<Option<FrontMatter>, Unreadable> {
    let Some(block) = Block::find(source) else { return Ok(None) };
    let content = source.slice(block.content);
    let entries = match block.fence {
        "+++" => toml::de::DeTable::parse(content)
            .map(|table| toml_entries(table.get_ref(), block.content.start))
            .map_err(|error| error.message().to_owned()),
        _ => yaml_entries(content, source, block.content.start),
    };
    match entries {
        Ok(entries) => Ok(Some(FrontMatter { entries, end: block.end })),
        Err(problem) => {
            let first_line = problem.lines().next().unwrap_or_default();
            let message = format!("The lines at the top look like front matter but cannot be read ({first_line}). They were kept as text.");
            let note = Note::new(NoteKind::FrontMatterUnreadable, message, block.content);
            Err(Unreadable { content: block.content, end: block.end, note })
        }
    }
}

struct Block<'a> {
    fence: &'a str,
    content: Span,
    end: usize,
}

impl<'a> Block<'a> {
    /// Lines between two fences at the very top, of which the first holds a key: a line of dashes
    /// followed by prose is a rule.
    fn find(source: &'a Source) -> Option<Self> {
        let start = source.body_start();
        let mut at = start;
        let mut lines = source.text()[start..].split_inclusive('\n');
        let fence = lines.next().map(str::trim_end).filter(|line| matches!(*line, "---" | "+++"))?;
        at += source.text()[at..].find('\n')? + 1;
        let content_start = at;
        for (index, line) in lines.enumerate() {
            let text = line.trim_end();
            if text == fence || (fence == "---" && text == "...") {
                return Some(Self { fence, content: Span::new(content_start, at), end: at + line.len() });
            }
            let separator = if fence == "---" { ':' } else { '=' };
            if index == 0 && !text.starts_with(['#', '[']) && !text.contains(separator) {
                return None;
            }
            at += line.len();
        }
        None
    }
}

fn toml_entries(table: &toml::de::DeTable<'_>, base: usize) -> Vec<Entry> {
    let mut entries: Vec<(usize, Entry)> = table
        .iter()
        .map(|(key, value)| {
            let key_span = Span::new(base + key.span().start, base + key.span().end);
            let value_span = Span::new(base + value.span().start, base + value.span().end);
            let entry =
                Entry { key: key.get_ref().to_string(), key_span: Some(key_span), value: toml_value(value.get_ref(), value_span, base) };
            (key_span.start, entry)
        })
        .collect();
    entries.sort_by_key(|(start, _)| *start);
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn toml_value(value: &toml::de::DeValue<'_>, span: Span, base: usize) -> Value {
    use toml::de::DeValue;
    let text = |text: String| Value::Text { text, span };
    match value {
        DeValue::String(string) => text(string.to_string()),
        DeValue::Integer(integer) => text(integer.to_string()),
        DeValue::Float(float) => text(float.to_string()),
        DeValue::Boolean(boolean) => text(boolean.to_string()),
        DeValue::Datetime(datetime) => text(datetime.to_string()),
        DeValue::Array(array) => Value::List(
            array
                .iter()
                .map(|value| toml_value(value.get_ref(), Span::new(base + value.span().start, base + value.span().end), base))
                .collect(),
        ),
        DeValue::Table(table) => Value::Entries(toml_entries(table, base)),
    }
}

fn yaml_entries(content: &str, source: &Source, base: usize) -> Result<Vec<Entry>, String> {
    if content.trim().is_empty() {
        return Ok(Vec::new());
    }
    let place = Place { source, base, length: content.len() };
    // YAML has no room for control characters. Spaces of the same length keep every place.
    let readable: String =
        content.chars().map(|character| if meant(character).is_some() { "  ".to_owned() } else { character.to_string() }).collect();
    match serde_saphyr::from_str::<Yaml>(&readable) {
        Ok(Yaml::Map(entries)) => Ok(place.entries(entries)),
        Ok(Yaml::Scalar { .. } | Yaml::List(_) | Yaml::Null) => Err("there is no key and value".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// A YAML value of any shape.
enum Yaml {
    Null,
    /// A scalar; plain, if it is to be taken as it is written: `1.10` is not 1.1.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<serde_saphyr::Spanned<Yaml>>),
    Map(Vec<(serde_saphyr::Spanned<String>, serde_saphyr::Spanned<Yaml>)>),
}

impl<'de> Deserialize<'de> for Yaml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(YamlVisitor)
    }
}

struct YamlVisitor;

impl<'de> Visitor<'de> for YamlVisitor {
    type Value = Yaml;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Yaml, E> {
        Ok(Yaml::Scalar { text: value.to_string(), plain: true })
    }

    fn visit_i64<E>(self, value: i64) -> Result<Yaml, E> {
        Ok(Yaml::Scalar { text: value.to_string(), plain: true })
    }

    fn visit_u64<E>(self, value: u64) -> Result<Yaml, E> {
        Ok(Yaml::Scalar { text: value.to_string(), plain: true })
    }

    fn visit_f64<E>(self, value: f64) -> Result<Yaml, E> {
        Ok(Yaml::Scalar { text: value.to_string(), plain: true })
    }

    fn visit_str<E>(self, value: &str) -> Result<Yaml, E> {
        Ok(Yaml::Scalar { text: value.to_owned(), plain: false })
    }

    fn visit_unit<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }

    fn visit_none<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Yaml, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Yaml::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Yaml, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Yaml::Map(entries))
    }
}

/// Where the YAML stands in the source.
struct Place<'a> {
    source: &'a Source,
    base: usize,
    length: usize,
}

impl Place<'_> {
    fn entries(&self, entries: Vec<(serde_saphyr::Spanned<String>, serde_saphyr::Spanned<Yaml>)>) -> Vec<Entry> {
        let mut read = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let key_span = self.span(&key);
            if let Some(value) = self.value(value) {
                read.push(Entry { key: key.value, key_span: Some(key_span), value });
            }
        }
        read
    }

    fn value(&self, value: serde_saphyr::Spanned<Yaml>) -> Option<Value> {
        let span = self.span(&value);
        match value.value {
            Yaml::Null => None,
            Yaml::Scalar { text, plain } => {
                let written = self.source.slice(span).trim();
                let text = match written {
                    _ if written.contains(|character| meant(character).is_some()) => mended(written.trim_matches(['"', '\''])),
                    "" => text,
                    _ if plain => written.to_owned(),
                    _ => text,
                };
                Some(Value::Text { text, span })
            }
            Yaml::List(values) => Some(Value::List(values.into_iter().filter_map(|value| self.value(value)).collect())),
            Yaml::Map(entries) => Some(Value::Entries(self.entries(entries))),
        }
    }

    fn span<T>(&self, spanned: &serde_saphyr::Spanned<T>) -> Span {
        let span = spanned.referenced.span();
        let number = |value: Option<u64>| value.and_then(|value| usize::try_from(value).ok());
        let start = number(span.byte_offset()).unwrap_or(0).min(self.length);
        let length = number(span.byte_len()).unwrap_or(0).min(self.length - start);
        Span::new(self.base + start, self.base + start + length)
    }
}
