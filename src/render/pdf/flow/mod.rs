//! From blocks to pages. Text is shaped ([`shape`]) and broken into lines ([`lines`]); each block
//! becomes strips, one below the other ([`galley`]); strips are dealt out to pages ([`pages`]).

pub(super) mod galley;
pub(super) mod lines;
pub(super) mod overlong;
pub(super) mod pages;
pub(super) mod shape;
