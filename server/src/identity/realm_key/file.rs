//! The realm's key in its file, which is made once and never written over: either the whole key stands there for good
//! or nothing does, wherever the power went away. A file that others on the machine may read is not taken: it keeps no
//! secret, and nobody would notice.

use std::{
    fs, io,
    io::{Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use zeroize::Zeroizing;

use super::RealmKey;
use crate::random::random;

/// Why the file of a realm's key is not used.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It cannot be read or made.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It holds something else.
    #[error("the realm's key file must hold 32 bytes")]
    Length,
    /// Others than its owner may read or write it.
    #[error("others on this machine may read the realm's key: make the file its owner's alone (chmod 600)")]
    Open,
}

impl RealmKey {
    /// Reads the secret from its file; none when there is no file.
    pub fn load(path: &Path) -> Result<Option<Self>, FileError> {
        let mut file = match fs::File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if file.metadata()?.permissions().mode() & 0o077 != 0 {
            return Err(FileError::Open);
        }
        let mut bytes = Zeroizing::new(Vec::new());
        file.read_to_end(&mut bytes)?;
        let key: [u8; 32] = bytes.as_slice().try_into().map_err(|_| FileError::Length)?;
        Ok(Some(Self::new(key)))
    }

    /// Makes a fresh secret and its file (readable by its owner only), which must not be there yet.
    pub fn create(path: &Path) -> io::Result<Self> {
        let key = Self::fresh().map_err(|_| io::Error::other("no random numbers"))?;
        let beside = beside(path)?;
        let placed = write_private(&beside, key.0.as_slice()).and_then(|()| fs::hard_link(&beside, path));
        // Whatever came of it, the key has one name at the most.
        let removed = fs::remove_file(&beside);
        placed.and(removed)?;
        // A name is durable only with its folder.
        fs::File::open(folder(path))?.sync_all()?;
        Ok(key)
    }
}

/// A name in the same folder that nobody else takes.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let chance = random().map(u64::from_be_bytes).map_err(|_| io::Error::other("no random numbers"))?;
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{chance:016x}"));
    Ok(path.with_file_name(name))
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        entries.map(|entry| entry.expect("a file").file_name().into_string().expect("text")).collect()
    }

    #[test]
    fn the_key_file_is_made_once_and_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("realm.key");
        assert!(RealmKey::load(&path).expect("read").is_none());
        let first = RealmKey::create(&path).expect("made");
        let second = RealmKey::load(&path).expect("read").expect("there");
        assert_eq!(first.hash("a", &[]), second.hash("a", &[]));
        assert_eq!(path.metadata().expect("there").permissions().mode() & 0o777, 0o600);
        let refused = RealmKey::create(&path).expect_err("a key is never written over");
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        let third = RealmKey::load(&path).expect("read").expect("there");
        assert_eq!(first.hash("a", &[]), third.hash("a", &[]));
        assert_eq!(names(folder.path()), ["realm.key"], "nothing is left beside it");
        fs::write(&path, b"short").expect("writes");
        assert!(matches!(RealmKey::load(&path), Err(FileError::Length)));
    }

    #[test]
    fn a_key_that_others_may_read_is_not_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("realm.key");
        RealmKey::create(&path).expect("made");
        for mode in [0o644, 0o640, 0o620, 0o601] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("changed");
            assert!(matches!(RealmKey::load(&path), Err(FileError::Open)), "{mode:o}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).expect("changed");
        assert!(RealmKey::load(&path).expect("read").is_some());
    }

    /// Whoever looks at any moment sees no key or the whole one, and of many who make one only one does.
    #[test]
    fn nobody_ever_reads_half_a_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("realm.key");
        let made = std::thread::scope(|scope| {
            let makers: Vec<_> = (0..8).map(|_| scope.spawn(|| RealmKey::create(&path).ok())).collect();
            while RealmKey::load(&path).expect("no key or a whole one").is_none() {}
            let made: Vec<_> =
                makers.into_iter().filter_map(|maker| maker.join().expect("no panic")).collect();
            made
        });
        let kept = RealmKey::load(&path).expect("read").expect("there");
        let made: Vec<_> = made.iter().map(|key| key.hash("a", &[])).collect();
        assert_eq!(made, [kept.hash("a", &[])]);
    }
}
