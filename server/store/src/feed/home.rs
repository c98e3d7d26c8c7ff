//! Where the projection lies: beside the store's file in one of its own, or in the schema of the store.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use sqlx::SqlSafeStr;

use crate::{
    backup, db::Db, engine::Engine, error::StoreError, postgres::Schema, session::Session, sqlite,
    store::StoreUrl,
};

/// What the name of the projection's file has more than that of the store.
pub(crate) const FEED_ENDING: &str = ".feed";

const TABLES_SQLITE: &str = "
    CREATE TABLE IF NOT EXISTS feed (party BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (party, seq)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS feed_cursor (id INTEGER PRIMARY KEY, upto BIGINT NOT NULL);
    INSERT INTO feed_cursor (id, upto) VALUES (1, 0) ON CONFLICT DO NOTHING;";

/// Where a store has its projection.
pub(super) enum FeedHome {
    /// Beside the store's file.
    Sqlite {
        store: PathBuf,
    },
    Postgres(Schema),
}

/// The projection's file.
pub(super) fn file_of(store: &Path) -> PathBuf {
    backup::with_ending(store, FEED_ENDING)
}

impl FeedHome {
    /// Beside the store at `url`.
    pub(super) fn of(url: &StoreUrl) -> Result<Self, StoreError> {
        Ok(match url {
            StoreUrl::Sqlite(path) => Self::Sqlite { store: path.clone() },
            StoreUrl::Postgres { url, schema } => Self::Postgres(Schema::new(url, schema)?),
        })
    }

    /// A connection for writing to it, with its tables made.
    pub(super) async fn open(&self) -> Result<Session, StoreError> {
        let mut connection = match self {
            Self::Sqlite { store } => sqlite::connect(&file_of(store), sqlite::FEED_MARK).await?,
            Self::Postgres(schema) => schema.connect().await?,
        };
        if connection.engine() == Engine::Sqlite {
            let made = connection.script(TABLES_SQLITE.into_sql_str()).await;
            if let Err(error) = made {
                // The file may be removed next, and must not be under an open connection.
                let _ = connection.close().await;
                return Err(error);
            }
        }
        Ok(Session::new(connection))
    }
}

/// The pool of the projection's present file. Clones are the same.
#[derive(Clone)]
pub(super) struct Reader(Arc<Mutex<Db>>);

impl Reader {
    pub(super) fn new(db: Db) -> Self {
        Self(Arc::new(Mutex::new(db)))
    }

    pub(super) fn now(&self) -> Db {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn set(&self, fresh: Db) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
    }
}

/// Whether the projection's own file cannot be read any more.
pub(super) fn is_spoilt(error: &StoreError) -> bool {
    matches!(error, StoreError::Corrupt(_) | StoreError::Foreign(_))
}
