//! The library that a phone loads (`libyui_ffi`). It holds what [`yui_app`] exports and nothing of its own, so that a
//! host language sees one library whatever crates the core is made of.

yui_app::uniffi_reexport_scaffolding!();
