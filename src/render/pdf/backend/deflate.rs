//! Streams made smaller (ISO 32000-1, 7.4.4); the home of flate2.

use std::io::Read;

use flate2::{Compress, Compression, FlushCompress, Status};

/// Compresses streams, one after the other, with the same tables: to make those anew took as long
/// as to compress a page.
pub(super) struct Deflater(Compress);

/// How hard zlib tries, from 1 to 9. More saves less than one byte in a hundred.
const LEVEL: u32 = 5;

impl Deflater {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(LEVEL), true))
    }

    /// The content, compressed, if that makes it smaller.
    pub(super) fn deflated(&mut self, content: &[u8]) -> Option<Vec<u8>> {
        self.0.reset();
        let mut deflated = Vec::with_capacity(content.len());
        let status = self.0.compress_vec(content, &mut deflated, FlushCompress::Finish);
        matches!(status, Ok(Status::StreamEnd)).then_some(deflated)
    }
}

/// What a stream that begins these bytes was before it was compressed.
pub(super) fn inflated(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut inflated = Vec::new();
    flate2::read::ZlibDecoder::new(bytes).read_to_end(&mut inflated).ok()?;
    Some(inflated)
}
