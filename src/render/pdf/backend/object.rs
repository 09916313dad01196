//! Objects as the bytes of a file (ISO 32000-1, 7.3). They are written as they are made: nothing is
//! kept of them but their bytes.

/// What can be written as an object, or as a part of one.
pub(super) trait Value {
    /// Whether it must be kept apart from what stands before it: numbers and words of letters must.
    const NEEDS_SPACE: bool;

    fn write(&self, out: &mut Vec<u8>);
}

/// An object that stands by itself: what refers to it says its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id(pub(super) u32);

impl Value for Id {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        out.extend(b" 0 R");
    }
}

/// A name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name<'a>(pub(super) &'a str);

impl Value for Name<'_> {
    const NEEDS_SPACE: bool = false;

    /// Bytes that would end the name, and those that are no signs, are written as numbers (7.3.5).
    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'/');
        for byte in self.0.bytes() {
            if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
                out.push(byte);
            } else {
                out.extend(format!("#{byte:02X}").bytes());
            }
        }
    }
}

/// A string of bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl Value for Bytes<'_> {
    const NEEDS_SPACE: bool = false;

    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'(');
        write_bytes(self.0, out);
        out.push(b')');
    }
}

/// Adds bytes to a string, so that they do not end it. A line end would be read as another one (7.3.4.2).
pub(super) fn write_bytes(bytes: &[u8], out: &mut Vec<u8>) {
    let is_sign = |byte: &u8| matches!(byte, b'(' | b')' | b'\\' | b'\r');
    if !bytes.iter().any(is_sign) {
        return out.extend_from_slice(bytes);
    }
    for &byte in bytes {
        match byte {
            b'(' | b')' | b'\\' => out.extend([b'\\', byte]),
            b'\r' => out.extend(b"\\r"),
            other => out.push(other),
        }
    }
}

/// Words for people: printed ASCII as it is, all else in UTF-16 with its mark (7.9.2.2). Control
/// characters, of which a person sees nothing, are left out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a>(pub(super) &'a str);

impl Value for Text<'_> {
    const NEEDS_SPACE: bool = false;

    fn write(&self, out: &mut Vec<u8>) {
        let seen = || self.0.chars().filter(|character| !character.is_control());
        out.push(b'(');
        if self.0.is_ascii() {
            let bytes: Vec<u8> = seen().filter_map(|character| u8::try_from(character).ok()).collect();
            write_bytes(&bytes, out);
        } else {
            out.extend([0xfe, 0xff]);
            let mut units = [0; 2];
            for character in seen() {
                character.encode_utf16(&mut units).iter().for_each(|unit| write_bytes(&unit.to_be_bytes(), out));
            }
        }
        out.push(b')');
    }
}

impl Value for bool {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        out.extend(if *self { "true" } else { "false" }.bytes());
    }
}

impl Value for i64 {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        if *self < 0 {
            out.push(b'-');
        }
        write_digits(self.unsigned_abs(), out);
    }
}

impl Value for u32 {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        write_digits((*self).into(), out);
    }
}

impl Value for usize {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        write_digits(u64::try_from(*self).unwrap_or(u64::MAX), out);
    }
}

fn write_digits(number: u64, out: &mut Vec<u8>) {
    if number >= 10 {
        write_digits(number / 10, out);
    }
    out.push(b'0' + u8::try_from(number % 10).unwrap_or_default());
}

impl Value for f32 {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        out.extend(self.to_string().bytes());
    }
}

/// A length in hundredths of a point: finer than any printer, and short to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Hundredths(i32);

impl Hundredths {
    pub(super) fn of(points: f32) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "a page is far smaller than 2^31 hundredths")]
        let hundredths = (points * 100.0).round() as i32;
        Self(hundredths)
    }
}

impl std::ops::Sub for Hundredths {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Value for Hundredths {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        let (whole, part) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if self.0 < 0 {
            out.push(b'-');
        }
        if whole > 0 || part == 0 {
            write_digits(whole.into(), out);
        }
        if part > 0 {
            out.push(b'.');
            write_digits(u64::from(part / 10), out);
            if !part.is_multiple_of(10) {
                write_digits(u64::from(part % 10), out);
            }
        }
    }
}

impl<V: Value> Value for Option<V> {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Some(value) => value.write(out),
            None => out.extend(b"null"),
        }
    }
}

impl<V: Value> Value for &V {
    const NEEDS_SPACE: bool = V::NEEDS_SPACE;

    fn write(&self, out: &mut Vec<u8>) {
        (*self).write(out);
    }
}

/// An array. It grows, and its parts may be of different kinds.
#[derive(Debug, Clone, Default)]
pub(super) struct Array {
    bytes: Vec<u8>,
    length: usize,
}

impl Array {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn push(&mut self, value: impl Value) {
        write_apart(value, !self.bytes.is_empty(), &mut self.bytes);
        self.length += 1;
    }

    pub(super) fn with(mut self, value: impl Value) -> Self {
        self.push(value);
        self
    }

    pub(super) const fn len(&self) -> usize {
        self.length
    }
}

impl<V: Value> FromIterator<V> for Array {
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        values.into_iter().fold(Self::new(), Self::with)
    }
}

impl Value for Array {
    const NEEDS_SPACE: bool = false;

    fn write(&self, out: &mut Vec<u8>) {
        out.push(b'[');
        out.extend(&self.bytes);
        out.push(b']');
    }
}

/// An array, or the only object in it.
#[derive(Debug, Clone)]
pub(super) struct OneOrMore(pub(super) Array);

impl Value for OneOrMore {
    const NEEDS_SPACE: bool = true;

    fn write(&self, out: &mut Vec<u8>) {
        match self.0.length {
            1 => out.extend(&self.0.bytes),
            _ => self.0.write(out),
        }
    }
}

/// Writes an object, with a space before it where it needs one and something stands there.
fn write_apart<V: Value>(value: V, follows: bool, out: &mut Vec<u8>) {
    if V::NEEDS_SPACE && follows {
        out.push(b' ');
    }
    value.write(out);
}

/// A dictionary. Each key is set once.
#[derive(Debug, Clone, Default)]
pub(super) struct Dictionary(Vec<u8>);

impl Dictionary {
    pub(super) fn new() -> Self {
        Self::default()
    }

    pub(super) fn set(&mut self, key: &str, value: impl Value) {
        Name(key).write(&mut self.0);
        write_apart(value, true, &mut self.0);
    }

    pub(super) fn with(mut self, key: &str, value: impl Value) -> Self {
        self.set(key, value);
        self
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Value for Dictionary {
    const NEEDS_SPACE: bool = false;

    fn write(&self, out: &mut Vec<u8>) {
        out.extend(b"<<");
        out.extend(&self.0);
        out.extend(b">>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: impl Value) -> String {
        let mut out = Vec::new();
        value.write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn nothing_in_a_string_or_name_ends_it() {
        assert_eq!(written(Bytes(b"a)b(c\\d\re")), "(a\\)b\\(c\\\\d\\re)");
        assert_eq!(written(Text("a)b\u{7}")), "(a\\)b)");
        assert_eq!(written(Name("A b/c")), "/A#20b#2Fc");
    }

    #[test]
    fn words_beyond_ascii_are_utf_16() {
        let mut out = Vec::new();
        Text("\u{175}(").write(&mut out);
        assert_eq!(out, b"(\xfe\xff\x01\x75\0\\()");
    }

    #[test]
    fn numbers_and_references_are_kept_apart() {
        let array = Array::new().with(1_i64).with(Id(2)).with(Name("XYZ")).with(None::<Id>).with(0.5_f32).with(Bytes(b""));
        assert_eq!(written(array), "[1 2 0 R/XYZ null 0.5()]");
        let dictionary = Dictionary::new().with("Kids", Array::new()).with("Count", 10_usize).with("Of", Dictionary::new());
        assert_eq!(written(dictionary), "<</Kids[]/Count 10/Of<<>>>>");
    }

    #[test]
    fn lengths_are_as_short_as_can_be() {
        for (points, expected) in
            [(0.0, "0"), (64.0, "64"), (749.636, "749.64"), (-24.3, "-24.3"), (0.05, ".05"), (-0.5, "-.5"), (-0.001, "0"), (100.1, "100.1")]
        {
            assert_eq!(written(Hundredths::of(points)), expected);
        }
    }
}
