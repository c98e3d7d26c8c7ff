// A phone whose services wait, call back, throw or answer nonsense: each call ends with an answer or a coded error, and
// the others go on. What they throw that is their own is in LeaksTests.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(5)))
struct FailingPhoneTests {
    @Test("a method that keeps waiting: others go on meanwhile", arguments: Service.methods)
    func waiting(_ service: Service, _ method: String) async throws {
        let town = try await Town()
        let hanako = try await town.resident("hanako").app
        let telephone = Telephone()
        let meddler = Meddler(service, of: telephone)
        let phone = try await town.phone("guest", telephone, platform: meddler.platform)
        let (waits, goOn) = (Guarded(false), DispatchSemaphore(value: 0))
        meddler.before.now = { asked in
            if asked == method, !waits.exchange(true) { goOn.wait() }
        }
        let place = phone.app.listen(listener: meddler)
        let card = meddler.holding(try HeldCard(await town.card()))
        let slow = Task { try await use(service, method, of: phone, meddler, card) }
        try await eventually("\(method) waits") { waits.now }

        // All of this ends before that does, on the same app and on another.
        try await Task.sleep(for: .seconds(5))
        if service == .log { try await bringBackNetwork(of: phone) }
        #expect(phone.app.settings().languages().count == 5)
        #expect(try await !phone.app.identity().snapshot().registered)
        #expect(try await phone.app.wallet().snapshot().available == 0)
        #expect(try await phone.app.wallet().shops(words: "", after: nil).shops.isEmpty)
        #expect(try await hanako.wallet().snapshot().available == 5000)
        #expect(try await hanako.wallet().showCode().cap > 0)
        goOn.signal()
        try await slow.value
        place.end()
    }

    /// The network that the log's line took away; a call may still meet one of the connections that were cut.
    private func bringBackNetwork(of phone: Handset) async throws {
        try await phone.town.server.setNetwork(phone.config.origin, "on")
        try await eventually("the network is there") {
            (try? await phone.app.wallet().shops(words: "", after: nil)) != nil
        }
    }

    /// A call that needs the method.
    private func use(
        _ service: Service, _ method: String, of phone: Handset, _ meddler: Meddler, _ card: any CardTransport
    ) async throws {
        switch service {
        case .keys where method == "remove": try await phone.app.identity().signOut()
        case .keys, .card, .cardSteps:
            _ = try await phone.app.identity().register(draft: .first(), card: card, listener: meddler.steps)
        case .secureStore:
            let config = try phone.town.server.config(of: "second", origin: phone.config.origin)
            // Opened twice, so that a store is made, and is read again.
            for _ in 0..<2 {
                _ = try await Handset(config, phone.telephone, platform: meddler.platform, in: phone.town)
            }
        case .clock: _ = try await phone.app.wallet().snapshot()
        case .log:
            // A line is written when what is done by itself fails.
            try await phone.town.server.setNetwork(phone.config.origin, "off")
            phone.app.start()
        case .changes: try await phone.app.settings().setLanguage(tag: "en")
        }
    }

    @Test(
        "a service that throws one of the phone's own errors gives its code",
        arguments: [
            (PlatformError.NoScreenLock, ErrorCode.noScreenLock), (.UserNotVerified, .userNotVerified),
            (.Cancelled, .cancelled), (.CardLost, .cardLost), (.KeyAbsent, .notRegistered),
            (.SealedElsewhere, .storageSealed), (.Failed, .platformFailed),
        ])
    func throwing(_ error: PlatformError, _ code: ErrorCode) async throws {
        let town = try await Town()
        let telephone = Telephone()
        let meddler = Meddler(.keys, of: telephone)
        meddler.before.now = { if $0 == "attest" { throw error } }
        let phone = try await town.phone("hanako", telephone, platform: meddler.platform)
        let refused = try await refusal {
            try await phone.app.identity().register(draft: .first(), card: HeldCard(town.card()), listener: nil)
        }
        #expect(refused.code == code)
    }

    @Test("a service that calls the app back", arguments: Service.callers)
    func callingBack(_ service: Service) async throws {
        let town = try await Town(phones: 12)
        let day = Day(in: town, poster: try await town.shop().poster, service)
        let (inside, answered) = (Guarded(false), Guarded(0))
        try await day.live { [open = day.open] meddler in
            meddler.before.now = { asked in
                // Not again for what it asks for here itself.
                guard service.methods.contains(asked), let app = open.now, !inside.exchange(true) else { return }
                defer { inside.now = false }
                let done = DispatchSemaphore(value: 0)
                _ = app.settings().languages()
                Task {
                    _ = try? await app.wallet().snapshot()
                    _ = try? await app.wallet().shops(words: "", after: nil)
                    done.signal()
                }
                done.wait()
                answered.change { $0 += 1 }
            }
        }
        #expect(answered.now > 0)
    }

    @Test("keys, stores and cards that answer nonsense", arguments: Nonsense.allCases)
    func nonsense(_ nonsense: Nonsense) async throws {
        let codes = [Service.keys: .platformFailed, .card: .cardFailed, .secureStore: nonsense.refusalOfStore]
        for (service, code) in codes {
            let town = try await Town(phones: 12)
            let day = Day(in: town, poster: try await town.shop().poster, service)
            try await day.live { $0.spoil.now = nonsense.instead }
            #expect(day.errors.map(\.code).contains(code), "\(service): \(day.errors.map(\.code))")
        }
    }

    @Test("a store whose key comes back as nonsense stays shut, and holds what it held", arguments: Nonsense.allCases)
    func nonsenseOfStores(_ nonsense: Nonsense) async throws {
        let (town, telephone) = (try await Town(), Telephone())
        let config = try await configOfOneWhoPaid(in: town, telephone)
        // From here on all that is known is what the store holds.
        try await town.server.setNetwork(config.origin, "off")
        let meddler = Meddler(.secureStore, of: telephone)
        meddler.spoil.now = nonsense.instead
        for _ in 0..<2 {
            let refused = try await refusal {
                try await Handset(config, telephone, platform: meddler.platform, in: town)
            }
            #expect(refused.code == nonsense.refusalOfStore)
        }
        let phone = try await Handset(config, telephone, in: town)
        #expect(try await phone.app.identity().snapshot().registered)
        #expect(try await phone.app.wallet().snapshot().available == 4900)
        #expect(try await phone.payments().map(\.amount) == [100])
    }

    /// What an app was opened with that is closed again, its person registered and 100 of her points spent.
    private func configOfOneWhoPaid(in town: Town, _ telephone: Telephone) async throws -> AppConfig {
        let poster = try await town.shop().poster
        let phone = try await town.resident("hanako", telephone)
        _ = try await phone.app.wallet().confirm(id: phone.quote(poster, 100).id)
        _ = try await phone.app.sync()
        return phone.config
    }

    @Test("clocks that show what cannot be", arguments: [-1, 0, 1, .min, .max, 253_402_300_800_000])
    func nonsenseOfClocks(_ ms: Int64) async throws {
        let town = try await Town(phones: 12)
        let day = Day(in: town, poster: try await town.shop().poster, .clock)
        try await day.live { meddler in
            meddler.spoilClock.now = { _ in ClockReading(wallMs: ms, monotonicMs: ms, bootId: "\(ms)") }
        }
        #expect(day.errors.isEmpty, "all goes on")
    }
}

extension Service {
    /// Those that may call the app from within their own call: all but the clock, and the store, which is asked before there
    /// is an app.
    fileprivate static let callers = allCases.filter { $0 != .clock && $0 != .secureStore }
}

/// Bytes that are not what was asked for.
enum Nonsense: CaseIterable {
    case nothing, oneByte, zeros, cut, flipped, endless

    /// What a store says that is opened with such a key: one of the right length is wrong only at the first value.
    var refusalOfStore: ErrorCode {
        switch self {
        case .zeros, .flipped: .storageFailed
        case .nothing, .oneByte, .cut, .endless: .storageSealed
        }
    }

    var instead: @Sendable (Data) -> Data {
        switch self {
        case .nothing: { _ in Data() }
        case .oneByte: { _ in Data([0x30]) }
        case .zeros: { Data(count: $0.count) }
        case .cut: { $0.dropLast() }
        case .flipped: { Data($0.map { $0 ^ 0x5a }) }
        case .endless: { $0 + Data(repeating: 0x5a, count: 100_000) }
        }
    }
}
