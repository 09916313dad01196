//! Runs of letters and digits of ASCII. To find them takes a fraction of the time that words take, so what
//! looks for a few words in a long text looks at the runs first.

use super::bytes::{EIGHT, eight_from, first_of_eight, letters_and_digits};

/// So many bytes are looked at together, a bit for each.
const STRIDE: usize = 64;

/// The rest of a run, from a place within it or where it begins.
pub(crate) fn run_at(text: &str, at: usize) -> &str {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        let length = letters_and_digits(eight_from(bytes, end));
        end += length;
        if length < EIGHT {
            return text.get(at..end).unwrap_or_default();
        }
    }
}

/// Calls `see` with every run: where it begins, and its first eight bytes as one number, the first of them
/// lowest, with zeros after a shorter run.
#[inline]
pub(crate) fn each_run(text: &str, mut see: impl FnMut(usize, u64)) {
    let bytes = text.as_bytes();
    let (strides, rest) = bytes.as_chunks::<STRIDE>();
    let mut last = [0; STRIDE];
    last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
    let mut goes_on = 0;
    for (index, stride) in strides.iter().chain([&last]).enumerate() {
        let letters = letters(stride);
        let mut starts = letters & !(letters << 1 | goes_on);
        goes_on = letters >> (STRIDE - 1);
        while starts != 0 {
            let at = starts.trailing_zeros() as usize;
            starts &= starts - 1;
            let eight = eight_from(bytes, index * STRIDE + at);
            let within = (!(letters >> at)).trailing_zeros() as usize;
            // A run may go on in the next stride.
            let length = if at + within < STRIDE { within } else { letters_and_digits(eight) };
            see(index * STRIDE + at, first_of_eight(eight, length));
        }
    }
}

/// A bit for each letter or digit. What is the same for all bytes, without a branch, the compiler does for
/// many at once.
fn letters(stride: &[u8; STRIDE]) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut flags = [0; STRIDE];
    for (flag, byte) in flags.iter_mut().zip(stride) {
        *flag = u8::from((byte | b' ').wrapping_sub(b'a') < 26) | u8::from(byte.wrapping_sub(b'0') < 10);
    }
    let eights = flags.as_chunks::<EIGHT>().0.iter().rev();
    eights.fold(0, |bits, eight| bits << EIGHT | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> (u64::BITS - u8::BITS))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn runs_are_those_between_other_bytes(text in "([a-zA-Z0-9]{0,12}[ _.,@`{\\[/:\n\u{e9}\u{2019}]{0,3}){0,30}") {
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric();
            let bytes = text.as_bytes();
            let mut expected = Vec::new();
            let mut at = 0;
            while at < bytes.len() {
                let length = bytes[at..].iter().take_while(|byte| is_part(byte)).count();
                if length > 0 {
                    let head = bytes[at..].iter().take(length.min(EIGHT)).rev().fold(0, |head, byte| head << 8 | u64::from(*byte));
                    expected.push((at, head));
                }
                at += length + 1;
            }
            let mut found = Vec::new();
            each_run(&text, |at, head| found.push((at, head)));
            prop_assert_eq!(found, expected);
        }
    }
}
