//! Commands as the card may force them: an answer in pieces (`61xx`), another length (`6Cxx`), a file in chunks.

use yui_protocol::ErrorCode;
use zeroize::Zeroizing;

use crate::{
    apdu::{Command, Response, Status},
    error::CardError,
    guard::Guard,
    tlv::{self, LARGEST_FILE},
    transport::CardTransport,
};

impl<T: CardTransport> Guard<T> {
    /// Sends a command and puts the answer together.
    pub(crate) async fn send(&mut self, command: Command<'_>) -> Result<Response, CardError> {
        let mut answer = self.send_once(command).await?;
        if answer.status.sw1() == 0x6C && command.expected.is_some() {
            answer = self.send_once(Command { expected: Some(answer.status.sw2()), ..command }).await?;
        }
        while answer.status.sw1() == 0x61 {
            let part = self.send_once(Command::get_response(answer.status.sw2())).await?;
            let grows = !part.data.is_empty() && answer.data.len() + part.data.len() <= LARGEST_FILE;
            if part.status.sw1() == 0x61 && !grows {
                return Err(CardError::nonsense());
            }
            answer.data.extend_from_slice(&part.data);
            answer.status = part.status;
        }
        Ok(answer)
    }

    /// Sends a command that must succeed; the refusal becomes the error `code` says.
    pub(crate) async fn require(
        &mut self,
        command: Command<'_>,
        code: impl FnOnce(Status) -> ErrorCode,
    ) -> Result<Zeroizing<Vec<u8>>, CardError> {
        let answer = self.send(command).await?;
        match answer.status {
            Status::OK => Ok(answer.data),
            status => Err(CardError::status(code(status), status)),
        }
    }

    /// Reads the current file from its start: `length` bytes, or as long as its first TLV says.
    pub(crate) async fn read(&mut self, length: Option<usize>) -> Result<Zeroizing<Vec<u8>>, CardError> {
        let mut content = Zeroizing::new(Vec::new());
        let length = loop {
            if let Some(length) = length.or_else(|| tlv::file_length(&content)) {
                break length;
            }
            // A card may give its first bytes one by one; if these are no header, more will not make one of them.
            if content.len() >= tlv::LONGEST_HEADER {
                return Err(CardError::nonsense());
            }
            let chunk = self.read_chunk(content.len(), 256).await?;
            content.extend_from_slice(&chunk);
        };
        while content.len() < length {
            let chunk = self.read_chunk(content.len(), (length - content.len()).min(256)).await?;
            content.extend_from_slice(&chunk);
        }
        content.truncate(length);
        Ok(content)
    }

    /// At least one byte from an offset; a card may give fewer than asked for.
    async fn read_chunk(&mut self, offset: usize, wanted: usize) -> Result<Zeroizing<Vec<u8>>, CardError> {
        // 256 wraps to the 0 that stands for it.
        let expected = u8::try_from(wanted % 256).map_err(|_| CardError::nonsense())?;
        let command = Command::read_binary(offset, expected).ok_or_else(CardError::nonsense)?;
        let answer = self.send(command).await?;
        match answer.status {
            Status::OK | Status::END_OF_FILE if !answer.data.is_empty() => Ok(answer.data),
            status => Err(CardError::status(ErrorCode::CardFailed, status)),
        }
    }

    async fn send_once(&mut self, command: Command<'_>) -> Result<Response, CardError> {
        let bytes = command.encode().ok_or_else(CardError::nonsense)?;
        self.transceive(&bytes).await
    }
}
