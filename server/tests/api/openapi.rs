//! docs/openapi.json is what the server says of itself. `YUI_WRITE_DOCS=1` writes it anew.

use std::path::Path;

use crate::support::World;

#[tokio::test]
async fn the_committed_description_is_the_servers() {
    let world = World::sqlite().await;
    let says = yui_server::http::openapi::document(world.yui());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/openapi.json");
    if std::env::var_os("YUI_WRITE_DOCS").is_some() {
        std::fs::write(&path, &says).expect("docs can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == says, "docs/openapi.json is old: run with YUI_WRITE_DOCS=1");
}
