//! What goes wrong beside disk and network: machines, clocks, days, and people who are cut off.

use std::{rc::Rc, time::Duration};

use tokio::{
    task::spawn_local,
    time::{Instant, sleep},
};
use yui_protocol::Millis;

use crate::{fault::Fault, world::World};

/// Lets one of them happen; what is wrong for a while is put right by itself.
pub fn happens(world: &Rc<World>) {
    let fault = match world.chance.between(0, 11) {
        0 | 1 => killed(world),
        2..=4 => return dies_in_commit(world),
        5 | 6 => stopped(world),
        7 => power_fails(world),
        8 => clock_jumps(world),
        9 => days_pass(world),
        10 if world.shared => {
            world.disk.forgets_lock();
            Fault::LockForgotten
        }
        _ => cut_off(world),
    };
    world.trace.say(format_args!("{fault:?}"));
    world.tally.count(fault);
}

fn killed(world: &World) -> Fault {
    world.some_server().kill();
    Fault::KilledSomewhere
}

/// Counted when it comes to it.
fn dies_in_commit(world: &World) {
    world.some_server().dies_at(*world.chance.pick(world.moments()));
    world.trace.say(format_args!("a server is to die in a commit"));
}

fn stopped(world: &Rc<World>) -> Fault {
    let (server, world) = (world.some_server(), world.clone());
    server.stop();
    spawn_local(async move {
        sleep(world.chance.millis(100, 30_000)).await;
        server.wake();
    });
    Fault::Stopped
}

/// In the middle of a commit, if there is one soon.
fn power_fails(world: &Rc<World>) -> Fault {
    let world = world.clone();
    spawn_local(async move {
        for _ in 0..2_000 {
            if world.disk.is_syncing() {
                break;
            }
            sleep(Duration::from_millis(1)).await;
        }
        world.disk.power_fails();
        if !world.shared {
            // The file is on the server's own machine.
            world.servers.iter().for_each(|server| server.kill());
        }
    });
    Fault::PowerFailed
}

fn clock_jumps(world: &Rc<World>) -> Fault {
    let (server, world) = (world.some_server(), world.clone());
    let days = world.chance.between(1, 40) * if world.chance.one_in(2) { 1 } else { -1 };
    server.clock.set_wrong_by(days * Millis::DAY);
    spawn_local(async move {
        sleep(world.chance.millis(100, 30_000)).await;
        server.clock.set_wrong_by(0);
    });
    Fault::ClockJump
}

fn days_pass(world: &Rc<World>) -> Fault {
    world.time.pass_over(world.chance.between(1, 3 * Millis::DAY));
    let world = world.clone();
    spawn_local(async move { world.expire().await });
    Fault::DaysPass
}

fn cut_off(world: &World) -> Fault {
    let until = Instant::now() + world.chance.millis(1_000, 30_000) + Duration::from_millis(1);
    let actor = world.chance.between(0, 6).unsigned_abs();
    world.network.cut_off.borrow_mut().insert(usize::try_from(actor).unwrap_or_default(), until);
    Fault::Partition
}
