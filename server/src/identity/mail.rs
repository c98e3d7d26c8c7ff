//! Mail to a visitor: a port, because every town has its own way out.

use std::{path::PathBuf, process::Stdio};

use async_trait::async_trait;
use tokio::{io::AsyncWriteExt, process::Command};
use yui_protocol::ErrorCode;

/// Sends one-time codes. Neither address nor code may be logged.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Sends `code` to `address`; `unavailable` when mail cannot leave now.
    async fn send_code(&self, address: &str, code: &str) -> Result<(), ErrorCode>;
}

/// No mail is set up: visitors get their code at the counter.
pub struct NoMail;

#[async_trait]
impl Mailer for NoMail {
    async fn send_code(&self, _: &str, _: &str) -> Result<(), ErrorCode> {
        Err(ErrorCode::Unavailable)
    }
}

/// The machine's own mail program, called as `sendmail -i -f FROM ADDRESS` with the letter on its input.
pub struct Sendmail {
    /// The program.
    pub program: PathBuf,
    /// The sender's address.
    pub from: String,
}

#[async_trait]
impl Mailer for Sendmail {
    async fn send_code(&self, address: &str, code: &str) -> Result<(), ErrorCode> {
        let unavailable = |_| ErrorCode::Unavailable;
        let mut program = Command::new(&self.program)
            .args(["-i", "-f", &self.from, "--", address])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(unavailable)?;
        let letter = letter(&self.from, address, code);
        if let Some(mut input) = program.stdin.take() {
            input.write_all(letter.as_bytes()).await.map_err(unavailable)?;
        }
        let status = program.wait().await.map_err(unavailable)?;
        if status.success() { Ok(()) } else { Err(ErrorCode::Unavailable) }
    }
}

fn letter(from: &str, to: &str, code: &str) -> String {
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: Yui: {code}\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\
         結（Yui）の確認コード: {code}\r\n15分以内にアプリに入力してください。\r\n\r\n\
         Your Yui code: {code}\r\nEnter it in the app within 15 minutes.\r\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_letter_goes_to_the_mail_program() {
        let folder = tempfile::tempdir().expect("a folder");
        let (program, got) = (folder.path().join("sendmail"), folder.path().join("letter"));
        std::fs::write(
            &program,
            format!("#!/bin/sh\nprintf '%s\\n' \"$5\" > {0}\ncat >> {0}\n", got.display()),
        )
        .expect("writes");
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(&program, mode).expect("executable");
        let mailer = Sendmail { program, from: "yui@omura.example".into() };
        assert_eq!(mailer.send_code("hanako@mail.example", "ABCDE-FGHJK").await, Ok(()));
        let letter = std::fs::read_to_string(got).expect("a letter");
        assert!(letter.starts_with("hanako@mail.example\nFrom: yui@omura.example\r\n"), "{letter}");
        assert!(letter.contains("ABCDE-FGHJK"));

        let nowhere = Sendmail { program: "/nonexistent/sendmail".into(), from: String::new() };
        assert_eq!(nowhere.send_code("a@b.example", "x").await, Err(ErrorCode::Unavailable));
    }
}
