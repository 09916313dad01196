//! Finding what stands in a reader's way.
