//! Measures that a person may set, each within what its guideline bears.

use std::str::FromStr;

use serde::Deserialize;

/// Declares a number that lies within bounds.
macro_rules! measure {
    ($(#[$doc:meta])* $name:ident, $low:literal ..= $high:literal, $default:literal, $unit:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Deserialize)]
        #[serde(try_from = "f32")]
        pub struct $name(f32);

        impl $name {
            /// The measure of this number, if it lies within the bounds.
            #[must_use]
            pub fn new(number: f32) -> Option<Self> {
                ($low..=$high).contains(&number).then_some(Self(number))
            }

            /// The number.
            #[must_use]
            pub const fn get(self) -> f32 {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self($default)
            }
        }

        impl TryFrom<f32> for $name {
            type Error = String;

            fn try_from(number: f32) -> Result<Self, String> {
                Self::new(number).ok_or_else(|| format!("{number} is out of bounds: give a number from {} to {} {}", $low, $high, $unit))
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                let number = text.trim().parse::<f32>();
                number.map_err(|_| format!("\"{text}\" is not a number: give one from {} to {} {}", $low, $high, $unit))?.try_into()
            }
        }
    };
}

measure! {
    /// The size of the body text, in points: 16 to 48. Large print begins at 16 and is ideally 18
    /// (UKAAF MS03; RNIB), which is the default. Nothing on the page is smaller.
    ///
    /// ```
    /// # use plainsong::render::large_print::Size;
    /// assert_eq!(Size::default().get(), 18.0);
    /// assert!(Size::new(12.0).is_none());
    /// ```
    Size, 16.0..=48.0, 18.0, "points"
}

measure! {
    /// From one baseline to the next, in sizes of the text: 1 to 2. UKAAF G003 asks for single
    /// spacing, others for up to 1.5 (CCLVI); the default is 1.35.
    Leading, 1.0..=2.0, 1.35, "times the size"
}

measure! {
    /// The empty border of the page, in points: 28 to 144. The default, 64, leaves a line of some
    /// 50 to 60 characters at 18 points.
    Margin, 28.0..=144.0, 64.0, "points"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_of_bounds_is_refused_with_the_bounds() {
        let error = Size::try_from(12.0).unwrap_err();
        assert_eq!(error, "12 is out of bounds: give a number from 16 to 48 points");
        assert!(Leading::new(f32::NAN).is_none());
    }

    #[test]
    fn words_that_say_no_number_are_refused_with_the_bounds() {
        assert_eq!("24".parse::<Size>().unwrap().get(), 24.0);
        assert_eq!("big".parse::<Size>().unwrap_err(), "\"big\" is not a number: give one from 16 to 48 points");
        assert!("nan".parse::<Margin>().is_err());
    }
}
