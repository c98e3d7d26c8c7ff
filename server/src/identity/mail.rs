//! Mail to a visitor: a port, because every town has its own way out. The words are those of yui-texts.

use std::{path::PathBuf, process::Stdio};

use async_trait::async_trait;
use tokio::{io::AsyncWriteExt, process::Command};
use yui_protocol::{ErrorCode, Millis};
use yui_texts::{Args, Lang, keys::notices, text};

/// How long a code sent by mail lives.
pub const MAIL_CODE_LIFE: i64 = 15 * Millis::MINUTE;

/// Sends one-time codes. Neither address nor code may be logged.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// Sends `code` to `address`, for who reads `lang`; `unavailable` when mail cannot leave now.
    async fn send_code(&self, address: &str, code: &str, lang: Lang) -> Result<(), ErrorCode>;
}

/// No mail is set up: visitors get their code at the counter.
pub struct NoMail;

#[async_trait]
impl Mailer for NoMail {
    async fn send_code(&self, _: &str, _: &str, _: Lang) -> Result<(), ErrorCode> {
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
    async fn send_code(&self, address: &str, code: &str, lang: Lang) -> Result<(), ErrorCode> {
        let unavailable = |_| ErrorCode::Unavailable;
        let mut program = Command::new(&self.program)
            .args(["-i", "-f", &self.from, "--", address])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(unavailable)?;
        let letter = letter(&self.from, address, code, lang);
        if let Some(mut input) = program.stdin.take() {
            input.write_all(letter.as_bytes()).await.map_err(unavailable)?;
        }
        let status = program.wait().await.map_err(unavailable)?;
        if status.success() { Ok(()) } else { Err(ErrorCode::Unavailable) }
    }
}

/// The letter: in the reader's language first, then in Japanese and English, because a mail address tells neither.
fn letter(from: &str, to: &str, code: &str, lang: Lang) -> String {
    let mut languages = vec![lang];
    languages.extend([Lang::Ja, Lang::En].into_iter().filter(|other| *other != lang));
    let args = Args::new().words("code", code).count("count", MAIL_CODE_LIFE / Millis::MINUTE);
    let said = |lang| {
        [notices::MAIL_CODE, notices::MAIL_CODE_MINUTES, notices::MAIL_CODE_NOT_YOU]
            .map(|key| text(lang, key, &args).plain)
            .join("\r\n")
    };
    let words: Vec<String> = languages.into_iter().map(said).collect();
    format!(
        "From: {from}\r\nTo: {to}\r\nSubject: Yui: {code}\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n",
        words.join("\r\n\r\n")
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
        assert_eq!(mailer.send_code("hanako@mail.example", "ABCDE-FGHJK", Lang::Vi).await, Ok(()));
        let letter = std::fs::read_to_string(got).expect("a letter");
        assert!(letter.starts_with("hanako@mail.example\nFrom: yui@omura.example\r\n"), "{letter}");
        let (_, words) = letter.split_once("\r\n\r\n").expect("a head and a body");
        assert_eq!(words.matches("ABCDE-FGHJK").count(), 3, "{words}");
        assert_eq!(words.matches("15").count(), 3, "{words}");
        assert!(words.starts_with("Mã"), "{words}");

        let nowhere = Sendmail { program: "/nonexistent/sendmail".into(), from: String::new() };
        assert_eq!(nowhere.send_code("a@b.example", "x", Lang::Ja).await, Err(ErrorCode::Unavailable));
    }
}
