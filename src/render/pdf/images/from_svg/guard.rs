//! What is refused before a drawing is resolved: parts without end, and parts that would be left out
//! in silence.
//!
//! References make a small file large: an element that is used ten times by one that is used ten
//! times. Here they are followed as far as they go, and counted.

use std::collections::HashMap;

use usvg::roxmltree::{Document, Node};

use super::super::Problem;

/// The most elements and texts, with those counted anew that are used again.
pub(super) const MOST_NODES: u32 = 60_000;

/// How deep elements may stand within each other, with references followed.
const DEEPEST: usize = 100;

/// How often rules of style may be held against elements.
const MOST_MATCHES: usize = 4_000_000;

/// How many lines may be dashed: each is cut into as many dashes as it takes.
const MOST_DASHED: usize = 300;

/// Refuses a drawing that is too intricate, or that uses what is not drawn.
pub(super) fn check(document: &Document<'_>) -> Result<(), Problem> {
    let elements = || document.descendants().filter(Node::is_element);
    for element in elements() {
        refuse_unknown(element)?;
    }
    let ids = elements().filter_map(|element| Some((element.attribute("id")?, element))).collect();
    let styles: String = elements().filter(|element| is(*element, "style")).filter_map(|style| style.text()).collect();
    // A rule may make any element refer to any other.
    for target in references(&styles).filter_map(|id| HashMap::get(&ids, id)) {
        if target.descendants().any(|part| is_element_to_draw(part)) {
            return Err(Problem::Uses("a pattern, mask or clip in its style sheet"));
        }
    }
    let mut counter = Counter { ids, nodes: 0 };
    counter.count(document.root(), 0)?;
    let dashed = elements().flat_map(|element| element.attributes()).filter(|attribute| is_dash(attribute.name(), attribute.value()));
    let is_dashed_by_rule = styles.contains("dasharray") && counter.nodes > MOST_DASHED;
    let matches = styles.matches('{').count().saturating_mul(counter.nodes);
    if dashed.count() > MOST_DASHED || is_dashed_by_rule || matches > MOST_MATCHES {
        return Err(Problem::TooIntricate);
    }
    Ok(())
}

fn is_dash(name: &str, value: &str) -> bool {
    name == "stroke-dasharray" && value != "none" || name == "style" && value.contains("dasharray") && !value.contains("dasharray:none")
}

fn is(node: Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn is_element_to_draw(node: Node<'_, '_>) -> bool {
    const DRAWN: [&str; 11] = ["path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "image", "use", "g"];
    node.is_element() && DRAWN.contains(&node.tag_name().name())
}

/// Refuses what resolving would leave out without a word.
fn refuse_unknown(element: Node<'_, '_>) -> Result<(), Problem> {
    let href = || element.attributes().find(|attribute| attribute.name() == "href").map_or("", |attribute| attribute.value().trim());
    match element.tag_name().name() {
        "foreignObject" if !element.ancestors().any(|ancestor| is(ancestor, "switch")) => Err(Problem::Uses("a part of a web page")),
        "image" if !["data:image/png", "data:image/jpeg", "data:image/jpg"].iter().any(|start| href().starts_with(start)) => {
            Err(Problem::Uses("a picture that is not a PNG or JPEG within it"))
        }
        "use" if !href().starts_with('#') => Err(Problem::Uses("a part of another file")),
        _ => Ok(()),
    }
}

/// Follows references, and counts.
struct Counter<'a, 'd> {
    ids: HashMap<&'a str, Node<'a, 'd>>,
    nodes: usize,
}

impl Counter<'_, '_> {
    /// Counts an element and all within it, at this depth. What refers to itself goes too deep.
    fn count(&mut self, node: Node<'_, '_>, depth: usize) -> Result<(), Problem> {
        self.nodes += 1;
        if depth > DEEPEST || self.nodes > MOST_NODES as usize {
            return Err(Problem::TooIntricate);
        }
        for attribute in node.attributes() {
            let name = attribute.name();
            let used = attribute.value().strip_prefix('#').filter(|_| name == "href");
            for id in used.into_iter().chain(references(attribute.value())) {
                let is_around = |target: Node<'_, '_>| node.ancestors().any(|ancestor| ancestor.attribute("id") == target.attribute("id"));
                if let Some(&target) = self.ids.get(id)
                    && !is_around(target)
                {
                    self.count(target, depth + 1)?;
                }
            }
        }
        node.children().try_for_each(|child| self.count(child, depth + 1))
    }
}

/// What a value refers to as `url(#name)`.
fn references(value: &str) -> impl Iterator<Item = &str> {
    let names = value.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    names.filter_map(|name| name.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'')).strip_prefix('#'))
}
