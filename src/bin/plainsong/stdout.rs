//! The only place that writes to standard output.

use std::io::{BufWriter, Error, ErrorKind, StdoutLock, Write};

use crate::failure::Failure;

/// Writes bytes as they are.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    unless_closed(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

/// What gathers small pieces on their way to standard output.
pub(crate) type Pieces = BufWriter<StdoutLock<'static>>;

/// Lets something write for itself that would be large in one piece.
pub(crate) fn write_by(write: impl FnOnce(&mut Pieces) -> Result<(), Error>) -> Result<(), Failure> {
    let mut stdout = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    unless_closed(write(&mut stdout).and_then(|()| stdout.flush()))
}

/// Whether text may have colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colours {
    Shown,
    LeftOut,
}

/// Whether standard output can show colours, and they are wanted.
pub(crate) fn colours() -> Colours {
    match anstream::AutoStream::choice(&std::io::stdout()) {
        anstream::ColorChoice::Never => Colours::LeftOut,
        _ => Colours::Shown,
    }
}

/// Writes text with colours, which stay only where they can be shown and are wanted.
pub(crate) fn write_styled(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    unless_closed(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// A reader that wants no more, such as `head`, is not a failure.
fn unless_closed(written: Result<(), Error>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::of_system("standard output", "this cannot be written to", &error))
        }
        _ => Ok(()),
    }
}
