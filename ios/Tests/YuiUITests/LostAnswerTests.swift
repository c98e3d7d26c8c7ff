// A payment whose answer was lost on the way: she is told the truth as far as it is known, and pays once.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct LostAnswerTests {
    @Test("it is being checked, also after the app was ended, then paid, once")
    func lost() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let phone = try await town.resident("hanako")
        let id = try await payUnheard(on: phone, poster)
        let again = try await Handset(phone.config, phone.telephone, in: town)
        let stage = Stage(again.app)
        defer { stage.shown.end() }
        stage.around.places.go(.paid, about: id)
        let checking = try await again.app.screens().paid(id: id)
        #expect(checking.state == .checking)
        try await stage.reaches(.paid, checking.title)
        #expect(stage.says(checking.note) && stage.phone.feelings.isEmpty)
        try await town.server.setNetwork(phone.config.origin, "on")
        again.app.start()
        try await stage.until("paid") { stage.phone.feelings == [.done] }
        let paid = try await again.app.screens().paid(id: id)
        #expect(paid.state == .paid && stage.says(paid.title))
        try await stage.press(paid.done)
        try await stage.reaches(.home, try await again.app.screens().home().balance.orTrouble("balance").value)
        #expect(try await again.payments().map(\.id) == [id])
        #expect(try await again.app.wallet().snapshot().available == 4150)
        #expect(stage.phone.feelings == [.done], "felt once")
        again.app.stop()
    }

    /// She pays 850, of which no answer comes; the app is ended then. The payment.
    private func payUnheard(on phone: Handset, _ poster: String) async throws -> String {
        let stage = Stage(phone.app)
        defer { stage.shown.end() }
        let confirm = try await stage.confirm(850, poster)
        try await phone.town.server.setNetwork(phone.config.origin, "lose_answer")
        try await stage.press(try confirm.primary.orTrouble("button").text)
        try await stage.until("told") { stage.around.places.here.screen == .paid }
        let id = try stage.around.places.here.about.orTrouble("payment")
        let told = try await stage.app.screens().paid(id: id)
        #expect(told.state == .checking)
        try await stage.reaches(.paid, told.title)
        #expect(stage.says(told.note) && stage.phone.feelings.isEmpty)
        return id
    }
}
