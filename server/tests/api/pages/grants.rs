//! A grant to every resident on the pages of staff: recorded by one, confirmed by another after a question, looked
//! after when it has ended.

use axum::http::StatusCode;
use yui_server::{
    identity::resident,
    staff::Role,
    wallet::grant_all::{self, GrantState},
};

use super::{Browser, audited, field, leads_to, text};
use crate::{
    money::{
        charge::{verified, visitor},
        grant_all::{confirmed, grant, in_town},
    },
    support::{World, on_both},
};

on_both! {
    recorded_by_one_and_confirmed_by_another a_form_is_one_order withdrawn_in_time_or_not
    what_stopped_says_what_to_do_and_goes_on
}

const ORDERS: &str = "/staff/grants";

/// Sends the form of the page, twice; the page of the order.
async fn recorded(world: &World, desk: &mut Browser, amount: &str) -> String {
    let page = text(&desk.open(world, ORDERS).await);
    let fields = [
        ("token", field(&page, "token")),
        ("id", field(&page, "id")),
        ("amount", amount.to_owned()),
        ("programme", "thanks-2027".to_owned()),
    ];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    let order = leads_to(&desk.post(world, ORDERS, &fields).await);
    assert_eq!(leads_to(&desk.post(world, ORDERS, &fields).await), order, "sent twice it is one order");
    order
}

async fn recorded_by_one_and_confirmed_by_another(world: World) {
    for n in 10..13 {
        verified(&world, n).await;
    }
    let tourist = visitor(&world, 1).await;
    let mut first = Browser::of(&world, "programmes", Role::TownProgrammes).await;
    let mut second = Browser::of(&world, "children", Role::TownChildren).await;
    assert!(text(&first.open(&world, "/staff/home").await).contains(ORDERS));
    let list = text(&first.open(&world, ORDERS).await);
    assert!(list.contains("thanks-2027") && !list.contains("charge-2027"), "only what is given");
    let order = recorded(&world, &mut first, "１，０００").await;
    let confirm = format!("{order}/confirm");

    // Three of verified residents and not the visitor; 3,000 of 5,000.
    let own = text(&first.open(&world, &order).await);
    for words in ["1,000ポイント", "3人", "3,000ポイント", "5,000ポイント", "自分で記録したもの"]
    {
        assert!(own.contains(words), "{words}: {own}");
    }
    assert!(!own.contains(&confirm), "she cannot be the second: {own}");
    let token = field(&own, "token");
    let alone = first.post(&world, &confirm, &[("token", &token), ("confirmed", "1")]).await;
    assert_eq!(alone.status, StatusCode::OK);
    let id = order.rsplit('/').next().expect("an id").parse().expect("an id");
    assert_eq!(grant_all::find(world.yui(), id).await.expect("kept").state(), GrantState::Waiting);

    let page = text(&second.open(&world, &order).await);
    assert!(page.contains(&confirm), "{page}");
    let token = field(&page, "token");
    let asked = text(&second.post(&world, &confirm, &[("token", &token)]).await);
    for words in ["取り消せません", "3人", "3,000ポイント", "Staff programmes"] {
        assert!(asked.contains(words), "{words}: {asked}");
    }
    assert_eq!(audited(&world, "wallet.grant_all_confirmed").await, 0, "the question does nothing");
    let fields = [("token", token.as_str()), ("confirmed", "1")];
    assert_eq!(leads_to(&second.post(&world, &confirm, &fields).await), order);
    assert_eq!(
        second.post(&world, &confirm, &fields).await.status,
        StatusCode::OK,
        "again shows how it stands"
    );
    assert_eq!(audited(&world, "wallet.grant_all_confirmed").await, 1);
    assert!(text(&second.open(&world, &order).await).contains("付与しています"));

    assert_eq!(grant_all::run_due(world.yui()).await, Ok(1));
    let ended = text(&first.open(&world, &order).await);
    let list = format!("{order}/left-out");
    assert!(ended.contains("付与が終わりました") && ended.contains("level_too_low") && ended.contains(&list));
    let looks = audited(&world, "resident.found").await;
    let left_out = text(&first.open(&world, &list).await);
    assert!(left_out.contains(&format!("/staff/person/{tourist}")), "{left_out}");
    assert_eq!(audited(&world, "resident.found").await - looks, 1);
    let behind = text(&first.open(&world, &format!("{list}?after={tourist}")).await);
    assert!(!behind.contains("/staff/person/"), "{behind}");
    let odd = first.open(&world, &format!("{list}?after=her")).await;
    assert_eq!(odd.status, StatusCode::BAD_REQUEST);
    for tag in ["ja-simple", "en", "zh-Hans", "vi"] {
        first.open(&world, &format!("/staff/language/{tag}?back={order}")).await;
        for path in [ORDERS, &order, &list] {
            assert!(
                text(&first.open(&world, path).await).contains(&format!("<html lang=\"{tag}\">")),
                "{tag} {path}"
            );
        }
    }
}

async fn a_form_is_one_order(world: World) {
    verified(&world, 10).await;
    let mut desk = Browser::of(&world, "programmes", Role::TownProgrammes).await;
    let page = text(&desk.open(&world, ORDERS).await);
    let (token, id) = (field(&page, "token"), field(&page, "id"));
    let fields = |amount, programme| {
        [("token", token.as_str()), ("id", id.as_str()), ("amount", amount), ("programme", programme)]
    };
    for (amount, programme, status, code) in [
        ("0", "thanks-2027", StatusCode::BAD_REQUEST, "amount_invalid"),
        ("x", "thanks-2027", StatusCode::BAD_REQUEST, "amount_invalid"),
        ("100", "charge-2027", StatusCode::NOT_FOUND, "programme_unknown"),
        ("5001", "thanks-2027", StatusCode::CONFLICT, "programme_budget"),
        ("3001", "thanks-2027", StatusCode::CONFLICT, "programme_person_cap"),
    ] {
        let refused = desk.post(&world, ORDERS, &fields(amount, programme)).await;
        assert_eq!(refused.status, status, "{amount} {programme}");
        let refused = text(&refused);
        assert!(refused.contains(code), "{refused}");
        assert_eq!(field(&refused, "id"), id, "the form keeps its id");
        assert!(refused.contains(&format!("value=\"{amount}\"")), "and what was typed: {refused}");
    }
    assert_eq!(audited(&world, "wallet.grant_all_recorded").await, 0);
    leads_to(&desk.post(&world, ORDERS, &fields("100", "thanks-2027")).await);
    let other = desk.post(&world, ORDERS, &fields("200", "thanks-2027")).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(text(&other).contains("id_conflict"));
    assert_eq!(audited(&world, "wallet.grant_all_recorded").await, 1);
}

async fn withdrawn_in_time_or_not(world: World) {
    verified(&world, 10).await;
    let mut first = Browser::of(&world, "programmes", Role::TownProgrammes).await;
    let mut second = Browser::of(&world, "children", Role::TownChildren).await;
    let order = recorded(&world, &mut first, "100").await;
    let token = first.token(&world, &order).await;
    let withdraw = format!("{order}/withdraw");
    assert_eq!(leads_to(&first.post(&world, &withdraw, &[("token", &token)]).await), order);
    let page = text(&first.open(&world, &order).await);
    assert!(page.contains("取り下げました") && !page.contains(&withdraw), "{page}");

    let order = recorded(&world, &mut first, "100").await;
    let withdraw = format!("{order}/withdraw");
    let others = second.token(&world, &order).await;
    let fields = [("token", others.as_str()), ("confirmed", "1")];
    leads_to(&second.post(&world, &format!("{order}/confirm"), &fields).await);
    let late = first.post(&world, &withdraw, &[("token", &token)]).await;
    assert_eq!(late.status, StatusCode::OK);
    assert!(text(&late).contains("取り下げていません"));
    assert_eq!(audited(&world, "wallet.grant_all_withdrawn").await, 1);
}

async fn what_stopped_says_what_to_do_and_goes_on(world: World) {
    let tourist = visitor(&world, 1).await;
    let all = [verified(&world, 10).await, verified(&world, 11).await, verified(&world, 12).await];
    let mut first = Browser::of(&world, "programmes", Role::TownProgrammes).await;
    let mut second = Browser::of(&world, "children", Role::TownChildren).await;
    let order = recorded(&world, &mut first, "500").await;
    let (token, own) = (second.token(&world, &order).await, first.token(&world, &order).await);
    let fields = [("token", token.as_str()), ("confirmed", "1")];
    leads_to(&second.post(&world, &format!("{order}/confirm"), &fields).await);
    // Of 5000: 2000 by hand, 1500 each for this order and another; and the visitor becomes a resident.
    assert_eq!(grant(&world, all[0], "thanks-2027", 2000).await, Ok(2000));
    let other = confirmed(&world, "thanks-2027", 500).await;
    in_town(&world, "UPDATE resident SET level = 'verified' WHERE level = 'visitor'").await;
    world.clock.advance(1);
    let id = order.rsplit('/').next().expect("an id").parse().expect("an id");
    let stopped = grant_all::run(world.yui(), id).await.expect("runs").stopped_at().expect("it stops");
    let again = format!("{order}/continue");
    let page = text(&second.open(&world, &order).await);
    for words in ["途中で止まりました", "そのままです", "同じ人に2回付与", "programme_budget", "500ポイント"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(!page.contains(&again), "not while the reason is there: {page}");
    assert!(
        text(&first.open(&world, ORDERS).await).contains("途中で止まった付与は"),
        "nor is it made anew by mistake"
    );

    // The other order ends, and leaves the share of two who have gone.
    let gone = world.yui().town_write(move |unit| {
        Box::pin(async move {
            resident::mark_left(unit, all[0]).await?;
            resident::mark_left(unit, all[1]).await
        })
    });
    gone.await.expect("gone");
    assert_eq!(grant_all::run(world.yui(), other).await.expect("runs").received, 2);
    let anew = recorded(&world, &mut first, "1").await;
    let page = text(&second.open(&world, &anew).await);
    assert!(page.contains("受け取った3人にも") && page.contains(&format!("href=\"{order}\"")), "{page}");
    let asked = second.post(&world, &format!("{anew}/confirm"), &[("token", &token)]).await;
    assert!(text(&asked).contains("受け取った3人にも"), "and once more before it begins");

    let mine = text(&first.open(&world, &order).await);
    assert!(!mine.contains(&again) && mine.contains("自分で記録したもの"), "{mine}");
    let page = text(&second.open(&world, &order).await);
    assert!(page.contains(&again), "{page}");
    let at = field(&page, "stopped");
    assert_eq!(at, stopped.0.to_string());
    let fields = [("token", token.as_str()), ("stopped", at.as_str()), ("confirmed", "1")];
    let alone = first.post(&world, &again, &[("token", &own), fields[1], fields[2]]).await;
    assert_eq!((alone.status, audited(&world, "wallet.grant_all_continued").await), (StatusCode::OK, 0));
    let asked = text(&second.post(&world, &again, &fields[..2]).await);
    for words in ["再開しますか", "3人", "1,500ポイント", "1人", "受け取った人には付与しません"]
    {
        assert!(asked.contains(words), "{words}: {asked}");
    }
    assert_eq!(field(&asked, "stopped"), at);
    assert_eq!(audited(&world, "wallet.grant_all_continued").await, 0, "the question does nothing");
    assert_eq!(leads_to(&second.post(&world, &again, &fields).await), order);
    let twice = second.post(&world, &again, &fields).await;
    assert_eq!((twice.status, audited(&world, "wallet.grant_all_continued").await), (StatusCode::OK, 1));
    assert_eq!(grant_all::run_due(world.yui()).await, Ok(1));
    let page = text(&first.open(&world, &order).await);
    assert!(
        page.contains("付与が終わりました") && page.contains("再開した人") && page.contains("4人"),
        "{page}"
    );
    let left_out = text(&second.open(&world, &format!("/staff/grants/{other}/left-out")).await);
    assert!(
        left_out.contains("窓口でその人に付与") && !left_out.contains(&tourist.to_string()),
        "{left_out}"
    );
    for tag in ["ja-simple", "en", "zh-Hans", "vi"] {
        second.open(&world, &format!("/staff/language/{tag}?back={anew}")).await;
        assert!(text(&second.open(&world, &anew).await).contains("class=\"trouble\""), "{tag}");
    }
}
