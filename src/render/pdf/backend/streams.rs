//! The streams of a file, one behind the other, compressed on a thread of their own beside the one that
//! draws what comes next. The bytes are the same as without it.

use std::panic::resume_unwind;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use super::deflate::Deflater;
use super::object::{Dictionary, Id, Name, Value};

/// The version, and bytes that tell programs that the file is no text (ISO 32000-1, 7.5.2).
const HEADER: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

/// How many streams may wait for being written. A page is a few thousand bytes.
const MOST_WAITING: usize = 64;

/// A stream and what is said of it.
pub(super) struct Stream {
    pub(super) id: Id,
    pub(super) about: Dictionary,
    pub(super) content: Vec<u8>,
    pub(super) packing: Packing,
}

/// Whether a stream wants compressing.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Compressed, if that makes it smaller.
    Deflated,
    /// Written as it is: a photograph has been compressed by whoever made it.
    AsItIs,
}

/// The part of a file that is written.
pub(super) struct Written {
    pub(super) bytes: Vec<u8>,
    /// At which byte each stream begins.
    pub(super) starts: Vec<(Id, usize)>,
    deflater: Deflater,
}

impl Written {
    fn new() -> Self {
        Self { bytes: HEADER.to_vec(), starts: Vec::new(), deflater: Deflater::new() }
    }

    /// The content, compressed, if that makes it smaller.
    pub(super) fn deflated(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        self.deflater.deflated(content)
    }

    fn write(&mut self, stream: Stream) {
        let deflated = if stream.packing == Packing::Deflated { self.deflated(&stream.content) } else { None };
        match deflated {
            Some(deflated) => self.write_as_it_is(stream.id, stream.about.with("Filter", Name("FlateDecode")), &deflated),
            None => self.write_as_it_is(stream.id, stream.about, &stream.content),
        }
    }

    pub(super) fn write_as_it_is(&mut self, id: Id, about: Dictionary, content: &[u8]) {
        self.starts.push((id, self.bytes.len()));
        id.0.write(&mut self.bytes);
        self.bytes.extend(b" 0 obj\n");
        about.with("Length", content.len()).write(&mut self.bytes);
        self.bytes.extend(b"stream\n");
        self.bytes.extend(content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }
}

/// Where streams are written.
pub(super) enum Streams {
    Beside {
        waiting: SyncSender<Stream>,
        written: JoinHandle<Written>,
    },
    /// Where the machine has no threads to give.
    Here(Written),
}

impl Streams {
    pub(super) fn new() -> Self {
        let (waiting, streams) = sync_channel(MOST_WAITING);
        let write = move || {
            let mut written = Written::new();
            streams.into_iter().for_each(|stream| written.write(stream));
            written
        };
        match Builder::new().name("PDF streams".to_owned()).spawn(write) {
            Ok(written) => Self::Beside { waiting, written },
            Err(_) => Self::Here(Written::new()),
        }
    }

    pub(super) fn write(&mut self, stream: Stream) {
        match self {
            // It is refused only when the thread has panicked, and `finish` passes that on.
            Self::Beside { waiting, .. } => drop(waiting.send(stream)),
            Self::Here(written) => written.write(stream),
        }
    }

    /// What is written, once all is.
    pub(super) fn finish(self) -> Written {
        match self {
            Self::Beside { waiting, written } => {
                drop(waiting);
                written.join().unwrap_or_else(|panic| resume_unwind(panic))
            }
            Self::Here(written) => written,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_the_same_with_a_thread_and_without() {
        let write = |mut streams: Streams| {
            for number in 0..200_u32 {
                let packing = if number % 3 == 0 { Packing::AsItIs } else { Packing::Deflated };
                let content = b"words ".repeat(number as usize);
                streams.write(Stream { id: Id(number), about: Dictionary::new().with("Type", Name("XObject")), content, packing });
            }
            let written = streams.finish();
            (written.bytes, written.starts.len())
        };
        let beside = Streams::new();
        assert!(matches!(beside, Streams::Beside { .. }), "the thread could not be started");
        assert_eq!(write(beside), write(Streams::Here(Written::new())));
    }
}
