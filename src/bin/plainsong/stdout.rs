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
pub(crate) fn write_by(write: impl FnOnce(&mut BufWriter<Unbuffered>) -> Result<(), Error>) -> Result<(), Failure> {
    let write = |stdout| {
        let mut stdout = BufWriter::with_capacity(PIECES, stdout);
        write(&mut stdout).and_then(|()| stdout.flush())
    };
    unless_closed(unbuffered().and_then(write))
}

/// Standard output as it is. The one of the standard library looks for the end of a line in all that it is given.
#[cfg(unix)]
pub(crate) type Unbuffered = std::fs::File;
#[cfg(not(unix))]
pub(crate) type Unbuffered = StdoutLock<'static>;

#[cfg(unix)]
fn unbuffered() -> Result<Unbuffered, Error> {
    use std::os::fd::AsFd;
    let mut stdout = std::io::stdout().lock();
    stdout.flush()?;
    stdout.as_fd().try_clone_to_owned().map(std::fs::File::from)
}

#[cfg(not(unix))]
fn unbuffered() -> Result<Unbuffered, Error> {
    Ok(std::io::stdout().lock())
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
