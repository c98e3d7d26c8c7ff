// Every record and every enum of the API crosses the border in these tests: what the scenarios answer, and what they do
// not ask for, asked for here.

import Foundation
import Scenarios
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(5)))
struct RecordsTests {
    @Test("every record, enum and kind that an app can see has crossed")
    func everyType() async throws {
        let api = try Self.api()
        #expect(api.count > 150, "the API is there: \(api.count)")
        #expect(api.isSuperset(of: ["WalletView", "Topic", "Intent.payTill", "PlatformError.Failed"]))

        var census = Census()
        for file in Scenario.files { for answer in try await Played.shared.answers(of: file) { census.count(answer) } }
        for crossed in try await moreCalls() { census.count(crossed) }
        #expect(api.subtracting(census.seen).sorted() == [], "these never crossed")
    }

    /// The records and enums of the API, and the kinds of errors and of enums whose kinds carry something.
    private static func api() throws -> Set<String> {
        let lines = try String(contentsOf: repository.appending(path: "bindings/swift/api.txt"), encoding: .utf8)
        var (api, kinds): (Set<String>, [String: [Substring]]) = ([], [:])
        var (type, telling): (String?, Set<String>) = (nil, [])
        for line in lines.split(separator: "\n") {
            if let declared = line.firstMatch(of: /^(?:public )?(?:struct|enum) (\w+)(: Swift\.Error)?/) {
                let name = String(declared.1)
                api.insert(name)
                if declared.2 != nil { telling.insert(name) }
                type = name
            } else if let type, let kind = line.firstMatch(of: /^ +case (\w+)(\()?/) {
                kinds[type, default: []].append(kind.1)
                if kind.2 != nil { telling.insert(type) }
            }
        }
        for type in telling { api.formUnion(kinds[type, default: []].map { "\(type).\($0)" }) }
        return api
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
            try await app.wallet().snapshot(), try await app.wallet().programmes(),
            try await app.wallet().shops(words: "まるや", after: nil), try await app.wallet().history(query: query),
            try await app.wallet().scan(text: shop.poster), try await shop.phone.app.shop().today(),
            try await app.identity().devices(),
        ]
        let scanned = try await scanned(by: phone)
        let screens = try await visitScreens(in: town, poster: shop.poster)
        for error in Self.platformErrors {
            _ = try await refusal {
                try await app.identity().register(draft: draft, card: Refusing(error, given), listener: nil)
            }
        }
        let stranger = try await town.phone("stranger")
        try await town.server.refuse(stranger.config.origin, with: "moon_closed")
        let newer = try await refusal { try await stranger.app.wallet().shops(words: "", after: nil) }
        // Half a year on, less some days: her points expire soon.
        ahead.now = 160 * 24 * 60 * 60 * 1000
        let late = try await app.wallet().snapshot()
        // A line is logged when what is done by itself fails.
        try await town.server.setNetwork(phone.config.origin, "off")
        app.start()
        try await eventually("topics, steps, keys, clocks and lines were given") {
            var census = Census()
            for value in given.now { census.count(value) }
            return census.seen.isSuperset(of: [
                "Topic", "CardStep", "KeyName", "ClockReading", "LogLevel", "PlatformError",
            ])
        }
        place.end()
        let answered: [any Sendable] = answers + scanned + screens
        let told: [any Sendable] = given.now + errorCodes() + errorCodes().map(Self.words(for:))
        return answered + told + [newer, late]
    }

    /// The words for an error, with its way on.
    private static func words(for code: ErrorCode) -> ErrorView {
        let error = AppError.Failed(
            code: code, triesLeft: nil, required: nil, instance: nil, serverTime: nil, status: 0, retryAfter: nil)
        return explainError(language: "ja", error: error)
    }

    /// What the codes of every kind are, as they are frozen for all languages, and that of a shop's own phone.
    private func scanned(by phone: Handset) async throws -> [any Sendable] {
        let file = repository.appending(path: "tests/vectors/qr.json")
        let golden = try JSON(parsing: String(contentsOf: file, encoding: .utf8))["codes"].list ?? []
        let pairing = try await phone.town.newShop()["pairing"].text
        var intents: [any Sendable] = []
        for text in golden.compactMap({ $0["text"].text }) + [try #require(pairing)] {
            // Some are refused as they are: not of this town, say.
            if let intent = try? await phone.app.wallet().scan(text: text) { intents.append(intent) }
        }
        return intents
    }

    private static let platformErrors: [PlatformError] = [
        .NoScreenLock, .UserNotVerified, .Cancelled, .CardLost, .KeyAbsent, .SealedElsewhere, .Failed,
    ]
}

/// The types of the API, and the kinds of its enums, that were met.
private struct Census {
    private(set) var seen: Set<String> = []

    /// Counts a value and all that it holds.
    mutating func count(_ value: Any) {
        let (type, mirror) = (String(reflecting: type(of: value)), Mirror(reflecting: value))
        if type.hasPrefix("YuiGenerated.") {
            let name = String(type.dropFirst("YuiGenerated.".count))
            seen.insert(name)
            if mirror.displayStyle == .enum { seen.insert("\(name).\(mirror.children.first?.label ?? "\(value)")") }
        }
        // An app or a service is no record, and goes on without end.
        if mirror.displayStyle != .class { for child in mirror.children { count(child.value) } }
    }
}

/// A card that gives nothing but an error.
private final class Refusing: CardTransport {
    private let error: PlatformError
    private let given: Guarded<[any Sendable]>

    init(_ error: PlatformError, _ given: Guarded<[any Sendable]>) { (self.error, self.given) = (error, given) }

    func transceive(apdu: Data) throws -> Data {
        given.change { $0.append(error) }
        throw error
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
