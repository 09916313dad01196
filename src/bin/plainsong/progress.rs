//! A bar that shows how far a batch has come.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A bar over this many documents. It shows on a terminal only, and goes when it is done.
pub(crate) fn bar(documents: usize) -> ProgressBar {
    if documents < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(documents as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} documents") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
