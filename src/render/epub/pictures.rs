//! Which pictures can be files of a book.

use crate::render::picture_kind::PictureKind;
use crate::render::xml;
use crate::resources::{Absence, Resources};

/// The files without those that a book must not hold, each with the reason.
pub(super) fn fit_for_books(resources: &Resources) -> Resources {
    let mut fit = resources.clone();
    for (name, file) in resources.files() {
        if let Some(problem) = file.ok().filter(|bytes| PictureKind::of(bytes) == PictureKind::Svg).and_then(problem) {
            fit.insert_absence(name, Absence::Unreadable { problem });
        }
    }
    fit
}

/// Why an SVG is not fit for a book: it is a part of the book as every page is, must be well formed, and
/// must neither run anything nor show what is not in it.
fn problem(bytes: &[u8]) -> Option<String> {
    let mut problem = None;
    let see = |element: &str, attribute: Option<(&str, &str)>| {
        let found = match attribute {
            None if element.eq_ignore_ascii_case("script") => "it holds a script",
            None if element.eq_ignore_ascii_case("foreignObject") => "it holds a page within the picture",
            Some((name, _)) if name.starts_with("on") => "it holds a script",
            Some(("href", address)) if element != "a" && !address.starts_with('#') && !address.starts_with("data:") => {
                "it shows another file"
            }
            Some(("href", address)) if element == "a" && !address.starts_with('#') => "it holds a link",
            _ => return,
        };
        problem.get_or_insert(found);
    };
    let is_well_formed = std::str::from_utf8(bytes).is_ok_and(|svg| xml::read(svg, see));
    let found = problem.or((!is_well_formed).then_some("it is no well-formed XML"))?;
    Some(format!("{found}. Save it as plain SVG without that, or as PNG"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_runs_or_fetches_or_is_torn_is_left_out() {
        for (svg, is_fit) in [
            ("<svg><path id='a' d='M0 0'/><use href='#a'/></svg>", true),
            ("<svg><SCRIPT>x</SCRIPT></svg>", false),
            ("<svg onload='x'/>", false),
            ("<svg><image xlink:href=\"b.png\"/></svg>", false),
            ("<svg><a href='https://a.example'><path/></a></svg>", false),
            ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", false),
            ("<svg><path></svg>", false),
        ] {
            let mut resources = Resources::default();
            resources.insert("a.svg", svg.as_bytes());
            assert_eq!(fit_for_books(&resources).get("a.svg").is_ok(), is_fit, "{svg}");
        }
    }
}
