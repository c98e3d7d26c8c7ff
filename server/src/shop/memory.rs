//! All shops in memory, so that no payment waits for a look at the table.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use unicode_normalization::UnicodeNormalization;
use yui_protocol::{
    ErrorCode, Millis, ShopId,
    shop::{Shop, ShopPage},
    wallet::ShopRef,
};

/// The most shops on a page.
pub const PAGE: usize = 200;

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

/// Small letters of one width, and hiragana for katakana, so that a person finds a shop however she types it.
fn folded(text: &str) -> String {
    let hiragana = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c), // ja: the letters themselves
        other => other,
    };
    text.trim().nfkc().flat_map(char::to_lowercase).map(hiragana).collect()
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
        let shops = three();
        shops.put(listed(4, "Ｓｕｉｋａ　ｃｈａｎ", "スイカチャン２８ゴウ", "本町"));
        let found = |query| shops.page(query, None, 10).shops.len();
        for (query, shops) in [
            ("はなこ", 1),
            ("ハナコ", 1),
            ("ﾊﾅｺ", 1),
            ("cafe", 1),
            ("ｃａｆｅ", 1),
            ("suika", 1),
            ("28ごう", 1),
            ("竹松", 2),
            ("寿司", 0),
        ] {
            assert_eq!(found(query), shops, "{query}");
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
