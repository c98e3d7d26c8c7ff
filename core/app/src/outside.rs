//! What reaches a phone from a server, from whatever stands between, and from the phone's own key store, under one roof
//! for those who try these readers with bytes of their own making: the fuzzer (fuzz/) and the tests that play its targets.

use yui_protocol::{ErrorCode, Signature, changes::Record};

use crate::{
    error::AppError,
    http::{ChangesPage, CommandResult, EventReader, HttpResponse, known},
    signing,
};

/// The records of a page of the feed, as the phone takes them up.
pub fn page(body: &[u8]) -> Result<Vec<Record>, AppError> {
    let page: ChangesPage = accepted(body).json()?;
    Ok(page.records.into_iter().map(known).collect())
}

/// The records in the answer to a command.
pub fn command_answer(body: &[u8]) -> Result<Vec<Record>, AppError> {
    let result: CommandResult = accepted(body).json()?;
    Ok(result.records.into_iter().map(known).collect())
}

fn accepted(body: &[u8]) -> HttpResponse {
    HttpResponse { status: 200, headers: Vec::new(), body: body.to_vec() }
}

/// What an answer is taken for that carries nothing: none, or the problem in it.
#[must_use]
pub fn problem(answer: &HttpResponse) -> Option<AppError> {
    answer.accepted().err()
}

/// The names of the events in a stream that arrives in these pieces.
#[must_use]
pub fn events<'c>(chunks: impl IntoIterator<Item = &'c [u8]>) -> Vec<String> {
    let mut reader = EventReader::default();
    chunks.into_iter().flat_map(|chunk| reader.push(chunk)).collect()
}

/// A signature in either of the forms that key stores write; `platform_failed` when it is in none.
pub fn signature(bytes: &[u8]) -> Result<Signature, ErrorCode> {
    signing::fixed(bytes).map_err(|error| error.code().clone())
}
