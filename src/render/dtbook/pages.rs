//! Page numbers, which a listener can go to or leave out.

use super::{Book, Id, What};

impl Book<'_> {
    /// Writes the numbers of pages that begin here.
    pub(super) fn pages_begin(&mut self, numbers: Vec<u32>) {
        for number in numbers {
            let id = Id::new("page", number as usize);
            self.spoken_as("pagenum", id, &[("page", "normal")], What::Page(number), |book| book.own_words(&number.to_string()));
            self.xml.new_line();
        }
    }
}
