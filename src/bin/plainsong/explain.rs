//! `plainsong explain`: the page of a rule, of all rules, or of something that is too long for `--help`.

use plainsong::lint;

use crate::Outcome;
use crate::args::Explain;
use crate::failure::Failure;
use crate::stdout;
use crate::toml_file;

/// The pages that are about no rule.
const PAGES: [(&str, &str); 2] = [("easy-read", include_str!("pages/easy-read.md")), ("settings", include_str!("pages/settings.md"))];

pub(crate) fn run(arguments: &Explain) -> Result<Outcome, Failure> {
    match arguments.rule.as_deref().filter(|_| !arguments.all) {
        Some(name) => stdout::write(page(name).ok_or_else(|| unknown(name))?.as_bytes())?,
        None => stdout::write(all_pages().as_bytes())?,
    }
    Ok(Outcome::Done)
}

fn page(name: &str) -> Option<&'static str> {
    let is_named = |(page, _): &&(&str, &str)| *page == name;
    PAGES.iter().find(is_named).map(|(_, page)| *page).or_else(|| lint::rule(name).map(|rule| rule.page))
}

/// The pages of all rules as one document, in the order of their names.
fn all_pages() -> String {
    let mut document = String::from("# The rules of plainsong\n");
    for rule in lint::rules() {
        document.push('\n');
        for line in rule.page.lines() {
            // The title of a page is a heading below that of the document.
            if line.starts_with('#') {
                document.push('#');
            }
            document.push_str(line);
            document.push('\n');
        }
    }
    document
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = lint::rules().map(|rule| rule.name).collect();
    let pages = PAGES.map(|(page, _)| format!("\"{page}\"")).join(" and ");
    let nearest = toml_file::nearest(&name.to_lowercase(), &names).map_or(String::new(), |nearest| format!(" Do you mean \"{nearest}\"?"));
    Failure::new(format!("there is no rule \"{name}\".{nearest} The rules are: {}. There are also pages about {pages}.", names.join(", ")))
}
