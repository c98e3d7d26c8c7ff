//! What a phone runs.
