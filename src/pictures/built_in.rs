//! The pictures that come with plainsong. Most are Healthicons; the rest we drew (see THIRD-PARTY.md).

use std::sync::Arc;

use super::Picture;
use super::index::Index;
use super::own::{Entry, entries};

const MAP: &str = include_str!("built_in.toml");

macro_rules! drawings {
    ($($name:literal),* $(,)?) => {
        [$((concat!($name, ".svg"), include_bytes!(concat!("svg/", $name, ".svg")).as_slice())),*]
    };
}

const DRAWINGS: [(&str, &[u8]); 112] = drawings![
    "aim",
    "alcohol",
    "ambulance",
    "announcement",
    "award",
    "baby",
    "bench",
    "bicycle",
    "bin",
    "books",
    "builder",
    "bus",
    "calculate",
    "calendar",
    "camera",
    "car",
    "care",
    "certificate",
    "chart",
    "children",
    "choice",
    "church",
    "cleaning",
    "clock",
    "complaint",
    "computer",
    "digger",
    "doctor",
    "door",
    "email",
    "environment",
    "exercise",
    "fire",
    "flood",
    "folder",
    "food",
    "football",
    "form",
    "glasses",
    "group",
    "guide-dog",
    "hearing-aid",
    "help-line",
    "home",
    "hospital",
    "idea",
    "identity",
    "information",
    "key",
    "law",
    "letter",
    "listen",
    "lock",
    "market",
    "medicine",
    "meeting",
    "mental-health",
    "mobile",
    "mosque",
    "newspaper",
    "no-smoking",
    "notes",
    "notice",
    "nurse",
    "older-people",
    "park",
    "parking",
    "pencil",
    "people",
    "person",
    "phone",
    "place",
    "plan",
    "playground",
    "police",
    "pound",
    "question",
    "questionnaire",
    "rain",
    "read",
    "report",
    "road",
    "safe",
    "school",
    "search",
    "see",
    "shopping",
    "signpost",
    "social-work",
    "speak",
    "speed",
    "street-light",
    "swimming",
    "talk",
    "timetable",
    "town",
    "town-hall",
    "train",
    "training",
    "vaccine",
    "vegetables",
    "village",
    "visit",
    "vote",
    "walk-in-woods",
    "walking",
    "walking-frame",
    "water",
    "wheelchair",
    "work",
    "yes",
    "young-people",
];

pub(super) fn index() -> Index {
    // The file is part of the program, and a test reads it: a mistake in it cannot ship.
    let entries = entries("built_in.toml", MAP).unwrap_or_default();
    Index::of(entries.into_iter().filter_map(picture).collect())
}

fn picture(entry: Entry) -> Option<(Picture, Vec<String>)> {
    let (_, bytes) = DRAWINGS.iter().find(|(file, _)| *file == entry.file)?;
    let bytes: Arc<[u8]> = Arc::from(*bytes);
    Some(entry.with_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_drawing_has_its_terms_and_every_term_its_drawing() {
        let entries = entries("built_in.toml", MAP).unwrap();
        assert_eq!(entries.len(), DRAWINGS.len());
        assert_eq!(index().pictures.len(), DRAWINGS.len());
        let mut seen = BTreeMap::new();
        for entry in &entries {
            for term in &entry.terms {
                assert_eq!(seen.insert(term.to_lowercase(), &entry.file), None, "{term} stands twice");
            }
        }
    }
}
