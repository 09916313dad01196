//! Rules of the record of a meeting, and of what may be published.

pub(super) mod action_without_date;
pub(super) mod action_without_owner;
pub(super) mod not_for_publication;
pub(super) mod person_present_and_absent;
