//! Networks that fail and apps that are killed, at every point there is: a payment happens once or not at all,
//! and the phone ends up knowing which.

mod support;

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use support::{SHOP, Server, hanako};
use yui_app::{
    YuiApp,
    store::{Moment, StoreFault, WritePoint},
    wallet::HistoryQuery,
};
use yui_protocol::{
    ErrorCode, Points,
    wallet::{EntryKind, EntryState},
};
use yui_testkit::transport::{Fault, FaultyTransport};

/// Id and amount of every payment in her list, oldest first; none may be pending.
async fn known_payments(app: &YuiApp) -> Vec<(String, i64)> {
    let history = app.wallet().history(HistoryQuery::default()).await.expect("history");
    let mut payments: Vec<_> = history
        .lines()
        .filter(|line| line.kind == EntryKind::Payment && line.state != EntryState::Refused)
        .inspect(|line| assert_eq!(line.state, EntryState::Paid, "{line:?}"))
        .map(|line| (line.id.to_string(), line.amount.0))
        .collect();
    payments.reverse();
    payments
}

#[tokio::test]
async fn every_two_faults_in_a_row_neither_lose_nor_double_a_payment() {
    for first in Fault::ALL {
        for second in Fault::ALL {
            let server = Arc::new(Server::new());
            let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
            let (phone, app) = hanako(&server, network.clone()).await;
            network.script([first, second]);
            let quote = app.wallet().prepare(SHOP, Points(850), None).await.expect("a quote");
            let said = app.wallet().confirm(quote.id).await;
            let balance = app.wallet().snapshot().await.expect("a wallet");
            // Two more lives: one that meets the second fault, one with a good network.
            drop(app);
            let app = phone.open(network.clone()).await;
            app.sync().await.expect("synced");
            network.settle().await;
            app.sync().await.expect("synced");
            app.sync().await.expect("synced");
            let payments = server.payments();
            match &said {
                Ok(line) if line.state == EntryState::Paid => {
                    assert_eq!(payments.len(), 1, "{first:?} {second:?}");
                }
                Ok(line) => {
                    assert_eq!((line.state, balance.pending), (EntryState::Pending, Points(850)));
                    assert_eq!(payments.len(), 1, "{first:?} {second:?}");
                }
                Err(error) => {
                    assert_eq!((error.code(), first), (&ErrorCode::Offline, Fault::NotSent));
                    assert_eq!(payments.len(), 0, "nothing left the phone");
                }
            }
            assert_eq!(known_payments(&app).await, payments, "{first:?} {second:?}");
            assert_eq!(app.wallet().snapshot().await.expect("a wallet").available.0, server.balance());
        }
    }
}

/// Lets the app live until the write of this number.
struct DiesAt {
    left: AtomicUsize,
    seen: std::sync::Mutex<Option<(WritePoint, Moment)>>,
}

impl DiesAt {
    fn new(left: usize) -> Arc<Self> {
        Arc::new(Self { left: AtomicUsize::new(left), seen: std::sync::Mutex::default() })
    }

    fn death(&self) -> Option<(WritePoint, Moment)> {
        *self.seen.lock().expect("unpoisoned")
    }
}

impl StoreFault for DiesAt {
    fn survives(&self, point: WritePoint, moment: Moment) -> bool {
        let alive = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1)).is_ok();
        if !alive {
            self.seen.lock().expect("unpoisoned").get_or_insert((point, moment));
        }
        alive
    }
}

#[tokio::test]
async fn a_kill_at_every_write_neither_loses_nor_doubles_a_payment() {
    let mut deaths = Vec::new();
    for network_fault in [Fault::None, Fault::CutAfterSend, Fault::Drop] {
        for n in 0.. {
            let server = Arc::new(Server::new());
            let network = Arc::new(FaultyTransport::new(server.clone(), "/v1/commands"));
            let (phone, app) = hanako(&server, network.clone()).await;
            drop(app);
            let fault = DiesAt::new(n);
            let app = phone
                .try_open(phone.folder.path(), network.clone(), Some(fault.clone()))
                .await
                .expect("opens");
            network.script([network_fault]);
            let kept = match app.wallet().prepare(SHOP, Points(850), None).await {
                Ok(quote) => app.wallet().confirm(quote.id).await.is_ok(),
                Err(_) => false,
            };
            let _ = app.sync().await;
            let death = fault.death();
            drop(app);
            network.script([]);
            let app = phone.open(network.clone()).await;
            app.sync().await.expect("synced");
            let payments = server.payments();
            assert_eq!(known_payments(&app).await, payments, "{death:?}");
            assert_eq!(app.wallet().snapshot().await.expect("a wallet").available.0, server.balance());
            // From the moment the intent is kept, what the person confirmed happens, exactly once.
            let kept_before_death =
                !matches!(death, Some((WritePoint::Other, _) | (WritePoint::Intent, Moment::Before)));
            if kept || kept_before_death {
                assert_eq!(payments.len(), 1, "{network_fault:?} {death:?}");
            } else {
                assert_eq!(payments.len(), 0, "{network_fault:?} {death:?}");
            }
            match death {
                Some(death) => deaths.push(death),
                None => break,
            }
        }
    }
    for point in
        [WritePoint::Intent, WritePoint::Signed, WritePoint::Sending, WritePoint::Answered, WritePoint::Page]
    {
        for moment in [Moment::Before, Moment::After] {
            assert!(deaths.contains(&(point, moment)), "a death at {point:?} {moment:?} was tried");
        }
    }
}

#[tokio::test]
async fn a_kill_while_a_code_is_made_leaves_one_code_at_most() {
    for n in 0.. {
        let server = Arc::new(Server::new());
        let (phone, app) = hanako(&server, server.clone()).await;
        drop(app);
        let fault = DiesAt::new(n);
        let app =
            phone.try_open(phone.folder.path(), server.clone(), Some(fault.clone())).await.expect("opens");
        let shown = app.wallet().show_code().await;
        drop(app);
        let app = phone.open(server.clone()).await;
        let code = app.wallet().show_code().await.expect("a code");
        if let Ok(shown) = &shown {
            assert_eq!((&shown.text, shown.id), (&code.text, code.id), "what was shown is shown again");
        }
        let again = app.wallet().show_code().await.expect("the same");
        assert_eq!(again.text, code.text);
        app.sync().await.expect("synced");
        let pending = app.wallet().history(HistoryQuery::default()).await.expect("history");
        assert_eq!(pending.lines().filter(|line| line.state == EntryState::Pending).count(), 1);
        if fault.death().is_none() {
            break;
        }
    }
}
