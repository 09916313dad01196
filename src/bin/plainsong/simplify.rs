//! `plainsong simplify`: plain text in plainer words and shorter sentences.

use std::io::Read;
use std::path::Path;

use plainsong::Source;
use plainsong::rewrite::plain::simplify;

use crate::Outcome;
use crate::args::Simplify;
use crate::failure::Failure;
use crate::stdout;

pub(crate) fn run(arguments: &Simplify) -> Result<Outcome, Failure> {
    let source = read(&arguments.input)?;
    let simple = if arguments.lines { line_by_line(source.text()) } else { simplify(source.text()).text };
    stdout::write(simple.as_bytes())?;
    Ok(Outcome::Done)
}

/// Each line is a passage of its own, and stays one line.
fn line_by_line(text: &str) -> String {
    let passages = text.split_inclusive('\n').map(|line| {
        let passage = line.trim_end_matches(['\n', '\r']);
        simplify(passage).text + &line[passage.len()..]
    });
    passages.collect()
}

fn read(input: &Path) -> Result<Source, Failure> {
    let (name, bytes) = if input.as_os_str() == "-" {
        let mut bytes = Vec::new();
        ("standard input".to_owned(), std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes))
    } else {
        (input.display().to_string(), std::fs::read(input))
    };
    let bytes = bytes.map_err(|error| Failure::of_system(&name, "this text cannot be read", &error))?;
    Ok(Source::from_bytes(name, bytes)?)
}
