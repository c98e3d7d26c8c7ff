//! A wire between the store and PostgreSQL that can be cut at a chosen message.

use std::{
    path::Path,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{UnixListener, UnixStream},
    task::JoinHandle,
};

/// Where the wire is cut.
#[derive(Clone, Copy)]
pub enum Cut {
    /// The message does not arrive.
    Before(&'static [u8]),
    /// The message arrives and is answered; the answer does not arrive.
    After(&'static [u8]),
    /// The message arrives; nothing comes back, and nothing says that the wire is dead.
    Silent(&'static [u8]),
}

/// See the module. The server's side stays open after a cut, as when a network fails: the old session lives on
/// and holds its lock.
pub struct Proxy {
    cut: Arc<Mutex<Option<Cut>>>,
    listening: JoinHandle<()>,
}

impl Proxy {
    /// Listens in `folder` and forwards to `server`.
    pub fn start(folder: &Path, server: &Path) -> Self {
        let listener = UnixListener::bind(folder.join(".s.PGSQL.5432")).expect("binds");
        let (server, cut) = (server.to_owned(), Arc::<Mutex<Option<Cut>>>::default());
        let armed = Arc::clone(&cut);
        let listening = tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = UnixStream::connect(&server).await.expect("connects");
                tokio::spawn(forward(client, server, Arc::clone(&armed)));
            }
        });
        Self { cut, listening }
    }

    /// Cuts the wire at the next message that contains the cut's bytes.
    pub fn cut_at(&self, cut: Cut) {
        *self.cut.lock().expect("unpoisoned") = Some(cut);
    }

    /// Whether the wire was cut since.
    pub fn was_cut(&self) -> bool {
        self.cut.lock().expect("unpoisoned").is_none()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn forward(mut client: UnixStream, mut server: UnixStream, armed: Arc<Mutex<Option<Cut>>>) {
    let (mut sent, mut answered) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        tokio::select! {
            length = client.read(&mut sent) => {
                let Ok(length @ 1..) = length else { return };
                let message = &sent[..length];
                let cut = take_matching(&armed, message);
                if let Some(Cut::Before(_)) = cut {
                    break;
                }
                server.write_all(message).await.expect("forwards");
                if let Some(Cut::Silent(_)) = cut {
                    while matches!(server.read(&mut answered).await, Ok(1..)) {}
                    return;
                }
                if cut.is_some() {
                    server.read_u8().await.expect("the server answers");
                    break;
                }
            }
            length = server.read(&mut answered) => {
                let Ok(length @ 1..) = length else { return };
                if client.write_all(&answered[..length]).await.is_err() {
                    return;
                }
            }
        }
    }
    drop(client);
    // Until the server itself ends the session.
    while matches!(server.read(&mut answered).await, Ok(1..)) {}
}

fn take_matching(armed: &Mutex<Option<Cut>>, message: &[u8]) -> Option<Cut> {
    let mut armed = armed.lock().expect("unpoisoned");
    let Some(Cut::Before(part) | Cut::After(part) | Cut::Silent(part)) = *armed else { return None };
    let found = part.is_empty() || message.windows(part.len()).any(|window| window == part);
    if found { armed.take() } else { None }
}
