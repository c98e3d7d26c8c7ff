// A phone whose services wait, call back or answer nonsense: each call ends with an answer or a coded error, and the
// others go on. What it throws is in LeaksTests.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(5)))
struct FailingPhoneTests {
    @Test("a service that keeps waiting: others go on meanwhile", arguments: Service.allCases)
    func waiting(_ service: Service) async throws {
        let town = try await Town()
        let telephone = Telephone()
        let meddler = Meddler(service, of: telephone)
        let phone = try await town.resident("hanako", telephone, platform: meddler.platform)
        let (waits, goOn) = (Guarded(false), DispatchSemaphore(value: 0))
        meddler.before.now = { _ in
            if !waits.exchange(true) { goOn.wait() }
        }
        let place = phone.app.listen(listener: meddler)
        let card = meddler.holding(try HeldCard(await town.card()))
        let slow = Task { try await use(service, of: phone, meddler, card) }
        try await eventually("\(service) waits") { waits.now }

        // All of this ends before that does, on the same app.
        try await Task.sleep(for: .seconds(5))
        if service == .log { try await bringBackNetwork(of: phone) }
        #expect(phone.app.settings().languages().count == 5)
        #expect(try await phone.app.identity().snapshot().registered)
        #expect(try await phone.app.wallet().snapshot().available == 5000)
        #expect(try await phone.app.wallet().shops(words: "", after: nil).shops.isEmpty)
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

    /// A call that needs the service.
    private func use(
        _ service: Service, of phone: Handset, _ meddler: Meddler, _ card: any CardTransport
    ) async throws {
        switch service {
        case .keys: _ = try await phone.app.wallet().showCode()
        case .secureStore:
            let config = try phone.town.server.config(of: "second", origin: phone.config.origin)
            _ = try await Handset(config, phone.telephone, platform: meddler.platform, in: phone.town)
        case .clock: _ = try await phone.app.wallet().snapshot()
        case .log:
            // A line is written when what is done by itself fails.
            try await phone.town.server.setNetwork(phone.config.origin, "off")
            phone.app.start()
        case .card: _ = try await phone.app.identity().cardState(card: card)
        case .changes: try await phone.app.settings().setLanguage(tag: "en")
        case .cardSteps:
            _ = try? await phone.app.identity().register(
                draft: .first(purpose: .addDevice), card: card, listener: meddler)
        }
    }

    @Test("a service that calls the app back", arguments: Service.callers)
    func callingBack(_ service: Service) async throws {
        let town = try await Town(phones: 12)
        let day = Day(in: town, poster: try await town.shop().poster, service)
        let (inside, answered) = (Guarded(false), Guarded(0))
        try await day.live { [open = day.open] meddler in
            meddler.before.now = { _ in
                // Not again for what it asks for here itself.
                guard let app = open.now, !inside.exchange(true) else { return }
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
        for service in [Service.keys, .secureStore, .card] {
            let town = try await Town(phones: 12)
            let day = Day(in: town, poster: try await town.shop().poster, service)
            try await day.live { $0.spoil.now = nonsense.instead }
            #expect(!day.errors.isEmpty, "\(service)")
        }
    }

    @Test("clocks that show what cannot be", arguments: [-1, 0, 1, .min, .max, 253_402_300_800_000])
    func nonsenseOfClocks(_ ms: Int64) async throws {
        let town = try await Town(phones: 12)
        let day = Day(in: town, poster: try await town.shop().poster, .clock)
        try await day.live { meddler in
            meddler.spoilClock.now = { _ in ClockReading(wallMs: ms, monotonicMs: ms, bootId: "\(ms)") }
        }
    }
}

extension Service {
    /// Those that may call the app from within their own call: all but the clock.
    fileprivate static let callers = allCases.filter { $0 != .clock }
}

/// Bytes that are not what was asked for.
enum Nonsense: CaseIterable {
    case nothing, oneByte, zeros, cut, flipped, endless

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
