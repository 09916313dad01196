//! Who gives the document in other formats. A council must be ready to: each reader may need
//! another (Accessible Information Standard, DAPB1605).

use serde::Deserialize;

use crate::model::Document;

/// The heading of the words about other formats.
pub(super) const HEADING: &str = "Other formats";

/// Who to ask for the document in another format. Printed at the end of every format, if anything of
/// it is known.
///
/// ```
/// use plainsong::{Source, parse, render::{Contact, text}};
///
/// let mut options = text::Options::default();
/// options.contact.name = Some("Ambleford Town Council".to_owned());
/// options.contact.phone = Some("01632 960 001".to_owned());
/// let document = parse(&Source::new("minutes.md", "# Minutes\n\nThe panel met."));
/// let output = text::render(&document, &options).output;
/// assert!(output.contains("To ask for this document in another format, contact Ambleford Town Council.\nPhone: 01632 960 001\n"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Contact {
    /// The name of the council, or of the team. Without it, the publisher that the document states.
    pub name: Option<String>,
    /// The number to phone.
    pub phone: Option<String>,
    /// The number for text messages: not everyone can phone.
    pub text: Option<String>,
    /// The email address.
    pub email: Option<String>,
    /// The address of the website.
    pub website: Option<String>,
    /// The postal address, on one line or several.
    pub address: Option<String>,
}

impl Contact {
    /// The words about other formats, a line each; none if no contact is known.
    pub(crate) fn lines(&self, document: &Document) -> Vec<String> {
        let ways = [
            ("Phone", &self.phone),
            ("Text message", &self.text),
            ("Email", &self.email),
            ("Website", &self.website),
            ("Address", &self.address),
        ];
        let known = |value: &Option<String>| value.as_deref().map(in_one_line).filter(|value| !value.is_empty());
        let ways: Vec<String> = ways.into_iter().filter_map(|(way, value)| Some(format!("{way}: {}", known(value)?))).collect();
        let name = known(&self.name);
        if ways.is_empty() && name.is_none() {
            return Vec::new();
        }
        let publisher = document.meta.publisher.as_ref().map(|publisher| in_one_line(&publisher.value));
        let invitation = match name.or(publisher) {
            Some(name) => format!("To ask for this document in another format, contact {}.", name.trim_end_matches('.')),
            None => "You can ask for this document in another format.".to_owned(),
        };
        std::iter::once(invitation).chain(ways).collect()
    }
}

/// The lines of a value as one, with commas between.
fn in_one_line(value: &str) -> String {
    let lines: Vec<&str> = value.lines().map(|line| line.trim().trim_end_matches(',')).filter(|line| !line.is_empty()).collect();
    lines.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, parse};

    #[test]
    fn nothing_known_says_nothing() {
        let contact = Contact { phone: Some(" ".to_owned()), ..Contact::default() };
        assert!(contact.lines(&parse(&Source::new("a.md", "Text"))).is_empty());
    }

    #[test]
    fn the_publisher_of_the_document_is_asked_where_no_name_is_given() {
        let contact = Contact { address: Some("Town Hall,\nHigh Street\n".to_owned()), ..Contact::default() };
        let document = parse(&Source::new("a.md", "---\npublisher: Ambleford Town Council\n---\nText"));
        let lines = contact.lines(&document);
        assert_eq!(
            lines,
            ["To ask for this document in another format, contact Ambleford Town Council.", "Address: Town Hall, High Street"]
        );
        let lines = contact.lines(&parse(&Source::new("a.md", "Text")));
        assert_eq!(lines[0], "You can ask for this document in another format.");
    }
}
