//! pandoc's own Markdown, for the word oracle: what a person would read who knows what it means.
//!
//! To comrak, `{width="1in"}` is words and a table drawn with dashes is prose, read across its
//! columns. So the text is changed before comrak sees it: attributes and the signs around what is set
//! high or low go, and the cells of a drawn table become paragraphs, those of its head between
//! `<th>` and `</th>`. Nothing here is shared with the reader that the oracle judges: it knows no
//! places and no columns beyond what it needs to tell the cells apart.

/// The text as plain Markdown.
pub(crate) fn plain(text: &str) -> String {
    without_marks(&with_cells_as_paragraphs(text))
}

fn with_cells_as_paragraphs(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut plain: Vec<String> = Vec::new();
    let mut in_code = false;
    let mut at = 0;
    while at < lines.len() {
        let is_first = at == 0 || lines[at - 1].trim().is_empty();
        in_code ^= is_fence(lines[at]);
        let table = if is_first && !in_code { grid(&lines[at..]).or_else(|| columns(&lines[at..])) } else { None };
        if let Some((cells, length)) = table {
            plain.extend(cells);
            at += length;
        } else {
            plain.push(lines[at].to_owned());
            at += 1;
        }
    }
    plain.join("\n")
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~")
}

/// A grid table: its cells as paragraphs, and how many lines it takes.
fn grid(lines: &[&str]) -> Option<(Vec<String>, usize)> {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() > 2 && line.starts_with('+') && line.ends_with('+') && line.chars().all(|sign| "+-=:".contains(sign))
    };
    if !is_rule(lines[0]) {
        return None;
    }
    let length = lines.iter().take_while(|line| line.trim().starts_with(['+', '|'])).count();
    let length = lines[..length].iter().rposition(|line| is_rule(line)).filter(|last| *last > 1)? + 1;
    if lines.get(length).is_some_and(|line| !line.trim().is_empty()) {
        return None;
    }
    let corners = lines[0].matches('+').count();
    let head_ends = lines[1..length].iter().position(|line| line.contains("+="));
    let mut paragraphs = Vec::new();
    let mut row = vec![String::new(); corners - 1];
    for (index, line) in lines[1..length].iter().enumerate() {
        if is_rule(line) {
            let is_head = head_ends.is_some_and(|end| index <= end);
            paragraphs.extend(row.iter().map(|cell| paragraph(cell, is_head)));
            row = vec![String::new(); corners - 1];
            continue;
        }
        let hidden = line.trim().replace("\\|", "\u{1}");
        let cells: Vec<&str> = hidden.trim_matches('|').split('|').collect();
        if cells.len() != row.len() {
            return None;
        }
        for (cell, text) in row.iter_mut().zip(cells) {
            cell.push_str(text.strip_prefix(' ').unwrap_or(text).trim_end());
            cell.push('\n');
        }
    }
    Some((paragraphs, length))
}

/// A simple or multi-line table.
fn columns(lines: &[&str]) -> Option<(Vec<String>, usize)> {
    let is_dashes = |line: &str| line.trim().len() > 4 && line.trim().chars().all(|sign| sign == '-');
    let is_columns = |line: &str| {
        let runs: Vec<&str> = line.split_whitespace().collect();
        runs.len() > 1 && runs.iter().all(|run| run.len() > 1 && run.chars().all(|sign| sign == '-'))
    };
    let is_blank = |line: &&str| line.trim().is_empty();
    let closing = |from: usize| {
        let at = from + lines.get(from..)?.iter().position(|line| is_dashes(line) || is_columns(line))?;
        (at > from && lines.get(at + 1).is_none_or(is_blank)).then_some(at)
    };
    let (rule, first_head, last, by_line) = if is_dashes(lines[0]) {
        let rule = (1..lines.len()).take_while(|at| !is_blank(&lines[*at])).find(|at| is_columns(lines[*at])).filter(|rule| *rule > 1)?;
        (rule, 1, closing(rule + 1)?, false)
    } else if is_columns(lines[0]) {
        let last = closing(1)?;
        (0, 0, last, is_columns(lines[last]))
    } else if lines.len() > 2 && is_columns(lines[1]) && !is_blank(&lines[0]) && !is_blank(&lines[2]) {
        let end = lines.iter().position(is_blank).unwrap_or(lines.len());
        (1, 0, if is_columns(lines[end - 1]) { end - 1 } else { end }, true)
    } else {
        return None;
    };
    let starts: Vec<usize> = {
        let signs: Vec<char> = lines[rule].chars().collect();
        (0..signs.len()).filter(|at| signs[*at] == '-' && (*at == 0 || signs[*at - 1] != '-')).collect()
    };
    let mut paragraphs = row(&lines[first_head..rule], &starts, true);
    let body = &lines[rule + 1..last];
    for group in body.split(is_blank).filter(|group| !group.is_empty()) {
        if by_line {
            paragraphs.extend(group.iter().flat_map(|line| row(&[*line], &starts, false)));
        } else {
            paragraphs.extend(row(group, &starts, false));
        }
    }
    let is_ruled = lines.get(last).is_some_and(|line| is_dashes(line) || is_columns(line));
    Some((paragraphs, last + usize::from(is_ruled)))
}

fn row(lines: &[&str], starts: &[usize], is_head: bool) -> Vec<String> {
    if lines.is_empty() {
        return Vec::new();
    }
    let cell = |index: usize| {
        let end = starts.get(index + 1).copied().unwrap_or(usize::MAX);
        let start = if index == 0 { 0 } else { starts[index] };
        let parts = lines.iter().map(|line| line.chars().skip(start).take(end - start).collect::<String>().trim().to_owned());
        paragraph(&parts.collect::<Vec<_>>().join("\n"), is_head)
    };
    (0..starts.len()).map(cell).collect()
}

fn paragraph(cell: &str, is_head: bool) -> String {
    let cell = cell.replace('\u{1}', "\\|");
    if is_head { format!("<th>\n\n{cell}\n\n</th>\n") } else { format!("\n{cell}\n") }
}

/// The text without attributes and without the signs around what is set high or low, code left alone.
fn without_marks(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let mut plain = String::with_capacity(text.len());
    let mut in_code = false;
    let mut is_new_line = true;
    let mut at = 0;
    while at < signs.len() {
        if is_new_line {
            let line: String = signs[at..].iter().take_while(|sign| **sign != '\n').collect();
            in_code ^= is_fence(&line);
        }
        is_new_line = signs[at] == '\n';
        let before = plain.chars().next_back().unwrap_or(' ');
        let length = match signs[at] {
            _ if in_code => 0,
            '\\' => {
                plain.push('\\');
                at += 1;
                0
            }
            '`' => {
                // Code goes through as it is, if it ends on this line.
                let ticks = signs[at..].iter().take_while(|sign| **sign == '`').count();
                let line: Vec<char> = signs[at..].iter().copied().take_while(|sign| *sign != '\n').collect();
                let fits = |end: &usize| line[*end..].iter().take_while(|sign| **sign == '`').count() == ticks && line[*end - 1] != '`';
                let end = (ticks..line.len()).find(fits).map_or(ticks, |end| end + ticks);
                plain.extend(&line[..end]);
                at += end;
                plain.extend(signs.get(at).filter(|sign| **sign != '{'));
                if signs.get(at) == Some(&'{') { attributes(&signs[at..]).map_or(0, |length| length.max(1)) } else { 1 }
            }
            '{' if matches!(before, ']' | ')') || ends_heading(&signs, at) => {
                let length = attributes(&signs[at..]).unwrap_or_default();
                if length > 0 && before == ']' {
                    drop_brackets(&mut plain, signs.get(at + length).copied());
                }
                length
            }
            sign @ ('^' | '~') if before.is_alphanumeric() => {
                let inner = signs[at + 1..].iter().take(20).take_while(|sign| sign.is_alphanumeric() || "+-*,()".contains(**sign)).count();
                let closes = inner > 0 && signs.get(at + 1 + inner) == Some(&sign) && signs.get(at + 2 + inner) != Some(&sign);
                if closes {
                    plain.extend(&signs[at + 1..=at + inner]);
                    inner + 2
                } else {
                    0
                }
            }
            _ => 0,
        };
        if length == 0 {
            plain.extend(signs.get(at));
            at += 1;
        } else {
            at += length;
        }
    }
    plain
}

/// Takes away the bracket at the end and the one that it closes, where they stand within a word or
/// beside emphasis: attributes belonged to them. Elsewhere they only end a word, as formats do.
fn drop_brackets(plain: &mut String, after: Option<char>) {
    let mut depth = 0;
    let opening = plain.char_indices().rev().find(|(_, sign)| {
        depth += i32::from(*sign == ']') - i32::from(*sign == '[');
        depth == 0
    });
    let is_within = |sign: char| sign.is_alphanumeric() || sign == '*';
    if let Some((at, _)) = opening
        && (after.is_some_and(is_within) || plain[..at].ends_with(is_within))
    {
        plain.pop();
        plain.remove(at);
    }
}

/// Whether the rest of a heading's line is one pair of braces.
fn ends_heading(signs: &[char], at: usize) -> bool {
    let line_start = signs[..at].iter().rposition(|sign| *sign == '\n').map_or(0, |end| end + 1);
    let line: String = signs[line_start..].iter().take_while(|sign| **sign != '\n').collect();
    let rest: String = signs[at..].iter().take_while(|sign| **sign != '\n').collect();
    line.trim_start().starts_with('#') && rest.trim_end().find('}') == Some(rest.trim_end().len() - 1)
}

/// How many signs the attributes take that begin here.
fn attributes(signs: &[char]) -> Option<usize> {
    let mut quoted = false;
    let end = signs.iter().take(1000).position(|sign| {
        quoted ^= *sign == '"';
        *sign == '}' && !quoted
    })?;
    let inner: String = signs[1..end].iter().collect();
    let bare: String = inner.split('"').step_by(2).collect::<Vec<_>>().join("v");
    let mut parts = bare.split_whitespace().peekable();
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || "-_.:%/".contains(sign));
    let fits = |part: &str| match part.split_once('=') {
        Some((key, value)) => is_name(key) && is_name(value),
        None => part.strip_prefix(['#', '.']).is_some_and(is_name),
    };
    (parts.peek().is_some() && parts.all(fits) && !inner.contains("\n\n")).then_some(end + 1)
}
