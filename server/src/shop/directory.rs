//! The directory of shops: a table for good, and memory for every payment, so that no payment waits for a look at
//! the table.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use futures_util::future::LocalBoxFuture;
use yui_protocol::{
    ErrorCode, Millis, ShopId,
    municipality::Municipality,
    shop::{Shop, ShopPage},
    wallet::ShopRef,
};
use yui_store::{Db, Row, Statement, StoreError, Unit, UnitError};

use super::noted;
use crate::{
    identity::secret::random,
    state::Yui,
    typed::{fits, is_telephone},
};

/// The most shops on a page.
pub const PAGE: usize = 200;

/// A shop as staff write it.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopDraft {
    /// Where an imported row comes from, such as list and number; the same source keeps its shop.
    pub source: Option<String>,
    /// The name as on the signboard, 1 to 80 characters.
    pub name: String,
    /// The name in kana, at most 80 characters.
    pub kana: String,
    /// The part of town, at most 40 characters.
    pub area: String,
    /// The address, at most 160 characters.
    pub address: String,
    /// Seven digits, or empty.
    pub postal_code: String,
    /// At most 20 characters: digits, `-`, `+`, brackets and blanks; or empty.
    pub telephone: String,
    /// Some of the town's shop classes.
    pub classes: Vec<String>,
    /// Millionths of a degree north (WGS 84).
    pub latitude: Option<i64>,
    /// Millionths of a degree east (WGS 84).
    pub longitude: Option<i64>,
}

impl ShopDraft {
    /// `malformed_request` when a field is not as described.
    pub fn check(&self, town: &Municipality) -> Result<(), ErrorCode> {
        if self.wrong(town).is_none() { Ok(()) } else { Err(ErrorCode::MalformedRequest) }
    }

    /// The first field that is not as described, with the rule for it, for who writes the draft by hand.
    #[must_use]
    pub fn wrong(&self, town: &Municipality) -> Option<String> {
        let classes: Vec<&str> = town.shop_classes.iter().map(|class| class.id.as_str()).collect();
        let within =
            |degrees: Option<i64>, most: u64| degrees.is_none_or(|d| d.unsigned_abs() <= most * 1_000_000);
        let rules = [
            (!self.name.trim().is_empty() && fits(&self.name, 80), "name: 1 to 80 characters"),
            (fits(&self.kana, 80), "kana: at most 80 characters"),
            (fits(&self.area, 40), "area: at most 40 characters"),
            (fits(&self.address, 160), "address: at most 160 characters"),
            (self.postal_code.is_empty() || is_postal_code(&self.postal_code), "postal code: seven digits"),
            (is_telephone(&self.telephone), "telephone: at most 20 digits, blanks and -+()"),
            (within(self.latitude, 90), "latitude: from -90 to 90 degrees"),
            (within(self.longitude, 180), "longitude: from -180 to 180 degrees"),
        ];
        if let Some((_, rule)) = rules.into_iter().find(|(sound, _)| !sound) {
            return Some(rule.to_owned());
        }
        let unknown = self.classes.iter().find(|class| !classes.contains(&class.as_str()))?;
        Some(format!("class {unknown}: the town has {}", classes.join(", ")))
    }
}

fn is_postal_code(text: &str) -> bool {
    text.len() == 7 && text.bytes().all(|b| b.is_ascii_digit())
}

/// A shop with what only the town keeps of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// What everybody may see.
    pub shop: Shop,
    /// Where it was imported from.
    pub source: Option<String>,
    /// When it was last written.
    pub updated_at: Millis,
}

impl Listed {
    /// Its name beside its id, for a line of history.
    #[must_use]
    pub fn reference(&self) -> ShopRef {
        ShopRef { id: self.shop.id, name: self.shop.name.clone(), area: self.shop.area.clone() }
    }
}

/// All shops in memory; changed only after the store's commit.
#[derive(Default)]
pub struct Shops(RwLock<Memory>);

#[derive(Default)]
struct Memory {
    by_id: HashMap<ShopId, Arc<Listed>>,
    by_kana: BTreeMap<(String, ShopId), Found>,
}

/// A shop with the words under which it is found, folded once and not at each search.
struct Found {
    listed: Arc<Listed>,
    words: [String; 3],
}

impl Shops {
    /// The shop with this id, open or not: `shop_unknown`.
    pub fn get(&self, id: ShopId) -> Result<Arc<Listed>, ErrorCode> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .by_id
            .get(&id)
            .cloned()
            .ok_or(ErrorCode::ShopUnknown)
    }

    /// The same if it takes points now: `shop_closed`.
    pub fn open(&self, id: ShopId) -> Result<Arc<Listed>, ErrorCode> {
        self.get(id).and_then(|listed| if listed.shop.open { Ok(listed) } else { Err(ErrorCode::ShopClosed) })
    }

    /// The shop imported from this source.
    #[must_use]
    pub fn of_source(&self, source: &str) -> Option<Arc<Listed>> {
        let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
        memory.by_id.values().find(|listed| listed.source.as_deref() == Some(source)).cloned()
    }

    /// Every shop, closed ones too, by kana.
    #[must_use]
    pub fn all(&self) -> Vec<Shop> {
        let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
        memory.by_kana.values().map(|found| found.listed.shop.clone()).collect()
    }

    /// The open shops whose name, kana or part of town holds `query`, by kana, after the shop `after`.
    #[must_use]
    pub fn page(&self, query: &str, after: Option<ShopId>, limit: usize) -> ShopPage {
        let memory = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let start = after.and_then(|id| memory.by_id.get(&id)).map(|listed| sort_key(listed));
        let query = folded(query);
        let fits =
            |found: &&Found| found.listed.shop.open && found.words.iter().any(|words| words.contains(&query));
        let limit = limit.clamp(1, PAGE);
        let from = start.map_or(std::ops::Bound::Unbounded, std::ops::Bound::Excluded);
        let mut found =
            memory.by_kana.range((from, std::ops::Bound::Unbounded)).map(|(_, found)| found).filter(fits);
        let shops: Vec<Shop> = found.by_ref().take(limit).map(|found| found.listed.shop.clone()).collect();
        let next = found.next().and_then(|_| shops.last()).map(|shop| shop.id.to_string());
        ShopPage { shops, next }
    }

    /// Takes in a shop as it was written; what was written before something known already changes nothing.
    pub(super) fn put(&self, listed: Listed) -> Arc<Listed> {
        let listed = Arc::new(listed);
        let mut memory = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if memory.by_id.get(&listed.shop.id).is_some_and(|known| known.updated_at > listed.updated_at) {
            return listed;
        }
        if let Some(old) = memory.by_id.insert(listed.shop.id, Arc::clone(&listed)) {
            memory.by_kana.remove(&sort_key(&old));
        }
        let words = [&listed.shop.name, &listed.shop.kana, &listed.shop.area].map(|text| folded(text));
        memory.by_kana.insert(sort_key(&listed), Found { listed: Arc::clone(&listed), words });
        listed
    }
}

fn sort_key(listed: &Listed) -> (String, ShopId) {
    (listed.shop.kana.clone(), listed.shop.id)
}

/// Small letters, and hiragana for katakana, so that a person finds a shop however she types it.
fn folded(text: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c), // ja: the letters themselves
        other => other,
    };
    text.trim().to_lowercase().chars().map(hiragana).collect()
}

/// Reads all shops into memory, at start.
pub async fn load(shops: &Shops, town: &Db) -> Result<(), StoreError> {
    for row in town.sql("SELECT * FROM shop").fetch_all().await? {
        shops.put(read(&row)?);
    }
    Ok(())
}

fn read(row: &Row) -> Result<Listed, StoreError> {
    let classes: String = row.get("classes")?;
    Ok(Listed {
        shop: Shop {
            id: row.get("id")?,
            name: row.get("name")?,
            kana: row.get("kana")?,
            area: row.get("area")?,
            address: row.get("address")?,
            postal_code: row.get("postal_code")?,
            telephone: row.get("telephone")?,
            classes: serde_json::from_str(&classes).map_err(|_| StoreError::Column("classes"))?,
            open: row.get("open")?,
        },
        source: row.get("source")?,
        updated_at: row.get("updated_at")?,
    })
}

/// Adds a shop, or brings the one of the same source up to date (a closed one stays closed). `staff` is
/// pseudonymous and goes into the audit. Refused as [`ShopDraft::check`].
pub async fn put(yui: &Yui, staff: &str, draft: ShopDraft) -> Result<Arc<Listed>, ErrorCode> {
    draft.check(&yui.config.municipality)?;
    let fresh = ShopId(random()?);
    let staff = staff.to_owned();
    kept(yui, move |unit| Box::pin(async move { write(unit, &staff, fresh, draft).await })).await
}

/// Writes a shop and takes it into memory as it was written.
async fn kept<F>(yui: &Yui, unit: F) -> Result<Arc<Listed>, ErrorCode>
where
    F: for<'u> FnOnce(&'u mut Unit) -> LocalBoxFuture<'u, Result<Listed, UnitError>> + Send + 'static,
{
    yui.to_the_end(|yui| async move { Ok(yui.shops.put(yui.town_write(unit).await?)) }).await
}

pub(super) async fn write(
    unit: &mut Unit,
    staff: &str,
    fresh: ShopId,
    draft: ShopDraft,
) -> Result<Listed, UnitError> {
    let now = unit.now();
    let source = draft.source.clone();
    let statement = unit
        .sql(
            "INSERT INTO shop (id, source, name, kana, area, address, postal_code, telephone, classes, latitude,
                               longitude, open, added_at, updated_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12, $12)
             ON CONFLICT (source) DO UPDATE SET
                 name = excluded.name, kana = excluded.kana, area = excluded.area, address = excluded.address,
                 postal_code = excluded.postal_code, telephone = excluded.telephone, classes = excluded.classes,
                 latitude = excluded.latitude, longitude = excluded.longitude, updated_at = excluded.updated_at
             RETURNING *",
        )
        .bind(fresh)
        .bind(source);
    let row = bind_columns(statement, draft)?.bind(now).fetch_one().await?;
    let listed = read(&row)?;
    noted(unit, staff, if listed.shop.id == fresh { "shop.added" } else { "shop.changed" }, listed.shop.id);
    Ok(listed)
}

/// Gives what staff wrote to a statement, in the order of the fields from `name` on.
fn bind_columns(statement: Statement<'_>, draft: ShopDraft) -> Result<Statement<'_>, ErrorCode> {
    let classes = serde_json::to_string(&draft.classes).map_err(|_| ErrorCode::Internal)?;
    Ok(statement
        .bind(draft.name)
        .bind(draft.kana)
        .bind(draft.area)
        .bind(draft.address)
        .bind(draft.postal_code)
        .bind(draft.telephone)
        .bind(classes)
        .bind(draft.latitude)
        .bind(draft.longitude))
}

/// A shop as staff would write it, to be changed and given to [`change`]: `shop_unknown`.
pub async fn draft(yui: &Yui, id: ShopId) -> Result<ShopDraft, ErrorCode> {
    let text = "SELECT * FROM shop WHERE id = $1";
    let row = yui.town.reader().sql(text).bind(id).fetch_optional().await.map_err(|error| error.code())?;
    read_draft(&row.ok_or(ErrorCode::ShopUnknown)?).map_err(|error| error.code())
}

fn read_draft(row: &Row) -> Result<ShopDraft, StoreError> {
    let Listed { shop, source, .. } = read(row)?;
    let Shop { name, kana, area, address, postal_code, telephone, classes, .. } = shop;
    let (latitude, longitude) = (row.get("latitude")?, row.get("longitude")?);
    Ok(ShopDraft { source, name, kana, area, address, postal_code, telephone, classes, latitude, longitude })
}

/// Changes a shop as it is listed, whichever way it was added; it stays open or closed. Where it comes from
/// (`source`) stays too, whatever the draft says, and the next import of that source writes over it. Refused:
/// `shop_unknown`, and as [`ShopDraft::check`].
pub async fn change(yui: &Yui, staff: &str, id: ShopId, draft: ShopDraft) -> Result<Arc<Listed>, ErrorCode> {
    draft.check(&yui.config.municipality)?;
    let staff = staff.to_owned();
    kept(yui, move |unit| Box::pin(async move { rewrite(unit, &staff, id, draft).await })).await
}

async fn rewrite(unit: &mut Unit, staff: &str, id: ShopId, draft: ShopDraft) -> Result<Listed, UnitError> {
    let now = unit.now();
    let statement = unit.sql(
        "UPDATE shop SET name = $1, kana = $2, area = $3, address = $4, postal_code = $5, telephone = $6,
                             classes = $7, latitude = $8, longitude = $9, updated_at = $10
             WHERE id = $11 RETURNING *",
    );
    let row = bind_columns(statement, draft)?.bind(now).bind(id).fetch_optional().await?;
    let row = row.ok_or(ErrorCode::ShopUnknown)?;
    noted(unit, staff, "shop.changed", id);
    Ok(read(&row)?)
}

/// Opens or closes a shop. A closed one takes no payment and opens no till; it can still refund and be paid out.
pub async fn set_open(yui: &Yui, staff: &str, id: ShopId, open: bool) -> Result<Arc<Listed>, ErrorCode> {
    let staff = staff.to_owned();
    kept(yui, move |unit| {
        Box::pin(async move {
            let now = unit.now();
            let row = unit
                .sql("UPDATE shop SET open = $1, updated_at = $2 WHERE id = $3 RETURNING *")
                .bind(open)
                .bind(now)
                .bind(id)
                .fetch_optional()
                .await?
                .ok_or(ErrorCode::ShopUnknown)?;
            noted(unit, &staff, if open { "shop.opened" } else { "shop.closed" }, id);
            Ok(read(&row)?)
        })
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(n: u8, name: &str, kana: &str, area: &str) -> Listed {
        let shop = Shop {
            id: ShopId([n; 8]),
            name: name.to_owned(),
            kana: kana.to_owned(),
            area: area.to_owned(),
            address: String::new(),
            postal_code: String::new(),
            telephone: String::new(),
            classes: Vec::new(),
            open: true,
        };
        Listed { shop, source: None, updated_at: Millis(0) }
    }

    fn three() -> Shops {
        let shops = Shops::default();
        shops.put(listed(3, "花子パン", "ハナコパン", "西大村"));
        shops.put(listed(1, "Cafe Mori", "カフェモリ", "竹松"));
        shops.put(listed(2, "青空市場", "アオゾライチバ", "竹松"));
        shops
    }

    #[test]
    fn pages_follow_each_other_by_kana() {
        let shops = three();
        let first = shops.page("", None, 2);
        let names: Vec<_> = first.shops.iter().map(|shop| shop.name.as_str()).collect();
        assert_eq!(names, ["青空市場", "Cafe Mori"]);
        let next = first.next.expect("a third").parse().expect("an id");
        let second = shops.page("", Some(next), 2);
        assert_eq!((second.shops.len(), second.next), (1, None));
    }

    #[test]
    fn a_shop_is_found_however_it_is_typed() {
        let found = |query| three().page(query, None, 10).shops.len();
        assert_eq!(
            (found("はなこ"), found("ハナコ"), found("cafe"), found("竹松"), found("寿司")),
            (1, 1, 1, 2, 0)
        );
    }

    #[test]
    fn a_name_with_something_unseen_is_refused() {
        let town: Municipality =
            toml::from_str(include_str!("../../../municipalities/omura/municipality.toml")).expect("Omura");
        let check = |name: &str| ShopDraft { name: name.to_owned(), ..ShopDraft::default() }.check(&town);
        assert_eq!(check("花子パン"), Ok(()));
        for name in ["花子\u{200b}パン", "\u{202e}ンパ子花", "花子\u{2066}パン"] {
            assert_eq!(check(name), Err(ErrorCode::MalformedRequest), "{name:?}");
        }
    }

    #[test]
    fn a_renamed_or_closed_shop_is_listed_once_or_not_at_all() {
        let shops = three();
        shops.put(listed(1, "Cafe Mori 2", "ンカフェ", "竹松"));
        assert_eq!(shops.page("", None, 10).shops.len(), 3);
        let mut closed = listed(1, "Cafe Mori 2", "ンカフェ", "竹松");
        closed.shop.open = false;
        shops.put(closed);
        assert_eq!(shops.page("", None, 10).shops.len(), 2);
        assert_eq!(shops.open(ShopId([1; 8])).err(), Some(ErrorCode::ShopClosed));
        assert_eq!(shops.get(ShopId([9; 8])).err(), Some(ErrorCode::ShopUnknown));
    }
}
