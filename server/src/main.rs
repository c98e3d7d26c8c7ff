//! The program `yui-server` of a town: serves phones, shops and staff, and does the operator's chores.
//!
//! Cards are verified by a certified platform operator only; there is no flag for test roots or another clock.

mod cli;

/// Requests ask for memory on every thread and give it back on others, which it is made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::run()
}
