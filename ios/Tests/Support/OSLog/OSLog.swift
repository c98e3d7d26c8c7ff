// A stand-in for the system's log where there is none: it keeps the lines.

import Foundation

public enum OSLogPrivacy: Sendable { case `public`, `private` }

public struct OSLogMessage: ExpressibleByStringInterpolation, Sendable {
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var text = ""

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) { text += literal }

        public mutating func appendInterpolation(_ value: String, privacy: OSLogPrivacy) {
            text += privacy == .public ? value : "<private>"
        }
    }

    let text: String

    public init(stringLiteral text: String) { self.text = text }

    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
}

public struct Logger: Sendable {
    private static let lock = NSLock()
    nonisolated(unsafe) private static var kept: [String] = []

    /// The lines so far, each with how loud it was.
    public static var lines: [String] { lock.withLock { kept } }

    public init(subsystem: String, category: String) {}

    public func debug(_ message: OSLogMessage) { keep("debug", message) }
    public func info(_ message: OSLogMessage) { keep("info", message) }
    public func warning(_ message: OSLogMessage) { keep("warning", message) }

    private func keep(_ loudness: String, _ message: OSLogMessage) {
        Self.lock.withLock { Self.kept.append("\(loudness) \(message.text)") }
    }
}
