//! View records as JSON, with the words of the wire: what a step can expect of them.

use serde_json::{Value, json};
use yui_app::{
    AppError,
    identity::{
        CardTries, CardTrouble, DeviceView, IdentityView, PinPrompt, RegistrationState, RegistrationView,
        WayOn, WayOnView,
    },
    shop::{RefundQuote, TillView, TodayView},
    wallet::{CodeState, EntryView, Intent, LotLine, OneTimeCode, Quote, WalletView},
};

pub fn error(error: &AppError) -> Value {
    json!({ "error": error.code(), "tries_left": error.tries_left() })
}

/// A refusal with what can be done about it.
pub fn card_refused(refusal: &AppError, trouble: Option<&CardTrouble>) -> Value {
    let mut answer = error(refusal);
    if let Some(trouble) = trouble {
        answer["trouble"] = card_trouble(trouble);
    }
    answer
}

fn card_trouble(trouble: &CardTrouble) -> Value {
    let way = |way: &WayOnView| match way.way {
        WayOn::FourDigitPin => "four_digit_pin",
        WayOn::ConvenienceStore => "convenience_store",
        WayOn::TownOffice => "town_office",
        WayOn::Counter => "counter",
    };
    json!({
        "title": trouble.title.plain,
        "body": trouble.body.plain,
        "ways": trouble.ways.iter().map(way).collect::<Vec<_>>(),
    })
}

pub fn pin_prompt(prompt: &PinPrompt) -> Value {
    json!({
        "title": prompt.title.plain,
        "can_enter": prompt.can_enter,
        "tries": prompt.tries_text.as_ref().map(|text| &text.plain),
        "last_try": prompt.last_try.as_ref().map(|question| &question.body.plain),
        "blocked": prompt.blocked.as_ref().map(card_trouble),
        "forgotten": card_trouble(&prompt.forgotten),
    })
}

pub fn identity(view: &IdentityView) -> Value {
    json!({
        "registered": view.registered,
        "subject": view.subject,
        "level": view.level,
        "name": view.name,
        "town": view.town,
        "review_reference": view.review_reference,
        "proves_user": view.proves_user,
    })
}

pub fn registration(view: &RegistrationView) -> Value {
    let mut answer = identity(&view.identity);
    answer["state"] = match view.state {
        RegistrationState::Enrolled => json!("enrolled"),
        RegistrationState::InReview => json!("in_review"),
    };
    answer["tries_left"] = json!(view.tries_left);
    answer
}

pub fn card(view: &CardTries) -> Value {
    json!({
        "password_tries": view.password_tries,
        "pin_tries": view.pin_tries,
        "without": view.without.as_ref().map(card_trouble),
    })
}

pub fn devices(list: &[DeviceView]) -> Value {
    list.iter()
        .map(|device| {
            json!({
                "id": device.id,
                "name": device.name,
                "this_phone": device.this_phone,
                "proves_user": device.proves_user,
                "revoked": device.revoked,
            })
        })
        .collect()
}

pub fn wallet(view: &WalletView, history: &Value) -> Value {
    json!({
        "available": view.available,
        "pending": view.pending,
        "held": view.held,
        "lots": lots(&view.lots),
        "history": history,
    })
}

fn lots(lots: &[LotLine]) -> Value {
    lots.iter()
        .map(
            |lot| json!({ "lot": lot.lot, "kind": lot.kind, "amount": lot.amount, "last_day": lot.last_day }),
        )
        .collect()
}

pub fn entry(view: &EntryView) -> Value {
    json!({
        "id": view.id,
        "kind": view.kind,
        "state": view.state,
        "at": view.at,
        "amount": view.amount,
        "refunded": view.refunded,
        "expired": view.expired,
        "shop": view.shop.as_ref().map(|shop| &shop.name),
        "receipt": view.receipt,
        "in_ledger": view.in_ledger,
        "reason": view.reason,
        "payment": view.payment,
        "lots": lots(&view.lots),
    })
}

pub fn intent(intent: &Intent) -> Value {
    match intent {
        Intent::PayShop { shop } => json!({ "intent": "pay_shop", "shop": shop.name, "area": shop.area }),
        Intent::PayTill { shop, till, amount, reference, .. } => json!({
            "intent": "pay_till", "shop": shop.name, "area": shop.area, "till": till, "amount": amount, "reference": reference,
        }),
        Intent::TakeCode { cap, .. } => json!({ "intent": "take_code", "cap": cap }),
        Intent::Voucher => json!({ "intent": "voucher" }),
        Intent::PairShop { shop } => json!({ "intent": "pair_shop", "shop": shop.name }),
        Intent::PrintedCard => json!({ "intent": "printed_card" }),
        Intent::OtherService => json!({ "intent": "other_service" }),
        Intent::OtherPayer => json!({ "intent": "other_payer" }),
        Intent::Link { url } => json!({ "intent": "link", "url": url }),
    }
}

pub fn quote(quote: &Quote) -> Value {
    json!({
        "id": quote.id,
        "shop": quote.shop.name,
        "amount": quote.amount,
        "lots": lots(&quote.lots),
        "balance_after": quote.balance_after,
        "assurance": quote.assurance,
    })
}

pub fn refund_quote(quote: &RefundQuote) -> Value {
    json!({
        "payment": quote.payment,
        "amount": quote.amount,
        "expired": quote.expired,
        "left": quote.left,
        "button": quote.button.plain,
        "note": quote.note.as_ref().map(|note| &note.plain),
    })
}

pub fn code(code: &OneTimeCode) -> Value {
    let state = match code.state {
        CodeState::Alive => "alive",
        CodeState::Open => "open",
        CodeState::Used => "used",
        CodeState::Expired => "expired",
    };
    json!({ "id": code.id, "state": state, "text": code.text, "cap": code.cap, "amount": code.amount })
}

pub fn till(till: &TillView) -> Value {
    json!({ "till": till.id, "amount": till.amount, "state": till.state, "text": till.code })
}

pub fn today(view: &TodayView) -> Value {
    json!({
        "total": view.total,
        "count": view.count,
        "unsettled": view.unsettled,
        "lines": view.lines.iter().map(entry).collect::<Vec<_>>(),
    })
}
