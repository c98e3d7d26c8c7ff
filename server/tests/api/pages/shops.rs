//! Shops at a desk: the phones that speak for one, and stopping one that was lost.

use axum::http::StatusCode;
use yui_protocol::{ErrorCode, Thumbprint};
use yui_server::{shop::ShortId, staff::Role};

use super::{Browser, audited, field, text};
use crate::{
    money::{new_shop, pair_request},
    support::{Phone, World, json, on_both},
};

on_both! { a_lost_phone_of_a_shop_is_stopped }

async fn a_lost_phone_of_a_shop_is_stopped(world: World) {
    let (shop, lost) = new_shop(&world, "花子パン").await;
    let (_, other) = new_shop(&world, "青空市場").await;
    let kept = Phone::without_lock();
    let request = pair_request(&world, &kept, shop).await;
    json(&world, axum::http::Method::POST, "/v1/shop/pair", &request).await.json::<serde_json::Value>();
    let called = |phone: &Phone| ShortId::from(phone.id()).to_string();

    let mut accounts = Browser::of(&world, "accounts", Role::BodyAccounts).await;
    let shops = text(&accounts.open(&world, "/staff/shops").await);
    let path = format!("/staff/shops/{shop}/phones");
    assert!(shops.contains(&format!("href=\"{path}\"")), "{shops}");
    let page = text(&accounts.open(&world, &path).await);
    assert!(page.contains(&called(&lost)) && page.contains(&called(&kept)), "{page}");
    assert!(!page.contains(&called(&other)), "another shop's: {page}");
    let stopping = format!("/staff/shops/{shop}/stop-phone");
    assert_eq!(page.matches(&stopping).count(), 2, "{page}");

    let token = field(&page, "token");
    for nobodys in [other.id().to_string(), Thumbprint([9; 32]).to_string(), "x".to_owned(), String::new()] {
        let fields = [("token", token.as_str()), ("phone", nobodys.as_str())];
        let refused = accounts.post(&world, &stopping, &fields).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{nobodys}");
    }
    assert_eq!(audited(&world, "shop.phone_revoked").await, 0);
    assert_eq!(other.try_log_in(&world).await.status, StatusCode::OK);

    // Who pairs phones sees them; stopping one is the accounts'.
    let mut counter = Browser::of(&world, "counter", Role::BodyCounter).await;
    let seen = text(&counter.open(&world, &path).await);
    assert!(seen.contains(&called(&lost)) && !seen.contains(&stopping), "{seen}");
    let (counters, phone) = (counter.token(&world, "/staff/home").await, lost.id().to_string());
    let fields = [("token", counters.as_str()), ("phone", phone.as_str())];
    assert_eq!(counter.post(&world, &stopping, &fields).await.status, StatusCode::FORBIDDEN);
    assert_eq!(lost.try_log_in(&world).await.status, StatusCode::OK);

    let fields = [("token", token.as_str()), ("phone", phone.as_str())];
    let question = text(&accounts.post(&world, &stopping, &fields).await);
    let asked = format!("「{}」を止めますか", called(&lost));
    assert!(question.contains(&asked) && question.contains("元に戻せません"), "{question}");
    assert_eq!(field(&question, "phone"), phone);
    assert_eq!(lost.try_log_in(&world).await.status, StatusCode::OK, "nothing is done before the answer");
    assert_eq!(audited(&world, "shop.phone_revoked").await, 0);

    let fields = [&fields[..], &[("confirmed", "1")]].concat();
    let stopped = text(&accounts.post(&world, &stopping, &fields).await);
    assert!(stopped.contains("スマートフォンを止めました"), "{stopped}");
    assert_eq!(stopped.matches(&stopping).count(), 1, "the lost one is stopped: {stopped}");
    assert!(stopped.contains("back=/staff/shops\""), "another language leads back to the shops: {stopped}");
    lost.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    assert_eq!(kept.try_log_in(&world).await.status, StatusCode::OK);
    assert_eq!(audited(&world, "shop.phone_revoked").await, 1);
    let audit = text(&accounts.open(&world, "/staff/audit").await);
    assert!(audit.contains("shop.phone_revoked") && audit.contains("Staff accounts"), "{audit}");

    let nowhere = accounts.open(&world, "/staff/shops/0000000000000000/phones").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
}
