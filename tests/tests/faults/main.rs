//! Money through every bad network and every death of the app, against a real server process: what a person wanted
//! happens once or not at all, and resident, shop and ledger know the same.

mod deeds;
mod payments;
mod restored;
mod town;
