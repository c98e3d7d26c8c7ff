//! What a measurement comes to when something else than its figure comes out.

/// A figure, or in words why there is none.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
