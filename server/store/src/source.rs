//! Where rows are read from, one at a time or all at once.

use sqlx::{SqlSafeStr, SqlStr};

use crate::{
    error::StoreError,
    value::{Row, Value},
};

/// Where rows are read from.
pub(crate) trait Source: Send {
    /// Runs a reading statement, and gives each row to `take` as it arrives: nobody holds them all.
    fn each(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
        take: impl FnMut(Row) -> Result<(), StoreError> + Send,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The rows of a reading statement.
    fn fetch(
        &mut self,
        sql: SqlStr,
        values: Vec<Value>,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send {
        async {
            let mut rows = Vec::new();
            let take = |row| {
                rows.push(row);
                Ok(())
            };
            self.each(sql, values, take).await?;
            Ok(rows)
        }
    }
}

/// The rows of a reading statement, each as `read` reads it.
pub(crate) async fn all<T: Send>(
    source: &mut impl Source,
    text: &'static str,
    values: Vec<Value>,
    mut read: impl FnMut(&Row) -> Result<T, StoreError> + Send,
) -> Result<Vec<T>, StoreError> {
    let mut rows = Vec::new();
    let take = |row| {
        rows.push(read(&row)?);
        Ok(())
    };
    source.each(text.into_sql_str(), values, take).await?;
    Ok(rows)
}

/// Reads each row of a reading statement, and gives it to `take`.
pub(crate) async fn each<T>(
    source: &mut impl Source,
    text: &'static str,
    values: Vec<Value>,
    read: impl Fn(&Row) -> Result<T, StoreError> + Send + Sync,
    mut take: impl FnMut(T) -> Result<(), StoreError> + Send,
) -> Result<(), StoreError> {
    source.each(text.into_sql_str(), values, |row| take(read(&row)?)).await
}
