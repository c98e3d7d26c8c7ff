//! `yui-server staff`. A password is never an argument: a one-time one is made here, shown once, and changed by the
//! person at her first sign-in.

use clap::{Args, Subcommand};
use yui_server::{
    chore::{Chore, Done},
    staff::{NewStaff, Role},
};

use crate::cli::{
    Failure,
    chore::done,
    common::{Data, Output},
};

/// See [`super::Command::Staff`].
#[derive(Args)]
pub struct StaffCommand {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Add a member of staff and print her one-time password. It is good for seven days; at the first sign-in she
    /// chooses her own.
    Add {
        /// The name to sign in with: small letters, digits, `.`, `-`, `_`.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// Her name as the pages show it.
        #[arg(long, value_name = "WORDS")]
        shown: String,
        /// What she may do.
        #[arg(long, value_enum)]
        role: Role,
    },
    /// Print a new one-time password for somebody who forgot hers; where she is signed in, she is signed out.
    Reset {
        /// The name to sign in with.
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    /// End an account at once.
    End {
        /// The name to sign in with.
        #[arg(long, value_name = "NAME")]
        name: String,
    },
    /// List all accounts.
    List,
}

impl StaffCommand {
    /// Does it.
    pub async fn run(self) -> Result<(), Failure> {
        let chore = match self.command {
            Act::Add { name, shown, role } => Chore::StaffAdd(NewStaff { sign_in: name, shown, role }),
            Act::Reset { name } => Chore::StaffReset { sign_in: name },
            Act::End { name } => Chore::StaffEnd { sign_in: name },
            Act::List => Chore::StaffList,
        };
        let done = done(&self.data, chore).await?;
        self.output.show(&done, || match &done {
            Done::OneTimePassword { password } => {
                format!("One-time password (shown this once, good for 7 days): {password}")
            }
            Done::Ended => "The account has ended.".to_owned(),
            Done::Staff { staff } => staff
                .iter()
                .map(|(name, shown, role)| format!("{name}\t{role}\t{shown}"))
                .collect::<Vec<_>>()
                .join("\n"),
            _ => String::new(),
        })
    }
}
