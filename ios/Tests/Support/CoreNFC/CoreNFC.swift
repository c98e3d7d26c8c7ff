// A stand-in for CoreNFC where there is none: one sheet, to which a test holds tags, and which it closes as the person
// does. It answers on the queue it was given, as Apple's does.

import Foundation

public protocol NFCISO7816Tag {
    func sendCommand(
        apdu: NFCISO7816APDU, completionHandler: @escaping @Sendable (Data, UInt8, UInt8, (any Error)?) -> Void)
}

public enum NFCTag {
    case iso7816(any NFCISO7816Tag)
    case other
}

public final class NFCISO7816APDU: NSObject, Sendable {
    /// The command as it was made.
    public let bytes: Data

    public init?(data: Data) {
        guard data.count >= 4 else { return nil }
        bytes = data
    }
}

public struct NFCReaderError: Error {
    public enum Code: Sendable {
        case readerSessionInvalidationErrorUserCanceled, readerTransceiveErrorTagConnectionLost
    }

    public let code: Code

    public init(_ code: Code) { self.code = code }
}

public protocol NFCTagReaderSessionDelegate: NSObjectProtocol {
    func tagReaderSessionDidBecomeActive(_ session: NFCTagReaderSession)
    func tagReaderSession(_ session: NFCTagReaderSession, didInvalidateWithError error: any Error)
    func tagReaderSession(_ session: NFCTagReaderSession, didDetect tags: [NFCTag])
}

public final class NFCTagReaderSession: NSObject, @unchecked Sendable {
    public struct PollingOption: OptionSet, Sendable {
        public let rawValue: Int
        public static let iso14443 = PollingOption(rawValue: 1)

        public init(rawValue: Int) { self.rawValue = rawValue }
    }

    /// Whether there is a reader in this phone.
    nonisolated(unsafe) public static var readingAvailable = true
    /// The sheet that is shown.
    public static var shown: NFCTagReaderSession? { screen.withLock { front } }
    /// How often one was shown.
    public static var showings: Int { screen.withLock { count } }
    /// The words with which the last one ended instead of its tick, if it did.
    public static var lastError: String? { screen.withLock { error } }

    private static let screen = NSLock()
    nonisolated(unsafe) private static var front: NFCTagReaderSession?
    nonisolated(unsafe) private static var count = 0
    nonisolated(unsafe) private static var error: String?

    private let delegate: any NFCTagReaderSessionDelegate
    private let queue: DispatchQueue
    private let lock = NSLock()
    private var words = ""
    private var polls = false

    public init?(pollingOption: PollingOption, delegate: any NFCTagReaderSessionDelegate, queue: DispatchQueue?) {
        guard Self.readingAvailable else { return nil }
        (self.delegate, self.queue) = (delegate, queue ?? .main)
    }

    public var alertMessage: String {
        get { lock.withLock { words } }
        set { lock.withLock { words = newValue } }
    }

    public func begin() {
        let isFree = Self.screen.withLock {
            guard Self.front == nil else { return false }
            (Self.front, Self.count, Self.error) = (self, Self.count + 1, nil)
            return true
        }
        guard isFree else { return ends() }
        lock.withLock { polls = true }
        queue.async { self.delegate.tagReaderSessionDidBecomeActive(self) }
    }

    public func connect(to tag: NFCTag, completionHandler: @escaping @Sendable ((any Error)?) -> Void) {
        queue.async { completionHandler(nil) }
    }

    public func restartPolling() { lock.withLock { polls = true } }

    public func invalidate() { userCloses() }

    public func invalidate(errorMessage: String) {
        Self.screen.withLock { Self.error = errorMessage }
        userCloses()
    }

    /// Whether it looks for tags now: it finds one, and no further until it is told to look again.
    public var isPolling: Bool { lock.withLock { polls } }

    /// A tag is held to the phone.
    public func finds(_ tag: NFCTag) {
        lock.withLock { polls = false }
        nonisolated(unsafe) let tags = [tag]
        queue.async { self.delegate.tagReaderSession(self, didDetect: tags) }
    }

    /// The person closes the sheet.
    public func userCloses() {
        Self.screen.withLock { if Self.front === self { Self.front = nil } }
        ends()
    }

    private func ends() {
        lock.withLock { polls = false }
        let error = NFCReaderError(.readerSessionInvalidationErrorUserCanceled)
        queue.async { self.delegate.tagReaderSession(self, didInvalidateWithError: error) }
    }
}
