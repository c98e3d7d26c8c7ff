// A made-up telephone: real keys, a sealed store, a clock that goes with the server's and can be set wrong, a log that
// a test reads.

import Foundation
import YuiCore

/// What stays with the telephone when the app is killed.
public final class Telephone: Sendable {
    /// Its keys.
    public let keys: Keys
    /// Its clock.
    public let clock: SharedClock
    /// Its log.
    public let log = Log()
    private let vault = Vault()

    /// A new telephone whose clock is `offset` milliseconds ahead of the machine's, as the server's is.
    public init(screenLock: Bool = true, offset: Guarded<Int64> = Guarded(0)) {
        keys = Keys(screenLock: screenLock)
        clock = SharedClock(offset: offset)
    }

    /// Its services, or others in their place.
    public func platform(
        keys: (any DeviceKeys)? = nil, secureStore: (any SecureStore)? = nil, clock: (any Clock)? = nil,
        log: (any LogSink)? = nil
    ) -> Platform {
        Platform(
            keys: keys ?? self.keys, secureStore: secureStore ?? vault, clock: clock ?? self.clock, log: log ?? self.log
        )
    }
}

/// A key store in memory.
public final class Keys: DeviceKeys {
    private struct State {
        var keys: [KeyName: SigningKey] = [:]
        var screenLock: Bool
        var userVerifies = true
    }

    private let state: Guarded<State>

    init(screenLock: Bool) { state = Guarded(State(screenLock: screenLock)) }

    /// The person sets a screen lock, or removes it, which destroys the key that needs it.
    public func setScreenLock(_ on: Bool) {
        state.change {
            $0.screenLock = on
            if !on { $0.keys[.deviceUv] = nil }
        }
    }

    /// Whether the person confirms with face, finger or screen lock from now on.
    public func setUserVerifies(_ verifies: Bool) { state.change { $0.userVerifies = verifies } }

    /// The id of the phone's key (RFC 7638), once it is made.
    public var deviceThumbprint: String? {
        state.now.keys[.device].map { key in
            let (x, y) = (key.publicKey[1...32], key.publicKey[33...64])
            let canonical = #"{"crv":"P-256","kty":"EC","x":"\#(base64url(x))","y":"\#(base64url(y))"}"#
            return base64url(sha256(Data(canonical.utf8)))
        }
    }

    public func make(key: KeyName) throws -> Data {
        try state.change {
            guard key != .deviceUv || $0.screenLock else { throw PlatformError.NoScreenLock }
            let made = SigningKey()
            $0.keys[key] = made
            return made.publicKey
        }
    }

    public func publicKey(key: KeyName) throws -> Data? { state.now.keys[key]?.publicKey }

    public func sign(key: KeyName, data: Data, prompt: String) throws -> Data {
        let now = state.now
        guard key != .deviceUv || now.userVerifies else { throw PlatformError.UserNotVerified }
        guard let key = now.keys[key] else { throw PlatformError.KeyAbsent }
        return try key.sign(data)
    }

    public func attest(key: KeyName, challenge: Data) throws -> Data {
        guard state.now.keys[key] != nil else { throw PlatformError.KeyAbsent }
        return Data()
    }

    public func remove(key: KeyName) throws { state.change { $0.keys[key] = nil } }
}

/// The machine's clock plus an offset; its wall can be wrong.
public final class SharedClock: Clock {
    private let offset: Guarded<Int64>
    private let wrongBy = Guarded<Int64>(0)

    init(offset: Guarded<Int64>) { self.offset = offset }

    /// The person sets the wall clock this many days ahead of the right time.
    public func setWrong(byDays days: Int64) { wrongBy.now = days * 24 * 60 * 60 * 1000 }

    public func read() throws -> ClockReading {
        let monotonic = Int64(Date().timeIntervalSince1970 * 1000) + offset.now
        return ClockReading(wallMs: monotonic + wrongBy.now, monotonicMs: monotonic, bootId: "one")
    }
}

/// The lines so far.
public final class Log: LogSink {
    private let kept = Guarded<[String]>([])

    /// What was written, line by line.
    public var lines: [String] { kept.now }

    public func line(level: LogLevel, text: String) throws { kept.change { $0.append("\(level) \(text)") } }
}

/// Sealed storage: what one telephone sealed no other opens.
private final class Vault: SecureStore {
    private let key = SealingKey()

    func seal(name: String, plain: Data) throws -> Data { key.seal(plain, as: Data(name.utf8)) }

    func unseal(name: String, sealed: Data) throws -> Data {
        guard let plain = key.open(sealed, as: Data(name.utf8)) else { throw PlatformError.SealedElsewhere }
        return plain
    }
}

private func base64url(_ data: Data) -> String {
    data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
        .replacingOccurrences(of: "=", with: "")
}
