//! `plainsong explain`: the page of a rule.

use plainsong::lint;

use crate::Outcome;
use crate::args::Explain;
use crate::failure::Failure;
use crate::stdout;
use crate::toml_file;

pub(crate) fn run(arguments: &Explain) -> Result<Outcome, Failure> {
    let rule = lint::rule(&arguments.rule).ok_or_else(|| unknown(&arguments.rule))?;
    stdout::write(rule.page.as_bytes())?;
    Ok(Outcome::Done)
}

fn unknown(name: &str) -> Failure {
    let names: Vec<&str> = lint::rules().map(|rule| rule.name).collect();
    let nearest = toml_file::nearest(&name.to_lowercase(), &names).map_or(String::new(), |nearest| format!(" Do you mean \"{nearest}\"?"));
    Failure::new(format!("there is no rule \"{name}\".{nearest} The rules are: {}.", names.join(", ")))
}
