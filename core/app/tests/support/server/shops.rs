//! The shops: their directory, and the phones that become theirs.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use yui_protocol::{ErrorCode, shop::PairRequest};

use super::{Answer, Party, SHOP, State, municipality, problem, read, verified};

/// The one that everybody pays.
pub(super) fn shop() -> Value {
    json!({"id": SHOP, "name": "まるや食堂", "kana": "マルヤショクドウ", "area": "本町", "address": "大村市本町",
           "postal_code": "8560831", "telephone": "", "classes": ["food"], "open": true})
}

impl State {
    pub(super) fn pair(&mut self, body: &[u8]) -> Answer {
        let request: PairRequest = read(body)?;
        let signed = PairRequest::signed_bytes(municipality().code, &request.secret.0);
        assert!(verified(&request.key, &signed, &request.signature));
        if self.no_pairing {
            return Err(problem(ErrorCode::PairingUnknown));
        }
        self.keys.insert(request.key.thumbprint(), (request.key, Party::Shop));
        let mut shop = shop();
        if self.pairs_with_another {
            shop["id"] = json!(yui_protocol::ShopId([0, 0, 0, 0, 0, 0, 0, 8]));
            shop["name"] = json!("たちばな書店");
        }
        Ok(json!({"shop": shop, "device": request.key.thumbprint(), "server_time": self.now}))
    }

    pub(super) fn shops(&self, query: &str) -> Value {
        let asked: BTreeMap<_, _> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let words = asked.get("q").map_or("", String::as_str);
        let from: usize = asked.get("after").and_then(|after| after.parse().ok()).unwrap_or(0);
        let found: Vec<_> = self.shops.iter().filter(|name| name.contains(words)).collect();
        let named = |(id, name): (usize, &&&str)| {
            let mut shop = shop();
            shop["id"] = json!(yui_protocol::ShopId([0, 0, 0, 0, 0, 0, 1, u8::try_from(id).expect("few")]));
            shop["name"] = json!(name);
            shop
        };
        let page: Vec<_> = found.iter().enumerate().skip(from).take(2).map(named).collect();
        let next = from + page.len();
        json!({"shops": page, "next": (next < found.len()).then(|| next.to_string())})
    }
}
