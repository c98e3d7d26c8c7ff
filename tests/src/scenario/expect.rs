//! How an answer is held against what a step expects.

use serde_json::Value;

/// Where `found` does not meet `expected`, in words; `None` when it does.
///
/// An object is met by any object with at least its members; `null` as an expectation is met by everything;
/// `{"$exists": bool}` by presence; `{"$contains": text}` by a text with that part; an array by an array of the
/// same length, element by element.
#[must_use]
pub fn mismatch(expected: &Value, found: &Value) -> Option<String> {
    at("", expected, found)
}

fn at(path: &str, expected: &Value, found: &Value) -> Option<String> {
    match expected {
        Value::Null => None,
        Value::Object(members) => {
            if let Some(part) = members.get("$contains").and_then(Value::as_str) {
                let held = found.as_str().is_some_and(|text| text.contains(part));
                return (!held).then(|| format!("{path}: {found} does not contain {part:?}"));
            }
            if let Some(length) = members.get("$length").and_then(Value::as_u64) {
                let held = found.as_array().is_some_and(|list| list.len() as u64 == length);
                return (!held).then(|| format!("{path}: {found} has not length {length}"));
            }
            members.iter().find_map(|(name, expected)| {
                let path = format!("{path}/{name}");
                let member = found.get(name).filter(|value| !value.is_null());
                if let Some(exists) = expected.get("$exists").and_then(Value::as_bool) {
                    let wrong = member.is_some() != exists;
                    return wrong.then(|| {
                        format!("{path}: expected {}", if exists { "something" } else { "nothing" })
                    });
                }
                at(&path, expected, member.unwrap_or(&Value::Null))
            })
        }
        Value::Array(items) => {
            let Some(list) = found.as_array() else { return Some(format!("{path}: {found} is no list")) };
            if list.len() != items.len() {
                return Some(format!("{path}: {} items instead of {}: {found}", list.len(), items.len()));
            }
            let pairs = items.iter().zip(list).enumerate();
            pairs.into_iter().find_map(|(i, (expected, found))| at(&format!("{path}/{i}"), expected, found))
        }
        scalar => (scalar != found).then(|| format!("{path}: {found} instead of {scalar}")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_subset_is_enough_and_a_difference_is_named() {
        let found = json!({"state": "paid", "lots": [{"amount": 1}, {"amount": 2}], "code": null});
        for met in [
            json!({"state": "paid"}),
            json!({"lots": [{"amount": 1}, {}]}),
            json!({"lots": {"$length": 2}, "state": {"$contains": "pai"}}),
            json!({"code": {"$exists": false}, "state": {"$exists": true}}),
            json!(null),
        ] {
            assert_eq!(mismatch(&met, &found), None, "{met}");
        }
        for missed in [
            json!({"state": "pending"}),
            json!({"lots": [{"amount": 1}]}),
            json!({"lots": {"$length": 3}}),
            json!({"none": 1}),
            json!({"code": {"$exists": true}}),
            json!("paid"),
        ] {
            assert!(mismatch(&missed, &found).is_some(), "{missed}");
        }
    }
}
