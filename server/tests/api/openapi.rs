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

/// What the specification wants of every answer (§4.8.17), and a reader of every page.
#[tokio::test]
async fn every_answer_is_described_in_words_of_the_api() {
    let world = World::sqlite().await;
    let says = yui_server::http::openapi::document(world.yui());
    let document: serde_json::Value = serde_json::from_str(&says).expect("JSON");
    let mut answers = 0;
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            for (status, answer) in operation["responses"].as_object().expect("answers") {
                let place = format!("{method} {path} {status}");
                assert!(answer["description"].as_str().is_some_and(|words| !words.is_empty()), "{place}");
                let has_body = !matches!(status.as_str(), "202" | "204" | "304") || path.ends_with("/enrol");
                assert_eq!(answer["content"].is_object(), has_body, "{place}");
                answers += 1;
            }
        }
    }
    assert!(answers > 35, "{answers}");
    let unready = &document["paths"]["/readyz"]["get"]["responses"]["503"]["content"];
    let problem = &unready["application/problem+json"]["schema"]["$ref"];
    assert_eq!(problem, "#/components/schemas/Problem");
    for leak in ["[`", "`]", "::"] {
        assert!(!says.contains(leak), "{leak} of rustdoc in docs/openapi.json");
    }
}
