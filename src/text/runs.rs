//! Runs of letters and digits of ASCII. To find them takes a fraction of the time that words take, so what
//! looks for a few words in a long text looks at the runs first.

use super::bytes::{EIGHT, STRIDE, bits_of, eight_from, first_of_eight, letters_and_digits};

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
pub(crate) fn each_run(text: &str, see: impl FnMut(usize, u64)) {
    each_wanted_run(text, |starts, _, _| starts, see);
}

/// As [`each_run`], of those alone that have so many letters and digits.
#[inline]
pub(crate) fn each_run_of<const FEWEST: usize, const MOST: usize>(text: &str, see: impl FnMut(usize, u64)) {
    let is_of_length = |starts: u64, letters: u64, next: u64| {
        let after = |count: usize| letters >> count | next << (STRIDE - count);
        let long = (1..FEWEST).fold(starts, |long, count| long & after(count));
        let too_long = (FEWEST..=MOST).fold(long, |long, count| long & after(count));
        long & !too_long
    };
    each_wanted_run(text, is_of_length, see);
}

/// Calls `see` with those runs that are wanted, by where they begin: a bit for each in a stride, with the letters of
/// that stride and of the next.
#[inline(always)]
fn each_wanted_run(text: &str, wanted: impl Fn(u64, u64, u64) -> u64, mut see: impl FnMut(usize, u64)) {
    let bytes = text.as_bytes();
    let (strides, rest) = bytes.as_chunks::<STRIDE>();
    let mut last = [0; STRIDE];
    last.iter_mut().zip(rest).for_each(|(to, byte)| *to = *byte);
    let mut goes_on = 0;
    let mut letters_ahead = strides.iter().chain([&last]).map(letters).chain([0]);
    let mut letters = letters_ahead.next().unwrap_or_default();
    for (index, next) in letters_ahead.enumerate() {
        let mut starts = wanted(letters & !(letters << 1 | goes_on), letters, next);
        let here = std::mem::replace(&mut letters, next);
        goes_on = here >> (STRIDE - 1);
        while starts != 0 {
            let at = starts.trailing_zeros() as usize;
            starts &= starts - 1;
            let eight = eight_from(bytes, index * STRIDE + at);
            let within = (!(here >> at)).trailing_zeros() as usize;
            // A run may go on in the next stride.
            let length = if at + within < STRIDE { within } else { letters_and_digits(eight) };
            see(index * STRIDE + at, first_of_eight(eight, length));
        }
    }
}

/// A bit for each letter or digit.
fn letters(stride: &[u8; STRIDE]) -> u64 {
    bits_of(|at| ((stride[at] | b' ').wrapping_sub(b'a') < 26) | (stride[at].wrapping_sub(b'0') < 10))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::bytes::EIGHT;
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
            prop_assert_eq!(&found, &expected);
            let is_of_length = |at: usize| (3..=6).contains(&bytes[at..].iter().take_while(|byte| is_part(byte)).count());
            expected.retain(|(at, _)| is_of_length(*at));
            found.clear();
            each_run_of::<3, 6>(&text, |at, head| found.push((at, head)));
            prop_assert_eq!(found, expected);
        }
    }
}
