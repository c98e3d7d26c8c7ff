//! What an app is opened with.

use yui_protocol::{ErrorCode, TownCode};

use crate::error::AppResult;

/// Where this phone's store lies and which town it talks to.
#[derive(Clone, Debug, uniffi::Record)]
pub struct AppConfig {
    /// A folder of the app's own, kept out of the system's backups.
    pub data_dir: String,
    /// The town's public origin, such as `https://yui.city.example`; plain `http` only for this machine itself.
    pub origin: String,
    /// The town's 6-digit code.
    pub town: String,
    /// The language to begin with (BCP 47); the person's own choice in settings wins later.
    pub language: String,
    /// The town's configuration (JSON of `GET /v1/municipality`) that came with the app, for a first start
    /// without network.
    pub bundled_municipality: Option<String>,
}

impl AppConfig {
    /// The town and the origin without a closing slash: `malformed_request` when either is wrong, or when
    /// the origin would carry personal data in the clear.
    pub(crate) fn checked(&self) -> AppResult<(TownCode, String)> {
        let town = self.town.parse::<TownCode>()?;
        let origin = self.origin.trim_end_matches('/');
        if is_safe_origin(origin) {
            Ok((town, origin.to_owned()))
        } else {
            Err(ErrorCode::MalformedRequest.into())
        }
    }
}

fn is_safe_origin(origin: &str) -> bool {
    let Some((scheme, authority)) = origin.split_once("://") else { return false };
    let host = authority.rsplit_once(':').map_or(authority, |(host, _)| host);
    let plain = !authority.is_empty() && !authority.contains(['/', '?', '#', '@', ' ']);
    plain && (scheme == "https" || (scheme == "http" && matches!(host, "127.0.0.1" | "localhost" | "[::1]")))
}

#[cfg(test)]
mod tests {
    use super::is_safe_origin;

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for good in
            ["https://yui.city.example", "http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:9"]
        {
            assert!(is_safe_origin(good), "{good}");
        }
        for bad in [
            "http://yui.city.example",
            "ftp://127.0.0.1",
            "https://",
            "https://a/b",
            "http://localhost@evil:1",
            "x",
        ] {
            assert!(!is_safe_origin(bad), "{bad}");
        }
    }
}
