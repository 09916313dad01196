//! Times of the day, so that a voice says "seven thirty p m" and not "seven point three zero".

use crate::outcome::ChangeKind;

use super::phrases::Found;
use super::scan::Scan;

/// `7.30pm`, `10am`, `10am-4pm`, `7.30–9pm`.
pub(super) fn times(scan: Scan<'_>) -> Option<Found> {
    if !scan.is_start() {
        return None;
    }
    let (first, mut end) = time(scan)?;
    let mut to = scan.moved_to(end);
    to.spaces();
    if to.sign(&['-', '–']).is_some() {
        to.spaces();
        if let Some((second, second_end)) = time(to).filter(|(time, _)| time.half.is_some()) {
            return Some(Found::said(second_end, format!("{first} to {second}"), ChangeKind::TimeInWords));
        }
    }
    first.half?;
    // The full stop of "p.m." ends the sentence too, where one ends here.
    let last = scan.moved_to(end.saturating_sub(1));
    if last.ends_sentence() {
        end -= 1;
    }
    Some(Found::said(end, first.to_string(), ChangeKind::TimeInWords))
}

struct Time<'a> {
    hour: &'a str,
    minute: Option<&'a str>,
    half: Option<&'static str>,
}

impl std::fmt::Display for Time<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.hour)?;
        if let Some(minute) = self.minute.filter(|minute| *minute != "00") {
            write!(f, ":{minute}")?;
        }
        self.half.map_or(Ok(()), |half| write!(f, " {half}"))
    }
}

/// Reads a time. Returns it and its end. One without "am" or "pm" may be another number.
fn time(scan: Scan<'_>) -> Option<(Time<'_>, usize)> {
    let mut scan = scan;
    let is_below = |digits: &&str, limit: u8| digits.len() <= 2 && digits.parse::<u8>().is_ok_and(|number| number < limit);
    let hour = scan.digits().filter(|hour| is_below(hour, 24))?;
    let mut ahead = scan;
    let minute = ahead.sign(&['.', ':']).and_then(|_| ahead.digits()).filter(|minute| minute.len() == 2 && is_below(minute, 60));
    if minute.is_some() {
        scan = ahead;
    }
    let mut ahead = scan;
    // "7.30.P.M."
    if minute.is_some() {
        ahead.sign(&['.']);
    }
    ahead.spaces();
    let half = half_of_day(&mut ahead);
    if half.is_some() {
        scan = ahead;
    }
    (half.is_some() || scan.is_end() || scan.next().is_some_and(|next| matches!(next, '-' | '–')))
        .then_some((Time { hour, minute, half }, scan.at))
}

/// Reads "am" or "p.m.".
fn half_of_day(scan: &mut Scan<'_>) -> Option<&'static str> {
    let mut ahead = *scan;
    let half = match ahead.next()? {
        'a' | 'A' => "am",
        'p' | 'P' => "pm",
        _ => return None,
    };
    ahead.at += 1;
    let has_stop = ahead.sign(&['.']).is_some();
    ahead.sign(&['m', 'M'])?;
    if has_stop {
        ahead.sign(&['.']);
    }
    if ahead.next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    *scan = ahead;
    Some(half)
}

#[cfg(test)]
mod tests {
    use crate::rewrite::spoken::phrases::say;

    #[test]
    fn times_are_said_as_times() {
        for (text, said) in [
            ("at 7.30pm.", "at 7:30 pm."),
            ("6.00 PM on", "6 pm on"),
            ("10am", "10 am"),
            ("9 p.m. The end", "9 pm. The end"),
            ("9 p.m.", "9 pm."),
            ("AT 7.30.P.M.", "AT 7:30 pm."),
            ("at 9 a.m. on", "at 9 am on"),
            ("10am-4pm", "10 am to 4 pm"),
            ("7.30 – 9.15pm", "7:30 to 9:15 pm"),
        ] {
            assert_eq!(say(text), said);
        }
    }

    #[test]
    fn what_is_no_time_is_left() {
        for text in ["7.30", "25pm", "7.75pm", "10 amps", "3.6", "19:30", "7 pm", "7:30 pm", "3 a day", "A4 P.M"] {
            assert_eq!(say(text), text);
        }
    }
}
