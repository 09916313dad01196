//! The only place that writes to standard output.

use std::io::{BufWriter, Error, ErrorKind, StdoutLock, Write};

use anstream::{AutoStream, ColorChoice};

use crate::failure::Failure;

/// Writes bytes as they are.
pub(crate) fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    unless_closed(stdout.write_all(bytes).and_then(|()| stdout.flush()))
}

/// How much is gathered on its way to standard output.
const PIECES: usize = 1 << 16;

/// Lets something write for itself that would be large in one piece. It gets one kind of writer, so that what it
/// calls for each small piece is put in its place.
pub(crate) fn write_by(write: impl FnOnce(&mut BufWriter<StdoutLock<'static>>) -> Result<(), Error>) -> Result<(), Failure> {
    let mut stdout = BufWriter::with_capacity(PIECES, std::io::stdout().lock());
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
    match AutoStream::choice(&std::io::stdout()) {
        ColorChoice::Never => Colours::LeftOut,
        _ => Colours::Shown,
    }
}

/// Writes text with colours, which stay only where they can be shown and are wanted.
pub(crate) fn write_styled(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    unless_closed(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()))
}

/// Lets something with colours write for itself. They stay only where they can be shown and are wanted.
pub(crate) fn write_styled_by(
    write: impl FnOnce(&mut BufWriter<AutoStream<StdoutLock<'static>>>) -> Result<(), Error>,
) -> Result<(), Failure> {
    let mut stdout = BufWriter::with_capacity(PIECES, anstream::stdout().lock());
    unless_closed(write(&mut stdout).and_then(|()| stdout.flush()))
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
