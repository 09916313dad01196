//! `plainsong easy-read review`: a sheet for a reading group, to be printed.

use plainsong::convert::{Format, Options, easy_read_words};
use plainsong::parse;
use plainsong::render::html;
use plainsong::rewrite::easy_read::review_sheet;

use super::{only_file, worksheet};
use crate::args::{EasyReadReview, ReviewFormat};
use crate::config::Configs;
use crate::failure::Failure;
use crate::inputs::Input;
use crate::recipe::source_date_epoch;
use crate::{Outcome, messages, outputs, resources, stdout};

pub(crate) fn run(arguments: &EasyReadReview) -> Result<Outcome, Failure> {
    let input = only_file(&arguments.input)?;
    let config = Configs::default().of(&input)?;
    let document = parse(&input.read()?);
    let mut options = config.options();
    config.fonts.apply(&mut options)?;
    options.set_fallback_date(source_date_epoch()?);
    options.set_resources(&resources::of(&document, &input));
    let findings = worksheet::apply(&document, &input, &mut options)?;
    let sheet = review_sheet(&easy_read_words(&document, Format::EasyReadHtml, &options));
    let bytes = render(&sheet, arguments.format, &options, &input)?;
    let ending = match arguments.format {
        #[cfg(feature = "pdf")]
        ReviewFormat::Pdf => ".easy-read-review.pdf",
        ReviewFormat::Html => ".easy-read-review.html",
    };
    let mut name = input.path.file_stem().unwrap_or_default().to_owned();
    name.push(ending);
    let path = input.path.with_file_name(name);
    outputs::write(&path, &bytes)?;
    findings.iter().for_each(|finding| messages::write_line(finding));
    stdout::write(format!("{}: print this for the people who check the Easy Read.\n", path.display()).as_bytes())?;
    Ok(if findings.is_empty() { Outcome::Done } else { Outcome::Found })
}

#[cfg_attr(not(feature = "pdf"), allow(unused_variables, reason = "only a PDF can fail, and has to say for what"))]
fn render(sheet: &plainsong::Document, format: ReviewFormat, options: &Options, input: &Input) -> Result<Vec<u8>, Failure> {
    match format {
        #[cfg(feature = "pdf")]
        ReviewFormat::Pdf => {
            let mut pages = options.large_print.clone();
            pages.contents = false;
            let rendered = plainsong::render::large_print::render(sheet, &pages);
            rendered.map(|rendered| rendered.output).map_err(|error| Failure::new(format!("{}: {error}", input.name())))
        }
        ReviewFormat::Html => Ok(html::render(sheet, &options.html).output.into_bytes()),
    }
}
