// A card that is held to the phone: the core's commands go to it, and the core waits for each answer.

@preconcurrency import CoreNFC
import Foundation
import YuiCore

/// See the file.
final class HeldTag: CardTransport, @unchecked Sendable {
    private let tag: any NFCISO7816Tag
    private let left: @Sendable () -> Void
    private let lock = NSLock()
    private var waiting: Awaited<Data?>?
    private var isGone = false

    /// The card of a tag that the session is connected to. `left` is told once, when it answers no more.
    init(_ tag: any NFCISO7816Tag, left: @escaping @Sendable () -> Void) { (self.tag, self.left) = (tag, left) }

    func transceive(apdu: Data) throws -> Data {
        guard let command = NFCISO7816APDU(data: apdu) else { throw PlatformError.Failed }
        let answer = Awaited<Data?>()
        let isHere = lock.withLock {
            waiting = answer
            return !isGone
        }
        guard isHere else { throw PlatformError.CardLost }
        tag.sendCommand(apdu: command) { data, first, second, error in
            answer.come(error == nil ? data + [first, second] : nil)
        }
        guard let answered = answer.wait() else {
            if leave() { left() }
            throw PlatformError.CardLost
        }
        return answered
    }

    /// It answers no more: nobody waits for it any longer. False when that was so before.
    @discardableResult func leave() -> Bool {
        let (waiting, wasHere) = lock.withLock {
            defer { (self.waiting, isGone) = (nil, true) }
            return (self.waiting, !isGone)
        }
        waiting?.come(nil)
        return wasHere
    }
}
