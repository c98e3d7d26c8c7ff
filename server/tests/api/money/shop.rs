//! Shops: the directory, and phones that take and lose a shop's role.

use axum::http::{Method, Request, StatusCode};
use futures_util::StreamExt;
use tower::ServiceExt;
use yui_protocol::{
    ErrorCode, Millis, ShopId,
    command::{Act, OpenTill},
    qr::{self, Scanned},
    shop::{PairAnswer, Shop, ShopPage},
};
use yui_server::{
    Limits,
    shop::{ShopDraft, directory, pairing, poster},
};

use super::{STAFF, Town, entry, events, feed, history, made, new_shop, page, pair_request, signed_pairing};
use crate::support::{Answer, Phone, World, json, on_both, request};

on_both! {
    a_pairing_code_works_once_and_in_time only_a_fresh_key_takes_a_shops_role a_revoked_phone_is_out
    a_code_that_lies_about_ends_with_the_phone the_directory_is_public shops_keep_their_id_and_survive_a_restart staff_change_a_shop
    a_line_has_the_name_of_now
}

async fn pair(world: &World, body: &yui_protocol::shop::PairRequest) -> Answer {
    json(world, Method::POST, "/v1/shop/pair", body).await
}

async fn get(world: &World, path: &str) -> Answer {
    request(world, Request::get(path).body(axum::body::Body::empty()).expect("a request")).await
}

async fn a_pairing_code_works_once_and_in_time(world: World) {
    let (shop, _) = new_shop(&world, "花子パン").await;
    let phone = Phone::without_lock();
    let asked = pair_request(&world, &phone, shop).await;
    let first: PairAnswer = pair(&world, &asked).await.json();
    assert_eq!((first.shop.id, first.device), (shop, phone.id()));
    let again: PairAnswer = pair(&world, &asked).await.json();
    assert_eq!((again.shop, again.device), (first.shop, first.device), "a lost answer is given again");
    let other = signed_pairing(&world, &Phone::without_lock(), &asked.secret.0);
    pair(&world, &other).await.refused(ErrorCode::PairingUnknown);
    let mut forged = pair_request(&world, &phone, shop).await;
    forged.signature.0[0] ^= 1;
    pair(&world, &forged).await.refused(ErrorCode::SignatureInvalid);
    let guess = signed_pairing(&world, &Phone::without_lock(), &[7; 16]);
    pair(&world, &guess).await.refused(ErrorCode::PairingUnknown);
    let late = pair_request(&world, &Phone::without_lock(), shop).await;
    world.clock.advance(pairing::PAIRING_LIFE + Millis::SECOND);
    pair(&world, &late).await.refused(ErrorCode::PairingUnknown);
}

async fn only_a_fresh_key_takes_a_shops_role(world: World) {
    let town = Town::new(world).await;
    let hers = pair_request(&town.world, &town.phone, town.shop).await;
    pair(&town.world, &hers).await.refused(ErrorCode::PhoneTaken);
    let (other, _) = new_shop(&town.world, "青空市場").await;
    let theirs = pair_request(&town.world, &town.shop_phone, other).await;
    pair(&town.world, &theirs).await.refused(ErrorCode::PhoneTaken);
    directory::set_open(town.world.yui(), STAFF, other, false).await.expect("closed");
    assert_eq!(pairing::make_code(town.world.yui(), STAFF, other).await.err(), Some(ErrorCode::ShopClosed));
    let nowhere = pairing::make_code(town.world.yui(), STAFF, ShopId([9; 8])).await;
    assert_eq!(nowhere.err(), Some(ErrorCode::ShopUnknown));
}

async fn a_revoked_phone_is_out(world: World) {
    let town = Town::new(world).await;
    let phone = &town.shop_phone;
    let proof = phone.proof(&town.world, &Method::GET, "/v1/events", |_| {});
    let asked = phone.with_proof(&Method::GET, "/v1/events", &proof, None);
    let stream = town.world.server.router.clone().oneshot(asked).await.expect("infallible");
    let mut stream = stream.into_body().into_data_stream();
    assert!(stream.next().await.is_some());

    pairing::revoke(town.world.yui(), STAFF, phone.id()).await.expect("revoked");
    while stream.next().await.is_some() {}
    let act = Act::OpenTill(OpenTill { amount: yui_protocol::Points(1), reference: None, seconds: 60 });
    town.by_shop(act).await.refused(ErrorCode::DeviceRevoked);
    super::page(&town.world, phone, "").await.refused(ErrorCode::DeviceRevoked);
    phone.try_log_in(&town.world).await.refused(ErrorCode::DeviceRevoked);
    let again = pair_request(&town.world, phone, town.shop).await;
    pair(&town.world, &again).await.refused(ErrorCode::DeviceRevoked);

    let id = phone.id();
    let world = town.world.restart().await;
    phone.try_log_in(&world).await.refused(ErrorCode::DeviceRevoked);
    let devices = pairing::devices(world.yui(), town.shop).await.expect("a list");
    assert!(devices.iter().any(|device| device.id == id && device.revoked_at.is_some()));
    let nobody = pairing::revoke(world.yui(), STAFF, yui_protocol::Thumbprint([9; 32])).await;
    assert_eq!(nobody.err(), Some(ErrorCode::NotFound));
}

/// Who was dismissed may still have the code that was printed for a second phone.
async fn a_code_that_lies_about_ends_with_the_phone(world: World) {
    let town = Town::new(world).await;
    let fresh = async || pair_request(&town.world, &Phone::without_lock(), town.shop).await;
    let (other, _) = new_shop(&town.world, "青空市場").await;
    let others = pair_request(&town.world, &Phone::without_lock(), other).await;

    let lies_about = fresh().await;
    pairing::revoke(town.world.yui(), STAFF, town.shop_phone.id()).await.expect("revoked");
    pair(&town.world, &lies_about).await.refused(ErrorCode::PairingUnknown);
    town.world.clock.advance(1);
    let since = fresh().await;
    pairing::revoke(town.world.yui(), STAFF, town.shop_phone.id()).await.expect("revoked already");
    pair(&town.world, &since).await.json::<PairAnswer>();

    let lies_about = fresh().await;
    for open in [false, true] {
        directory::set_open(town.world.yui(), STAFF, town.shop, open).await.expect("changed");
    }
    pair(&town.world, &lies_about).await.refused(ErrorCode::PairingUnknown);
    pair(&town.world, &fresh().await).await.json::<PairAnswer>();
    pair(&town.world, &others).await.json::<PairAnswer>();
}

async fn the_directory_is_public(world: World) {
    let (shop, _) = new_shop(&world, "花子パン").await;
    let (closed, _) = new_shop(&world, "青空市場").await;
    directory::set_open(world.yui(), STAFF, closed, false).await.expect("closed");
    let page: ShopPage = get(&world, "/v1/shops?q=%E8%8A%B1%E5%AD%90").await.json();
    assert_eq!(page.shops.iter().map(|shop| shop.id).collect::<Vec<_>>(), [shop]);
    let all: ShopPage = get(&world, "/v1/shops").await.json();
    assert_eq!((all.shops.len(), all.next), (1, None));
    assert!(!get(&world, &format!("/v1/shops/{closed}")).await.json::<Shop>().open);
    get(&world, "/v1/shops/0000000000000000").await.refused(ErrorCode::ShopUnknown);
    get(&world, "/v1/shops/bread").await.refused(ErrorCode::NotFound);
    for wrong in ["limit=0", "q=%ff", "q=%E8%8A"] {
        get(&world, &format!("/v1/shops?{wrong}")).await.refused(ErrorCode::MalformedRequest);
    }
    get(&world, "/v1/shops?after=bread").await.refused(ErrorCode::MalformedRequest);
    let listed = world.yui().shops.get(shop).expect("listed");
    let text = poster::text(&world.yui().config.municipality, &listed).expect("a poster");
    match qr::parse(&text).expect("ours") {
        Scanned::Shop(code) => assert_eq!((code.shop, code.town), (shop, world.yui().config.town())),
        other => panic!("{other:?}"),
    }
}

async fn shops_keep_their_id_and_survive_a_restart(world: World) {
    let draft = ShopDraft {
        source: Some("list-1/7".to_owned()),
        name: "花子パン".to_owned(),
        kana: "ハナコパン".to_owned(),
        ..ShopDraft::default()
    };
    let first = directory::put(world.yui(), STAFF, draft.clone()).await.expect("added");
    let renamed = ShopDraft { name: "花子ベーカリー".to_owned(), ..draft.clone() };
    let second = directory::put(world.yui(), STAFF, renamed).await.expect("changed");
    assert_eq!((first.shop.id, second.shop.name.as_str()), (second.shop.id, "花子ベーカリー"));
    for wrong in [
        ShopDraft { name: " ".to_owned(), ..draft.clone() },
        ShopDraft { postal_code: "856-0000".to_owned(), ..draft.clone() },
        ShopDraft { classes: vec!["moon".to_owned()], ..draft.clone() },
        ShopDraft { latitude: Some(129_000_000), ..draft.clone() },
    ] {
        let refused = directory::put(world.yui(), STAFF, wrong).await;
        assert_eq!(refused.err(), Some(ErrorCode::MalformedRequest));
    }
    let world = world.restart().await;
    assert_eq!(world.yui().shops.of_source("list-1/7").map(|shop| shop.shop.id), Some(first.shop.id));
}

async fn staff_change_a_shop(world: World) {
    let (shop, _) = new_shop(&world, "花子パン").await;
    directory::set_open(world.yui(), STAFF, shop, false).await.expect("closed");
    let draft = directory::draft(world.yui(), shop).await.expect("a draft");
    assert_eq!((draft.name.as_str(), draft.area.as_str(), draft.source.as_ref()), ("花子パン", "竹松", None));
    let draft = ShopDraft {
        name: "花子ベーカリー".to_owned(),
        kana: "ハナコベーカリー".to_owned(),
        area: "本町".to_owned(),
        classes: vec!["food".to_owned(), "baby".to_owned()],
        telephone: "0957-00-0000".to_owned(),
        postal_code: "8560000".to_owned(),
        address: "長崎県大村市本町".to_owned(),
        latitude: Some(32_900_000),
        longitude: Some(129_950_000),
        ..draft
    };
    let changed = directory::change(world.yui(), STAFF, shop, draft.clone()).await.expect("changed");
    assert_eq!((changed.shop.id, changed.shop.open), (shop, false), "it stays closed");
    assert_eq!(directory::draft(world.yui(), shop).await, Ok(draft.clone()));
    assert_eq!(events(&world, "shop.changed").await, 2, "the audit and the shop's own line");

    let nowhere = directory::change(world.yui(), STAFF, ShopId([9; 8]), draft.clone()).await;
    assert_eq!(nowhere.err(), Some(ErrorCode::ShopUnknown));
    let wrong = ShopDraft { telephone: "moon".to_owned(), ..draft.clone() };
    let wrong = directory::change(world.yui(), STAFF, shop, wrong).await;
    assert_eq!(wrong.err(), Some(ErrorCode::MalformedRequest));
    assert_eq!(directory::draft(world.yui(), shop).await, Ok(draft), "a refusal changes nothing");
    assert_eq!(events(&world, "shop.changed").await, 2);

    let world = world.restart().await;
    assert_eq!(
        world.yui().shops.get(shop).map(|listed| listed.shop.name.clone()).as_deref(),
        Ok("花子ベーカリー")
    );
}

/// The ledger keeps the shop's id; what people read is the directory's word of now, in an answer that is repeated
/// as in the feed.
async fn a_line_has_the_name_of_now(world: World) {
    let town = Town::with_points(world, 1000).await;
    let payment = town.payment(300);
    let first = town.send(&payment).await;
    let (id, seq, at, _) = made(&first);
    assert_eq!(entry(&first).shop.expect("a shop").name, "花子パン");
    let draft = directory::draft(town.world.yui(), town.shop).await.expect("a draft");
    let draft = ShopDraft { name: "花子ベーカリー".to_owned(), ..draft };
    directory::change(town.world.yui(), STAFF, town.shop, draft).await.expect("renamed");

    let again = town.send(&payment).await;
    let (same_id, same_seq, same_at, _) = made(&again);
    assert_eq!((same_id, same_seq, same_at), (id, seq, at));
    let (mut before, mut now) = (entry(&first), entry(&again));
    let (old, new) = (before.shop.take().expect("a shop"), now.shop.take().expect("a shop"));
    assert_eq!(now, before, "all but the directory's words is as it was made");
    assert_eq!((new.id, new.name.as_str(), &new.area), (old.id, "花子ベーカリー", &old.area));
    let lines = history(&feed(&town.world, &town.phone).await);
    let line = lines.into_iter().find(|line| line.id == id).expect("the payment");
    assert_eq!(line.shop, Some(new));
}

#[tokio::test]
async fn each_till_has_its_own_bound_and_commands_are_counted_apart() {
    let limits = Limits { reads_per_minute: 4, commands_per_minute: 2, ..Limits::default() };
    let town = Town::new(World::with_limits(limits).await).await;
    let mut second = Phone::without_lock();
    let asked = pair_request(&town.world, &second, town.shop).await;
    pair(&town.world, &asked).await.json::<PairAnswer>();
    second.log_in(&town.world).await;
    let reads = async |phone: &Phone| {
        let mut taken = 0;
        while page(&town.world, phone, "").await.status == StatusCode::OK {
            taken += 1;
        }
        page(&town.world, phone, "").await.refused(ErrorCode::RateLimited);
        taken
    };
    // Each has logged in once.
    assert_eq!((reads(&town.shop_phone).await, reads(&second).await), (3, 3));
    let open = || Act::OpenTill(OpenTill { amount: yui_protocol::Points(1), reference: None, seconds: 60 });
    for _ in 0..2 {
        assert_eq!(town.by_shop(open()).await.status, StatusCode::OK);
    }
    town.by_shop(open()).await.refused(ErrorCode::RateLimited);
}
