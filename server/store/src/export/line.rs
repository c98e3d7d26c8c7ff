//! One line of an export.

use std::io::Write;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::{
    error::StoreError,
    value::{Value, hex},
};

/// The version of the form.
const FORM: u32 = 1;

/// Why a row is not written.
const UNFIT: &str = "a value is none of null, whole number, text and bytes";

/// What a line says.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Line {
    /// Component, name and checksum of every step of the schema.
    Head { steps: Vec<(String, String, String)> },
    /// The rows that follow belong here.
    Table { table: String, columns: Vec<String> },
    /// One row.
    Row(Vec<Value>),
    /// Nothing is missing.
    End { rows: u64 },
}

#[derive(Serialize, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
enum Written {
    Head { yui_export: u32, steps: Vec<(String, String, String)> },
    Table { table: String, columns: Vec<String> },
    Row(Vec<Json>),
    End { end: bool, rows: u64 },
}

impl Line {
    pub(super) fn write(self, out: &mut (dyn Write + Send)) -> Result<(), StoreError> {
        let written = match self {
            Self::Head { steps } => Written::Head { yui_export: FORM, steps },
            Self::Table { table, columns } => Written::Table { table, columns },
            Self::Row(values) => Written::Row(values.into_iter().map(to_json).collect::<Result<_, _>>()?),
            Self::End { rows } => Written::End { end: true, rows },
        };
        serde_json::to_writer(&mut *out, &written).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
        Ok(())
    }

    pub(super) fn read(text: &str) -> Result<Self, &'static str> {
        match serde_json::from_str(text).map_err(|_| "it is no line of an export")? {
            Written::Head { yui_export: FORM, steps } => Ok(Self::Head { steps }),
            Written::Head { .. } => Err("it is of another form"),
            Written::Table { table, columns } => Ok(Self::Table { table, columns }),
            Written::Row(values) => {
                let values = values.into_iter().map(from_json).collect::<Option<_>>();
                values.map(Self::Row).ok_or(UNFIT)
            }
            Written::End { rows, .. } => Ok(Self::End { rows }),
        }
    }
}

fn to_json(value: Value) -> Result<Json, StoreError> {
    Ok(match value {
        Value::Null => Json::Null,
        Value::Int(v) => v.into(),
        Value::Text(v) => v.into(),
        Value::Bytes(v) => {
            serde_json::json!({ "hex": hex(&v) })
        }
        Value::Unfit => return Err(StoreError::Corrupt(UNFIT.to_owned())),
    })
}

fn from_json(json: Json) -> Option<Value> {
    match json {
        Json::Null => Some(Value::Null),
        Json::Number(v) => v.as_i64().map(Value::Int),
        Json::String(v) => Some(Value::Text(v)),
        Json::Object(fields) if fields.len() == 1 => {
            fields.get("hex")?.as_str().and_then(unhex).map(Value::Bytes)
        }
        _ => None,
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| if let [high, low] = pair { Some(digit(*high)? << 4 | digit(*low)?) } else { None })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            any::<String>().prop_map(Value::Text),
            any::<Vec<u8>>().prop_map(Value::Bytes),
        ]
    }

    proptest! {
        #[test]
        fn a_row_comes_back(values in proptest::collection::vec(value(), 0..6)) {
            let mut text = Vec::new();
            Line::Row(values.clone()).write(&mut text).expect("writes");
            let text = String::from_utf8(text).expect("UTF-8");
            prop_assert_eq!(text.matches('\n').count(), 1);
            prop_assert_eq!(Line::read(&text), Ok(Line::Row(values)));
        }

        #[test]
        fn other_text_is_refused_or_read_without_panic(text in ".{0,80}") {
            let _ = Line::read(&text);
        }
    }

    #[test]
    fn other_forms_and_values_are_refused() {
        assert!(Line::read(r#"{"yui_export":2,"steps":[]}"#).is_err());
        assert!(Line::read("[1.5]").is_err());
        assert!(Line::read("[true]").is_err());
        assert!(Line::read(r#"[{"hex":"abc"}]"#).is_err());
        assert!(Line::read("").is_err());
    }
}
