//! Server-sent events (WHATWG HTML §9.2), as far as they are used here: the names of events as they arrive.

/// Takes chunks and gives the names of the events they complete.
#[derive(Default)]
pub(crate) struct EventReader {
    line: Vec<u8>,
    event: Option<String>,
    data: bool,
}

impl EventReader {
    /// A line longer than this is dropped.
    const MAX_LINE: usize = 4096;

    /// The events that end in this chunk.
    pub(crate) fn push(&mut self, chunk: &[u8]) -> Vec<String> {
        let mut events = Vec::new();
        for byte in chunk {
            match byte {
                b'\n' => events.extend(self.end_of_line()),
                b'\r' => {}
                _ if self.line.len() < Self::MAX_LINE => self.line.push(*byte),
                _ => {}
            }
        }
        events
    }

    fn end_of_line(&mut self) -> Option<String> {
        let line = String::from_utf8_lossy(&std::mem::take(&mut self.line)).into_owned();
        if line.is_empty() {
            let event = self.event.take();
            return std::mem::take(&mut self.data).then(|| event.unwrap_or_else(|| "message".to_owned()));
        }
        match line.split_once(':') {
            Some(("event", name)) => self.event = Some(name.trim_start().to_owned()),
            Some(("data", _)) => self.data = true,
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::EventReader;

    #[test]
    fn events_come_whole_however_they_are_cut() {
        let text = b": hello\n\nevent: news\r\ndata: {}\r\n\r\nevent: later\n\ndata: x\n\n";
        for size in 1..text.len() {
            let mut reader = EventReader::default();
            let events: Vec<_> = text.chunks(size).flat_map(|chunk| reader.push(chunk)).collect();
            assert_eq!(events, ["news", "message"], "{size}");
        }
    }
}
