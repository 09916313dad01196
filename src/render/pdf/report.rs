//! What is told beside the pages: losses and changes.

use crate::outcome::{Change, Loss};

#[derive(Debug, Default)]
pub(super) struct Report {
    pub(super) losses: Vec<Loss>,
    pub(super) changes: Vec<Change>,
}
