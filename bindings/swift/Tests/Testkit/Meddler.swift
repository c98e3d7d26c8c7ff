// Something between the core and a telephone's services: it can throw, wait, call back, or answer nonsense.

import Foundation
import YuiCore

/// What a host implements for the core.
public enum Service: String, CaseIterable, Sendable {
    case keys, secureStore, clock, log, card, changes, cardSteps

    /// Each with each of its methods.
    public static let methods = allCases.flatMap { service in service.methods.sorted().map { (service, $0) } }

    /// The names of its methods.
    public var methods: Set<String> {
        switch self {
        case .keys: ["make", "publicKey", "sign", "attest", "remove"]
        case .secureStore: ["seal", "unseal"]
        case .clock: ["read"]
        case .log: ["line"]
        case .card: ["transceive"]
        case .changes: ["changed"]
        case .cardSteps: ["step"]
        }
    }
}

/// See the file. Stands before one service of a telephone and leaves the others alone.
public final class Meddler: DeviceKeys, SecureStore, Clock, LogSink, CardTransport, ChangeListener, CardListener {
    /// Before each call, by the name of its method; what it throws, the call throws.
    public let before = Guarded<@Sendable (String) throws -> Void>({ _ in })
    /// What becomes of the bytes that a call answers.
    public let spoil = Guarded<@Sendable (Data) -> Data>({ $0 })
    /// What becomes of the clocks' reading.
    public let spoilClock = Guarded<@Sendable (ClockReading) -> ClockReading>({ $0 })
    /// The methods that were called.
    public let asked = Guarded<Set<String>>([])
    private let service: Service
    private let telephone: Platform
    private let held: Guarded<(any CardTransport)?> = Guarded(nil)

    public init(_ service: Service, of telephone: Telephone) {
        (self.service, self.telephone) = (service, telephone.platform())
    }

    /// The telephone's services with this in the place of its own.
    public var platform: Platform {
        Platform(
            keys: service == .keys ? self : telephone.keys,
            secureStore: service == .secureStore ? self : telephone.secureStore,
            clock: service == .clock ? self : telephone.clock, log: service == .log ? self : telephone.log)
    }

    /// A card, through this where it stands before cards.
    public func holding(_ card: any CardTransport) -> any CardTransport {
        guard service == .card else { return card }
        held.now = card
        return self
    }

    /// Who is told of a card's steps: this, where it stands before them.
    public var steps: (any CardListener)? { service == .cardSteps ? self : nil }

    /// Lets everything pass again.
    public func rest() {
        before.now = { _ in }
        spoil.now = { $0 }
        spoilClock.now = { $0 }
    }

    public func make(key: KeyName) throws -> Data { try bytes("make") { try telephone.keys.make(key: key) } }

    public func publicKey(key: KeyName) throws -> Data? {
        try call("publicKey") { try telephone.keys.publicKey(key: key).map(spoil.now) }
    }

    public func sign(key: KeyName, data: Data, prompt: String) throws -> Data {
        try bytes("sign") { try telephone.keys.sign(key: key, data: data, prompt: prompt) }
    }

    public func attest(key: KeyName, challenge: Data) throws -> Data {
        try bytes("attest") { try telephone.keys.attest(key: key, challenge: challenge) }
    }

    public func remove(key: KeyName) throws { try call("remove") { try telephone.keys.remove(key: key) } }

    public func seal(name: String, plain: Data) throws -> Data {
        try bytes("seal") { try telephone.secureStore.seal(name: name, plain: plain) }
    }

    public func unseal(name: String, sealed: Data) throws -> Data {
        try bytes("unseal") { try telephone.secureStore.unseal(name: name, sealed: sealed) }
    }

    public func read() throws -> ClockReading { try call("read") { spoilClock.now(try telephone.clock.read()) } }

    public func line(level: LogLevel, text: String) throws {
        try call("line") { try telephone.log.line(level: level, text: text) }
    }

    public func transceive(apdu: Data) throws -> Data {
        try bytes("transceive") {
            guard let card = held.now else { throw PlatformError.CardLost }
            return try card.transceive(apdu: apdu)
        }
    }

    public func changed(topics: [Topic]) throws { try call("changed") {} }

    public func step(step: CardStep) throws { try call("step") {} }

    private func bytes(_ name: String, _ answer: () throws -> Data) throws -> Data {
        try call(name) { spoil.now(try answer()) }
    }

    private func call<Answer>(_ name: String, _ answer: () throws -> Answer) throws -> Answer {
        asked.change { _ = $0.insert(name) }
        try before.now(name)
        return try answer()
    }
}
