//! How long all rules take, beside reading, which they need: `cargo bench --bench lint`.

#![allow(missing_docs, reason = "divan writes the entry point")]

use divan::{Bencher, black_box, counter::BytesCount};
use plainsong::lint::{Options, lint};
use plainsong::{Source, parse};

fn main() {
    divan::main();
}

/// Sections of a generated paper: about 12 kB, 120 kB, 1.2 MB and 12 MB. Divan gives bytes a second, which
/// stay the same as long as the time grows in a straight line.
const SECTIONS: [usize; 4] = [10, 100, 1_000, 10_000];

#[divan::bench(args = SECTIONS)]
fn all_rules(bencher: Bencher<'_, '_>, sections: usize) {
    let source = Source::new("paper.md", report(sections));
    let document = parse(&source);
    let options = Options::default();
    bencher.counter(BytesCount::of_str(source.text())).bench(|| lint(black_box(&document), &source, &options));
}

#[divan::bench(args = SECTIONS)]
fn reading(bencher: Bencher<'_, '_>, sections: usize) {
    let source = Source::new("paper.md", report(sections));
    bencher.counter(BytesCount::of_str(source.text())).bench(|| parse(black_box(&source)));
}

#[divan::bench(args = SECTIONS)]
fn reading_and_all_rules(bencher: Bencher<'_, '_>, sections: usize) {
    let source = Source::new("paper.md", report(sections));
    let options = Options::default();
    bencher.counter(BytesCount::of_str(source.text())).bench(|| lint(&parse(black_box(&source)), &source, &options));
}

/// A report with something for most rules in each section.
fn report(sections: usize) -> String {
    let mut text = String::from("# Bus shelters in Wexmere\n\n");
    for section in 1..=sections {
        text.push_str(&format!(
            "## {section}. Shelters in ward {section}\n\n\
             {section}.1 The Wexmere Carers Forum (WCF) looked at **every shelter** in the ward, and it was noted by the officers that \
             the roofs of some of them leak when it rains, that the seats are broken, and that no timetable can be read after dark.\n\n\
             {section}.2 It is anticipated that stakeholders will be asked prior to the start of works. About 24% of residents \
             said that they would utilise the new service on a regular basis and/or tell a neighbour. This was not uncommon.\n\n\
             - Three roofs leak, and *two* seats are broken.\n- The glass was mended on 1/4/26 @ noon.\n- See [here](#costs).\n\n\
             | Shelter | Fault | Cost |\n|---|---|---:|\n| Mill Lane | Roof | £1,150 |\n| Hospital | Glass | |\n\n\
             The Clerk will carry out a review of the drainage & report to the panel. Members asked whether the culvert had been \
             cleared. She said that it had. The panel thanked her for the work of the team over the winter.\n\n"
        ));
    }
    text
}
