//! Signing this phone out, and leaving the service.

use std::sync::Arc;

use yui_protocol::{CLOCK_SKEW, CommandId, ErrorCode, identity::LeaveRequest};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    platform::KeyName,
    store::{Meta, Party, Registration, Unit, WritePoint},
};

/// Whether the server has forgotten this phone already, or the phone its key. Whose doing that was, it does not say.
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

/// Whether she asked to leave and the answer is not known.
pub(crate) fn leaving_asked(unit: &Unit<'_>) -> AppResult<bool> {
    let kept = |gives_up| unit.meta::<CommandId>(Meta::Leaving(gives_up));
    Ok(kept(false)?.or(kept(true)?).is_some())
}

/// The answer is known.
pub(super) fn forget_asked(unit: &Unit<'_>) -> AppResult<()> {
    [Meta::Leaving(false), Meta::Leaving(true)].into_iter().try_for_each(|meta| unit.drop_meta(meta))
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
        self.forget_person(None).await
    }

    /// A phone that was removed does not leave by that: who asked before, and lost the answer, did.
    pub(crate) async fn leave(self: &Arc<Self>, give_up_balance: bool) -> AppResult<()> {
        self.require(Party::Person).await?;
        // The id is kept before it is sent, so that a lost answer is asked for again and not a second act.
        let fresh = self.new_id();
        let (id, asked_before) = self
            .write(WritePoint::Other, move |unit| {
                let asked_before = leaving_asked(unit)?;
                let kept: Option<CommandId> = unit.meta(Meta::Leaving(give_up_balance))?;
                let id = kept.filter(|id| is_near(*id, fresh)).unwrap_or(fresh);
                unit.put_meta(Meta::Leaving(give_up_balance), &id)?;
                Ok((id, asked_before))
            })
            .await?;
        match self
            .session(Party::Person)
            .post("/v1/identity/leave", &LeaveRequest { id, give_up_balance })
            .await
        {
            Ok(_) => {}
            // The answer to an earlier try was lost.
            Err(error) if asked_before && is_gone(error.code()) => {}
            Err(error) if error.code() == &ErrorCode::PersonLeft => {}
            Err(error) => {
                let never_left = error.code() == &ErrorCode::Offline && !asked_before;
                if never_left || !error.is_transient() {
                    self.write(WritePoint::Other, forget_asked).await?;
                }
                if error.code() == &ErrorCode::BalanceRemains
                    && let Err(unheard) = self.sync_feed(Party::Person).await
                {
                    self.log_failure("sync", &unheard);
                }
                return self.unless_removed(Party::Person, Err(error)).await;
            }
        }
        self.forget_person(Some(Registration::Left)).await
    }

    /// Removes the person from this phone: keys, records, what waited; `after` is where the registration stands then.
    /// The keys go first: a phone that dies here must not come back as a guest whose next registration is signed by a
    /// key that the server has put away.
    async fn forget_person(&self, after: Option<Registration>) -> AppResult<()> {
        let _quiet = self.quiet().await;
        self.forget_keys().await?;
        self.quotes.discard_all();
        self.forget_jobs();
        self.write(WritePoint::Other, move |unit| {
            unit.forget_party(Party::Person)?;
            forget_asked(unit)?;
            [
                Meta::Registration,
                Meta::UserKey,
                Meta::Removed,
                Meta::Registering,
                Meta::LastCode,
                Meta::Shops,
            ]
            .into_iter()
            .try_for_each(|meta| unit.drop_meta(meta))?;
            after.map_or(Ok(()), |after| unit.put_meta(Meta::Registration, &after))
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
