//! Which pictures can be files of a book.

use crate::render::picture_kind::PictureKind;
use crate::resources::{Absence, Resources};

/// What an SVG of a book must not hold: what runs, what is fetched from elsewhere, and what XML readers
/// would first have to expand. Each with the words for it.
const FORBIDDEN: [(&[u8], &str); 5] = [
    (b"<script", "It holds a script"),
    (b"<foreignobject", "It holds a page within the picture"),
    (b"<!entity", "It holds entities"),
    (b"href=\"http", "It shows something from elsewhere"),
    (b"href='http", "It shows something from elsewhere"),
];

/// The files without those that a book must not hold, each with the reason.
pub(super) fn fit_for_books(resources: &Resources) -> Resources {
    let mut fit = resources.clone();
    for (name, file) in resources.files() {
        if let Some(problem) = file.ok().and_then(problem) {
            fit.insert_absence(name, Absence::Unreadable { problem });
        }
    }
    fit
}

fn problem(bytes: &[u8]) -> Option<String> {
    if PictureKind::of(bytes) != PictureKind::Svg {
        return None;
    }
    let small = bytes.to_ascii_lowercase();
    let holds = |part: &[u8]| small.windows(part.len()).any(|window| window == part);
    let (_, what) = FORBIDDEN.iter().find(|(part, _)| holds(part))?;
    Some(format!("{what}, which no book may have. Save the picture without it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_runs_or_fetches_is_left_out() {
        for (svg, is_fit) in [
            ("<svg><path d='M0 0'/></svg>", true),
            ("<svg><SCRIPT>x</SCRIPT></svg>", false),
            ("<svg><image href=\"http://a.example/b.png\"/></svg>", false),
            ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", false),
        ] {
            let mut resources = Resources::default();
            resources.insert("a.svg", svg.as_bytes());
            assert_eq!(fit_for_books(&resources).get("a.svg").is_ok(), is_fit, "{svg}");
        }
    }
}
