//! The core and the screens on a virtual machine, as an Android app has them: figures taken by the Kotlin side's own
//! programs.

use std::path::Path;

use tokio::process::Command;

use crate::{
    measure::{Line, Report},
    outcome::Outcome,
    size::Size,
};

/// Measures them.
pub async fn run(size: &Size, server: &Path, report: &mut Report) -> Outcome<()> {
    let built = server.parent().ok_or("the server's program is in no folder")?;
    let core = ["--projects", "../bindings/kotlin", "-Dtest=PhoneFigures"];
    for figure in told(size, built, &core).await? {
        let [name, value, unit] = &figure[..] else { return Err(format!("not a figure: {figure:?}").into()) };
        report.note(name, unit, value.parse()?)?;
    }
    let screens = ["--projects", "ui", "--also-make", "-Dcore.skipTests", "-Dtest=ScreenFigures"];
    for figure in told(size, built, &screens).await? {
        let [name, ours, peer] = &figure[..] else { return Err(format!("no figures: {figure:?}").into()) };
        report.line(&Line::beside(name, "ms", ours.parse()?, peer.parse()?))?;
    }
    Ok(())
}

/// What the figures' program of a module prints, each as its words.
async fn told(size: &Size, built: &Path, module: &[&str]) -> Outcome<Vec<Vec<String>>> {
    let pom = Path::new(env!("CARGO_MANIFEST_DIR")).join("../android/pom.xml");
    let output = Command::new("mvn")
        .args(["--batch-mode", "--no-transfer-progress", "--quiet", "--file"])
        .arg(pom)
        .args(module)
        .args(["-Dsurefire.failIfNoSpecifiedTests=false", "test"])
        .arg(format!("-Dnative.dir={}", built.display()))
        .arg(format!("-Dfigures.rows={}", size.rows))
        .arg(format!("-Dfigures.openings={}", size.openings))
        .arg(format!("-Dfigures.calls={}", size.calls))
        .output()
        .await?;
    let told = String::from_utf8_lossy(&output.stdout);
    let figures = told.lines().filter_map(|line| line.split_once("figure "));
    let figures: Vec<_> = figures.map(|(_, figure)| figure.split(' ').map(str::to_owned).collect()).collect();
    if !output.status.success() || figures.is_empty() {
        return Err(format!("the Kotlin side did not measure: {told}").into());
    }
    Ok(figures)
}
