//! The API as a stranger, a phone and a card meet it: in process, on both engines, with test cards and a clock that
//! is set by hand.

mod support;

mod attacks;
mod certificates;
mod clock;
mod commands;
mod counter;
mod cut_off;
mod enrol;
mod errands;
mod full_disk;
mod http;
mod leave;
mod login;
mod money;
mod next_card;
mod nightly;
mod openapi;
mod pages;
mod platform_operator;
mod privacy;
mod races;
mod rates;
mod recognise;
mod restart;
mod routes;
mod shipped;
mod stream;
mod takeover;
mod visitor;
