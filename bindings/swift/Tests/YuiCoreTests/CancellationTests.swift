// Who no longer waits does not undo what was confirmed; what can be ended by hand ends.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(2)))
struct CancellationTests {
    @Test("a payment whose caller is cancelled while the answer is held back is made once, and shows")
    func payment() async throws {
        let town = try await Town()
        let shop = try await town.shop()
        let telephone = Telephone()
        let meddler = Meddler(.keys, of: telephone)
        let phone = try await town.resident("hanako", telephone, platform: meddler.platform)
        let quote = try await phone.quote(shop.poster, 850)
        let (signs, sign) = (Guarded(false), DispatchSemaphore(value: 0))
        meddler.before.now = { _ in
            signs.now = true
            sign.wait()
        }
        let caller = Task { try await phone.app.wallet().confirm(id: quote.id) }
        try await eventually("it is signed") { signs.now }
        town.server.standStill()
        meddler.rest()
        sign.signal()
        try await pending(phone)
        caller.cancel()
        #expect(caller.isCancelled)
        town.server.goOn()
        // Swift's side of UniFFI goes on waiting, so the caller still learns what became of it.
        let line = try await caller.value
        #expect(line.state == .paid)
        try await onePayment(of: 850, by: phone, line: line.id)

        // Confirming again is asking again.
        #expect(try await phone.app.wallet().confirm(id: quote.id).id == line.id)
        try await onePayment(of: 850, by: phone, line: line.id)
    }

    @Test("a payment whose caller was let go with its app is made once, and shows at the next start")
    func closed() async throws {
        let town = try await Town()
        let shop = try await town.shop()
        let telephone = Telephone()
        var phone: Handset? = try await town.resident("hanako", telephone)
        let config = try #require(phone?.config)
        let quote = try #require(try await phone?.quote(shop.poster, 850))
        town.server.standStill()
        let caller = Task { [app = phone?.app] in try await app?.wallet().confirm(id: quote.id) }
        try await pending(#require(phone))
        phone = nil
        caller.cancel()
        town.server.goOn()
        let line = try #require(try await caller.value)
        let again = try await Handset(config, telephone, in: town)
        _ = try await again.app.sync()
        try await onePayment(of: 850, by: again, line: line.id)
    }

    @Test("what goes on with a card is ended by hand")
    func card() async throws {
        let town = try await Town()
        let meddler = Meddler(.card, of: Telephone())
        let phone = try await town.phone("hanako")
        let card = meddler.holding(try HeldCard(try await town.card()))
        meddler.before.now = { [app = phone.app] _ in app.identity().cancel() }
        let error = try await refusal {
            try await phone.app.identity().register(draft: .first(), card: card, listener: nil)
        }
        #expect(error.code == .cancelled)
        #expect(!phone.app.explain(error: error).title.plain.isEmpty)
        meddler.rest()
        let registered = try await phone.app.identity().register(draft: .first(), card: card, listener: nil)
        #expect(registered.state == .enrolled)
    }

    /// Waits until the payment is signed, kept, and on its way to a server that does not answer.
    private func pending(_ phone: Handset) async throws {
        try await eventually("it is on its way") { try await phone.app.wallet().snapshot().pending == 850 }
    }

    private func onePayment(of points: Int64, by phone: Handset, line: CommandId) async throws {
        let payments = try await phone.payments()
        #expect(payments.map(\.id) == [line])
        #expect(payments.map(\.amount) == [points])
        #expect(payments.map(\.state) == [.paid])
        let wallet = try await phone.app.wallet().snapshot()
        #expect(wallet.available == 5000 - points)
        #expect(wallet.pending == 0)
    }
}
