// Every record and every enum of the API crosses the border in these tests: what the scenarios answer, and what they do
// not ask for, asked for here.

import Foundation
import Scenarios
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(5)))
struct RecordsTests {
    @Test("every record and enum that an app can see has crossed")
    func everyType() async throws {
        let source = repository.appending(path: "bindings/swift/Sources/YuiGenerated/YuiGenerated.swift")
        let generated = try String(contentsOf: source, encoding: .utf8)
        let declared = generated.matches(of: /public\s+(?:struct|enum) (\w+)\s*(?::|\{)/).map { String($0.1) }
        let api = Set(declared).filter { !$0.hasPrefix("FfiConverter") && $0 != "NoHandle" }
        #expect(api.count > 50 && api.isSuperset(of: ["WalletView", "Topic", "AppError", "PlatformError"]))

        var census = Census()
        for file in Scenario.files { for answer in try await Played.shared.answers(of: file) { census.count(answer) } }
        for crossed in try await moreCalls() { census.count(crossed) }
        #expect(api.subtracting(census.types).sorted() == [], "these never crossed")
    }

    @Test("a type that Apple's modules have too is named by the package")
    func qualified() { #expect(YuiCore.Text(plain: "結", runs: []).plain == "結") }

    /// What no scenario asks for, and what a host gives.
    private func moreCalls() async throws -> [any Sendable] {
        let town = try await Town()
        let shop = try await town.shop()
        let ahead = Guarded<Int64>(0)
        let telephone = Telephone(offset: ahead)
        let given = Guarded<[any Sendable]>([])
        let witness = Witness(telephone, given)
        let platform = telephone.platform(keys: witness, clock: witness, log: witness)
        let phone = try await town.phone("hanako", telephone, platform: platform)
        let app = phone.app
        let place = app.listen(listener: witness)
        let draft = RegisterDraft.first()
        let refused = try await refusal { try await app.wallet().showCode() }
        let registered = try await app.identity().register(
            draft: draft, card: HeldCard(await town.card()), listener: witness)
        try await town.charge(registered.identity.subject, 5000)
        let synced = try await app.sync()
        let query = HistoryQuery(after: nil, limit: 10, search: "まるや")
        let prompt = app.identity().pinPrompt(place: .payPin, triesLeft: 1, after: refused)
        let answers: [any Sendable] = [
            phone.config, platform, draft, draft.route, draft.purpose, query, PinPlace.payPin, registered, synced,
            prompt,
            app.explain(error: refused), app.settings().languages(), app.settings().texts(keys: ["app-name"]),
            try await app.wallet().snapshot(), try await app.wallet().programmes(), try await app.wallet().limits(),
            try await app.wallet().shops(words: "まるや", after: nil), try await app.wallet().history(query: query),
            try await app.wallet().scan(text: shop.poster), try await shop.phone.app.shop().today(),
            try await app.identity().devices(),
        ]
        // Half a year on, less some days: her points expire soon.
        ahead.now = 160 * 24 * 60 * 60 * 1000
        let late = try await app.wallet().snapshot()
        // A line is logged when what is done by itself fails.
        try await town.server.setNetwork(phone.config.origin, "off")
        app.start()
        try await eventually("topics, steps, keys, clocks and lines were given") {
            var census = Census()
            for value in given.now { census.count(value) }
            return census.types.isSuperset(of: [
                "Topic", "CardStep", "KeyName", "ClockReading", "LogLevel", "PlatformError",
            ])
        }
        place.end()
        return answers + given.now + [late]
    }
}

/// The types of the API that were met.
private struct Census {
    private(set) var types: Set<String> = []

    /// Counts a value and all that it holds.
    mutating func count(_ value: Any) {
        let (type, mirror) = (String(reflecting: type(of: value)), Mirror(reflecting: value))
        if type.hasPrefix("YuiGenerated.") { types.insert(String(type.dropFirst("YuiGenerated.".count))) }
        // An app or a service is no record, and goes on without end.
        if mirror.displayStyle != .class { for child in mirror.children { count(child.value) } }
    }
}

/// Notes what the core gives to a host, and one error that the host gives back.
private final class Witness: DeviceKeys, Clock, LogSink, ChangeListener, CardListener {
    private let telephone: Platform
    private let given: Guarded<[any Sendable]>

    init(_ telephone: Telephone, _ given: Guarded<[any Sendable]>) {
        (self.telephone, self.given) = (telephone.platform(), given)
    }

    func make(key: KeyName) throws -> Data { try telephone.keys.make(key: note(key)) }
    func publicKey(key: KeyName) throws -> Data? { try telephone.keys.publicKey(key: note(key)) }
    func sign(key: KeyName, data: Data, prompt: String) throws -> Data {
        try telephone.keys.sign(key: note(key), data: data, prompt: prompt)
    }
    func attest(key: KeyName, challenge: Data) throws -> Data {
        try telephone.keys.attest(key: note(key), challenge: challenge)
    }
    func remove(key: KeyName) throws { try telephone.keys.remove(key: note(key)) }
    func read() throws -> ClockReading { note(try telephone.clock.read()) }
    func line(level: LogLevel, text: String) throws {
        _ = note(level)
        throw note(PlatformError.Failed)
    }
    func changed(topics: [Topic]) throws { _ = note(topics) }
    func step(step: CardStep) throws { _ = note(step) }

    private func note<Value: Sendable>(_ value: Value) -> Value {
        given.change { $0.append(value) }
        return value
    }
}
