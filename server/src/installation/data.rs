//! What this domain keeps, why and how long.

use crate::data::{
    Controller, DataSet, Ends, Retention, StaffReads, StoreKind, Table, Tells::Nothing, law::TOWN_SAFETY,
};

/// All of this domain.
pub const SETS: &[DataSet] = &[DataSet {
    domain: "installation",
    name: "Which stores belong together",
    store: StoreKind::Both,
    controller: Controller::OperatingBody,
    purpose: "not starting on a store that was not found, as if it were new",
    basis: &[TOWN_SAFETY],
    retention: Retention { until: "as long as the store", ends: Ends::ByItself },
    staff: StaffReads::Unaudited("it tells nothing about a person"),
    tables: &[Table {
        name: "installation",
        row: "a town and the id under which its store and the realm's were joined",
        columns: &[(Nothing, &["town", "id", "whole"])],
    }],
    read_by: &[],
}];
