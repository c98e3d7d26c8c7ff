//! Reading a My Number card behind the guard that can never select 個人番号.
