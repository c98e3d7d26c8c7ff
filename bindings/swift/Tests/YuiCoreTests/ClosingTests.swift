// Swift closes an app by letting go of it. What still holds a part of it goes on or gets a coded error, and never a
// crash.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(2)))
struct ClosingTests {
    @Test("a part that outlives its app still answers")
    func parts() async throws {
        let town = try await Town()
        let (identity, wallet, shop, settings) = try await partsOfClosedApp(in: town)
        #expect(try await identity.snapshot().registered)
        #expect(try await wallet.snapshot().available == 5000)
        #expect(try await wallet.showCode().cap > 0)
        #expect(try await refusal { try await shop.today() }.code == .notRegistered)
        #expect(settings.languages().count == 5)
        identity.cancel()
    }

    private func partsOfClosedApp(in town: Town) async throws -> (Identity, Wallet, ShopRole, Settings) {
        let app = try await town.resident("hanako").app
        return (app.identity(), app.wallet(), app.shop(), app.settings())
    }

    @Test("an app that is stopped answers, and starts again")
    func stopping() async throws {
        let phone = try await Town().resident("hanako")
        for _ in 0..<3 {
            phone.app.start()
            phone.app.start()
            phone.app.stop()
            phone.app.stop()
            #expect(try await phone.app.wallet().snapshot().available == 5000)
        }
        phone.app.start()
        _ = try await phone.app.sync()
    }

    @Test("calls under way when the app is let go end with their answers")
    func underWay() async throws {
        let town = try await Town()
        var phone: Handset? = try await town.resident("hanako")
        town.server.standStill()
        let calls = (0..<20).map { _ in
            Task { [app = phone?.app] in try await app?.wallet().shops(words: "", after: nil) }
        }
        phone = nil
        town.server.goOn()
        for call in calls { #expect(try await call.value != nil) }
    }

    @Test("a second app on the same folder opens after the first was let go")
    func again() async throws {
        let town = try await Town()
        let telephone = Telephone()
        var phone: Handset? = try await town.resident("hanako", telephone)
        let config = try #require(phone?.config)
        for _ in 0..<20 {
            phone = nil
            phone = try await Handset(config, telephone, in: town)
            #expect(try await phone?.app.wallet().snapshot().available == 5000)
        }
    }
}
