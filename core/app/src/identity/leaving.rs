//! Signing this phone out, and leaving the service.

use std::sync::Arc;

use yui_protocol::{CLOCK_SKEW, CommandId, ErrorCode, identity::LeaveRequest};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{Meta, Party, WritePoint},
};

/// Whether the server has forgotten this phone already, or the phone its key.
fn is_gone(code: &ErrorCode) -> bool {
    matches!(
        code,
        ErrorCode::DeviceRevoked
            | ErrorCode::DeviceUnknown
            | ErrorCode::PersonLeft
            | ErrorCode::NotRegistered
    )
}

/// Whether an id that was kept is still one that the server takes: who was refused, and comes again another day when
/// her balance is spent, leaves under a new one. Whatever an older try did, a second one cannot do again.
fn is_near(kept: CommandId, now: CommandId) -> bool {
    kept.at().and_then(|kept| Ok(kept.apart(now.at()?))).is_ok_and(|apart| apart < CLOCK_SKEW.unsigned_abs())
}

impl Core {
    pub(crate) async fn sign_out(&self) -> AppResult<()> {
        if self.speaks_for(Party::Person).await? {
            match self.session(Party::Person).post("/v1/identity/sign-out", &serde_json::json!({})).await {
                Ok(_) => {}
                Err(error) if is_gone(error.code()) => {}
                Err(error) => return Err(error),
            }
        }
        self.forget_person().await
    }

    pub(crate) async fn leave(self: &Arc<Self>, give_up_balance: bool) -> AppResult<()> {
        self.require(Party::Person).await?;
        // The id is kept before it is sent, so that a lost answer is asked for again and not a second act.
        let fresh = self.new_id();
        let id = self
            .write(WritePoint::Other, move |unit| {
                let kept: Option<CommandId> = unit.meta(Meta::Leaving(give_up_balance))?;
                let id = kept.filter(|id| is_near(*id, fresh)).unwrap_or(fresh);
                unit.put_meta(Meta::Leaving(give_up_balance), &id)?;
                Ok(id)
            })
            .await?;
        match self
            .session(Party::Person)
            .post("/v1/identity/leave", &LeaveRequest { id, give_up_balance })
            .await
        {
            Ok(_) => {}
            // The answer to the first try was lost.
            Err(error) if is_gone(error.code()) => {}
            Err(error) => {
                if error.code() == &ErrorCode::BalanceRemains
                    && let Err(unheard) = self.sync_feed(Party::Person).await
                {
                    self.log_failure("sync", &unheard);
                }
                return Err(error);
            }
        }
        self.forget_person().await
    }

    /// Removes the person from this phone: keys, records, what waited. The keys go first: a phone that dies here
    /// must not come back as a guest whose next registration is signed by a key that the server has put away.
    async fn forget_person(&self) -> AppResult<()> {
        let _quiet = self.quiet().await;
        self.forget_keys().await?;
        self.quotes.discard_all();
        self.forget_jobs();
        self.write(WritePoint::Other, |unit| {
            unit.forget_party(Party::Person)?;
            [
                Meta::Registration,
                Meta::Registering,
                Meta::LastCode,
                Meta::Leaving(false),
                Meta::Leaving(true),
                Meta::Shops,
            ]
            .into_iter()
            .try_for_each(|meta| unit.drop_meta(meta))
        })
        .await?;
        self.scrub().await?;
        self.roles_changed.notify_waiters();
        self.notifier.changed([Topic::Identity, Topic::Devices, Topic::Wallet, Topic::History, Topic::Code]);
        Ok(())
    }

    /// Removes the person's keys; the next registration makes new ones.
    pub(super) async fn forget_keys(&self) -> AppResult<()> {
        self.keys.remove(KeyName::DeviceUv).await?;
        self.keys.remove(KeyName::Device).await?;
        self.session(Party::Person).forget().await;
        Ok(())
    }
}
