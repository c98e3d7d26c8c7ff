//! The accounts that the demo tells: with them the staff pages can be used as they stand.

use serde_json::json;
use yui_tests::omura;

/// The value of the first field of this name.
fn field(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{page}"));
    rest.split('"').next().expect("a value").to_owned()
}

#[tokio::test]
async fn a_told_account_can_use_the_pages_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = omura::serve(env!("CARGO_BIN_EXE_yui-test-server"), folder.path(), &[]).await;
    let card =
        json!({"name": "田中　花子", "address": "長崎県大村市玖島１丁目", "birth": "1990-04-01", "sex": "2"});
    server.control("card.make", &card).await.expect("a card");
    let account = json!({"name": "accounts", "shown": "会計", "role": "body_accounts"});
    let made = server.control("staff.add", &account).await.expect("an account");
    let again = server.control("staff.add", &account).await.expect("an answer");
    assert_eq!(again["error"], "id_conflict");

    let origin = server.addresses().origin.clone();
    let http =
        reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let post = async |path: &str, cookie: &str, fields: &[(&str, &str)]| {
        let sent = http.post(format!("{origin}{path}")).header("origin", &origin).header("cookie", cookie);
        sent.form(fields).send().await.expect("an answer")
    };
    let password = made["password"].as_str().expect("a password");
    let entered = post("/staff/sign-in", "", &[("name", "accounts"), ("password", password)]).await;
    assert_eq!(entered.headers()["location"], "/staff/home", "no password must be chosen first");
    let kept = entered.headers().get_all("set-cookie").iter().map(|cookie| cookie.to_str().expect("text"));
    let kept: Vec<&str> = kept.filter_map(|cookie| cookie.split(';').next()).collect();
    let cookie = &kept.join("; ");
    let get = async |path: &str| {
        let answer =
            http.get(format!("{origin}{path}")).header("cookie", cookie).send().await.expect("an answer");
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        answer.text().await.expect("text")
    };
    let token = field(&get("/staff/find").await, "token");
    let found = post("/staff/find", cookie, &[("token", &token), ("query", "田中")]).await;
    assert!(found.status().is_success(), "it may look for residents; none is registered yet");
    assert!(get("/staff/ledger").await.contains("action=\"/staff/ledger\""));
    server.kill().await.expect("ends");
}
