//! What a measurement comes to: its figure, or in words why there is none.

/// See the module.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
