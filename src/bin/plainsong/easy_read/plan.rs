//! `plainsong easy-read plan`: the worksheet of a document, new or planned again.

use plainsong::parse;
use plainsong::worksheet::{Differences, Plan, plan};

use super::{only_file, worksheet};
use crate::args::EasyReadPlan;
use crate::config::Configs;
use crate::failure::Failure;
use crate::{Outcome, messages, outputs, stdout};

pub(crate) fn run(arguments: &EasyReadPlan) -> Result<Outcome, Failure> {
    let input = only_file(&arguments.input)?;
    let config = Configs::default().of(&input)?;
    let document = parse(&input.read()?);
    // A worksheet that cannot be read is left as it is: there may be hours of work in it.
    let earlier = worksheet::read(&input)?;
    let (earlier, findings) = earlier.map_or((None, Vec::new()), |(earlier, findings)| (Some(earlier), findings));
    let Plan { worksheet: sheet, differences, .. } = plan(&document, &config.options().easy_read_words, earlier.as_ref());
    let path = worksheet::path(&input.path);
    outputs::write(&path, sheet.to_markdown().as_bytes())?;
    findings.iter().for_each(|finding| messages::write_line(finding));
    let chosen = sheet.chosen().count();
    let mut told = format!("{}: {}, {chosen} ticked", path.display(), passages(sheet.entries.len()));
    if chosen > 0 {
        told.push_str(&format!(", about {} pages", sheet.pages()));
    }
    told.push_str(".\n");
    if earlier.is_some() {
        told.push_str(&sentences(differences));
    }
    stdout::write(told.as_bytes())?;
    let must_look = differences.out_of_date > 0 || differences.gone > 0 || !findings.is_empty();
    Ok(if must_look { Outcome::Found } else { Outcome::Done })
}

fn passages(count: usize) -> String {
    if count == 1 { "1 passage".to_owned() } else { format!("{count} passages") }
}

/// How the worksheet differs from the earlier one, for people.
fn sentences(differences: Differences) -> String {
    let Differences { out_of_date, new, gone, .. } = differences;
    let mut lines = String::new();
    if out_of_date > 0 {
        lines.push_str(&format!("Changed in the document: {}. Look for [?] and read the easy words again.\n", passages(out_of_date)));
    }
    if new > 0 {
        lines.push_str(&format!("New in the document: {}.\n", passages(new)));
    }
    if gone > 0 {
        lines.push_str(&format!("No longer in the document: {}. What was typed for them is at the end.\n", passages(gone)));
    }
    if lines.is_empty() {
        lines.push_str("Nothing has changed in the document.\n");
    }
    lines
}
