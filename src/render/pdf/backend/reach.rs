//! Lets objects go that nothing leads to, and numbers the others from 1 without gaps. lopdf can do
//! both, but searches a list for each reference: for 2,000 pages that took most of the time.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Keeps the objects that the trailer leads to, in their order.
pub(super) fn keep_reached(document: &mut Document) {
    // The new id of each object that is reached; none until all are known.
    let mut ids: BTreeMap<ObjectId, ObjectId> = BTreeMap::new();
    let mut waiting = Vec::new();
    let mut reach = |id: &mut ObjectId, waiting: &mut Vec<ObjectId>| {
        ids.entry(*id).or_insert_with(|| {
            waiting.push(*id);
            *id
        });
    };
    in_dictionary(&mut document.trailer, &mut |id| reach(id, &mut waiting));
    while let Some(id) = waiting.pop() {
        if let Some(object) = document.objects.get_mut(&id) {
            in_object(object, &mut |id| reach(id, &mut waiting));
        }
    }
    ids.retain(|id, _| document.objects.contains_key(id));
    for (new, number) in ids.values_mut().zip(1..) {
        *new = (number, 0);
    }
    let rename = &mut |id: &mut ObjectId| {
        if let Some(new) = ids.get(id) {
            *id = *new;
        }
    };
    in_dictionary(&mut document.trailer, rename);
    let objects = std::mem::take(&mut document.objects).into_iter().filter_map(|(id, mut object)| {
        in_object(&mut object, rename);
        Some((*ids.get(&id)?, object))
    });
    document.objects = objects.collect();
    document.max_id = document.objects.keys().next_back().map_or(0, |last| last.0);
}

/// Visits each reference in an object; objects lie in each other only as deep as plainsong writes them.
fn in_object(object: &mut Object, visit: &mut impl FnMut(&mut ObjectId)) {
    match object {
        Object::Reference(id) => visit(id),
        Object::Array(items) => {
            for item in items {
                in_object(item, visit);
            }
        }
        Object::Dictionary(dictionary) => in_dictionary(dictionary, visit),
        Object::Stream(stream) => in_dictionary(&mut stream.dict, visit),
        Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Name(_) | Object::String(..) => {}
    }
}

fn in_dictionary(dictionary: &mut Dictionary, visit: &mut impl FnMut(&mut ObjectId)) {
    for (_, value) in dictionary.iter_mut() {
        in_object(value, visit);
    }
}

#[cfg(test)]
mod tests {
    use lopdf::dictionary;

    use super::*;

    #[test]
    fn what_nothing_leads_to_goes_and_the_rest_is_numbered_anew() {
        let mut document = Document::with_version("1.7");
        let lost = document.add_object(Object::Integer(1));
        document.add_object(Object::Array(vec![Object::Reference(lost)]));
        let kept = document.add_object(Object::Integer(2));
        let root = document.add_object(dictionary! { "Within" => vec![Object::Reference(kept)] });
        document.set_object(kept, dictionary! { "Up" => root });
        document.trailer.set("Root", root);
        keep_reached(&mut document);
        assert_eq!(document.objects.keys().copied().collect::<Vec<_>>(), [(1, 0), (2, 0)]);
        assert_eq!(document.max_id, 2);
        assert_eq!(document.trailer.get(b"Root").unwrap().as_reference().unwrap(), (2, 0));
        assert_eq!(document.get_dictionary((1, 0)).unwrap().get(b"Up").unwrap().as_reference().unwrap(), (2, 0));
    }

    #[test]
    fn many_objects_take_no_longer_each_than_few() {
        let mut document = Document::with_version("1.7");
        let all: Vec<Object> = (0..200_000).map(|number| Object::Reference(document.add_object(Object::Integer(number)))).collect();
        let root = document.add_object(all);
        document.trailer.set("Root", root);
        let start = std::time::Instant::now();
        keep_reached(&mut document);
        // To search a list for each took minutes.
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
        assert_eq!(document.objects.len(), 200_001);
    }
}
