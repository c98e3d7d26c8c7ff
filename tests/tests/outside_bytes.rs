//! Every fuzz target on the stable compiler: it is built, has its place in fuzz/, and stands its corpus, seeds, random
//! bytes and mixtures of all. A fuzzer finds more; this finds at once what no longer holds.

use std::{collections::BTreeSet, fs, panic::catch_unwind, path::Path};

use rand::{Rng, RngCore, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};

#[path = "../../fuzz/src/lib.rs"]
mod fuzz;

/// How many mixtures each target stands.
const MIXTURES: usize = 10_000;
/// How many random inputs.
const RANDOM: usize = 500;
/// Those that make a store or draw a page at each turn: they stand a hundredth.
const SLOW: [&str; 3] = ["altered_value", "export_file", "poster"];
/// The most files of a corpus, and the most bytes, as in scripts/fuzz.
const CORPUS: (usize, usize) = (60, 200_000);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace")
}

#[test]
fn every_target_is_in_its_place() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("a manifest");
    let built: BTreeSet<&str> =
        manifest.split("[[bin]]\nname = \"").skip(1).filter_map(|bin| bin.split('"').next()).collect();
    let named: BTreeSet<&str> = fuzz::TARGETS.iter().map(|(_, name, _)| *name).collect();
    assert_eq!(built, named);
    let files = fs::read_dir(root().join("fuzz/fuzz_targets")).expect("a folder").count();
    assert_eq!(files, named.len());
    for (module, name, _) in fuzz::TARGETS {
        let target = fs::read_to_string(root().join(format!("fuzz/fuzz_targets/{name}.rs"))).expect(name);
        let call = format!("libfuzzer_sys::fuzz_target!(|bytes: &[u8]| yui_fuzz::{module}::{name}(bytes));");
        let says = format!("//! See [`yui_fuzz::{module}::{name}`].");
        assert_eq!(target, format!("{says}\n\n#![no_main]\n\n{call}\n"));
    }
}

/// What a fuzzer found worth keeping for a target: each file reaches code that no other reaches.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = root().join("fuzz/corpus").join(name);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{name} has no corpus: {error}"));
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a file")).collect()
}

#[test]
fn every_target_has_a_corpus_and_stands_it() {
    for (_, name, target) in fuzz::TARGETS {
        let files = corpus(name);
        let bytes: usize = files.iter().map(Vec::len).sum();
        assert!(!files.is_empty(), "{name} has no corpus");
        assert!(files.len() <= CORPUS.0 && bytes <= CORPUS.1, "{name}: {} files, {bytes} bytes", files.len());
        for file in files {
            assert!(catch_unwind(|| target(&file)).is_ok(), "{name}: {file:02x?}");
        }
    }
    let folders = fs::read_dir(root().join("fuzz/corpus")).expect("a folder").count();
    assert_eq!(folders, fuzz::TARGETS.len(), "a corpus of no target");
}

/// The texts in a file of vectors, and the bytes of those that are hexadecimal.
fn gather(value: &Value, found: &mut Vec<Vec<u8>>) {
    match value {
        Value::String(text) => {
            let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
            found.extend(text.as_bytes().chunks(2).map(byte).collect::<Option<Vec<u8>>>());
            found.push(text.as_bytes().to_vec());
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| gather(value, found)),
        _ => {}
    }
}

/// Inputs that readers know, so that mixtures get past their first look.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for name in ["qr.json", "one_time_codes.json", "commands.json", "enrol.json"] {
        let text = fs::read_to_string(root().join("tests/vectors").join(name)).expect("a file of vectors");
        gather(&serde_json::from_str(&text).expect("JSON"), &mut seeds);
    }
    let key = json!({"key": "BAQ", "signature": "AQ", "attestation": ""});
    let registration = json!({
        "statement": "oA", "device": key, "device_name": "phone",
        "card": {"authentication_certificate": "MA", "signature": "AQ"},
    });
    let texts = [
        "5,000円",
        "５０００",
        "AQAAAAAAAAAB",
        "ja, en;q=0.8, *;q=0.1",
        "0199c0de-0000-7000-8000-000000000000",
        "422053",
        "charge-2027",
        "店名,カナ,住所,電話番号,郵便番号,緯度,経度\n花子パン,ハナコパン,大村市,0957-00-0000,8560000,32.9,129.9\n",
        "name,note\n\"a,b\",\"c\"\"d\ne\"\n",
        r#"{"yui_export":1,"steps":[["store","0001","ab"]]}"#,
        r#"{"table":"event","columns":["seq","body"]}"#,
        r#"[1,null,"a",{"hex":"00ff"}]"#,
        r#"{"end":true,"rows":3}"#,
    ];
    seeds.extend(texts.map(|text| text.as_bytes().to_vec()));
    seeds.push(registration.to_string().into_bytes());
    let event = yui_store::Event {
        kind: yui_store::EventKind::Audit,
        name: "resident.read".to_owned(),
        party: None,
        actor: "staff-0001".to_owned(),
    };
    seeds.push([vec![3], event.body()].concat());
    // Kind, two accounts, no definitions, and some numbers as the ledger writes them.
    seeds.push(vec![2, 1, 2, 0, 1, 0, 0x80, 0x01, 4, 6, 1, 2, 0]);
    let roots = yui_testkit::pki::trusted();
    for root in [&roots.signature, &roots.authentication] {
        seeds.push(root.certificate().to_vec());
    }
    seeds
}

/// A seed cut, stretched, altered, or grown together with another.
fn mixture(seeds: &[Vec<u8>], random: &mut StdRng) -> Vec<u8> {
    let pick = |random: &mut StdRng| seeds[random.random_range(0..seeds.len())].clone();
    let mut bytes = pick(random);
    for _ in 0..random.random_range(1..=4) {
        let at = random.random_range(0..=bytes.len());
        match random.random_range(0..6) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, random.random()),
            2 if at < bytes.len() => bytes[at] = random.random(),
            3 if at < bytes.len() => bytes[at] ^= 1 << random.random_range(0..8),
            4 => drop(bytes.splice(at..at, pick(random).into_iter().take(64))),
            _ => drop(bytes.drain(at..bytes.len().min(at + 8))),
        }
    }
    bytes
}

#[test]
fn every_target_stands_seeds_mixtures_and_noise() {
    let common = seeds();
    for (_, name, target) in fuzz::TARGETS {
        let mut random = StdRng::seed_from_u64(7);
        let part = if SLOW.contains(name) { 100 } else { 1 };
        let stands = |bytes: &[u8]| {
            assert!(catch_unwind(|| target(bytes)).is_ok(), "{name}: {bytes:02x?}");
        };
        for seed in &common {
            stands(seed);
        }
        // Half of them its own, which get further.
        let own = corpus(name);
        for n in 0..MIXTURES / part {
            stands(&mixture(if n % 2 == 0 { &common } else { &own }, &mut random));
        }
        for _ in 0..RANDOM / part {
            let mut bytes = vec![0; random.random_range(0..200)];
            random.fill_bytes(&mut bytes);
            stands(&bytes);
        }
    }
}
