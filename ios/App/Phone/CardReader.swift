// The system's sheet that reads cards, one after the other: it is there while somebody asks for cards, and goes with her.

@preconcurrency import CoreNFC
import Foundation
import YuiCore

/// See the file. What is held here changes on one queue.
final class CardReader: NSObject, NFCTagReaderSessionDelegate, @unchecked Sendable {
    private let queue = DispatchQueue(label: "jp.yui.reader")
    private var words = ""
    private var session: NFCTagReaderSession?
    private var held: HeldTag?
    private var asking: Asking?
    private var refusal: String?
    private var isClosing = false

    /// Whether this iPhone reads cards at all; it has no switch for that.
    static var state: ReaderState { NFCTagReaderSession.readingAvailable ? .waiting : .absent }

    /// Each card that is held to the phone, until the sheet is closed or the stream let go of.
    func cards() -> AsyncStream<any CardTransport> {
        let (stream, cards) = AsyncStream<any CardTransport>.makeStream()
        let asking = Asking(cards)
        cards.onTermination = { [weak self, queue] _ in queue.async { [weak self] in self?.end(asking) } }
        queue.async { self.begin(asking) }
        return stream
    }

    /// The words on the sheet from now on.
    func say(_ words: String) {
        queue.async {
            self.words = words
            self.session?.alertMessage = words
        }
    }

    /// How it went with the card that was held, where it went wrong: the sheet ends with these words and no tick, unless
    /// another card comes before.
    func refuse(_ words: String) { queue.async { self.refusal = words } }

    private func begin(_ asking: Asking) {
        let before = self.asking
        self.asking = asking
        before?.cards.finish()
        // The system shows one sheet at a time: a new one waits until the one before is gone.
        if session == nil { show() } else { close() }
    }

    private func show() {
        asking?.isShown = true
        refusal = nil
        session = NFCTagReaderSession(pollingOption: .iso14443, delegate: self, queue: queue)
        guard let session else {
            asking?.cards.finish()
            return
        }
        session.alertMessage = words
        session.begin()
    }

    private func end(_ asking: Asking) {
        guard asking === self.asking else { return }
        self.asking = nil
        close()
    }

    private func close() {
        guard let session, !isClosing else { return }
        isClosing = true
        if let refusal {
            session.invalidate(errorMessage: refusal)
        } else {
            session.invalidate()
        }
    }

    func tagReaderSessionDidBecomeActive(_ session: NFCTagReaderSession) {}

    func tagReaderSession(_ session: NFCTagReaderSession, didDetect tags: [NFCTag]) {
        let cards = tags.compactMap { tag -> (NFCTag, any NFCISO7816Tag)? in
            if case .iso7816(let card) = tag { (tag, card) } else { nil }
        }
        guard let (tag, card) = cards.first else { return lookAgain(session) }
        let held = HeldTag(card) { [weak self, queue] in queue.async { [weak self] in self?.lookAgain(session) } }
        // Apple's answers come on the queue of the session, which is ours.
        session.connect(to: tag) { [weak self] error in self?.connected(held, error, session) }
    }

    private func connected(_ card: HeldTag, _ error: (any Error)?, _ session: NFCTagReaderSession) {
        guard session === self.session, !isClosing, let asking else { return }
        if error != nil { return lookAgain(session) }
        held?.leave()
        held = card
        refusal = nil
        asking.cards.yield(card)
    }

    /// Looks for a card again, a little later: at once, the system would find the same one without end.
    private func lookAgain(_ session: NFCTagReaderSession) {
        queue.asyncAfter(deadline: .now() + 0.5) {
            if session === self.session && !self.isClosing { session.restartPolling() }
        }
    }

    func tagReaderSession(_ session: NFCTagReaderSession, didInvalidateWithError error: any Error) {
        guard session === self.session else { return }
        self.session = nil
        isClosing = false
        held?.leave()
        held = nil
        guard let asking else { return }
        if asking.isShown {
            self.asking = nil
            asking.cards.finish()
        } else {
            show()
        }
    }
}

/// Somebody who asks for cards.
private final class Asking: @unchecked Sendable {
    let cards: AsyncStream<any CardTransport>.Continuation
    /// Whether the sheet was shown for her.
    var isShown = false

    init(_ cards: AsyncStream<any CardTransport>.Continuation) { self.cards = cards }
}
