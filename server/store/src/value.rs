//! Values and rows that mean the same on both engines.
//!
//! Ids are text, instants and money whole numbers, flags 0 or 1, days ISO text: what a domain stores is one of
//! four kinds, so that one SQL text serves SQLite and PostgreSQL alike.

use std::{fmt, str::FromStr, sync::Arc};

use yui_protocol::{CommandId, Millis, Points, ProgrammeId, ShopId, Subject, TillId};

use crate::error::StoreError;

/// What a column holds.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number: an amount, an instant, a flag.
    Int(i64),
    /// Text: an id, a day, JSON.
    Text(String),
    /// Bytes: a digest, a sealed field.
    Bytes(Vec<u8>),
    /// What no program of ours stores, but SQLite takes from any hand: a fraction, text that is no text. It can be read
    /// as nothing, so that the row which holds it can be named.
    Unfit,
}

/// Says the kind only: what is stored is nobody's business in a log.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Int(_) => "Int(..)",
            Self::Text(_) => "Text(..)",
            Self::Bytes(_) => "Bytes(..)",
            Self::Unfit => "Unfit",
        })
    }
}

macro_rules! value_from {
    ($($from:ty => |$v:ident| $to:expr;)+) => {
        $(impl From<$from> for Value {
            fn from($v: $from) -> Self {
                $to
            }
        })+
    };
}

value_from! {
    i64 => |v| Self::Int(v);
    i32 => |v| Self::Int(v.into());
    u32 => |v| Self::Int(v.into());
    bool => |v| Self::Int(v.into());
    Millis => |v| Self::Int(v.0);
    Points => |v| Self::Int(v.0);
    &str => |v| Self::Text(v.to_owned());
    String => |v| Self::Text(v);
    &String => |v| Self::Text(v.clone());
    CommandId => |v| Self::Text(v.to_string());
    Subject => |v| Self::Text(v.to_string());
    TillId => |v| Self::Text(v.to_string());
    ShopId => |v| Self::Text(v.to_string());
    &ProgrammeId => |v| Self::Text(v.to_string());
    &[u8] => |v| Self::Bytes(v.to_vec());
    Vec<u8> => |v| Self::Bytes(v);
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 0x0f]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

/// A type that a column can be read as.
pub trait FromValue: Sized {
    /// The value as this type; `None` when it is of another kind or out of range.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(v) = value { Some(*v) } else { None }
    }
}

impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(0) => Some(false),
            Value::Int(1) => Some(true),
            _ => None,
        }
    }
}

impl FromValue for u32 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|v| v.try_into().ok())
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(v) = value { Some(v.clone()) } else { None }
    }
}

impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(v) = value { Some(v.clone()) } else { None }
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(v) = value { v.as_slice().try_into().ok() } else { None }
    }
}

impl FromValue for Millis {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

impl FromValue for Points {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}

macro_rules! from_text {
    ($($name:ty),+) => {
        $(impl FromValue for $name {
            fn from_value(value: &Value) -> Option<Self> {
                if let Value::Text(v) = value { Self::from_str(v).ok() } else { None }
            }
        })+
    };
}

from_text!(CommandId, Subject, TillId, ShopId, ProgrammeId);

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

/// A row of an answer, read by column name.
#[derive(Clone, Debug)]
pub struct Row {
    pub(crate) columns: Arc<[String]>,
    pub(crate) values: Vec<Value>,
}

impl Row {
    /// The column `name` as `T`; [`StoreError::Column`] when there is none or it is of another kind.
    pub fn get<T: FromValue>(&self, name: &'static str) -> Result<T, StoreError> {
        let at = self.columns.iter().position(|column| column == name);
        at.and_then(|at| T::from_value(&self.values[at])).ok_or(StoreError::Column(name))
    }

    /// Names and values in the order of the statement.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.columns.iter().map(String::as_str).zip(&self.values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_by_name_and_kind() {
        let row = Row {
            columns: ["n".to_owned(), "t".to_owned(), "none".to_owned()].into(),
            values: vec![Value::Int(7), Value::from("町"), Value::Null],
        };
        assert_eq!(row.get::<i64>("n").ok(), Some(7));
        assert_eq!(row.get::<String>("t").ok(), Some("町".to_owned()));
        assert_eq!(row.get::<Option<i64>>("none").ok(), Some(None));
        assert!(row.get::<bool>("n").is_err());
        assert!(row.get::<i64>("none").is_err());
        assert!(row.get::<i64>("absent").is_err());
    }

    #[test]
    fn values_do_not_show_in_debug_output() {
        assert_eq!(format!("{:?}", Value::from("田中花子")), "Text(..)");
    }
}
