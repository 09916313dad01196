//! Rules of the record of a meeting.

pub(super) mod person_present_and_absent;
