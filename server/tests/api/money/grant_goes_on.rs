//! An order for every resident that stopped on the way, and goes on: with whom it had not reached, and with nobody else.

use yui_protocol::{CommandId, ErrorCode, Millis, Subject};
use yui_server::{
    identity::resident,
    wallet::grant_all::{self, GrantOrder, GrantState},
};

use super::{
    charge::{verified, visitor},
    events,
    grant_all::{FIRST, SECOND, confirmed, held, in_town, residents, run, sound},
    programme,
};
use crate::support::{Phone, World, on_both};

on_both! { what_stopped_goes_on_with_the_others a_form_that_lay_about_changes_nothing }

/// A budget of 100,000, all of which two orders of 1,000 for each of fifty residents were promised; then two visitors
/// became residents, so that the first order has too little for all.
struct Stopped {
    world: World,
    all: Vec<Subject>,
    order: GrantOrder,
    other: CommandId,
}

impl Stopped {
    async fn new(world: World) -> Self {
        let mut all = vec![visitor(&world, 1).await, visitor(&world, 2).await];
        all.extend(residents(&world, 10..60).await);
        let id = confirmed(&world, "childcare-2027", 1000).await;
        let other = confirmed(&world, "childcare-2027", 1000).await;
        in_town(&world, "UPDATE resident SET level = 'verified' WHERE level = 'visitor'").await;
        world.clock.advance(1);
        let order = run(&world, id).await;
        assert_eq!(order.state(), GrantState::Stopped(ErrorCode::ProgrammeBudget));
        assert_eq!((order.heads, order.received, order.left_out), (50, 50, 0));
        Self { world, all, order, other }
    }

    fn stopped_at(&self) -> Millis {
        self.order.stopped_at().expect("it stands so")
    }

    async fn go_on(&self, staff: &str) -> Result<(), ErrorCode> {
        grant_all::go_on(self.world.yui(), staff, self.order.id, self.stopped_at()).await
    }

    /// The other order is carried out; four of those to whom it was promised have left, which frees their share.
    async fn other_ends(&self) {
        let gone: Vec<_> = self.all[10..14].to_vec();
        let leave = self.world.yui().town_write(move |unit| {
            Box::pin(async move {
                for subject in gone {
                    resident::mark_left(unit, subject).await?;
                }
                Ok(())
            })
        });
        leave.await.expect("left");
        let ended = run(&self.world, self.other).await;
        assert_eq!((ended.state(), ended.received, ended.left_out), (GrantState::Done, 48, 4));
    }
}

async fn what_stopped_goes_on_with_the_others(world: World) {
    let stopped = Stopped::new(world).await;
    let Stopped { world, all, order, .. } = &stopped;
    let (yui, id) = (world.yui(), order.id);
    let late = verified(world, 200).await;
    let mut expected = vec![1000; 50];
    expected.extend([0, 0]);
    assert_eq!(
        held(world, all).await,
        expected,
        "those who rose came first; what the other was promised is left"
    );
    let childcare = programme("childcare-2027");
    assert_eq!(grant_all::stopped(yui, &childcare).await, Ok(Some(order.clone())));
    let rest = grant_all::estimate_rest(yui, order).await.expect("an estimate");
    assert_eq!((rest.heads, rest.sum.0), (2, 2000), "not her who joined later");
    assert_eq!(rest.refusal, Some(ErrorCode::ProgrammeBudget));
    assert_eq!(stopped.go_on(FIRST).await, Err(ErrorCode::Forbidden), "she recorded it");
    assert_eq!(stopped.go_on(SECOND).await, Err(ErrorCode::ProgrammeBudget), "nothing has changed");

    stopped.other_ends().await;
    assert_eq!(stopped.go_on(SECOND).await, Ok(()));
    let goes_on = grant_all::find(yui, id).await.expect("kept");
    assert_eq!((goes_on.state(), goes_on.heads, goes_on.received), (GrantState::Running, 52, 50));
    assert_eq!(
        (&goes_on.confirmed, goes_on.continued.as_ref().map(|done| done.by.as_str())),
        (&order.confirmed, Some(SECOND))
    );
    assert_eq!(grant_all::stopped(yui, &childcare).await, Ok(None));
    assert_eq!(grant_all::run_due(yui).await, Ok(1));
    let ended = run(world, id).await;
    assert_eq!((ended.state(), ended.received, ended.left_out), (GrantState::Done, 52, 0));
    let both = |subject| if all[10..14].contains(subject) { 1000 } else { 2000 };
    assert_eq!(held(world, all).await, all.iter().map(both).collect::<Vec<_>>(), "once from each order");
    assert_eq!(held(world, &[late]).await, [0], "who joined after it was confirmed");
    assert_eq!(events(world, "wallet.grant_all_continued").await, 1);
    sound(world).await;
}

async fn a_form_that_lay_about_changes_nothing(world: World) {
    let stopped = Stopped::new(world).await;
    let Stopped { world, order, .. } = &stopped;
    let (yui, id) = (world.yui(), order.id);
    stopped.other_ends().await;
    let earlier = stopped.stopped_at().plus(-1);
    assert_eq!(grant_all::go_on(yui, SECOND, id, earlier).await, Ok(()), "of another stop");
    assert_eq!(
        grant_all::confirm(yui, SECOND, id).await,
        Ok(()),
        "nor does the first confirmation, sent again"
    );
    assert_eq!(grant_all::find(yui, id).await.expect("kept"), *order);
    for _ in 0..2 {
        assert_eq!(stopped.go_on(SECOND).await, Ok(()));
    }
    let ended = run(world, id).await;
    assert_eq!(stopped.go_on(SECOND).await, Ok(()));
    assert_eq!(grant_all::find(yui, id).await, Ok(ended), "what is done stays");
    assert_eq!(events(world, "wallet.grant_all_continued").await, 1);

    let new = super::grant_all::order(world, "thanks-2027", 10);
    let waits = new.id;
    grant_all::record(yui, FIRST, new).await.expect("recorded");
    for id in [waits, Phone::command_id(world)] {
        let refused = grant_all::go_on(yui, SECOND, id, order.stopped_at().unwrap_or_default()).await;
        assert_eq!(refused, Err(ErrorCode::NotFound), "nobody confirmed it");
    }
}
