//! The card that the counter prints for who has no phone: a QR code by which staff find her, and a grid of numbers that
//! they ask for on the telephone. Who calls these has been let in as staff; every act is audited under the staff
//! number.

use yui_protocol::{ErrorCode, Subject};
use yui_store::{Party, Unit, UnitError};

use crate::{
    identity::{realm_key::RealmKey, resident},
    random::random,
    state::Yui,
};

/// Rows and columns of the number grid on a printed card.
const GRID: (usize, usize) = (5, 5);

/// How many wrong answers in a row end the questions about a card: of 100 numbers, one guess in twenty comes through.
const GRID_TRIES: i64 = 5;

/// The permanent card of who has no phone.
#[derive(Clone, PartialEq, Eq)]
pub struct PrintedCard {
    /// What the QR code carries: 16 random bytes.
    pub secret: [u8; 16],
    /// Two-digit numbers in rows A–E and columns 1–5, asked for on the telephone.
    pub grid: Vec<Vec<u8>>,
}

impl std::fmt::Debug for PrintedCard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrintedCard(…)")
    }
}

fn card_id(key: &RealmKey, secret: &[u8]) -> String {
    key.hash("yui/printed-card/v1", &[secret])
}

fn grid(key: &RealmKey, card: &str) -> Vec<Vec<u8>> {
    let field = |row: usize, column: usize| {
        let place = [u8::try_from(row).unwrap_or_default(), u8::try_from(column).unwrap_or_default()];
        let tag = key.tag("yui/printed-grid/v1", &[card.as_bytes(), &place]);
        let (head, _) = tag.as_ref().split_first_chunk::<4>().unwrap_or((&[0; 4], &[]));
        u8::try_from(u32::from_be_bytes(*head) % 100).unwrap_or_default()
    };
    (0..GRID.0).map(|row| (0..GRID.1).map(|column| field(row, column)).collect()).collect()
}

/// Prints a person's card; an older one of hers ends.
pub async fn print(yui: &Yui, staff: &str, subject: Subject) -> Result<PrintedCard, ErrorCode> {
    let (secret, staff) = (random::<16>()?, staff.to_owned());
    let id = card_id(&yui.config.realm_key, &secret);
    let grid = grid(&yui.config.realm_key, &id);
    yui.town_write(move |unit| {
        Box::pin(async move {
            resident::active_level(unit, subject).await?;
            let now = unit.now();
            unit.sql("UPDATE printed_card SET revoked_at = $1 WHERE subject = $2 AND revoked_at IS NULL")
                .bind(now)
                .bind(subject)
                .execute()
                .await?;
            unit.sql(
                "INSERT INTO printed_card (id, subject, issued_at, issued_by, wrong) VALUES ($1, $2, $3, $4, 0)",
            )
                .bind(&id)
                .bind(subject)
                .bind(now)
                .bind(&staff)
                .execute()
                .await?;
            unit.audit(&staff, "identity.card_printed", Some(subject));
            unit.notify(Party::Person(subject), "profile");
            Ok(())
        })
    })
    .await?;
    Ok(PrintedCard { secret, grid })
}

/// Whose printed card this is; none for one that ended or never was.
pub async fn holder(yui: &Yui, secret: &[u8]) -> Result<Option<Subject>, ErrorCode> {
    let row = yui
        .town
        .reader()
        .sql("SELECT subject FROM printed_card WHERE id = $1 AND revoked_at IS NULL")
        .bind(card_id(&yui.config.realm_key, secret))
        .fetch_optional()
        .await
        .map_err(|error| error.code())?;
    row.map(|row| row.get("subject")).transpose().map_err(|error| error.code())
}

/// What staff may ask on the telephone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GridQuestion {
    /// The number at this row and column (from 0).
    Square(usize, usize),
    /// Nothing: too many answers were wrong. A new card, printed at the counter, ends this.
    Locked,
}

/// What an answer on the telephone was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GridAnswer {
    /// The number that stands there.
    Right,
    /// Another.
    Wrong,
    /// Not looked at: too many were wrong before.
    Locked,
}

/// The question of staff on the telephone; none without a card. The same square is asked for until it is answered,
/// so that nobody looks for one that he knows.
pub async fn ask_grid(yui: &Yui, subject: Subject) -> Result<Option<GridQuestion>, ErrorCode> {
    let [fresh] = random::<1>()?;
    let fresh = usize::from(fresh) % (GRID.0 * GRID.1);
    let square = yui
        .town_write(move |unit| {
            Box::pin(async move {
                let Some(card) = grid_card(unit, subject).await? else { return Ok(None) };
                if card.wrong >= GRID_TRIES {
                    return Ok(Some(GridQuestion::Locked));
                }
                let asked = card.asked.unwrap_or(fresh);
                if card.asked.is_none() {
                    unit.sql("UPDATE printed_card SET asked = $1 WHERE id = $2")
                        .bind(i64::try_from(asked).unwrap_or_default())
                        .bind(&card.id)
                        .execute()
                        .await?;
                    unit.fact("identity.grid_square_chosen", None);
                }
                Ok(Some(GridQuestion::Square(asked / GRID.1, asked % GRID.1)))
            })
        })
        .await?;
    Ok(square)
}

/// Whether `number` stands at the square that was asked for; audited whatever the answer. Wrong answers are counted,
/// and after a few of them the card answers no more.
pub async fn check_grid(
    yui: &Yui,
    staff: &str,
    subject: Subject,
    number: u8,
) -> Result<GridAnswer, ErrorCode> {
    let (config, staff) = (yui.config.clone(), staff.to_owned());
    yui.town_write(move |unit| {
        Box::pin(async move {
            unit.audit(&staff, "identity.grid_asked", Some(subject));
            let Some(card) = grid_card(unit, subject).await? else { return Ok(GridAnswer::Wrong) };
            if card.wrong >= GRID_TRIES {
                return Ok(GridAnswer::Locked);
            }
            // Nothing was asked: an answer to an older question, which says nothing.
            let Some(asked) = card.asked else { return Ok(GridAnswer::Wrong) };
            let numbers = grid(&config.realm_key, &card.id);
            let right = numbers.get(asked / GRID.1).and_then(|row| row.get(asked % GRID.1)) == Some(&number);
            let wrong = if right { 0 } else { card.wrong + 1 };
            unit.sql("UPDATE printed_card SET asked = NULL, wrong = $1 WHERE id = $2")
                .bind(wrong)
                .bind(&card.id)
                .execute()
                .await?;
            if wrong == GRID_TRIES {
                unit.audit(&staff, "identity.grid_locked", Some(subject));
            }
            Ok(if right { GridAnswer::Right } else { GridAnswer::Wrong })
        })
    })
    .await
}

struct GridCard {
    id: String,
    asked: Option<usize>,
    wrong: i64,
}

async fn grid_card(unit: &mut Unit, subject: Subject) -> Result<Option<GridCard>, UnitError> {
    let row = unit
        .sql("SELECT id, asked, wrong FROM printed_card WHERE subject = $1 AND revoked_at IS NULL")
        .bind(subject)
        .fetch_optional()
        .await?;
    let Some(row) = row else { return Ok(None) };
    let asked = row.get::<Option<i64>>("asked")?.and_then(|asked| usize::try_from(asked).ok());
    Ok(Some(GridCard { id: row.get("id")?, asked, wrong: row.get("wrong")? }))
}
