//! What a scenario remembers between steps: `$name` in `with` and `expect`.

use std::collections::BTreeMap;

use serde_json::Value;

/// Saved values by name.
#[derive(Default)]
pub struct Vars(BTreeMap<String, Value>);

impl Vars {
    /// Keeps what a step asked to keep; the error names what is not there.
    pub fn save(&mut self, wanted: &BTreeMap<String, String>, answer: &Value) -> Result<(), String> {
        for (name, pointer) in wanted {
            let value =
                answer.pointer(pointer).ok_or_else(|| format!("nothing at {pointer} to save as {name}"))?;
            self.0.insert(name.clone(), value.clone());
        }
        Ok(())
    }

    /// The value with every text `$name` replaced; the error names what was never saved.
    pub fn fill(&self, value: &Value) -> Result<Value, String> {
        Ok(match value {
            Value::String(text) => match text.strip_prefix('$') {
                Some(name) => self.0.get(name).cloned().ok_or_else(|| format!("${name} was never saved"))?,
                None => value.clone(),
            },
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.fill(item)).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|(name, value)| {
                        Ok((
                            name.clone(),
                            if name.starts_with('$') { value.clone() } else { self.fill(value)? },
                        ))
                    })
                    .collect::<Result<_, String>>()?,
            ),
            other => other.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn saved_values_stand_where_they_are_named() {
        let mut vars = Vars::default();
        let wanted = BTreeMap::from([("poster".to_owned(), "/codes/0".to_owned())]);
        vars.save(&wanted, &json!({"codes": ["0002"]})).expect("there");
        assert_eq!(vars.fill(&json!({"text": "$poster", "n": [1]})), Ok(json!({"text": "0002", "n": [1]})));
        assert!(vars.fill(&json!("$other")).is_err());
        assert!(vars.save(&wanted, &json!({})).is_err());
    }
}
