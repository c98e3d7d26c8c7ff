// A day of a person with the app while something is wrong with her telephone: whatever she does ends with an answer or a
// coded error.

import Testing
import Testkit
import YuiCore

final class Day {
    /// The coded errors that came.
    private(set) var errors: [AppError] = []
    /// The last phone, which is well again.
    private(set) var phone: Handset?
    /// The app that is open now, for whoever calls it from a thread of its own.
    let open = Guarded<YuiApp?>(nil)
    /// All lines that the phones logged.
    var logged: [String] { telephones.flatMap(\.log.lines) }
    private let town: Town
    private let service: Service
    private let poster: String
    private var telephones: [Telephone] = []
    private var meddler: Meddler
    private var config: AppConfig?

    init(in town: Town, poster: String, _ service: Service) {
        (self.town, self.poster, self.service) = (town, poster, service)
        meddler = Meddler(service, of: Telephone())
    }

    /// Lives the day on two phones: on one with `mischief` from the first start on until she signs out, on one from after
    /// the registration.
    func live(_ mischief: (Meddler) -> Void) async throws {
        try await takePhone("first") { mischief($0) }
        try await register()
        try await errands()
        if let app = phone?.app { _ = await attempt { try await app.identity().signOut() } }
        #expect(!meddler.asked.now.isDisjoint(with: service.methods), "\(service) was never asked")

        try await takePhone("second") { _ in }
        try await register()
        #expect(try await phone?.app.identity().snapshot().registered == true, "\(errors)")
        mischief(meddler)
        try await errands()
        try await restart()
        try await errands()
        meddler.rest()
        try await restart()
        #expect(try await phone?.app.identity().snapshot().registered == true, "nothing was lost")
    }

    private func takePhone(_ name: String, _ mischief: (Meddler) -> Void) async throws {
        let telephone = Telephone()
        telephones.append(telephone)
        meddler = Meddler(service, of: telephone)
        mischief(meddler)
        config = try town.server.config(of: name, origin: await town.server.newNetwork())
        try await restart()
    }

    private func restart() async throws {
        guard let config, let telephone = telephones.last else { return }
        (phone, open.now) = (nil, nil)
        phone = await attempt {
            try await Handset(config, telephone, platform: self.meddler.platform, in: self.town)
        }
        open.now = phone?.app
    }

    private func register() async throws {
        guard let app = phone?.app else { return }
        let card = meddler.holding(try HeldCard(await town.card()))
        _ = await attempt { try await app.identity().cardState(card: card) }
        let listener = meddler.steps
        let registered = await attempt {
            try await app.identity().register(draft: .first(), card: card, listener: listener)
        }
        if let registered { try await town.charge(registered.identity.subject, 5000) }
    }

    private func errands() async throws {
        guard let phone else { return }
        let app = phone.app
        let place = app.listen(listener: meddler)
        app.start()
        _ = await attempt { try await app.sync() }
        _ = await attempt { try await app.wallet().snapshot() }
        _ = await attempt { try await app.wallet().showCode() }
        if let quote = await attempt({ try await phone.quote(self.poster, 100) }) {
            _ = await attempt { try await app.wallet().confirm(id: quote.id) }
        }
        _ = await attempt { try await phone.payments() }
        _ = await attempt { try await app.identity().devices() }
        _ = await attempt { try await app.identity().snapshot() }
        _ = await attempt { try await app.settings().setLanguage(tag: "en") }
        for error in errors { #expect(!app.explain(error: error).body.plain.isEmpty) }
        place.end()
        app.stop()
        if service == .log { try await startWithoutNetwork(app) }
    }

    /// A line is written when what is done by itself fails.
    private func startWithoutNetwork(_ app: YuiApp) async throws {
        guard let config else { return }
        try await town.server.setNetwork(config.origin, "off")
        app.start()
        try await eventually("a line is written") { meddler.asked.now.contains("line") }
        app.stop()
        try await town.server.setNetwork(config.origin, "on")
    }

    /// What a call answers; its refusal is kept, and anything else that it throws fails the test.
    private func attempt<Answer>(_ call: () async throws -> Answer) async -> Answer? {
        do {
            return try await call()
        } catch let error as AppError {
            errors.append(error)
        } catch {
            Issue.record("no coded error: \(error)")
        }
        return nil
    }
}
