//! What the town and its staff do, by the same service functions as staff pages and command line.

use serde::Deserialize;
use serde_json::{Value, json};
use yui_protocol::{
    CommandId, ErrorCode, Points, ProgrammeId, ShopId, Subject, Thumbprint, identity::Level, wallet::LotKind,
};
use yui_server::{
    Yui,
    identity::{
        counter, devices,
        resident::{self, Known},
        review,
    },
    shop::{ShopDraft, directory, pairing, poster, settle},
    staff::{NewStaff, Role, account, password::Password},
    wallet::{
        expire,
        grant_all::{self, NewOrder},
        issue::{self, Issue},
        voucher::{self, NewBatch},
    },
};
use yui_store::Clock;

use super::{Control, SECOND_STAFF, STAFF, read};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewShop {
    name: String,
    kana: String,
    area: String,
    classes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhichShop {
    shop: ShopId,
    #[serde(default)]
    points: Points,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Give {
    subject: Subject,
    points: Points,
    #[serde(default)]
    programme: Option<ProgrammeId>,
    /// Of an act that is asked for again; fresh when absent.
    #[serde(default)]
    id: Option<CommandId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GiveAll {
    points: Points,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhichOrder {
    order: CommandId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Crowd {
    count: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewVoucher {
    points: Points,
    days: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decide {
    reference: String,
    same_person: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhichDevice {
    subject: Subject,
    device: Thumbprint,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewAccount {
    name: String,
    shown: String,
    role: Role,
}

pub async fn act(control: &Control, action: &str, with: Value) -> Result<Value, ErrorCode> {
    let yui = &control.0.yui;
    match action {
        "shop.add" => add_shop(yui, read(with)?).await,
        "shop.pairing" => {
            let WhichShop { shop, .. } = read(with)?;
            Ok(json!({ "pairing": pairing::make_code(yui, STAFF, shop).await?.to_text() }))
        }
        "shop.close" => {
            let WhichShop { shop, .. } = read(with)?;
            directory::set_open(yui, STAFF, shop, false).await.map(|_| json!({}))
        }
        "shop.revoke_phones" => revoke_phones(yui, read(with)?).await,
        "shop.settle" => {
            let WhichShop { shop, points } = read(with)?;
            let settlement = settle::Settlement { id: fresh_id(control), shop, amount: points };
            settle::settle(yui, STAFF, settlement).await.map(|entry| json!({ "amount": entry.amount }))
        }
        "charge" => give(control, read(with)?, LotKind::Charged).await,
        "grant" => give(control, read(with)?, LotKind::Granted).await,
        "residents" => enrol(yui, read::<Crowd>(with)?.count).await,
        "grant.all" => grant_all(control, read(with)?).await,
        "grant.all_state" => {
            let order = grant_all::find(yui, read::<WhichOrder>(with)?.order).await?;
            Ok(json!({ "received": order.received, "ended": order.ended.is_some() }))
        }
        "voucher" => make_voucher(control, read(with)?).await,
        "expire" => expire::run_due(yui).await.map(|wallets| json!({ "wallets": wallets })),
        "expire.state" => {
            let nothing_due = yui.town_write(|unit| {
                Box::pin(async move { Ok(unit.ledger().expiry_due(unit.now(), None).next().is_none()) })
            });
            Ok(json!({ "done": nothing_due.await? }))
        }
        "feed.lag" => Ok(json!({ "rows": yui.town.feed().lag() })),
        "visitor.code" => counter::visitor_code(yui, STAFF).await.map(|code| json!({ "code": code })),
        "review" => decide(yui, read(with)?).await,
        "phone.lost" => {
            let WhichDevice { subject, device } = read(with)?;
            devices::remove(yui, subject, device).await.map(|()| json!({}))
        }
        "staff.add" => add_staff(yui, read(with)?).await,
        "ledger.verify" => match yui_store::verify(yui.town.reader()).await {
            Ok(head) => Ok(json!({ "ok": true, "rows": head.seq })),
            Err(wrong) => Ok(json!({ "ok": false, "wrong": wrong.to_string() })),
        },
        _ => Err(ErrorCode::NotFound),
    }
}

/// An account that can sign in at once: its password is random, chosen here in its owner's place and told once.
async fn add_staff(yui: &Yui, new: NewAccount) -> Result<Value, ErrorCode> {
    let NewAccount { name, shown, role } = new;
    account::add(yui, STAFF, NewStaff { sign_in: name.clone(), shown, role }).await?;
    let accounts = account::list(yui.town.reader()).await?;
    let account = accounts.iter().find(|account| account.sign_in == name).ok_or(ErrorCode::NotFound)?;
    let password = Password::one_time()?;
    account::choose_password(yui, account, password.clone(), "").await?;
    Ok(json!({ "name": name, "password": password.reveal() }))
}

fn fresh_id(control: &Control) -> CommandId {
    CommandId::new(control.0.clock.now(), rand::random())
}

async fn add_shop(yui: &Yui, new: NewShop) -> Result<Value, ErrorCode> {
    let NewShop { name, kana, area, classes } = new;
    let draft = ShopDraft { name, kana, area, classes, ..ShopDraft::default() };
    let listed = directory::put(yui, STAFF, draft).await?;
    let pairing = pairing::make_code(yui, STAFF, listed.shop.id).await?.to_text();
    let poster = poster::text(&yui.config.municipality, &listed)?;
    Ok(json!({ "shop": listed.shop.id, "poster": poster, "pairing": pairing }))
}

async fn revoke_phones(yui: &Yui, which: WhichShop) -> Result<Value, ErrorCode> {
    let phones = pairing::devices(yui, which.shop).await?;
    for phone in &phones {
        pairing::revoke(yui, STAFF, phone.id).await?;
    }
    Ok(json!({ "phones": phones.len() }))
}

async fn give(control: &Control, give: Give, kind: LotKind) -> Result<Value, ErrorCode> {
    let yui = &control.0.yui;
    let Give { subject, points, programme, id } = give;
    let programme = programme.map_or_else(|| programme_of(yui, kind), Ok)?;
    let id = id.unwrap_or_else(|| fresh_id(control));
    let issue = Issue { id, wallet: subject, programme, amount: points };
    let entry = match kind {
        LotKind::Charged => issue::charge(yui, STAFF, issue).await?,
        _ => issue::grant(yui, STAFF, issue).await?,
    };
    serde_json::to_value(entry).map_err(|_| ErrorCode::Internal)
}

/// How many residents one write enrols.
const AT_ONCE: usize = 500;

/// Enrols so many residents, of whom the town knows only that their cards were read.
async fn enrol(yui: &Yui, count: usize) -> Result<Value, ErrorCode> {
    let known = Known { level: Level::Verified, attributes: None, card_last_day: None };
    let crowd: Vec<_> = (0..count).map(|_| Subject::from_bytes(rand::random())).collect();
    for some in crowd.chunks(AT_ONCE) {
        let (some, known) = (some.to_vec(), known.clone());
        let enrolled = yui.town_write(move |unit| {
            Box::pin(async move {
                for subject in some {
                    resident::enrol(unit, subject, &known).await?;
                }
                Ok(())
            })
        });
        enrolled.await?;
    }
    Ok(json!({ "residents": crowd }))
}

/// Two members of staff have points given to every resident; the server does it by itself from then on.
async fn grant_all(control: &Control, all: GiveAll) -> Result<Value, ErrorCode> {
    let yui = &control.0.yui;
    let (id, programme) = (fresh_id(control), programme_of(yui, LotKind::Granted)?);
    grant_all::record(yui, STAFF, NewOrder { id, programme, amount: all.points }).await?;
    grant_all::confirm(yui, SECOND_STAFF, id).await?;
    Ok(json!({ "order": id }))
}

/// The first programme of that kind.
fn programme_of(yui: &Yui, kind: LotKind) -> Result<ProgrammeId, ErrorCode> {
    let programmes = &yui.config.municipality.programmes;
    programmes
        .iter()
        .find(|programme| programme.kind == kind)
        .map(|programme| programme.id.clone())
        .ok_or(ErrorCode::ProgrammeUnknown)
}

async fn make_voucher(control: &Control, new: NewVoucher) -> Result<Value, ErrorCode> {
    let yui = &control.0.yui;
    let today = control.0.clock.now().day_jst();
    let batch = NewBatch {
        id: fresh_id(control),
        programme: programme_of(yui, LotKind::Charged)?,
        amount: new.points,
        last_day: today + chrono::Days::new(new.days),
        count: 1,
    };
    let printed = voucher::make(yui, STAFF, batch).await?;
    let voucher = printed.first().ok_or(ErrorCode::Internal)?;
    Ok(json!({ "voucher": voucher.code.to_text(), "id": voucher.id }))
}

async fn decide(yui: &Yui, decide: Decide) -> Result<Value, ErrorCode> {
    let waiting = review::waiting(yui).await?;
    let review =
        waiting.iter().find(|review| review.reference == decide.reference).ok_or(ErrorCode::NotFound)?;
    let verdict = if decide.same_person { review::Verdict::SamePerson } else { review::Verdict::Refused };
    review::decide(yui, STAFF, &review.id, verdict).await.map(|()| json!({}))
}
