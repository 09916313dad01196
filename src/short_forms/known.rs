//! Short forms that readers know, and what others stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use crate::error::Error;

/// Short forms that are known beforehand: those that most people know better than the full name, and
/// what others stand for. Cheap to clone.
///
/// ```
/// use plainsong::short_forms::KnownShortForms;
///
/// let known = KnownShortForms::built_in();
/// assert!(known.is_familiar("NHS"));
/// assert_eq!(known.long_forms("AONB"), ["Area of Outstanding Natural Beauty"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownShortForms(Arc<Lists>);

#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Lists {
    /// Those that need no explanation.
    familiar: BTreeSet<String>,
    /// The long form of each, or several.
    stands_for: BTreeMap<String, LongForms>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "the full name in quotes, or a list of full names in square brackets")]
enum LongForms {
    One(String),
    Several(Vec<String>),
}

impl Lists {
    /// The lists of the file that comes with plainsong. Its TOML is of the simplest kind, and is read at each start of
    /// the program: what stands between quotes is a text, and the word before the sign is what it belongs to. A test
    /// holds this to what TOML says.
    fn of_own_file(text: &str) -> Self {
        fn texts(line: &str) -> impl Iterator<Item = String> {
            line.split('"').skip(1).step_by(2).map(str::to_owned)
        }
        let (familiar, stands_for) = text.split_once("[stands-for]").unwrap_or((text, ""));
        let long_forms = |line: &str| {
            let (short, long) = line.split_once('=')?;
            let all: Vec<String> = texts(long).collect();
            let long = <[String; 1]>::try_from(all).map_or_else(LongForms::Several, |[one]| LongForms::One(one));
            Some((short.trim().trim_matches('"').to_owned(), long))
        };
        Self {
            familiar: familiar.lines().filter(|line| !line.starts_with('#')).flat_map(texts).collect(),
            stands_for: stands_for.lines().filter_map(long_forms).collect(),
        }
    }
}

impl LongForms {
    fn all(&self) -> &[String] {
        match self {
            Self::One(long) => std::slice::from_ref(long),
            Self::Several(all) => all,
        }
    }
}

impl KnownShortForms {
    /// Those that come with plainsong.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<KnownShortForms> =
            LazyLock::new(|| KnownShortForms(Arc::new(Lists::of_own_file(include_str!("known.toml")))));
        &BUILT_IN
    }

    /// Those of a TOML text: a list `familiar`, and a table `[stands-for]` with the full name of each short
    /// form, or a list of names where it has several. A name that is still blank is left out.
    ///
    /// # Errors
    ///
    /// [`Error::Lexicon`], if it is not TOML or a key is misspelt.
    ///
    /// ```
    /// use plainsong::short_forms::KnownShortForms;
    ///
    /// let ours = KnownShortForms::from_toml("ours.toml", "[stands-for]\nWCF = \"Wexmere Carers Forum\"")?;
    /// assert_eq!(ours.long_forms("WCF"), ["Wexmere Carers Forum"]);
    /// # Ok::<(), plainsong::Error>(())
    /// ```
    pub fn from_toml(name: &str, text: &str) -> Result<Self, Error> {
        let mut lists: Lists = toml::from_str(text).map_err(|error| Error::Lexicon {
            name: name.to_owned(),
            line: error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1),
            problem: error.message().to_owned(),
        })?;
        lists.stands_for.retain(|_, long| long.all().iter().any(|long| !long.trim().is_empty()));
        Ok(Self(Arc::new(lists)))
    }

    /// These and others. What the others say of a short form holds.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let mut lists = Lists::clone(&self.0);
        lists.familiar.extend(others.0.familiar.iter().cloned());
        lists.stands_for.extend(others.0.stands_for.iter().map(|(short, long)| (short.clone(), long.clone())));
        Self(Arc::new(lists))
    }

    /// Whether most people know it better than the full name.
    #[must_use]
    pub fn is_familiar(&self, short: &str) -> bool {
        self.0.familiar.contains(short)
    }

    /// What it can stand for. None, if it is not known.
    #[must_use]
    pub fn long_forms(&self, short: &str) -> &[String] {
        self.0.stands_for.get(short).map_or(&[], LongForms::all)
    }

    /// Whether anything is known of it.
    pub(crate) fn is_known(&self, short: &str) -> bool {
        self.is_familiar(short) || !self.long_forms(short).is_empty()
    }
}

impl Default for KnownShortForms {
    fn default() -> Self {
        Self::built_in().clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lists_can_be_read() {
        let known = KnownShortForms::from_toml("known.toml", include_str!("known.toml"));
        assert_eq!(known.as_ref(), Ok(KnownShortForms::built_in()));
        assert!(known.is_ok_and(|known| known.0.familiar.len() >= 30 && known.0.stands_for.len() >= 150));
    }

    #[test]
    fn short_forms_pair_with_what_they_stand_for() {
        // Letters of another name than today's, or of a name in another order.
        let others = ["BEIS", "BIS", "BT", "CBE", "GM", "OBE", "ODPM", "TUPE"];
        let unlike = KnownShortForms::built_in().0.stands_for.iter().filter(|(short, long)| {
            let is_like = |long: &String| crate::short_forms::is_pair(&format!("{long} ({short})"));
            !others.contains(&short.as_str()) && !long.all().iter().all(is_like)
        });
        assert_eq!(unlike.collect::<Vec<_>>(), []);
    }

    #[test]
    fn the_councils_own_list_holds_and_blanks_are_left_out() {
        let ours = KnownShortForms::from_toml("t", "familiar = [\"WCF\"]\n[stands-for]\nAONB = \"A Our Name Best\"\nQRST = \"\"").unwrap();
        let all = KnownShortForms::built_in().with(&ours);
        assert!(all.is_familiar("WCF") && all.is_familiar("NHS") && !all.is_known("QRST"));
        assert_eq!(all.long_forms("AONB"), ["A Our Name Best"]);
    }

    #[test]
    fn a_mistake_has_its_line() {
        let error = KnownShortForms::from_toml("ours.toml", "familiar = []\n\n[stand-for]\nA = \"b\"").unwrap_err();
        assert!(matches!(error, Error::Lexicon { line: Some(3), .. }), "{error}");
    }
}
