//! A clock that cannot be believed: every command that writes says so, and what to do.

use sqlx::{ConnectOptions, Executor, sqlite::SqliteConnectOptions};

use crate::town::{Town, refused};

#[tokio::test]
async fn a_command_that_doubts_the_clock_says_what_to_do() {
    let town = Town::sqlite();
    town.told(&["staff", "add", "--name", "suzuki", "--shown", "鈴木", "--role", "town-counter"]);
    let file = town.data.join("town").join("town.db");
    let mut hand = SqliteConnectOptions::new().filename(&file).connect().await.expect("opens");
    // As if the last commit had been made a day from now.
    let ahead = "UPDATE meta SET clock_wall = clock_wall + 86400000, head_at = head_at + 86400000";
    hand.execute(ahead).await.expect("alters");
    sqlx::Connection::close(hand).await.expect("closes");
    for words in [&["staff", "list"][..], &["migrate"]] {
        let said = refused(&town, words);
        assert!(said.contains("(server_clock)"), "{words:?}: {said}");
        assert!(said.contains("serve --accept-time-jump"), "{words:?}: {said}");
    }
}
