//! The hashes of the last commits, so that an answer can say up to where it shows the log without asking the store.

use std::{
    collections::VecDeque,
    sync::{Arc, PoisonError, RwLock},
};

use yui_ledger::Head;

/// How many commits are remembered: those of which answers are on their way.
const COMMITS: usize = 1024;

struct Commit {
    first: i64,
    end: Head,
}

/// See the module. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct LastCommits(Arc<RwLock<VecDeque<Commit>>>);

impl LastCommits {
    /// Takes in a commit that is on the disk, from the row after `from` to `end`.
    pub(crate) fn put(&self, from: &Head, end: &Head) {
        let mut commits = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if commits.len() == COMMITS {
            commits.pop_front();
        }
        commits.push_back(Commit { first: from.seq + 1, end: *end });
    }

    /// The hash of the commit that row `seq` is in; none when it is not remembered.
    pub(crate) fn hash_of(&self, seq: i64) -> Option<[u8; 32]> {
        let commits = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let at = commits.partition_point(|commit| commit.end.seq < seq);
        commits.get(at).filter(|commit| commit.first <= seq).map(|commit| commit.end.hash)
    }
}

#[cfg(test)]
mod tests {
    use yui_protocol::Millis;

    use super::*;

    fn head(seq: i64) -> Head {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&seq.to_be_bytes());
        Head { seq, hash, at: Millis(seq) }
    }

    #[test]
    fn a_row_has_the_hash_of_its_commit() {
        let commits = LastCommits::default();
        assert_eq!(commits.hash_of(1), None);
        commits.put(&head(4), &head(6));
        commits.put(&head(6), &head(9));
        let of = |seq| commits.hash_of(seq);
        for (row, commit) in [(4, None), (5, Some(6)), (6, Some(6)), (7, Some(9)), (9, Some(9)), (10, None)] {
            assert_eq!(of(row), commit.map(|seq| head(seq).hash), "row {row}");
        }
    }

    #[test]
    fn old_commits_are_forgotten_and_gaps_stay_gaps() {
        let commits = LastCommits::default();
        let most = i64::try_from(COMMITS).expect("few");
        for seq in 0..=most {
            commits.put(&head(seq), &head(seq + 1));
        }
        assert_eq!(commits.hash_of(1), None, "forgotten");
        assert_eq!(commits.hash_of(2), Some(head(2).hash));
        commits.put(&head(most + 50), &head(most + 60));
        assert_eq!(commits.hash_of(most + 20), None, "another server wrote it");
    }
}
