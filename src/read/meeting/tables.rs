//! Tables of actions, decisions and named votes.

use std::borrow::Cow;

use super::owner;
use super::pattern::{Pattern, pattern};
use super::votes::{Count, number};
use super::words::Words;
use crate::model::{Block, BlockKind, Cell, Certainty, Inline, InlineKind, Mark, Prose, Role, Row, Table, walk};

/// The columns of a log of actions.
struct Columns {
    task: usize,
    owner: Option<usize>,
    due: Option<usize>,
}

pub(super) fn find(blocks: &[Block]) -> Vec<Mark> {
    let mut marks = Vec::new();
    walk::blocks(blocks, &mut |block| {
        let BlockKind::Table(table) = &block.kind else { return };
        let heads: Vec<Cow<'_, str>> = table.head.last().map(|row| row.cells.iter().map(words_of).collect()).unwrap_or_default();
        let heads: Vec<Words<'_>> = heads.iter().map(|head| Words::of(head)).collect();
        if let Some(columns) = columns(&heads) {
            marks.extend(table.body.iter().filter_map(|row| action(row, &columns)));
        } else if let Some(column) = column(&heads, pattern!("decision|outcome|resolution|resolved")) {
            marks.extend(table.body.iter().filter_map(|row| decision(row, column)));
        }
        marks.extend(vote(table, block));
    });
    marks
}

fn words_of(cell: &Cell) -> Cow<'_, str> {
    if let [Block { kind: BlockKind::Paragraph { content, .. }, .. }] = cell.blocks.as_slice()
        && let [Inline { kind: InlineKind::Text(text), .. }] = content.as_slice()
        && is_spaced_by_one(text)
    {
        return Cow::Borrowed(text);
    }
    let mut text = String::new();
    walk::passages(&cell.blocks, &mut |passage| {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(Prose::of(passage.content).text());
    });
    // A cell of a drawn table has a line end where its column was full.
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether the only white space in a text is one space between words.
fn is_spaced_by_one(text: &str) -> bool {
    let mut before = ' ';
    let is_fit = text.chars().all(|character| {
        let is_fit = character == ' ' && before != ' ' || !character.is_whitespace();
        before = character;
        is_fit
    });
    is_fit && before != ' '
}

fn column(heads: &[Words<'_>], pattern: &Pattern) -> Option<usize> {
    heads.iter().position(|head| head.find(pattern).is_some())
}

fn columns(heads: &[Words<'_>]) -> Option<Columns> {
    let owner = column(heads, pattern!("owner|lead|who|whom|responsible|responsibility|assigned"));
    let due = column(heads, pattern!("due|deadline|timescale|when|target"));
    let begins = |pattern: &Pattern| heads.iter().position(|head| head.begins(pattern).is_some());
    if owner.is_none() && due.is_none() {
        // A column headed "Action" alone is a margin: it holds who is to act.
        let task = heads.iter().position(|head| ["action", "actions"].iter().any(|label| head.text().trim().eq_ignore_ascii_case(label)));
        return task.map(|task| Columns { task, owner, due });
    }
    Some(Columns { task: begins(pattern!("agreed? action|actions|task")).or_else(|| begins(pattern!("what")))?, owner, due })
}

fn value(row: &Row, column: Option<usize>) -> Option<String> {
    let text = words_of(row.cells.get(column?)?);
    let text = text.trim();
    let is_nothing = ["", "-", "n/a", "none", "tbc", "\u{2013}"].iter().any(|nothing| text.eq_ignore_ascii_case(nothing));
    (!is_nothing).then(|| text.to_owned())
}

fn action(row: &Row, columns: &Columns) -> Option<Mark> {
    let task = value(row, Some(columns.task))?;
    // A column headed "Action" may hold only who is to act.
    let in_task = || {
        let words = Words::of(&task);
        let owner = if owner::is_owner(&words) { Some(0..task.len()) } else { owner::of_task(&words) };
        owner.map(|owner| task[owner].to_owned())
    };
    let owner = value(row, columns.owner).or_else(in_task);
    if columns.owner.is_none() && columns.due.is_none() && owner.is_none() {
        return None;
    }
    Some(Mark::new(Role::Action { owner, due: value(row, columns.due) }, row.origin.span()?, Certainty::Certain))
}

fn decision(row: &Row, column: usize) -> Option<Mark> {
    value(row, Some(column))?;
    Some(Mark::new(Role::Decided, row.origin.span()?, Certainty::Likely))
}

/// A table with rows for those for, against and abstaining.
fn vote(table: &Table, block: &Block) -> Option<Mark> {
    let mut count = Count::default();
    for row in &table.body {
        let Some(first) = row.cells.first().map(words_of) else { continue };
        let word = Words::of(&first);
        if word.len() > 2 {
            continue;
        }
        let Some(side) = count.side(&word, 0) else { continue };
        *side = row.cells.iter().skip(1).rev().map(words_of).find_map(|text| number(text.trim()));
    }
    let is_vote = count.r#for.is_some() && count.against.is_some();
    Some(Mark::new(is_vote.then(|| count.role())?, block.origin.span()?, Certainty::Certain))
}

#[cfg(test)]
mod tests {
    use crate::model::Role;
    use crate::{Source, parse};

    fn roles(table: &str) -> Vec<Role> {
        let source = Source::new("a.md", format!("# Minutes of the panel\n\nPresent: A. Vane\n\nApologies: None\n\n## Log\n\n{table}"));
        parse(&source).marks.into_iter().map(|mark| mark.role).filter(|role| !matches!(role, Role::Attendance { .. })).collect()
    }

    #[test]
    fn a_log_of_actions_with_blank_cells() {
        let found = roles("| Action | Owner | Due |\n|---|---|---|\n| Mend it | A Lee | 4 May |\n| Paint it | | |");
        assert_eq!(
            found,
            [Role::Action { owner: Some("A Lee".to_owned()), due: Some("4 May".to_owned()) }, Role::Action { owner: None, due: None }]
        );
    }

    #[test]
    fn a_column_headed_action_holds_owners() {
        let found = roles("| Item | What was said | Action |\n|---|---|---|\n| 1 | The shelter leaks | AW |\n| 2 | Noted | |");
        assert_eq!(found, [Role::Action { owner: Some("AW".to_owned()), due: None }]);
    }

    #[test]
    fn a_table_of_named_votes() {
        let found =
            roles("| Vote | Councillors | Count |\n|---|---|---|\n| For | Lee, Vane | 2 |\n| Against | None | 0 |\n| Abstain | Rees | 1 |");
        assert_eq!(found, [Role::Vote { r#for: Some(2), against: Some(0), abstain: Some(1) }]);
    }
}
