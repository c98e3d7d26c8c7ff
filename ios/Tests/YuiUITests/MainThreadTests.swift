// The thread that draws does no work that takes its time: no key, store or log is used on it while somebody pays.

import Foundation
import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct MainThreadTests {
    @Test("nothing of a payment waits for the phone on the thread that draws")
    func paying() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let telephone = Telephone()
        let watched = [Service.keys, .secureStore, .log].map { Meddler($0, of: telephone) }
        let asked = Guarded<[(what: String, drawing: Bool)]>([])
        for service in watched {
            service.before.now = { what in asked.change { $0.append((what, Thread.isMainThread)) } }
        }
        let platform = Platform(
            keys: watched[0], secureStore: watched[1], clock: telephone.clock, log: watched[2])
        let stage = Stage(try await town.resident("hanako", telephone, platform: platform).app)
        defer { stage.shown.end() }
        stage.app.start()
        try await stage.pay(850, poster)
        let id = try stage.around.places.here.about.orTrouble("payment")
        try await stage.press(try await stage.app.screens().paid(id: id).done)
        try await stage.press(
            try await stage.app.screens().home().tiles.first { $0.screen == .history }.orTrouble("tile").text)
        try await stage.until("a line") { stage.buttons.contains { $0.spoken.contains("850") } }
        stage.app.stop()
        #expect(Set(asked.now.map(\.what)).isSuperset(of: ["make", "seal", "sign"]))
        #expect(asked.now.filter(\.drawing).map(\.what) == [])
    }
}
