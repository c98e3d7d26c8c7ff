//! Residents with phones and money, and shops, put into the stores before the server that is measured starts: rows of
//! persons as registration writes them, value by the ledger's own operation.

use chrono::NaiveDate;
use futures_util::{StreamExt, TryStreamExt, stream};
use yui_ledger::{Caps, Command, LotTerms, Op};
use yui_protocol::{CommandId, Points, ShopId, Subject, municipality::Programme, wallet::LotKind};
use yui_rules::wallet::validity;
use yui_server::{
    Yui,
    shop::{ShopDraft, directory},
};
use yui_store::{Unit, UnitError};
use yui_tests::{
    omura,
    server::{Options, TestServer},
};

use crate::{
    outcome::Outcome,
    size::Size,
    town::{payers::Payer, place::Place},
};

/// Rows that one unit writes.
const AT_ONCE: usize = 200;

/// Points of each of a payer's lots.
const LOT: Points = Points(1_000);

/// Who is there.
pub struct Seeded {
    /// Verified residents, each with a phone and three lots.
    pub payers: Vec<Payer>,
    /// Shops.
    pub shops: Vec<ShopId>,
}

/// Fills the stores of a place.
pub async fn seed(place: &Place, size: &Size) -> Outcome<Seeded> {
    filled(place, size, 0).await
}

/// The same with a crowd of residents without phones, many of whom have a lot that runs out today.
pub async fn seed_crowd(place: &Place, size: &Size) -> Outcome<Seeded> {
    filled(place, size, size.crowd).await
}

/// So many wallets with three lots each, whose residents are of no account here.
pub async fn seed_wallets(place: &Place, wallets: u32) -> Outcome<Seeded> {
    let server = start(place).await?;
    let yui = server.yui().clone();
    let wallets: Vec<_> = (0..wallets).map(|_| Subject::from_bytes(rand::random())).collect();
    three_lots(&yui, &wallets).await?;
    drop(yui);
    server.close().await;
    Ok(Seeded { payers: Vec::new(), shops: Vec::new() })
}

async fn start(place: &Place) -> Outcome<TestServer> {
    Ok(TestServer::start(Options {
        data: place.folder().join("data"),
        town: omura::folder(),
        engine: place.engine(),
        port: 0,
        control_port: 0,
        networks: Vec::new(),
        ahead: 0,
    })
    .await?)
}

async fn three_lots(yui: &Yui, wallets: &[Subject]) -> Outcome<()> {
    for kind in [LotKind::Charged, LotKind::Granted, LotKind::Coupon] {
        give(yui, wallets, kind, None).await?;
    }
    Ok(())
}

async fn filled(place: &Place, size: &Size, crowd: u32) -> Outcome<Seeded> {
    let server = start(place).await?;
    let yui = server.yui().clone();
    let payers = (0..size.payers).map(|_| Payer::fresh()).collect::<Outcome<Vec<_>>>()?;
    for some in payers.chunks(AT_ONCE) {
        register(&yui, some).await?;
    }
    let subjects: Vec<_> = payers.iter().map(|payer| payer.subject).collect();
    three_lots(&yui, &subjects).await?;
    let crowd: Vec<_> = (0..crowd).map(|_| Subject::from_bytes(rand::random())).collect();
    for some in crowd.chunks(AT_ONCE) {
        residents(&yui, some.to_vec()).await?;
    }
    let due = &crowd[..crowd.len().min(size.due as usize)];
    give(&yui, due, LotKind::Coupon, Some(yui.clock.now().day_jst())).await?;
    let open = |number: u32| {
        let yui = yui.clone();
        async move {
            let draft = ShopDraft { name: format!("店{number}"), ..shop() };
            Ok::<_, Box<dyn std::error::Error + Send + Sync>>(
                directory::put(&yui, "bench", draft).await?.shop.id,
            )
        }
    };
    let shops = stream::iter(0..size.shops).map(open).buffered(AT_ONCE).try_collect().await?;
    drop(yui);
    server.close().await;
    Ok(Seeded { payers, shops })
}

fn shop() -> ShopDraft {
    ShopDraft {
        kana: "ミセ".to_owned(),
        area: "本町".to_owned(),
        classes: vec!["food".to_owned()],
        ..ShopDraft::default()
    }
}

/// Persons who registered with their cards, as both stores know them.
async fn register(yui: &Yui, payers: &[Payer]) -> Outcome<()> {
    let known: Vec<_> = payers.iter().map(|payer| (payer.subject, payer.key)).collect();
    let town = yui.config.town().to_string();
    let realm = known.clone();
    yui.realm
        .writer()
        .run(move |unit| {
            Box::pin(async move {
                let (now, day) = (unit.now(), unit.now().day_jst().to_string());
                for (subject, key) in realm {
                    let membership = "INSERT INTO membership (subject, person, town, level, joined_at) \
                                      VALUES ($1, $2, $3, 'verified', $4)";
                    unit.sql(membership)
                        .bind(subject)
                        .bind(format!("person of {subject}"))
                        .bind(&town)
                        .bind(now)
                        .execute()
                        .await?;
                    let device =
                        "INSERT INTO device (id, subject, town, name, public_key, added_at, seen_day) \
                         VALUES ($1, $2, $3, '電話', $4, $5, $6)";
                    unit.sql(device)
                        .bind(key.thumbprint().to_string())
                        .bind(subject)
                        .bind(&town)
                        .bind(key.0)
                        .bind(now)
                        .bind(&day)
                        .execute()
                        .await?;
                }
                Ok(())
            })
        })
        .await?;
    residents(yui, known.into_iter().map(|(subject, _)| subject).collect()).await
}

/// The same persons as the town knows them.
async fn residents(yui: &Yui, subjects: Vec<Subject>) -> Outcome<()> {
    let written = yui.town.writer().run(move |unit| {
        Box::pin(async move {
            let now = unit.now();
            for subject in subjects {
                let resident =
                    "INSERT INTO resident (subject, level, state, name, address, birth, sex, joined_at, updated_at) \
                     VALUES ($1, 'verified', 'active', '田中　花子', '長崎県大村市玖島１丁目２５番地', '1990-04-01', '2', $2, $2)";
                unit.sql(resident).bind(subject).bind(now).execute().await?;
            }
            Ok(())
        })
    });
    Ok(written.await?)
}

/// A lot of this kind to each, under the town's programme of the kind, whose days it has unless another last day is given.
async fn give(yui: &Yui, subjects: &[Subject], kind: LotKind, last_day: Option<NaiveDate>) -> Outcome<()> {
    let programmes = &yui.config.municipality.programmes;
    let programme = programmes.iter().find(|one| one.kind == kind).ok_or("no programme of that kind")?;
    for some in subjects.chunks(AT_ONCE) {
        let (some, programme) = (some.to_vec(), programme.clone());
        yui.town
            .writer()
            .run(move |unit| Box::pin(async move { issue(unit, &some, &programme, last_day).await }))
            .await?;
    }
    Ok(())
}

async fn issue(
    unit: &mut Unit,
    subjects: &[Subject],
    programme: &Programme,
    last_day: Option<NaiveDate>,
) -> Result<(), UnitError> {
    let last_day = last_day.or_else(|| validity::last_day(&programme.validity, unit.now().day_jst()));
    let terms = LotTerms {
        kind: programme.kind,
        programme: programme.id.clone(),
        last_day: last_day.ok_or(yui_protocol::ErrorCode::ProgrammeClosed)?,
        classes: programme.classes.clone(),
    };
    for wallet in subjects {
        let op = Op::Issue { wallet: *wallet, terms: terms.clone(), amount: LOT, caps: Caps::default() };
        let id = CommandId::new(unit.now(), rand::random());
        unit.apply(&Command { id, digest: [0; 32], signature: None, op }).await?;
    }
    Ok(())
}
