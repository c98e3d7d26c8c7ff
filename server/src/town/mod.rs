//! What everybody may know of the town, and the town's own tables.

pub mod routes;

use yui_store::Migration;

/// The town's tables, of all domains, in order.
pub const TOWN_MIGRATIONS: &[Migration] = &[
    Migration { name: "0001_resident", sql: include_str!("../../migrations/town/0001_resident.sql") },
    Migration { name: "0100_shop", sql: include_str!("../../migrations/town/0100_shop.sql") },
    Migration { name: "0101_voucher", sql: include_str!("../../migrations/town/0101_voucher.sql") },
    Migration { name: "0102_code_try", sql: include_str!("../../migrations/town/0102_code_try.sql") },
    Migration { name: "0103_grant_order", sql: include_str!("../../migrations/town/0103_grant_order.sql") },
    Migration {
        name: "0104_grant_continued",
        sql: include_str!("../../migrations/town/0104_grant_continued.sql"),
    },
    Migration { name: "0200_staff", sql: include_str!("../../migrations/town/0200_staff.sql") },
    Migration { name: "0300_installation", sql: include_str!("../../migrations/town/0300_installation.sql") },
];
