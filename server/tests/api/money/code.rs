//! One-time codes: taken once, up to their cap, in time, and never more than the phone's key may pay.

use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, Signature, TownCode,
    command::{Act, RedeemCode, SignedCommand},
    identity::EnrolPurpose,
    qr::{CodeSecret, Mandate, SealedCode, SignedMandate},
    wallet::EntryState,
};

use super::{Town, entry, events, feed, history, log_head, made, new_shop, refusal, send};
use crate::support::{Answer, Phone, World, on_both, sign};

on_both! {
    a_code_pays_once a_code_is_bounded altered_codes_pay_nothing a_code_never_passes_the_window
    a_removed_phone_takes_its_codes_with_it a_code_that_waits_while_its_phone_is_removed_pays_nothing
    a_shop_has_three_tries_to_guess one_id_has_no_more_tries_than_many tries_outlive_a_restart what_the_code_says_itself_is_no_try
}

pub fn code(town: &Town, bend: impl FnOnce(&mut Mandate)) -> SealedCode {
    sealed(town, &signed(town, bend))
}

fn sealed(town: &Town, code: &SignedMandate) -> SealedCode {
    let key = town.world.yui().config.municipality.code_key.expect("the server's");
    code.seal(key, &mut rand::rng()).expect("seals")
}

fn signed(town: &Town, bend: impl FnOnce(&mut Mandate)) -> SignedMandate {
    let now = town.world.now();
    let mut code = Mandate {
        town: town.world.yui().config.town(),
        id: Phone::command_id(&town.world),
        key: town.phone.id().into(),
        cap: Points(5000),
        valid_until: now.plus(300 * Millis::SECOND),
    };
    bend(&mut code);
    let signature = sign(&town.phone.device, &code.signed_bytes());
    SignedMandate { mandate: code, signature }
}

fn redemption(town: &Town, code: Vec<u8>, points: i64) -> SignedCommand {
    let act = Act::RedeemCode(RedeemCode { code, amount: Points(points) });
    town.shop_phone.command(&town.world, act, |_| {})
}

pub async fn redeem(town: &Town, code: &SealedCode, points: i64) -> Answer {
    town.send(&redemption(town, code.to_bytes(), points)).await
}

async fn a_code_pays_once(world: World) {
    let town = Town::with_points(world, 5000).await;
    let shown = code(&town, |_| {});
    let signed = redemption(&town, shown.to_bytes(), 1200);
    let paid = town.send(&signed).await;
    let line = entry(&paid);
    assert_eq!((line.amount, line.state, line.code), (Points(1200), EntryState::Paid, Some(shown.face.id)));
    assert!(line.lots.is_empty(), "the shop learns no lots");
    assert_eq!(made(&town.send(&signed).await), made(&paid), "a lost answer is given again");
    redeem(&town, &shown, 1).await.refused(ErrorCode::CodeUsed);
    let (_, other) = new_shop(&town.world, "青空市場").await;
    let act = Act::RedeemCode(RedeemCode { code: shown.to_bytes(), amount: Points(1) });
    send(&town.world, &other.command(&town.world, act, |_| {})).await.refused(ErrorCode::CodeUsed);

    let hers = history(&feed(&town.world, &town.phone).await);
    let hers = hers.last().expect("her payment");
    assert_eq!((hers.id, hers.amount, hers.state, hers.at), (line.id, line.amount, line.state, line.at));
    assert_eq!(town.available().await, 3800);
}

async fn a_code_is_bounded(world: World) {
    let town = Town::with_points(world, 20_000).await;
    redeem(&town, &code(&town, |_| {}), 0).await.refused(ErrorCode::AmountInvalid);
    redeem(&town, &code(&town, |code| code.cap = Points(100)), 101).await.refused(ErrorCode::CodeOverCap);
    let rich = code(&town, |code| code.cap = Points(90_000));
    redeem(&town, &rich, 5001).await.refused(ErrorCode::CodeOverCap);
    let long = code(&town, |code| code.valid_until = code.valid_until.plus(Millis::MINUTE));
    redeem(&town, &long, 1).await.refused(ErrorCode::CodeExpired);
    let nagasaki = TownCode::new(420_000).expect("Nagasaki");
    redeem(&town, &code(&town, |code| code.town = nagasaki), 1).await.refused(ErrorCode::OtherTown);
    let act = Act::RedeemCode(RedeemCode { code: code(&town, |_| {}).to_bytes(), amount: Points(1) });
    town.send(&town.phone.command(&town.world, act, |_| {})).await.refused(ErrorCode::Forbidden);
    let late = code(&town, |_| {});
    town.world.clock.advance(301 * Millis::SECOND);
    redeem(&town, &late, 1).await.refused(ErrorCode::CodeExpired);
    assert_eq!(town.available().await, 20_000);
}

async fn altered_codes_pay_nothing(world: World) {
    let town = Town::with_points(world, 5000).await;
    let shown = code(&town, |_| {}).to_bytes();
    for bit in (0..shown.len() * 8).step_by(7) {
        let mut altered = shown.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let answer = town.send(&redemption(&town, altered, 100)).await;
        let code = refusal(&answer).expect("refused");
        let expected = [
            ErrorCode::SignatureInvalid,
            ErrorCode::MalformedRequest,
            ErrorCode::NotCanonical,
            ErrorCode::AmountInvalid,
            ErrorCode::IdNotV7,
            ErrorCode::OtherTown,
        ];
        assert!(expected.contains(&code), "bit {bit}: {code}");
    }
    for cut in [0, 1, shown.len() - 1] {
        let answer = town.send(&redemption(&town, shown[..cut].to_vec(), 100)).await;
        assert_eq!(refusal(&answer), Some(ErrorCode::MalformedRequest));
    }
    let stranger =
        SignedMandate { signature: Signature([7; 64]), ..signed(&town, |code| code.key.0[0] ^= 1) };
    redeem(&town, &sealed(&town, &stranger), 1).await.refused(ErrorCode::SignatureInvalid);
    let elsewhere = CodeSecret::derive(&[1; 32]).public();
    let elsewhere = signed(&town, |_| {}).seal(elsewhere, &mut rand::rng()).expect("seals");
    redeem(&town, &elsewhere, 1).await.refused(ErrorCode::SignatureInvalid);
    assert_eq!(town.available().await, 5000);
}

async fn a_code_never_passes_the_window(world: World) {
    let town = Town::with_points(world, 200_000).await;
    town.pay(98_000).await;
    let shown = code(&town, |_| {});
    redeem(&town, &shown, 2000).await.refused(ErrorCode::CodeOverWindow);
    assert_eq!(town.available().await, 102_000, "nothing was charged");
    entry(&redeem(&town, &shown, 1999).await);
    assert_eq!(town.available().await, 100_001);
}

async fn a_removed_phone_takes_its_codes_with_it(world: World) {
    let town = Town::with_points(world, 5000).await;
    let shown = code(&town, |_| {});
    let taken = redemption(
        &town,
        code(&town, |code| code.id = CommandId::new(town.world.now(), [9; 10])).to_bytes(),
        100,
    );
    let paid = town.send(&taken).await;
    entry(&paid);
    Phone::profile(&Phone::new().enrol(&town.world, &town.card, EnrolPurpose::ReplaceLost).await);
    redeem(&town, &shown, 100).await.refused(ErrorCode::CodeExpired);
    assert_eq!(made(&town.send(&taken).await), made(&paid), "what was paid stays paid");
}

/// The writer is kept busy until the phone is out; the redemption stands in its queue meanwhile.
async fn a_code_that_waits_while_its_phone_is_removed_pays_nothing(world: World) {
    let town = Town::with_points(world, 5000).await;
    let shown = code(&town, |_| {});
    let yui = town.world.yui().clone();
    let (busy, is_busy) = tokio::sync::oneshot::channel();
    let (go_on, goes_on) = std::sync::mpsc::channel::<()>();
    let held = tokio::spawn(async move {
        let hold = move || {
            busy.send(()).expect("awaited");
            goes_on.recv().map_err(|_| ErrorCode::Internal.into())
        };
        yui.town_write(move |_| Box::pin(async move { hold() })).await
    });
    is_busy.await.expect("sent");
    let (answer, ()) = tokio::join!(redeem(&town, &shown, 100), async {
        while town.world.yui().town.writer().waiting() == 0 {
            tokio::task::yield_now().await;
        }
        town.world.yui().keys.revoke(&town.phone.id());
        go_on.send(()).expect("awaited");
    });
    answer.refused(ErrorCode::CodeExpired);
    assert_eq!(held.await.expect("no panic"), Ok(()));
}

async fn a_shop_has_three_tries_to_guess(world: World) {
    let town = Town::with_points(world, 1000).await;
    let shown = code(&town, |_| {});
    let too_much = |points| redemption(&town, shown.to_bytes(), points);
    for points in [4000, 2000] {
        town.send(&too_much(points)).await.refused(ErrorCode::InsufficientBalance);
    }
    // The answer to the third is lost: the same command is told the same, and is one try.
    let third = too_much(1500);
    town.send(&third).await.refused(ErrorCode::InsufficientBalance);
    let written = log_head(&town.world).await;
    for _ in 0..2 {
        town.send(&third).await.refused(ErrorCode::InsufficientBalance);
    }
    assert_eq!(log_head(&town.world).await, written, "a repeat writes nothing");
    for points in [1200, 1000, 1] {
        town.send(&too_much(points)).await.refused(ErrorCode::CodeBlocked);
    }
    let (_, other) = new_shop(&town.world, "青空市場").await;
    let act = Act::RedeemCode(RedeemCode { code: shown.to_bytes(), amount: Points(1) });
    send(&town.world, &other.command(&town.world, act, |_| {})).await.refused(ErrorCode::CodeBlocked);
    assert_eq!((town.available().await, events(&town.world, "wallet.code_refused").await), (1000, 3));
    // She shows another, of which the right amount is taken.
    let another = code(&town, |_| {});
    redeem(&town, &another, 1001).await.refused(ErrorCode::InsufficientBalance);
    entry(&redeem(&town, &another, 1000).await);

    // What is counted goes with its code.
    let rows = async || town.world.yui().town.reader().sql("SELECT code FROM code_try").fetch_all().await;
    assert_eq!(rows().await.expect("rows").len(), 2);
    town.world.clock.advance(301 * Millis::SECOND);
    redeem(&town, &code(&town, |_| {}), 1).await.refused(ErrorCode::InsufficientBalance);
    assert_eq!(rows().await.expect("rows").len(), 1);
}

async fn one_id_has_no_more_tries_than_many(world: World) {
    let town = Town::with_points(world, 1000).await;
    let shown = code(&town, |_| {});
    let act = |points| Act::RedeemCode(RedeemCode { code: shown.to_bytes(), amount: Points(points) });
    let id = Phone::command_id(&town.world);
    for points in [4000, 3000, 2000] {
        let again = town.shop_phone.command(&town.world, act(points), |command| command.id = id);
        town.send(&again).await.refused(ErrorCode::InsufficientBalance);
    }
    for points in [1500, 1000] {
        let again = town.shop_phone.command(&town.world, act(points), |command| command.id = id);
        town.send(&again).await.refused(ErrorCode::CodeBlocked);
    }
    assert_eq!(events(&town.world, "wallet.code_refused").await, 3);
}

async fn tries_outlive_a_restart(world: World) {
    let town = Town::with_points(world, 1000).await;
    let shown = code(&town, |_| {});
    for points in [4000, 3000, 2000] {
        redeem(&town, &shown, points).await.refused(ErrorCode::InsufficientBalance);
    }
    let town = Town { world: town.world.restart().await, ..town };
    redeem(&town, &shown, 1000).await.refused(ErrorCode::CodeBlocked);
}

async fn what_the_code_says_itself_is_no_try(world: World) {
    let town = Town::with_points(world, 200_000).await;
    let shown = code(&town, |code| code.cap = Points(2500));
    for points in [2501, 0, -1, 5001] {
        let answer = redeem(&town, &shown, points).await;
        let expected = if points < 1 { ErrorCode::AmountInvalid } else { ErrorCode::CodeOverCap };
        answer.refused(expected);
    }
    // The window is hers, and counts.
    town.pay(98_000).await;
    for points in [2500, 2400, 2300] {
        redeem(&town, &shown, points).await.refused(ErrorCode::CodeOverWindow);
    }
    redeem(&town, &shown, 1).await.refused(ErrorCode::CodeBlocked);
}
