//! A worksheet planned again: what was typed before goes to the same passage, or to the one that took
//! its place.

use std::collections::{BTreeMap, BTreeSet};

use super::{Entry, Tick, Worksheet};
use crate::rewrite::easy_read::PassageId;

/// Two passages of which at least this share of words is the same are one that was edited, in hundredths.
const SAME_WORDS: usize = 40;

/// How many passages around the old place are looked at for the one that took it.
const NEAR: usize = 12;

/// A worksheet, and how it differs from the earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// The worksheet.
    pub worksheet: Worksheet,
    /// How it differs from the earlier one. Nothing, if there was none.
    pub differences: Differences,
}

/// How a worksheet differs from an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Differences {
    /// How many passages have changed in the document.
    pub out_of_date: usize,
    /// How many were not there.
    pub new: usize,
    /// How many are no longer in the document.
    pub gone: usize,
}

/// Takes what was typed over to a worksheet that is newly planned.
pub(super) fn merge(mut fresh: Worksheet, earlier: &Worksheet) -> Plan {
    let mut differences = Differences::default();
    let there: BTreeMap<PassageId, usize> =
        fresh.entries.iter().enumerate().filter_map(|(at, entry)| Some((entry.passage.clone()?, at))).collect();
    let here = |entry: &Entry| there.get(entry.passage.as_ref()?).copied();
    let mut taken: BTreeSet<usize> = earlier.entries.iter().filter_map(here).collect();
    // What somebody added, by the fresh entry that it follows.
    let mut added: BTreeMap<Option<usize>, Vec<Entry>> = BTreeMap::new();
    let mut gone = Vec::new();
    let mut last = None;
    for old in &earlier.entries {
        if old.passage.is_none() {
            added.entry(last).or_default().push(old.clone());
            continue;
        }
        if let Some(at) = here(old) {
            if let Some(new) = fresh.entries.get_mut(at) {
                take_over(new, old);
            }
            last = Some(at);
            continue;
        }
        match successor(&fresh.entries, &taken, last, old) {
            Some(at) => {
                taken.insert(at);
                if let Some(new) = fresh.entries.get_mut(at) {
                    take_over_changed(new, old);
                }
                differences.out_of_date += 1;
                last = Some(at);
            }
            None => {
                differences.gone += 1;
                gone.extend((old.is_typed() || old.tick != Tick::No).then(|| old.clone()));
            }
        }
    }
    differences.new = fresh.entries.len() - taken.len();
    let mut entries = added.remove(&None).unwrap_or_default();
    for (at, entry) in fresh.entries.into_iter().enumerate() {
        entries.push(entry);
        entries.append(&mut added.remove(&Some(at)).unwrap_or_default());
    }
    fresh.entries = entries;
    fresh.check.clone_from(&earlier.check);
    fresh.notes.clone_from(&earlier.notes);
    fresh.gone = earlier.gone.iter().cloned().chain(gone).collect();
    Plan { worksheet: fresh, differences }
}

/// Takes over what was done for a passage whose words are the same.
fn take_over(new: &mut Entry, old: &Entry) {
    // What the source has come to keep is ticked. What it keeps no longer is not, unless somebody wrote words for it.
    new.tick = match old.tick {
        Tick::LookAgain => Tick::LookAgain,
        Tick::Yes | Tick::No if new.is_kept_by_source => Tick::Yes,
        Tick::Yes if old.is_kept_by_source && !old.is_typed() => Tick::No,
        Tick::Yes | Tick::No => old.tick,
    };
    new.before.clone_from(&old.before);
    if old.is_typed() {
        new.words.clone_from(&old.words);
        new.draft.clone_from(&old.draft);
    }
}

/// Takes over what was done for a passage whose words are others now. A draft nobody touched gives way to
/// the new one; typed words stay, and somebody must look at them.
fn take_over_changed(new: &mut Entry, old: &Entry) {
    if old.is_typed() {
        new.words.clone_from(&old.words);
        new.draft = None;
    }
    let is_kept_as_drafted = new.is_kept_by_source && !old.is_typed();
    new.tick = if is_kept_as_drafted {
        Tick::Yes
    } else if old.tick == Tick::No && !old.is_typed() {
        Tick::No
    } else {
        Tick::LookAgain
    };
    new.before.clone_from(&old.source);
}

/// The passage that took the place of another, if one did: near its place, and of much the same words.
fn successor(fresh: &[Entry], taken: &BTreeSet<usize>, after: Option<usize>, old: &Entry) -> Option<usize> {
    let before = words(&old.source);
    let from = after.map_or(0, |after| after.saturating_sub(NEAR / 2));
    let near = fresh.iter().enumerate().skip(from).take(NEAR * 2).filter(|(at, _)| !taken.contains(at));
    let alike = near.map(|(at, new)| (likeness(&before, &words(&new.source)), at));
    // Of two that are as like, the nearer to the beginning.
    let best = alike.max_by_key(|(likeness, at)| (*likeness, std::cmp::Reverse(*at)));
    best.filter(|(likeness, _)| *likeness >= SAME_WORDS).map(|(_, at)| at)
}

fn words(lines: &[String]) -> BTreeSet<String> {
    lines
        .iter()
        .flat_map(|line| line.split(|character: char| !character.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// The share of words that two passages have in common, in hundredths of all their words.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> usize {
    let common = one.intersection(other).count();
    let all = one.len() + other.len() - common;
    (common * 100).checked_div(all).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rewrite::easy_read::Options;
    use crate::worksheet::plan;
    use crate::{Source, parse};

    fn planned(text: &str, earlier: Option<&Worksheet>) -> Plan {
        plan(&parse(&Source::new("plan.md", text)), &Options::default(), earlier)
    }

    /// A worksheet of three passages, the second ticked and rewritten, with words added after it.
    fn typed() -> Worksheet {
        let mut sheet = planned("# T\n\nFirst of all.\n\nThe fee is ten pounds a year.\n\nLast of all.", None).worksheet;
        sheet.entries[1].tick = Tick::Yes;
        sheet.entries[1].words = "You pay £10.".to_owned();
        let own = Entry { passage: None, draft: None, words: "Ask us.".to_owned(), ..sheet.entries[1].clone() };
        sheet.entries.insert(2, own);
        sheet
    }

    fn words(sheet: &Worksheet) -> Vec<&str> {
        sheet.entries.iter().map(|entry| entry.words.as_str()).collect()
    }

    #[test]
    fn what_was_typed_stays_with_its_passage_wherever_that_moves() {
        let again = planned("# T\n\nThe fee is ten pounds a year.\n\nNew.\n\nFirst of all.\n\nLast of all.", Some(&typed()));
        assert_eq!(words(&again.worksheet), ["You pay £10.", "Ask us.", "New.", "First of all.", "Last of all."]);
        assert_eq!(again.worksheet.entries[0].tick, Tick::Yes);
        assert_eq!(again.differences, Differences { new: 1, ..Differences::default() });
    }

    #[test]
    fn a_passage_that_changed_is_out_of_date_and_says_what_it_said() {
        let again = planned("# T\n\nFirst of all.\n\nThe fee is twenty pounds a year.\n\nLast of all.", Some(&typed()));
        let changed = &again.worksheet.entries[1];
        assert_eq!((changed.tick, changed.words.as_str()), (Tick::LookAgain, "You pay £10."));
        assert_eq!(changed.before, ["The fee is ten pounds a year."]);
        assert_eq!(again.differences, Differences { out_of_date: 1, ..Differences::default() });
        // Planning once more forgets nothing of that.
        let read = Worksheet::read(&again.worksheet.to_markdown()).unwrap().0;
        let third = planned("# T\n\nFirst of all.\n\nThe fee is twenty pounds a year.\n\nLast of all.", Some(&read));
        assert_eq!(third.worksheet.to_markdown(), again.worksheet.to_markdown());
    }

    #[test]
    fn what_is_gone_moves_to_the_end_and_stays_there() {
        let again = planned("# T\n\nFirst of all.\n\nLast of all.", Some(&typed()));
        assert_eq!(words(&again.worksheet), ["First of all.", "Ask us.", "Last of all."]);
        assert_eq!(again.worksheet.gone[0].words, "You pay £10.");
        let read = Worksheet::read(&again.worksheet.to_markdown()).unwrap().0;
        let third = planned("# T\n\nFirst of all.\n\nLast of all.", Some(&read)).worksheet;
        assert_eq!(third.gone.len(), 1);
        assert!(third.to_markdown().contains("no longer in the document"));
    }

    #[test]
    fn the_box_follows_what_the_source_keeps() {
        let plain = "# T\n\nThe fee is ten pounds a year.\n\nLast.";
        let kept = "# T\n\n::: key-point\nThe fee is ten pounds a year.\n:::\n\nLast.";
        let box_of = |text: &str, earlier: &Worksheet| planned(text, Some(earlier)).worksheet.entries[0].tick;
        let (sheet, mut marked) = (planned(plain, None).worksheet, planned(kept, None).worksheet);
        assert_eq!((box_of(kept, &sheet), box_of(plain, &marked)), (Tick::Yes, Tick::No));
        // Nobody can untick what the source keeps.
        marked.entries[0].tick = Tick::No;
        assert_eq!(box_of(kept, &marked), Tick::Yes);
        // What somebody wrote is kept, and has to be looked at again.
        marked.entries[0].words = "You pay £10.".to_owned();
        marked.entries[0].tick = Tick::Yes;
        assert_eq!(box_of(plain, &marked), Tick::Yes);
        let changed = planned(&kept.replace("ten", "twenty"), Some(&marked)).worksheet;
        assert_eq!(changed.entries[0].tick, Tick::LookAgain);
        assert_eq!(box_of(&kept.replace("ten", "twenty"), &changed), Tick::LookAgain);
    }

    #[test]
    fn a_draft_that_nobody_touched_gives_way() {
        let sheet = planned("# T\n\nThe fee is ten pounds a year.", None).worksheet;
        let again = planned("# T\n\nThe fee is twenty pounds a year.", Some(&sheet)).worksheet;
        assert_eq!((words(&again), again.entries[0].tick), (vec!["The fee is twenty pounds a year."], Tick::No));
        assert!(planned("# T", Some(&sheet)).worksheet.gone.is_empty());
    }
}
