//! Two things that know nothing of each other, done at the same time.

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
}
