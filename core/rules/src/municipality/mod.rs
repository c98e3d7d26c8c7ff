//! Reading a town's municipality.toml. A file that is not right in every respect gives no town at all, so a
//! server with a broken folder does not start; the error names the key for whoever has to mend it.

mod checks;

use yui_protocol::municipality::Municipality;

/// What is wrong with a file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Invalid {
    /// It is no TOML, or has a key too many, too few or of a wrong type; the text shows line and key.
    #[error("municipality.toml cannot be read: {0}")]
    Unreadable(String),
    /// A value is not possible.
    #[error("municipality.toml: {key}: {problem}")]
    Value {
        /// The key, such as `programmes.charge-2026.budget`.
        key: String,
        /// What is wrong with it.
        problem: &'static str,
    },
}

/// Reads and checks a file.
pub fn parse(toml: &str) -> Result<Municipality, Invalid> {
    let town: Municipality =
        toml::from_str(toml).map_err(|error| Invalid::Unreadable(error.to_string().trim_end().to_owned()))?;
    checks::check(&town)?;
    Ok(town)
}

#[cfg(test)]
pub(crate) mod tests;
