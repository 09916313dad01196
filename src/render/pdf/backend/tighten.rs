//! Shows of glyphs, joined. printpdf writes each glyph as a string of hexadecimal digits; the same
//! glyphs as bytes of one string take a third of that, and less than nine tenths when compressed.

/// The operators of a page, the strings of each show joined. They are printpdf's own: strings are
/// hexadecimal, and none stands in square brackets but those of a show.
pub(super) fn tightened(operators: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(operators.len() / 2);
    let mut rest = operators;
    while let Some(start) = rest.iter().position(|byte| *byte == b'[') {
        let (before, show) = rest.split_at(start);
        let end = show.iter().position(|byte| *byte == b']').unwrap_or(show.len());
        let (show, after) = show.split_at(end);
        out.extend(before);
        join(show, &mut out);
        rest = after;
    }
    out.extend(rest);
    out
}

/// Joins what stands between two brackets: strings, and numbers that part them.
fn join(show: &[u8], out: &mut Vec<u8>) {
    let mut open = false;
    let mut rest = show;
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b'<' => {
                if !open {
                    out.push(b'(');
                    open = true;
                }
                let end = after.iter().position(|byte| *byte == b'>').unwrap_or(after.len());
                let (digits, after) = after.split_at(end);
                digits.chunks(2).for_each(|pair| push(pair, out));
                rest = after.get(1..).unwrap_or_default();
            }
            // What comes after a string needs nothing to keep it apart.
            b' ' if open => {}
            other => {
                if std::mem::take(&mut open) {
                    out.push(b')');
                }
                out.push(*other);
            }
        }
    }
    if open {
        out.push(b')');
    }
}

/// Adds the byte of two digits to a string, so that it does not end it (ISO 32000-1, 7.3.4.2).
fn push(digits: &[u8], out: &mut Vec<u8>) {
    let value = |digit: &u8| char::from(*digit).to_digit(16).unwrap_or_default();
    let byte = digits.iter().fold(0, |sum, digit| sum * 16 + value(digit));
    match u8::try_from(byte).unwrap_or_default() {
        byte @ (b'(' | b')' | b'\\') => out.extend([b'\\', byte]),
        b'\r' => out.extend(b"\\r"),
        byte => out.push(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_joined_and_moves_kept() {
        let operators = b"/P <</MCID 0>> BDC\n[<0041><0042> -20<0028><000D>] TJ\n[ 5<005C>] TJ\n[3 2] 0 d";
        let expected = b"/P <</MCID 0>> BDC\n[(\0A\0B)-20(\0\\(\0\\r)] TJ\n[ 5(\0\\\\)] TJ\n[3 2] 0 d";
        assert_eq!(tightened(operators), expected);
    }

    #[test]
    fn what_shows_nothing_is_left_as_it_is() {
        assert_eq!(tightened(b"/Span <</ActualText <FEFF0041>>> BDC"), b"/Span <</ActualText <FEFF0041>>> BDC");
    }
}
