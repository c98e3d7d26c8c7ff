//! The programs that are shipped, for tests of what a town really runs.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

/// The program of a package that is shipped, built as a person would; where it is.
///
/// # Panics
/// When it cannot be built.
#[must_use]
pub fn built(package: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let built = Command::new(env!("CARGO"))
        .args(["build", "--package", package, "--bin", package, "--message-format", "json"])
        .current_dir(root)
        .stderr(Stdio::null())
        .output()
        .expect("cargo runs");
    assert!(built.status.success(), "{package} cannot be built");
    let messages = String::from_utf8_lossy(&built.stdout);
    let mut executables = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        message["executable"].as_str().map(PathBuf::from)
    });
    executables.next_back().expect("an executable")
}
