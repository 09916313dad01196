//! Two pieces of work at the same time.

use std::{panic, thread};

/// A text of fewer bytes is read before another thread would be of use.
const WORTH_A_THREAD: usize = 1 << 18;

/// What two pieces of work give that do not wait for one another, on a text of so many bytes. For a long
/// text, `one` is done in a thread of its own; if none can be started, after `other`. What they give is
/// the same either way.
pub(super) fn side_by_side<A: Send, B>(bytes: usize, one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    if bytes < WORTH_A_THREAD {
        return (one(), other());
    }
    thread::scope(|scope| {
        let started = thread::Builder::new().spawn_scoped(scope, &one);
        let other = other();
        let one = match started {
            Ok(thread) => thread.join().unwrap_or_else(|cause| panic::resume_unwind(cause)),
            Err(_) => one(),
        };
        (one, other)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_short_texts_give_the_same() {
        for bytes in [0, WORTH_A_THREAD] {
            assert_eq!(side_by_side(bytes, || "one", || 2), ("one", 2));
        }
    }
}
