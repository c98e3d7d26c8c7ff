//! The core on a virtual machine, as an Android app has it: figures without a peer, taken by the Kotlin side's own
//! program.

use std::path::Path;

use tokio::process::Command;

use crate::{measure::Report, outcome::Outcome, size::Size};

/// Measures them.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    let pom = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bindings/kotlin/pom.xml");
    let built = server.parent().ok_or("the server's program is in no folder")?;
    let output = Command::new("mvn")
        .args(["--batch-mode", "--no-transfer-progress", "--quiet", "--file"])
        .arg(pom)
        .args(["test", "-Dtest=PhoneFigures", "-Dsurefire.failIfNoSpecifiedTests=true"])
        .arg(format!("-Dnative.dir={}", built.display()))
        .arg(format!("-Dfigures.rows={}", size.rows))
        .arg(format!("-Dfigures.openings={}", size.openings))
        .arg(format!("-Dfigures.calls={}", size.calls))
        .output()
        .await?;
    let told = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<_> = told.lines().filter_map(|line| line.split_once("figure ")).collect();
    if !output.status.success() || figures.len() != FIGURES {
        return Err(format!("the Kotlin side did not measure: {told}").into());
    }
    for (_, figure) in figures {
        let [name, value, unit] = figure.split(' ').collect::<Vec<_>>()[..] else {
            return Err(format!("not a figure: {figure}").into());
        };
        report.note(name, unit, value.parse()?)?;
    }
    Ok(())
}

/// How many the Kotlin side prints.
const FIGURES: usize = 4;
