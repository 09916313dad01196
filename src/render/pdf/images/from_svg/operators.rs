//! Operators of a content stream (ISO 32000-1, annex A), as they are written.

use usvg::Transform;

/// A content stream that grows.
#[derive(Debug, Default)]
pub(super) struct Operators(pub(super) Vec<u8>);

impl Operators {
    /// Adds an operator with its numbers.
    pub(super) fn put(&mut self, numbers: &[f32], operator: &str) {
        for &number in numbers {
            self.0.extend_from_slice(written(number).as_bytes());
            self.0.push(b' ');
        }
        self.0.extend_from_slice(operator.as_bytes());
        self.0.push(b'\n');
    }

    /// Adds an operator with the name of a resource: `/A3 gs`.
    pub(super) fn put_name(&mut self, kind: char, number: usize, operator: &str) {
        self.0.extend_from_slice(format!("/{kind}{number} {operator}\n").as_bytes());
    }

    pub(super) fn transform(&mut self, transform: Transform) {
        if !transform.is_identity() {
            self.put(&matrix(transform), "cm");
        }
    }
}

/// A transformation as PDF writes it.
pub(super) const fn matrix(transform: Transform) -> [f32; 6] {
    [transform.sx, transform.ky, transform.kx, transform.sy, transform.tx, transform.ty]
}

/// A number, to a few digits that count, as short as it goes. No exponents (ISO 32000-1, 7.3.3).
fn written(number: f32) -> String {
    const LARGEST: f32 = 1e9;
    if !number.is_finite() {
        return "0".to_owned();
    }
    // Matrices hold small numbers, of which more places count.
    let text = if number.abs() < 1.0 { format!("{number:.5}") } else { format!("{:.3}", number.clamp(-LARGEST, LARGEST)) };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if matches!(text, "" | "-0" | "-") { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_have_no_exponent() {
        for (number, expected) in
            [(0.0, "0"), (-0.000_001, "0"), (10.0, "10"), (100.25, "100.25"), (1e-3, "0.001"), (f32::NAN, "0"), (1e30, "1000000000")]
        {
            assert_eq!(written(number), expected);
        }
    }
}
