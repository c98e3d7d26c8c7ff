//! The hosted API and every web page.
