//! Signed commands: each id is one act, answered for ever.

use serde_json::{Value, json};
use yui_protocol::{
    CommandId, ErrorCode, Millis, Points, Problem,
    command::{Act, Command, SignedCommand},
    qr::SealedCode,
};

use super::{Answer, Party, SHOP, State, code_secret, entry, problem, read, verified};

impl State {
    pub(super) fn command(&mut self, body: &[u8]) -> Answer {
        let signed: SignedCommand = read(body)?;
        if let Some(refusal) = self.refuse_all.clone() {
            self.refused += 1;
            return Err(refusal);
        }
        let (key, party) = *self.keys.get(&signed.key).ok_or_else(|| problem(ErrorCode::DeviceUnknown))?;
        if !verified(&key, &Command::signed_bytes(&signed.payload.0), &signed.signature) {
            return Err(problem(ErrorCode::SignatureInvalid));
        }
        let command = Command::from_payload(&signed.payload.0).map_err(problem)?;
        if let Some((payload, answer)) = self.accepted.get(&command.id) {
            return if *payload == signed.payload.0 {
                Ok(answer.clone())
            } else {
                Err(problem(ErrorCode::IdConflict))
            };
        }
        if let Some(refusal) = self.refuse.take() {
            return Err(refusal);
        }
        if self.busy.is_some() {
            return Err(problem(ErrorCode::Busy));
        }
        if self.revoked.contains(&signed.key) {
            return Err(problem(ErrorCode::DeviceRevoked));
        }
        if (command.issued_at.0 - self.now).abs() > 120_000 && command.valid_until.0 >= self.now {
            let mut skew = problem(ErrorCode::ClockSkew);
            skew.server_time = Some(Millis(self.now));
            return Err(skew);
        }
        if command.valid_until.0 < self.now {
            let mut expired = problem(ErrorCode::CommandExpired);
            expired.server_time = Some(Millis(self.now));
            return Err(expired);
        }
        self.seq += 1;
        let records = self.act(command.id, command.act, party).inspect_err(|_| self.seq -= 1)?;
        let answer = json!({"id": command.id, "seq": self.seq, "at": self.now, "records": records,
            "shown": self.shown()});
        self.accepted.insert(command.id, (signed.payload.0, answer.clone()));
        Ok(answer)
    }

    fn act(&mut self, id: CommandId, act: Act, party: Party) -> Result<Vec<Value>, Problem> {
        match act {
            Act::Pay(pay) => {
                let more = pay.till.map_or_else(|| json!({}), |till| json!({"code": till}));
                let records = self.pay(id, pay.amount, more, party)?;
                if let Some(till) = pay.till {
                    self.end_till(&till.to_string(), "paid")?;
                }
                Ok(records)
            }
            Act::RedeemCode(redeem) => {
                let sealed = SealedCode::from_bytes(&redeem.code).map_err(problem)?;
                let signed = sealed.open(&code_secret()).map_err(problem)?;
                let key = self
                    .keys
                    .values()
                    .find(|(key, _)| yui_protocol::qr::KeyHint::from(key.thumbprint()) == signed.mandate.key);
                let (key, _) = key.ok_or_else(|| problem(ErrorCode::DeviceUnknown))?;
                assert!(verified(key, &signed.mandate.signed_bytes(), &signed.signature));
                if self.codes.contains(&signed.mandate.id) {
                    return Err(problem(ErrorCode::CodeUsed));
                }
                if signed.mandate.valid_until.0 < self.now {
                    return Err(problem(ErrorCode::CodeExpired));
                }
                let records = self.pay(id, redeem.amount, json!({"code": signed.mandate.id}), party)?;
                self.codes.push(signed.mandate.id);
                Ok(records)
            }
            Act::Refund(refund) => {
                let mut paid = self
                    .payments
                    .iter()
                    .find(|p| p["id"] == json!(refund.payment))
                    .cloned()
                    .ok_or_else(|| problem(ErrorCode::PaymentUnknown))?;
                self.balance += refund.amount.0;
                let left = paid["amount"].as_i64().unwrap_or(0) - refund.amount.0;
                paid["refunded"] = json!(refund.amount);
                paid["state"] = json!(if left == 0 { "refunded" } else { "partly_refunded" });
                let back =
                    entry(self, id, "refund", "done", refund.amount.0, json!({"payment": refund.payment}));
                let mut hers = paid.clone();
                hers["shop"] = json!({"id": SHOP, "name": "まるや食堂", "area": "本町"});
                for (party, payment) in [(Party::Person, hers), (Party::Shop, paid.clone())] {
                    self.tell(party, back.clone());
                    self.tell(party, payment);
                }
                self.tell_wallet();
                Ok(vec![back, paid])
            }
            Act::OpenTill(till) => {
                let record = json!({"type": "till", "id": id, "shop": SHOP, "amount": till.amount,
                    "expires_at": self.now + i64::from(till.seconds) * 1000, "state": "open"});
                self.tell(Party::Shop, record.clone());
                Ok(vec![record])
            }
            Act::CancelTill(cancel) => Ok(vec![self.end_till(&cancel.till.to_string(), "cancelled")?]),
            Act::RedeemVoucher(voucher) => {
                let amount = self.vouchers.remove(&voucher.secret);
                let amount = amount.ok_or_else(|| problem(ErrorCode::VoucherUnknown))?;
                self.balance += amount;
                let charge = entry(self, id, "charge", "done", amount, json!({}));
                self.tell(Party::Person, charge.clone());
                self.tell_wallet();
                Ok(vec![charge, self.wallet()])
            }
        }
    }

    fn end_till(&mut self, id: &str, state: &str) -> Result<Value, Problem> {
        let mut record = self.till(id).ok_or_else(|| problem(ErrorCode::TillUnknown))?;
        record["state"] = json!(state);
        self.tell(Party::Shop, record.clone());
        Ok(record)
    }

    pub(super) fn pay(
        &mut self,
        id: CommandId,
        amount: Points,
        more: Value,
        asking: Party,
    ) -> Result<Vec<Value>, Problem> {
        if amount.0 > self.balance {
            return Err(problem(ErrorCode::InsufficientBalance));
        }
        self.balance -= amount.0;
        let mut payers = more.clone();
        payers["shop"] = json!({"id": SHOP, "name": "まるや食堂", "area": "本町"});
        payers["lots"] = json!([{"lot": 1, "kind": "charged", "programme": "charge-2026", "amount": amount, "last_day": "2027-05-22"}]);
        let payers = entry(self, id, "payment", "paid", amount.0, payers);
        let shops = entry(self, id, "payment", "paid", amount.0, more);
        self.tell(Party::Person, payers.clone());
        self.tell(Party::Shop, shops.clone());
        self.tell_wallet();
        self.payments.push(shops.clone());
        Ok(if asking == Party::Person { vec![payers, self.wallet()] } else { vec![shops] })
    }
}
