//! Rules of the comments that leave findings out. They ask nothing of a passage: comments are judged once all
//! other rules have spoken, in `lint/suppress.rs`.

pub(in crate::lint) mod unknown_suppression;
pub(in crate::lint) mod unused_suppression;
