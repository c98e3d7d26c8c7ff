//! Time on the processor, which neighbours on a shared machine hardly bend, unlike rates.

use std::{collections::HashMap, fs, time::Duration};

use rustix::{
    param::clock_ticks_per_second,
    time::{ClockId, clock_gettime},
};

/// What a process and all its descendants have used so far, those included that have ended and were waited for.
#[must_use]
pub fn of_tree(root: u32) -> Duration {
    let all: HashMap<u32, (u32, u64)> = processes().collect();
    let ticks: u64 =
        all.iter().filter(|(process, _)| descends(&all, **process, root)).map(|(_, (_, t))| t).sum();
    Duration::from_micros(ticks * 1_000_000 / clock_ticks_per_second())
}

/// What this process and all its descendants have used so far.
#[must_use]
pub fn of_this_tree() -> Duration {
    of_tree(std::process::id())
}

/// What the calling thread has used so far.
#[must_use]
pub fn of_thread() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec.unsigned_abs(), u32::try_from(now.tv_nsec).unwrap_or_default())
}

/// Memory of a process that is not on a disk, in bytes; 0 when it is gone.
#[must_use]
pub fn resident_bytes(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or_default() * 1024
}

fn descends(all: &HashMap<u32, (u32, u64)>, process: u32, root: u32) -> bool {
    let mut at = process;
    while at != root {
        match all.get(&at) {
            Some((parent, _)) if *parent != at => at = *parent,
            _ => return false,
        }
    }
    true
}

/// Every process with its parent and the ticks that it and its ended children used (proc(5), fields 4 and 14 to 17).
fn processes() -> impl Iterator<Item = (u32, (u32, u64))> {
    let numbered = fs::read_dir("/proc").into_iter().flatten().flatten();
    numbered.filter_map(|entry| {
        let process = entry.file_name().to_str()?.parse().ok()?;
        let stat = fs::read_to_string(entry.path().join("stat")).ok()?;
        let after_name = stat.rsplit_once(')')?.1;
        let fields: Vec<_> = after_name.split_whitespace().collect();
        let ticks = fields.get(11..15)?.iter().filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        Some((process, (fields.get(1)?.parse().ok()?, ticks)))
    })
}
