//! Scenario runner, test server, demo and whole-system tests.
