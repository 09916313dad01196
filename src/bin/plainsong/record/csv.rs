//! A log of the actions of many meetings: CSV as in RFC 4180, a row an action.

use plainsong::model::Certainty;

use super::Recorded;

/// The log, with a row of column headings.
pub(super) fn report(recorded: &[Recorded]) -> String {
    let mut log = String::new();
    row(&mut log, &["Document", "Meeting", "Date", "Action", "Owner", "Due", "Due date", "Line", "Certainty"]);
    for recorded in recorded {
        let Ok(minutes) = &recorded.result else { continue };
        let record = &minutes.record;
        let date = record.date.map(|date| date.to_string()).unwrap_or_default();
        for action in &record.actions {
            let certainty = match action.entry.certainty {
                Certainty::Certain => "certain",
                Certainty::Likely => "likely",
            };
            let due_date = action.due_date.map(|date| date.to_string()).unwrap_or_default();
            row(
                &mut log,
                &[
                    &recorded.name,
                    &record.title,
                    &date,
                    &action.entry.text,
                    action.owner.as_deref().unwrap_or_default(),
                    action.due.as_deref().unwrap_or_default(),
                    &due_date,
                    &action.entry.lines[0].to_string(),
                    certainty,
                ],
            );
        }
    }
    log
}

fn row(log: &mut String, fields: &[&str]) {
    let fields: Vec<String> = fields.iter().map(|text| field(text)).collect();
    log.push_str(&fields.join(","));
    log.push_str("\r\n");
}

/// A field, quoted where it must be. A spreadsheet takes a field that begins with one of these signs
/// for a formula and runs it, so an apostrophe is put before it.
fn field(text: &str) -> String {
    let guarded = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) { format!("\"{}\"", guarded.replace('"', "\"\"")) } else { guarded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_no_formula_runs() {
        assert_eq!(field("Mend the bench"), "Mend the bench");
        assert_eq!(field("Mend, \"soon\""), "\"Mend, \"\"soon\"\"\"");
        assert_eq!(field("=1+1"), "'=1+1");
        assert_eq!(field("@now, please"), "\"'@now, please\"");
    }
}
