//! Bytes of a text, looked at many at a time; the home of memchr.

use std::ops::ControlFlow;

/// So many bytes are looked at together, a bit for each.
pub(super) const STRIDE: usize = 64;

/// Whether a text holds any of some signs of ASCII. It makes up its mind after each stretch of bytes, and
/// not after each byte, which lets the compiler look at many at once.
pub(crate) fn holds_any<const COUNT: usize>(text: &str, signs: [u8; COUNT]) -> bool {
    let is_sign = |byte: u8| signs.iter().fold(false, |found, sign| found | (byte == *sign));
    text.as_bytes().chunks(STRIDE).any(|stretch| stretch.iter().fold(false, |found, byte| found | is_sign(*byte)))
}

/// The eight bytes from a place on as one number, the first of them lowest. Past the end there are zeros.
#[inline(always)]
pub(crate) fn eight_from(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => fewer_than_eight(bytes, at),
    }
}

/// The bytes from a place on as one number, where they are less than eight.
#[cold]
fn fewer_than_eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match bytes.last_chunk() {
        Some(last) if !rest.is_empty() => u64::from_le_bytes(*last) >> (u8::BITS as usize * (EIGHT - rest.len())),
        _ => rest.iter().rev().fold(0, |number, byte| number << u8::BITS | u64::from(*byte)),
    }
}

/// One of eight bytes.
#[inline(always)]
pub(super) const fn byte_of(eight: u64, index: usize) -> u8 {
    (eight >> (u8::BITS as usize * index)) as u8
}

/// How many letters and digits of ASCII are first among eight bytes.
#[inline(always)]
pub(crate) const fn letters_and_digits(eight: u64) -> usize {
    first_letters_and_digits(eight).0
}

/// How many letters and digits of ASCII are first among eight bytes, and they alone, with zeros after them.
#[inline(always)]
pub(super) const fn first_letters_and_digits(eight: u64) -> (usize, u64) {
    let others = !are_letters_or_digits(eight) & HIGH;
    // The bits below the first byte that is another; all of them, if none is.
    let lowest = others >> 7;
    (others.trailing_zeros() as usize / 8, eight & lowest.wrapping_sub(1) & !lowest)
}

/// Where a sign of ASCII stands in a text.
pub(crate) fn places_of_sign(text: &str, sign: u8) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr_iter(sign, text.as_bytes())
}

/// Where any of three signs of ASCII stands in a text.
pub(crate) fn places_of_three(text: &str, [one, other, third]: [u8; 3]) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr3_iter(one, other, third, text.as_bytes())
}

/// Some bytes of eight, as many as a length says, with zeros after them.
#[inline(always)]
pub(crate) const fn first_of_eight(eight: u64, length: usize) -> u64 {
    if length < EIGHT { eight & !(u64::MAX << (u8::BITS as usize * length)) } else { eight }
}

/// So many bytes are looked at as one number.
pub(super) const EIGHT: usize = 8;

/// Where either of two bytes stands in a text.
pub(crate) fn places_of(text: &str, one: u8, other: u8) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr2_iter(one, other, text.as_bytes())
}

/// Where a part of a text stands in it. For a long text this takes a fraction of the time of
/// [`str::match_indices`].
pub(crate) fn places_of_part<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> + 'a {
    memchr::memmem::find_iter(text.as_bytes(), part)
}

/// Whether a long text holds a part.
pub(crate) fn holds_part(text: &str, part: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some()
}

/// Calls `see` with the place of each capital of a text that stands after another sign, and not after white space or a
/// control character, and of each such character beyond ASCII that may be one.
#[inline]
pub(crate) fn each_inner_capital(text: &str, mut see: impl FnMut(usize)) {
    let signs = text.as_bytes().get(1..).unwrap_or_default();
    let (strides, rest) = signs.as_chunks();
    let (strides_before, rest_before) = text.as_bytes().get(..signs.len()).unwrap_or_default().as_chunks();
    let (last, last_before) = (filled(rest), filled(rest_before));
    let all = strides_before.iter().zip(strides).chain([(&last_before, &last)]);
    for (index, (before, signs)) in all.enumerate() {
        let mut left = bits_of(|at| may_be_capital(signs[at]) & (before[at] > b' '));
        while left != 0 {
            see(1 + index * STRIDE + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

/// Calls `see` with the place of each byte of which something holds that does not hold of a space, until it asks for
/// no more.
#[inline]
pub(super) fn each_place(bytes: &[u8], holds: impl Fn(u8) -> bool, mut see: impl FnMut(usize) -> ControlFlow<()>) -> ControlFlow<()> {
    let (strides, rest) = bytes.as_chunks();
    let last = filled(rest);
    for (index, stride) in strides.iter().chain([&last]).enumerate() {
        let mut left = bits_of(|at| holds(stride[at]));
        while left != 0 {
            see(index * STRIDE + left.trailing_zeros() as usize)?;
            left &= left - 1;
        }
    }
    ControlFlow::Continue(())
}

/// A bit for each byte of a stride of which something holds. What is the same for all bytes, without a branch, the
/// compiler does for many at once.
#[inline(always)]
pub(super) fn bits_of(holds: impl Fn(usize) -> bool) -> u64 {
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let mut flags = [0; STRIDE];
    (0..STRIDE).for_each(|at| flags[at] = u8::from(holds(at)));
    let eights = flags.as_chunks::<EIGHT>().0.iter().rev();
    eights.fold(0, |bits, eight| bits << EIGHT | u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> (u64::BITS - u8::BITS))
}

/// A whole stride of a few bytes, with white space after them.
fn filled(bytes: &[u8]) -> [u8; STRIDE] {
    let mut stride = [b' '; STRIDE];
    stride.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    stride
}

/// Whether a byte is a capital, or the first of a character beyond ASCII that may be one.
pub(crate) const fn may_be_capital(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | 0xc0..)
}

/// The highest bit of each byte. ASCII has none.
const HIGH: u64 = EACH << 7;
/// One for each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each of eight bytes is set where a letter or a digit of ASCII stands.
const fn are_letters_or_digits(eight: u64) -> u64 {
    // No sum is more than a byte can hold, so none runs over into the next.
    let low = eight & !HIGH;
    let small = low | (EACH * 0x20);
    let letters = (small + EACH * (0x80 - b'a' as u64)) & !(small + EACH * (0x7f - b'z' as u64));
    let digits = (low + EACH * (0x80 - b'0' as u64)) & !(low + EACH * (0x7f - b'9' as u64));
    (letters | digits) & !eight & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_told_apart() {
        for byte in 0..=u8::MAX {
            let expected = if byte.is_ascii_alphanumeric() { 8 } else { 4 };
            assert_eq!(letters_and_digits(eight_from(&[b'[', b'z', b'A', b'0', b'9', byte, b'Z', b'a', b'5'], 1)), expected, "{byte}");
            assert_eq!(letters_and_digits(eight_from(&[byte], 0)), expected / 8, "{byte}");
        }
    }

    #[test]
    fn capitals_are_told_from_other_signs() {
        for character in ('\0'..='\u{200}').chain(['\u{2019}', '\u{1f469}']) {
            let text = format!("xAa@[z{character}ab9Z{}0{character}", "b".repeat(40));
            let may_be = |sign: char| matches!(sign, 'A' | 'Z') || sign == character && (sign.is_ascii_uppercase() || !sign.is_ascii());
            let expected: Vec<usize> = text.char_indices().filter(|(_, sign)| may_be(*sign)).map(|(at, _)| at).collect();
            let mut seen = Vec::new();
            each_inner_capital(&text, |at| seen.push(at));
            assert_eq!(seen, expected, "{text}");
        }
    }

    #[test]
    fn inner_capitals_are_those_beside_another_sign() {
        for length in 0..80 {
            let text = format!("A {}Bc{} D-E\nF(\u{2019}G) h", "x".repeat(length), "y ".repeat(length));
            let is_inner = |(at, sign): &(usize, char)| matches!(sign, 'E' | '\u{2019}' | 'G') || *sign == 'B' && *at > 2;
            let expected: Vec<usize> = text.char_indices().filter(is_inner).map(|(at, _)| at).collect();
            let mut seen = Vec::new();
            each_inner_capital(&text, |at| seen.push(at));
            assert_eq!(seen, expected, "{text}");
        }
        each_inner_capital("", |at| panic!("{at}"));
    }

    #[test]
    fn parts_are_found_where_they_stand() {
        let text = "known as, unknown as";
        assert_eq!(places_of_part(text, "known as").collect::<Vec<_>>(), [0, 12]);
        assert!(holds_part(text, "un") && !holds_part(text, "as,,"));
        assert_eq!(places_of(text, b',', b'u').collect::<Vec<_>>(), [8, 10]);
        assert_eq!(places_of_sign(text, b's').collect::<Vec<_>>(), [7, 19]);
        assert_eq!(places_of_three(text, [b',', b'u', b's']).collect::<Vec<_>>(), [7, 8, 10, 19]);
    }

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for length in [0, 63, 64, 200] {
            let text = format!("{}~{}", "a".repeat(length), "b".repeat(length));
            assert!(holds_any(&text, [b'^', b'~']) && !holds_any(&text, [b'^', b'!']), "{length}");
        }
    }
}
