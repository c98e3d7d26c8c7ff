//! What a phone runs: local store, sync, outbox, runtime, and one module a domain.
//!
//! The apps for Android and iOS open [`YuiApp`] with the services of their phone ([`Platform`]) and draw the
//! immutable view records that its sub-objects answer with; rules and words live below this line. Everything
//! exported here crosses by UniFFI, so calls are coarse, records whole, and errors one type ([`AppError`]).

uniffi::setup_scaffolding!();

mod app;
mod clock;
mod config;
mod core;
mod error;
mod events;
mod ffi;
pub mod http;
pub mod identity;
mod ids;
mod listener;
pub mod notices;
pub mod outbox;
pub mod outside;
mod platform;
mod quotes;
mod runtime;
pub mod screens;
mod seams;
mod session;
pub mod settings;
pub mod shop;
mod signing;
pub mod store;
mod sync;
mod town;
mod view;
pub mod wallet;

pub use app::YuiApp;
pub use clock::{Anchor, ServerTime};
pub use config::AppConfig;
pub use error::{AppError, PlatformError};
pub use ffi::{error_code_text, error_codes};
pub use listener::{ChangeListener, Listening, Topic};
pub use platform::{
    CardTransport, Clock, ClockReading, DeviceKeys, KeyName, LogLevel, LogSink, Platform, SecureStore,
};
pub use seams::Seams;
pub use sync::SyncView;
pub use view::{ErrorView, ErrorWay, Text, TextRun};
