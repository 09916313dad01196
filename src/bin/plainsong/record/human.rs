//! Records for people to read.

use plainsong::model::Certainty;
use plainsong::record::{DecisionKind, Entry, Record};

use super::Recorded;

/// The records, one after another.
pub(super) fn report(recorded: &[Recorded]) -> String {
    let records = recorded.iter().filter_map(|recorded| Some((recorded.name.as_str(), &recorded.result.as_ref().ok()?.record)));
    records.map(|(name, record)| one(name, record)).collect::<Vec<_>>().join("\n")
}

fn one(name: &str, record: &Record) -> String {
    let mut text = format!("{name}: {}\n", record.title);
    let people = &record.attendance;
    for (label, names) in [
        ("Chair", &people.chair),
        ("Present", &people.present),
        ("In attendance", &people.in_attendance),
        ("Apologies", &people.apologies),
        ("Public", &people.public),
    ] {
        if !names.is_empty() {
            text.push_str(&format!("  {label}: {}\n", names.join(", ")));
        }
    }
    let decisions = record.decisions.iter().map(|decision| (kind(decision.kind).to_owned(), &decision.entry));
    section(&mut text, "Decisions", decisions);
    let actions = record.actions.iter().map(|action| {
        let owner = action.owner.as_deref().unwrap_or("nobody named");
        let due = action.due.as_ref().map_or(String::new(), |due| format!(", {due}"));
        (format!("{owner}{due}"), &action.entry)
    });
    section(&mut text, "Actions", actions);
    let side = |count: Option<u32>, word: &str| count.map_or(String::new(), |count| format!("{count} {word} "));
    let votes = record.votes.iter().map(|vote| {
        let sides = [side(vote.r#for, "for"), side(vote.against, "against"), side(vote.abstain, "abstained")].concat();
        (sides.trim_end().to_owned(), &vote.entry)
    });
    section(&mut text, "Votes", votes);
    section(&mut text, "Declarations of interest", record.declarations.iter().map(unlabelled));
    section(&mut text, "Commitments", record.commitments.iter().map(unlabelled));
    if let Some(next) = &record.next_meeting {
        text.push_str(&format!("  Next meeting: {next}\n"));
    }
    for remark in &record.remarks {
        text.push_str(&format!("  {} ({})\n", remark.message, remark.id));
    }
    text
}

fn unlabelled(entry: &Entry) -> (String, &Entry) {
    (String::new(), entry)
}

fn section<'a>(text: &mut String, title: &str, entries: impl Iterator<Item = (String, &'a Entry)>) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        text.push_str(&format!("  {title}\n"));
    }
    for (label, entry) in entries {
        let label = if label.is_empty() { label } else { format!("[{label}] ") };
        let likely = if entry.certainty == Certainty::Likely { " (likely)" } else { "" };
        text.push_str(&format!("    line {}: {label}{}{likely}\n", entry.lines[0], entry.text));
    }
}

fn kind(kind: DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Decided => "decided",
        DecisionKind::Lost => "lost",
        DecisionKind::Noted => "noted",
        DecisionKind::Recommended => "recommended",
        _ => "other",
    }
}
