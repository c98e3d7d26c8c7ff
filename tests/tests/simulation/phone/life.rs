//! What happens to a phone: its owner pays, it dies, goes back and is cloned; and in the end all on it becomes known.

use std::{rc::Rc, sync::Arc, time::Duration};

use tokio::{task::spawn_local, time::sleep};
use yui_protocol::{ErrorCode, Points, Subject, wallet::EntryState};
use yui_testkit::store_fault::DiesAt;

use super::{Phone, copy, folder};
use crate::{actor::resident, fault::Fault, world::World};

/// How often a person does something with a phone.
const ACTS: usize = 8;

/// A person lives with a phone, until all is well.
pub async fn live(world: Rc<World>, phone: Rc<Phone>) {
    while phone.app.borrow().is_none() || !phone.register(&world).await {
        sleep(phone.chance.millis(500, 3_000)).await;
        let _ = phone.open(&world, None).await;
    }
    for _ in 0..ACTS {
        sleep(phone.chance.millis(1_000, 15_000)).await;
        match phone.chance.between(0, 9) {
            0 => dies_soon(&world, &phone).await,
            1 => goes_back(&world, &phone).await,
            2 => is_cloned(&world, &phone),
            3 | 4 => {
                world.trace.say(format_args!("phone {} syncs: {}", phone.name, phone.sync(&world).await));
            }
            _ => pays(&world, &phone).await,
        }
    }
    world.lived(phone);
}

async fn pays(world: &Rc<World>, phone: &Phone) {
    let Some((id, told)) = phone.pay(world).await else { return };
    world.trace.say(format_args!("phone {} pays {id}: {told:?}", phone.name));
    let dead = |code: &ErrorCode| matches!(code, ErrorCode::StorageFailed | ErrorCode::StorageFull);
    match told {
        Ok(EntryState::Paid) => world.auditor.borrow_mut().phone_paid(id),
        Err(code) if !dead(&code) => world.auditor.borrow_mut().phone_did_not(id, code),
        _ => {}
    }
}

/// The app is killed at a write to come, and opened again.
async fn dies_soon(world: &Rc<World>, phone: &Phone) {
    let death = Arc::new(DiesAt::nth(usize::try_from(phone.chance.between(0, 12)).unwrap_or_default()));
    if phone.open(world, Some(death.clone())).await.is_ok() {
        pays(world, phone).await;
        phone.sync(world).await;
    }
    if let Some(death) = death.death() {
        world.trace.say(format_args!("phone {} died at {death:?}", phone.name));
        world.tally.count(Fault::AppDied);
    }
    let _ = phone.open(world, None).await;
}

/// The app's data is kept, or put back as it was kept.
async fn goes_back(world: &Rc<World>, phone: &Phone) {
    phone.app.take();
    let kept = phone.backup.take();
    if let Some(kept) = kept {
        copy(kept.path(), phone.folder.path());
        world.trace.say(format_args!("phone {} goes back", phone.name));
        world.tally.count(Fault::AppRolledBack);
    } else {
        let kept = folder();
        copy(phone.folder.path(), kept.path());
        phone.backup.replace(Some(kept));
    }
    let _ = phone.open(world, None).await;
}

/// The telephone is cloned with all that waits on it, and the clone sends it too.
fn is_cloned(world: &Rc<World>, phone: &Rc<Phone>) {
    let app = phone.app.take();
    let clone = Rc::new(phone.clone_to(phone.name + 10));
    phone.app.replace(app);
    world.tally.count(Fault::Cloned);
    world.trace.say(format_args!("phone {} is cloned", phone.name));
    let world = world.clone();
    spawn_local(async move {
        let _ = clone.open(&world, None).await;
        clone.sync(&world).await;
        pays(&world, &clone).await;
        world.lived(clone);
    });
}

/// Everything on the phone becomes known, once all is well: whose it is, and what she can spend.
pub async fn settles(world: &Rc<World>, phone: &Phone) -> (Subject, Points) {
    loop {
        if phone.open(world, None).await.is_ok()
            && phone.sync(world).await
            && let Some((Points(0), available)) = phone.wallet(world).await
        {
            world.trace.say(format_args!("phone {} has settled with {available:?}", phone.name));
            return (resident(phone.owner), available);
        }
        sleep(Duration::from_secs(5)).await;
    }
}
