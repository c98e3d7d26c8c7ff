//! The store on both engines: every test here is run on SQLite and on a private PostgreSQL.

mod acts;
mod alterations;
mod altered;
mod beat;
mod broken;
mod clock;
mod died;
mod disk;
mod export;
mod feed;
mod fence;
mod filing;
mod hash;
mod locks;
mod log;
mod lost;
mod opening;
mod placed;
mod proxy;
mod under_load;
mod units;
mod wal;

/// Runs an `async fn(Place)` as one test on each engine.
#[macro_export]
macro_rules! on_both {
    ($($name:ident)+) => {
        $(mod $name {
            use yui_store::testing::Place;

            #[tokio::test]
            async fn sqlite() {
                super::$name(Place::sqlite()).await;
            }

            #[tokio::test]
            async fn postgres() {
                super::$name(Place::postgres()).await;
            }
        })+
    };
}
