//! Bytes of a text, looked at many at a time.

/// So many bytes are looked at together.
const STRIDE: usize = 64;

/// Whether a text holds any of some signs of ASCII. It makes up its mind after each stretch of bytes, and
/// not after each byte, which lets the compiler look at many at once.
pub(crate) fn holds_any<const COUNT: usize>(text: &str, signs: [u8; COUNT]) -> bool {
    let is_sign = |byte: u8| signs.iter().fold(false, |found, sign| found | (byte == *sign));
    text.as_bytes().chunks(STRIDE).any(|stretch| stretch.iter().fold(false, |found, byte| found | is_sign(*byte)))
}

/// How many letters and digits of ASCII come first, eight bytes looked at as one number.
#[inline(always)]
pub(crate) fn letters_and_digits(bytes: &[u8]) -> usize {
    let mut length = 0;
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk() {
        let others = !are_letters_or_digits(u64::from_le_bytes(*eight)) & HIGH;
        if others != 0 {
            return length + others.trailing_zeros() as usize / 8;
        }
        length += eight.len();
        rest = after;
    }
    length + rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count()
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
            let expected = if byte.is_ascii_alphanumeric() { 10 } else { 4 };
            assert_eq!(letters_and_digits(&[b'z', b'A', b'0', b'9', byte, b'Z', b'a', b'5', b'm', b'M']), expected, "{byte}");
        }
    }

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for length in [0, 63, 64, 200] {
            let text = format!("{}~{}", "a".repeat(length), "b".repeat(length));
            assert!(holds_any(&text, [b'^', b'~']) && !holds_any(&text, [b'^', b'!']), "{length}");
        }
    }
}
