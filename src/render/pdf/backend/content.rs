//! What draws a page, as operators and their operands (ISO 32000-1, 7.8.2).

use super::object::{Dictionary, Name, Value, write_bytes};

/// A content stream that grows.
#[derive(Debug, Default)]
pub(super) struct Content(Vec<u8>);

impl Content {
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Adds an operand.
    pub(super) fn put<V: Value>(&mut self, value: V) -> &mut Self {
        if V::NEEDS_SPACE {
            self.keep_apart();
        }
        value.write(&mut self.0);
        self
    }

    /// Adds the operator that the operands before it are for.
    pub(super) fn operator(&mut self, operator: &str) -> &mut Self {
        self.keep_apart();
        self.0.extend(operator.bytes());
        self
    }

    /// Begins a marked sequence, with what is said of it (14.6).
    pub(super) fn begin(&mut self, tag: &str, properties: &Dictionary) {
        self.put(Name(tag)).put(properties).operator("BDC");
    }

    /// Ends a marked sequence.
    pub(super) fn end(&mut self) {
        self.operator("EMC");
        self.0.push(b'\n');
    }

    /// Begins a rectangle: its left and lower edge, its width and its height.
    pub(super) fn rectangle<V: Value>(&mut self, edges: [V; 4]) -> &mut Self {
        for edge in edges {
            self.put(edge);
        }
        self.operator("re")
    }

    /// Begins to show glyphs. Before and between them, numbers move what follows (9.4.3).
    pub(super) fn show(&mut self) -> Show<'_> {
        self.0.push(b'[');
        Show { out: &mut self.0, open: false }
    }

    /// Leaves a space where signs before and behind would be read as one.
    fn keep_apart(&mut self) {
        if self.0.last().is_some_and(|last| !b" \n)]>".contains(last)) {
            self.0.push(b' ');
        }
    }
}

/// Glyphs being shown.
pub(super) struct Show<'a> {
    out: &'a mut Vec<u8>,
    /// Whether a string is open.
    open: bool,
}

impl Show<'_> {
    /// Adds a glyph by its code.
    pub(super) fn glyph(&mut self, code: u16) {
        if !std::mem::replace(&mut self.open, true) {
            self.out.push(b'(');
        }
        write_bytes(&code.to_be_bytes(), self.out);
    }

    /// Moves what follows to the left, by thousandths of the size.
    pub(super) fn move_back(&mut self, thousandths: i32) {
        if thousandths == 0 {
            return;
        }
        self.close();
        i64::from(thousandths).write(self.out);
    }

    pub(super) fn end(mut self) {
        self.close();
        self.out.extend(b"]TJ");
    }

    fn close(&mut self) {
        if std::mem::take(&mut self.open) {
            self.out.push(b')');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(content: &Content) -> String {
        String::from_utf8(content.bytes().to_vec()).unwrap()
    }

    #[test]
    fn operands_and_operators_are_kept_apart() {
        let mut content = Content::default();
        content.begin("P", &Dictionary::new().with("MCID", 0_i64));
        content.operator("BT").put(Name("F0")).put(18_i64).operator("Tf");
        content.operator("ET").end();
        content.rectangle([1_i64, 2, 3, 4]).operator("f");
        assert_eq!(written(&content), "/P<</MCID 0>>BDC BT/F0 18 Tf ET EMC\n1 2 3 4 re f");
    }

    #[test]
    fn glyphs_are_one_string_where_nothing_moves_them() {
        let mut content = Content::default();
        let mut show = content.show();
        show.move_back(5);
        for (code, back) in [(0x41, 0), (0x42, -20), (0x28, 0), (0x0d, 7)] {
            show.glyph(code);
            show.move_back(back);
        }
        show.end();
        assert_eq!(written(&content), "[5(\0A\0B)-20(\0\\(\0\\r)7]TJ");
    }
}
