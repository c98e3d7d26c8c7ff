//! `yui-server staff`. A password is never an argument: a one-time one is made here, shown once, and changed by the
//! person at her first sign-in.

use clap::{Args, Subcommand};
use yui_cli::Output;
use yui_protocol::ErrorCode;
use yui_server::{
    chore::{Chore, Done},
    staff::{NewStaff, Role},
};
use yui_texts::{Args as Put, keys::chores as keys};

use crate::cli::{
    chore::done,
    common::{Data, On},
    words::{Failure, say},
};

/// See [`super::Command::Staff`].
#[derive(Subcommand)]
pub enum Staff {
    /// Add a member of staff and print her one-time password. It is good for seven days; at the first sign-in she
    /// chooses her own.
    Add(On<Add>),
    /// Print a new one-time password for somebody who forgot hers; where she is signed in, she is signed out.
    Reset(On<Which>),
    /// End an account at once.
    End(On<Which>),
    /// List all accounts: name to sign in with, role, name as shown.
    List(On<()>),
}

#[derive(Args)]
pub struct Add {
    /// The name to sign in with: 2 to 32 small letters, digits, `.`, `-`, `_`.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// Her name as the pages show it.
    #[arg(long, value_name = "WORDS")]
    shown: String,
    /// What she may do.
    #[arg(long, value_enum)]
    role: Role,
}

#[derive(Args)]
pub struct Which {
    /// The name to sign in with.
    #[arg(long, value_name = "NAME")]
    name: String,
}

impl Staff {
    /// Does it.
    pub async fn run(self) -> Result<(), Failure> {
        let (chore, data, output) = match self {
            Self::Add(On { own: Add { name, shown, role }, data, output }) => {
                let new = NewStaff { sign_in: name, shown, role };
                if let Some(wrong) = new.wrong() {
                    return Err(Failure::plain(wrong));
                }
                return add(new, &data, &output).await;
            }
            Self::Reset(On { own, data, output }) => (Chore::StaffReset { sign_in: own.name }, data, output),
            Self::End(On { own, data, output }) => (Chore::StaffEnd { sign_in: own.name }, data, output),
            Self::List(On { data, output, .. }) => (Chore::StaffList, data, output),
        };
        tell(&done(&data, chore).await?, &output)
    }
}

async fn add(new: NewStaff, data: &Data, output: &Output) -> Result<(), Failure> {
    let name = Put::new().words("name", &new.sign_in);
    let added = done(data, Chore::StaffAdd(new)).await;
    let added = added.map_err(|why| why.meaning(&ErrorCode::IdConflict, keys::REFUSAL_STAFF_TAKEN, &name))?;
    tell(&added, output)
}

fn tell(done: &Done, output: &Output) -> Result<(), Failure> {
    Ok(output.show(done, || match done {
        Done::OneTimePassword { password } => say(keys::CHORE_PASSWORD, &Put::new().words("code", password)),
        Done::Ended => say(keys::CHORE_STAFF_ENDED, &Put::new()),
        Done::Staff { staff } => staff
            .iter()
            .map(|(name, shown, role)| format!("{name}\t{role}\t{shown}"))
            .collect::<Vec<_>>()
            .join("\n"),
        _ => String::new(),
    })?)
}
