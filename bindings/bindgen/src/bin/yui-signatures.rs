//! Compares the signatures of generated code with those that are committed, or writes them.

use std::{env, fs, path::Path, process::ExitCode};

use yui_bindgen::{Names, generated_file, signatures};

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [mode @ ("--check" | "--write"), config, generated, snapshot] => {
            run(mode == "--write", Path::new(config), Path::new(generated), Path::new(snapshot))
        }
        _ => Err("usage: yui-signatures --check|--write UNIFFI_TOML GENERATED_FOLDER SNAPSHOT".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("{wrong}");
            ExitCode::FAILURE
        }
    }
}

fn run(write: bool, config: &Path, generated: &Path, snapshot: &Path) -> Result<(), String> {
    let names = Names::read(&read(config)?)?;
    let (file, language) = generated_file(generated)?;
    let code = read(&file)?;
    names.check(language, &file, &code)?;
    let now = signatures(language, &code);
    if write {
        return fs::write(snapshot, now).map_err(|error| format!("{}: {error}", snapshot.display()));
    }
    let committed = read(snapshot)?;
    match committed.lines().zip(now.lines()).find(|(before, now)| before != now) {
        None if committed == now => Ok(()),
        None => Err(format!("{}: lines came or went; run scripts/bindings", snapshot.display())),
        Some((before, now)) => {
            Err(format!("{}: {before:?} is {now:?} now; run scripts/bindings", snapshot.display()))
        }
    }
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
