//! Things that know nothing of each other, done two at the same time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

/// Does two things at the same time, or one after the other where no thread can be started. What they give
/// back is the same. To start a thread takes longer than to read a page.
pub(super) fn at_once<A, B: Send>(first: impl FnOnce() -> A, mut second: impl FnMut() -> B + Send) -> (A, B) {
    let (first, second_done) = thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, &mut second);
        let first = first();
        (first, thread.map(|thread| thread.join().unwrap_or_else(|payload| panic::resume_unwind(payload))))
    });
    (first, second_done.unwrap_or_else(|_| second()))
}

/// Does two things at the same time if that is worth it, and else one after the other.
pub(super) fn at_once_if<A, B: Send>(is_worth_it: bool, first: impl FnOnce() -> A, mut second: impl FnMut() -> B + Send) -> (A, B) {
    if is_worth_it { at_once(first, second) } else { (first(), second()) }
}

/// Does several things, two at the same time if that is worth it: who is done with one takes the next. What
/// they give back is in their order.
pub(super) fn in_turn_if<T: Send>(is_worth_it: bool, things: &[&(dyn Fn() -> T + Sync)]) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(index) else { return done };
            done.push((index, thing()));
        }
    };
    let (mut done, others) = at_once_if(is_worth_it, work, work);
    done.extend(others);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, thing)| thing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gives_back_its_own() {
        let mut words = vec!["the", "panel"];
        let (first, second) = words.split_at_mut(1);
        let counts = at_once(|| first[0].len(), || std::mem::replace(&mut second[0], "met"));
        assert_eq!((counts, words), ((3, "panel"), vec!["the", "met"]));
    }

    #[test]
    fn each_is_done_once_and_keeps_its_place() {
        let length = |word: &'static str| move || word.len();
        let words = [length("the"), length("panel"), length("met"), length("at"), length("noon")];
        let things = words.each_ref().map(|word| word as &(dyn Fn() -> usize + Sync));
        for is_worth_it in [false, true] {
            assert_eq!(in_turn_if(is_worth_it, &things), [3, 5, 3, 2, 4]);
        }
    }
}
