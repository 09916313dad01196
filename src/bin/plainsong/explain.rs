//! `plainsong explain`: the page of a rule, or of all rules.

use plainsong::lint;

use crate::Outcome;
use crate::args::Explain;
use crate::failure::Failure;
use crate::stdout;
use crate::toml_file;

pub(crate) fn run(arguments: &Explain) -> Result<Outcome, Failure> {
    match arguments.rule.as_deref().filter(|_| !arguments.all) {
        Some(name) => stdout::write(lint::rule(name).ok_or_else(|| unknown(name))?.page.as_bytes())?,
        None => stdout::write(all_pages().as_bytes())?,
    }
    Ok(Outcome::Done)
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
    let nearest = toml_file::nearest(&name.to_lowercase(), &names).map_or(String::new(), |nearest| format!(" Do you mean \"{nearest}\"?"));
    Failure::new(format!("there is no rule \"{name}\".{nearest} The rules are: {}.", names.join(", ")))
}
