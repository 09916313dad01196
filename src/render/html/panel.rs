//! The panel with which readers set a page to their needs, without a script: each choice is a radio
//! button, and the style sheet looks which one is chosen.

use super::writer::Writer;

/// A choice that readers have.
struct Choice {
    /// The name of its buttons, and what their ids begin with.
    name: &'static str,
    legend: &'static str,
    /// The first is that of a page that nobody has set.
    values: &'static [(&'static str, &'static str)],
}

const CHOICES: [Choice; 3] = [
    Choice {
        name: "page-size",
        legend: "Size of the text",
        values: &[("1", "Standard"), ("2", "Large"), ("3", "Larger"), ("4", "Largest")],
    },
    Choice { name: "page-spacing", legend: "Space between lines and letters", values: &[("1", "Standard"), ("2", "Wide"), ("3", "Wider")] },
    Choice {
        name: "page-colours",
        legend: "Colours",
        values: &[
            ("1", "As on the device"),
            ("2", "Black on white"),
            ("3", "Black on cream"),
            ("4", "White on black"),
            ("5", "Yellow on black"),
        ],
    },
];

impl Writer<'_> {
    /// Writes the panel. It is closed until a reader opens it.
    pub(super) fn panel(&mut self) {
        self.in_own_language(|writer| {
            writer.element_on_lines("details", &[("class", Some("panel"))], |writer| {
                writer.block_element("summary", &[], |writer| writer.own_words("Change how this page looks"));
                CHOICES.iter().for_each(|choice| writer.choice(choice));
            });
        });
    }

    fn choice(&mut self, choice: &Choice) {
        self.element_on_lines("fieldset", &[], |writer| {
            writer.block_element("legend", &[], |writer| writer.own_words(choice.legend));
            for (index, (value, words)) in choice.values.iter().enumerate() {
                let id = format!("{}-{value}", choice.name);
                let checked = if index == 0 { Some("checked") } else { None };
                writer.block_element("label", &[], |writer| {
                    writer.void("input", &[("type", Some("radio")), ("name", Some(choice.name)), ("id", Some(&id)), ("checked", checked)]);
                    writer.own_words(" ");
                    writer.own_words(words);
                });
            }
        });
    }
}
