//! `plainsong record`.

use serde_json::Value;

use super::{folder, plainsong, run};

const MINUTES: &str = "---\ndate: 2027-04-06\n---\n\n# Minutes of the Pond Committee\n\n\
    Present: Ann Vane (Chair), Bo Lee\n\nApologies: Cy Rees\n\n\
    Resolved that the sluice be mended.\n\n\
    **Action:** Bo Lee to order oak, elm; and \"ash\" by 4 May 2027.\n\n\
    Clerk to write to the miller by the next meeting.\n\n\
    Date of next meeting: 1 June 2027\n";

/// The only line of JSON about a document.
fn json(text: &str) -> Value {
    let folder = folder(&[("a.md", text.as_bytes())]);
    let (code, stdout, _) = run(plainsong(&folder).args(["record", "--format", "json", "a.md"]));
    assert_eq!(code, 0);
    serde_json::from_str(&stdout).unwrap()
}

/// A document in a format.
fn formatted(text: &str, format: &str) -> String {
    let folder = folder(&[("a.md", text.as_bytes())]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["record", "--format", format, "a.md"]));
    assert_eq!((code, stderr.as_str()), (0, ""));
    stdout
}

#[test]
fn json_has_what_the_minutes_say_with_its_lines() {
    let record = json(MINUTES);
    assert_eq!(record["path"], "a.md");
    assert_eq!(record["date"], "2027-04-06");
    assert_eq!(record["attendance"]["present"], serde_json::json!(["Ann Vane", "Bo Lee"]));
    assert_eq!(record["attendance"]["chair"], serde_json::json!(["Ann Vane"]));
    assert_eq!(record["attendance"]["apologies"], serde_json::json!(["Cy Rees"]));
    assert_eq!(record["decisions"][0]["kind"], "decided");
    assert_eq!(record["decisions"][0]["lines"], serde_json::json!([11, 11]));
    assert_eq!(record["decisions"][0]["certainty"], "certain");
    let action = &record["actions"][0];
    assert_eq!((&action["owner"], &action["due"], &action["due_date"]), (&"Bo Lee".into(), &"by 4 May 2027".into(), &"2027-05-04".into()));
    assert_eq!(record["actions"][1]["due_date"], Value::Null);
    assert_eq!(record["next_meeting"], "1 June 2027");
}

#[test]
fn every_input_has_its_line_also_one_that_cannot_be_read() {
    let folder = folder(&[("a.md", MINUTES.as_bytes()), ("bad.md", b"caf\xe9")]);
    let (code, stdout, stderr) = run(plainsong(&folder).args(["record", "--format", "json", "bad.md", "gone.md", "a.md"]));
    assert_eq!(code, 2);
    assert!(stderr.contains("bad.md") && stderr.contains("gone.md"), "{stderr}");
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines[0]["error"]["offset"], 3);
    assert!(lines[1]["error"]["message"].is_string());
    assert_eq!(lines[2]["path"], "a.md");
}

#[test]
fn the_log_has_a_row_an_action() {
    let log = formatted(MINUTES, "csv");
    let rows: Vec<&str> = log.split_terminator("\r\n").collect();
    assert_eq!(rows[0], "Document,Meeting,Date,Action,Owner,Due,Due date,Line,Certainty");
    assert_eq!(
        rows[1],
        "a.md,Minutes of the Pond Committee,2027-04-06,\"Bo Lee to order oak, elm; and \"\"ash\"\" by 4 May 2027.\",Bo Lee,by 4 May 2027,2027-05-04,13,certain"
    );
    assert_eq!(rows.len(), 3);
}

#[test]
fn no_cell_of_the_log_is_a_formula() {
    let log = formatted("# Minutes\n\nPresent: Ann Vane\n\nAction: =HYPERLINK(1) to be run\n", "csv");
    assert!(log.contains(",'=HYPERLINK(1)"), "{log}");
}

#[test]
fn the_calendar_holds_full_dates_only() {
    let calendar = formatted(MINUTES, "ics");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && calendar.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2);
    let unfolded = calendar.replace("\r\n ", "");
    assert!(
        unfolded
            .contains("DTSTART;VALUE=DATE:20270504\r\nSUMMARY:Due: Bo Lee: Bo Lee to order oak\\, elm\\; and \"ash\" by 4 May 2027.\r\n"),
        "{unfolded}"
    );
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20270601\r\n"), "{unfolded}");
    assert!(unfolded.contains("DTSTAMP:20270406T000000Z\r\n"), "{unfolded}");
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
}

#[test]
fn the_same_minutes_give_the_same_calendar() {
    assert_eq!(formatted(MINUTES, "ics"), formatted(MINUTES, "ics"));
}

#[test]
fn a_document_without_a_record_says_so() {
    let record = json("# Glossary\n\nBye-law: a local law\n");
    assert_eq!(record["remarks"][0]["id"], "no-record");
    assert_eq!(record["decisions"], Value::Array(Vec::new()));
    assert_eq!(record["next_meeting"], Value::Null);
    assert!(formatted("# Glossary\n\nBye-law: a local law\n", "human").contains("This document has no record"));
}

#[test]
fn people_read_it_with_lines() {
    let text = formatted(MINUTES, "human");
    for line in [
        "  Present: Ann Vane, Bo Lee\n",
        "    line 11: [decided] Resolved that the sluice be mended.\n",
        "(likely)\n",
        "  Next meeting: 1 June 2027\n",
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
}

#[test]
fn what_are_no_minutes_have_an_empty_record_that_says_so() {
    for name in ["transcript.md", "glossary.md"] {
        let text = std::fs::read_to_string(format!("{}/fixtures/edge/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let record = json(&text);
        for list in ["decisions", "actions", "votes", "declarations", "noted", "commitments"] {
            assert_eq!(record[list], serde_json::json!([]), "{name}: {list}");
        }
        assert_eq!(record["attendance"]["entries"], serde_json::json!([]), "{name}");
        assert_eq!(record["next_meeting"], Value::Null, "{name}");
        assert_eq!(record["remarks"][0]["id"], "no-record", "{name}");
    }
}

#[test]
fn somebody_in_two_lists_stays_in_both_and_is_found() {
    let text = "# Minutes of the Pond Committee\n\nPresent: Ann Vane, Bo Lee\n\nApologies: Bo Lee\n";
    let record = json(text);
    assert_eq!(record["attendance"]["present"], serde_json::json!(["Ann Vane", "Bo Lee"]));
    assert_eq!(record["attendance"]["apologies"], serde_json::json!(["Bo Lee"]));
    assert_eq!(record["remarks"][0]["id"], "present-and-absent");
    let folder = folder(&[("a.md", text.as_bytes())]);
    let (_, stdout, _) = run(plainsong(&folder).args(["check", "--format", "json", "a.md"]));
    assert!(stdout.contains("\"person-present-and-absent\""), "{stdout}");
}
