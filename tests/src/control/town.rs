//! What the town and its staff do.

use serde_json::Value;
use yui_protocol::ErrorCode;

use super::Control;

pub async fn act(_control: &Control, _action: &str, _with: Value) -> Result<Value, ErrorCode> {
    Err(ErrorCode::NotFound)
}
