//! Mail to a visitor, and to whoever runs the server: a port, because every town has its own way out. The words are those
//! of yui-texts.

use std::{path::PathBuf, process::Stdio};

use async_trait::async_trait;
use tokio::{io::AsyncWriteExt, process::Command};
use yui_protocol::{ErrorCode, Millis, hides};
use yui_texts::{Args, Lang, keys::notices, text};

/// How long a code sent by mail lives.
pub const MAIL_CODE_LIFE: i64 = 15 * Millis::MINUTE;

/// Sends registration codes and alarms. No address and no code may be logged.
#[async_trait]
pub trait Mailer: Send + Sync {
    /// `mail_not_offered` where no mail is set up at all.
    fn check(&self) -> Result<(), ErrorCode> {
        Ok(())
    }

    /// Sends `code` to `address`, for who reads `lang`; `unavailable` when mail cannot leave now.
    async fn send_code(&self, address: &str, code: &str, lang: Lang) -> Result<(), ErrorCode>;

    /// Sends words to whoever runs the server, under the code of an alarm, by which a mailbox can tell it from others.
    /// Refused as [`Mailer::send_code`].
    async fn send_alarm(&self, address: &str, alarm: &str, words: &str) -> Result<(), ErrorCode>;
}

/// No mail is set up: visitors get their code at the counter.
pub struct NoMail;

#[async_trait]
impl Mailer for NoMail {
    fn check(&self) -> Result<(), ErrorCode> {
        Err(ErrorCode::MailNotOffered)
    }

    async fn send_code(&self, _: &str, _: &str, _: Lang) -> Result<(), ErrorCode> {
        self.check()
    }

    async fn send_alarm(&self, _: &str, _: &str, _: &str) -> Result<(), ErrorCode> {
        self.check()
    }
}

/// The machine's own mail program, called as `sendmail -i -t -f FROM` with the mail on its input. The address is read
/// from the mail, because everybody on the machine can see a program's arguments.
pub struct Sendmail {
    /// The program.
    pub program: PathBuf,
    /// The sender's address.
    pub from: String,
}

#[async_trait]
impl Mailer for Sendmail {
    async fn send_code(&self, address: &str, code: &str, lang: Lang) -> Result<(), ErrorCode> {
        self.send(address, "Yui", &with_code(code, lang)).await
    }

    async fn send_alarm(&self, address: &str, alarm: &str, words: &str) -> Result<(), ErrorCode> {
        self.send(address, &format!("Yui {alarm}"), words).await
    }
}

impl Sendmail {
    async fn send(&self, address: &str, subject: &str, words: &str) -> Result<(), ErrorCode> {
        if !is_one_address(address) {
            return Err(ErrorCode::MalformedRequest);
        }
        let unavailable = |_| ErrorCode::Unavailable;
        let mut program = Command::new(&self.program)
            .args(["-i", "-t", "-f", &self.from])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(unavailable)?;
        let mail = format!(
            "From: {}\r\nTo: {address}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n\
             Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{words}\r\n",
            self.from
        );
        if let Some(mut input) = program.stdin.take() {
            input.write_all(mail.as_bytes()).await.map_err(unavailable)?;
        }
        let status = program.wait().await.map_err(unavailable)?;
        if status.success() { Ok(()) } else { Err(ErrorCode::Unavailable) }
    }
}

/// Whether a line `To:` with this text goes to this one address, the one that is read there, and is nothing but that line
/// (RFC 5322 §3.4).
#[must_use]
pub fn is_one_address(text: &str) -> bool {
    let special = |c: char| hides(c) || c.is_whitespace() || "<>()[]:;,\\\"".contains(c);
    text.matches('@').count() == 1 && !text.chars().any(special)
}

/// A mail with a code: in the reader's language first, then in Japanese and English, because a mail address tells neither.
fn with_code(code: &str, lang: Lang) -> String {
    let mut languages = vec![lang];
    languages.extend([Lang::Ja, Lang::En].into_iter().filter(|other| *other != lang));
    let args = Args::new().words("code", code).count("count", MAIL_CODE_LIFE / Millis::MINUTE);
    let said = |lang| {
        [notices::MAIL_CODE, notices::MAIL_CODE_MINUTES, notices::MAIL_CODE_NOT_YOU]
            .map(|key| text(lang, key, &args).plain)
            .join("\r\n")
    };
    let words: Vec<String> = languages.into_iter().map(said).collect();
    words.join("\r\n\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_mail_goes_to_the_mail_program() {
        let folder = tempfile::tempdir().expect("a folder");
        let (program, got) = (folder.path().join("sendmail"), folder.path().join("mail"));
        std::fs::write(
            &program,
            format!("#!/bin/sh\nprintf '%s\\n' \"$*\" > {0}\ncat >> {0}\n", got.display()),
        )
        .expect("writes");
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(&program, mode).expect("executable");
        let mailer = Sendmail { program, from: "yui@omura.example".into() };
        assert_eq!(mailer.send_code("hanako@mail.example", "ABCDE-FGHJK", Lang::Vi).await, Ok(()));
        let mail = std::fs::read_to_string(&got).expect("a mail");
        let (arguments, mail) = mail.split_once('\n').expect("arguments and a mail");
        assert_eq!(arguments, "-i -t -f yui@omura.example", "seen by everybody on the machine");
        assert!(mail.starts_with("From: yui@omura.example\r\nTo: hanako@mail.example\r\n"), "{mail}");
        let (head, words) = mail.split_once("\r\n\r\n").expect("a head and a body");
        assert!(!head.contains("ABCDE"), "a subject is shown on locked screens: {head}");
        assert_eq!(words.matches("ABCDE-FGHJK").count(), 3, "{words}");
        assert_eq!(words.matches("15").count(), 3, "{words}");
        assert!(words.starts_with("Mã"), "{words}");

        assert_eq!(mailer.send_alarm("operator@town.example", "found", "Look.\r\nNow.").await, Ok(()));
        let alarm = std::fs::read_to_string(&got).expect("a mail");
        let (_, alarm) = alarm.split_once('\n').expect("arguments and a mail");
        assert!(
            alarm.starts_with(
                "From: yui@omura.example\r\nTo: operator@town.example\r\nSubject: Yui found\r\n"
            ),
            "{alarm}"
        );
        assert!(alarm.ends_with("\r\n\r\nLook.\r\nNow.\r\n"), "{alarm}");

        let to_two = "hanako@mail.example,taro@mail.example";
        for address in [to_two, "a@b.example\r\nBcc: c@d.example", "group:a@b.example", "a@b@c.example"] {
            let refused = mailer.send_code(address, "x", Lang::Ja).await;
            assert_eq!(refused, Err(ErrorCode::MalformedRequest), "{address}");
        }

        let nowhere = Sendmail { program: "/nonexistent/sendmail".into(), from: String::new() };
        assert_eq!(nowhere.send_code("a@b.example", "x", Lang::Ja).await, Err(ErrorCode::Unavailable));
    }
}
