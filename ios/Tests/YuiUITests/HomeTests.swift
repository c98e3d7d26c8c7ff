// The first screen: what the law wants said beside the balance, and where its tiles lead.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct HomeTests {
    @Test("what a point is worth stands beside the balance, also while that is hidden")
    func rate() async throws {
        let stage = Stage(try await Town().resident("hanako").app)
        defer { stage.shown.end() }
        let balance = try await stage.app.screens().home().balance.orTrouble("balance")
        try await stage.reaches(.home, balance.rate)
        try await stage.press(balance.toggle)
        try await stage.until("hidden") { !stage.says(balance.value) }
        #expect(stage.says(balance.rate))
    }

    @Test("every way from it says what it is about")
    func about() async throws {
        let app = try await guest()
        func way(_ screen: Screen) -> WayView {
            WayView(screen: screen, about: "about \(screen)", text: YuiCore.Text(verbatim: "to \(screen)"))
        }
        let ways: [Screen] = [.register, .receive, .charge]
        let view = HomeView(
            greeting: nil, balance: nil, guest: nil, primary: way(ways[0]), receive: way(ways[1]), notice: nil,
            tiles: [way(ways[2])], arrange: nil)
        for screen in ways {
            let stage = Stage(app, part: HomePage(view: view))
            stage.shown.environment.tremorTime = .zero
            try await stage.press(way(screen).text)
            #expect(stage.around.places.here == Place(screen, about: "about \(screen)"))
        }
    }
}
