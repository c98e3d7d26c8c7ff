//! The names that uniffi.toml gives, held against what was generated: UniFFI passes over a file that it cannot read.

use std::{
    fs,
    path::{Path, PathBuf},
};

use toml::Table;

use crate::Language;

/// What uniffi.toml calls things.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Names {
    /// The Kotlin package.
    pub package: String,
    /// The library that Kotlin loads.
    pub library: String,
    /// The Swift module.
    pub module: String,
    /// The module of its C header.
    pub ffi_module: String,
}

impl Names {
    /// Reads them; the error says what is missing.
    pub fn read(text: &str) -> Result<Self, String> {
        let table: Table = text.parse().map_err(|error| format!("{error}"))?;
        let name = |language: &str, key: &str| {
            let mut at = ["defaults", "bindings", language].into_iter();
            let found = at.try_fold(&table, |table, step| table.get(step)?.as_table());
            let name = found.and_then(|table| table.get(key)?.as_str());
            name.map(str::to_owned).ok_or_else(|| format!("no [defaults.bindings.{language}] {key}"))
        };
        Ok(Self {
            package: name("kotlin", "package_name")?,
            library: name("kotlin", "cdylib_name")?,
            module: name("swift", "module_name")?,
            ffi_module: name("swift", "ffi_module_name")?,
        })
    }

    /// Whether generated code bears these names; the error says what it lacks.
    pub fn check(&self, language: Language, file: &Path, code: &str) -> Result<(), String> {
        let (line, place) = match language {
            Language::Kotlin => (format!("package {}", self.package), self.package.replace('.', "/")),
            Language::Swift => (format!("import {}", self.ffi_module), format!("{}.swift", self.module)),
        };
        if !code.lines().any(|found| found == line) {
            return Err(format!("{} has no line {line:?}", file.display()));
        }
        if !file.display().to_string().contains(&place) {
            return Err(format!("{} is not {place}", file.display()));
        }
        if language == Language::Kotlin && !code.contains(&format!("\"{}\"", self.library)) {
            return Err(format!("{} does not load {}", file.display(), self.library));
        }
        Ok(())
    }
}

/// The one generated file below a folder, and its language.
pub fn generated_file(folder: &Path) -> Result<(PathBuf, Language), String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() => folders.push(path),
                Some("kt") => found.push((path, Language::Kotlin)),
                Some("swift") => found.push((path, Language::Swift)),
                _ => {}
            }
        }
    }
    match <[_; 1]>::try_from(found) {
        Ok([one]) => Ok(one),
        Err(found) => Err(format!("{} generated files in {}", found.len(), folder.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFIG: &str = include_str!("../../../uniffi.toml");

    #[test]
    fn code_that_was_generated_without_the_file_is_found_out() {
        let names = Names::read(CONFIG).expect("the names of this project");
        let file = Path::new("generated/jp/yui/core/yui_app.kt");
        let right = "package jp.yui.core\nreturn \"yui_ffi\"\n";
        assert_eq!(names.check(Language::Kotlin, file, right), Ok(()));
        assert!(names.check(Language::Kotlin, file, "package uniffi.yui_app\nreturn \"yui_ffi\"\n").is_err());
        assert!(names.check(Language::Kotlin, file, "package jp.yui.core\nreturn \"yui_app\"\n").is_err());
        assert!(
            names.check(Language::Kotlin, Path::new("generated/uniffi/yui_app/yui_app.kt"), right).is_err()
        );
        let file = Path::new("generated/YuiGenerated.swift");
        assert_eq!(names.check(Language::Swift, file, "import YuiFFI\n"), Ok(()));
        assert!(names.check(Language::Swift, file, "import yui_appFFI\n").is_err());
        assert!(
            names.check(Language::Swift, Path::new("generated/yui_app.swift"), "import YuiFFI\n").is_err()
        );
    }

    #[test]
    fn a_file_in_the_older_form_has_no_names() {
        let older = CONFIG.replace("[defaults.", "[");
        assert!(Names::read(&older).is_err());
    }
}
