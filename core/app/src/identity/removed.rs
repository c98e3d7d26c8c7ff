//! A phone that was removed or reported lost: the server has put its key away. Her own feed says so first; the way back
//! is registering, with new keys.

use yui_protocol::{ErrorCode, Thumbprint};

use crate::{
    core::Core,
    error::AppResult,
    listener::Topic,
    store::{Meta, Party, WritePoint},
};

impl Core {
    /// Notes it when an answer to the person's key says that this phone was removed.
    pub(crate) async fn unless_removed<T>(&self, party: Party, answer: AppResult<T>) -> AppResult<T> {
        let removed = answer.as_ref().is_err_and(|error| error.code() == &ErrorCode::DeviceRevoked);
        if party == Party::Person
            && removed
            && let Err(not_kept) = self.is_removed().await
        {
            self.log_failure("removed", &not_kept);
        }
        answer
    }

    async fn is_removed(&self) -> AppResult<()> {
        let Some(own) = self.own_phone().await? else { return Ok(()) };
        self.write(WritePoint::Other, move |unit| unit.put_meta(Meta::Removed, &own)).await?;
        self.notifier.changed([Topic::Identity]);
        Ok(())
    }

    /// Forgets the keys of a phone that was removed; new ones stay.
    pub(super) async fn forget_removed_keys(&self) -> AppResult<()> {
        let own = self.own_phone().await?;
        let removed: Option<Thumbprint> = self.read(|unit| unit.meta(Meta::Removed)).await?;
        if removed.is_some() && removed == own { self.forget_keys().await } else { Ok(()) }
    }
}
