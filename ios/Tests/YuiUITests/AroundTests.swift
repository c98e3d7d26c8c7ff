// What is around every screen: what is said of the network, and of work that takes its time.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct AroundTests {
    @Test("without network a calm banner says what she can do, and for a moment that it is back")
    func banner() async throws {
        let town = try await Town()
        let phone = try await town.resident("hanako")
        let stage = Stage(phone.app)
        defer { stage.shown.end() }
        try await stage.reaches(.home, try await stage.app.screens().home().balance.orTrouble("balance").value)
        #expect(stage.around.network == nil)
        try await town.server.setNetwork(phone.config.origin, "off")
        _ = try? await stage.app.sync()
        try await stage.until("offline") { stage.around.words.offline != nil }
        let offline = try stage.around.words.offline.orTrouble("words")
        try await stage.until("said") { stage.says(offline) }
        #expect(AccessibilityNotification.said.contains(offline.plain))
        #expect(stage.around.shownError == nil, "it is no error")
        let banner = try stage.shown.nodes.last { $0.ground != nil && $0.spoken == offline.plain }.orTrouble("banner")
        #expect(banner.ground == Colours.light.none, "and no coloured box")
        func shows(_ mark: Mark) -> Bool {
            stage.shown.nodes.contains { $0.kind == .image && $0.text == mark.rawValue }
        }
        #expect(shows(.offline) && !shows(.online))
        try await stage.press(
            try await stage.app.screens().home().tiles.first { $0.screen == .history }.orTrouble("tile").text)
        try await stage.reaches(.history, offline)
        let back = stage.around.words.onlineAgain
        try await town.server.setNetwork(phone.config.origin, "on")
        _ = try await stage.app.sync()
        try await stage.until("back") { stage.says(back) && !stage.says(offline) }
        #expect(shows(.online) && !shows(.offline))
        try await stage.until("gone") { !stage.says(back) && stage.around.network == nil }
    }

    @Test("what takes long has words, and is stopped where it can be: nothing of it is heard then")
    func stops() async throws {
        let deeds = Deeds()
        let stage = Stage(try await guest(), part: DeedsNote(deeds))
        stage.shown.environment.tremorTime = .zero
        defer { stage.shown.end() }
        let words = stage.around.words
        var heard = false
        deeds(stoppable: true) {
            while !Task.isCancelled { await Task.yield() }
            heard = true
            throw PlatformError.Failed
        }
        #expect(stage.button(words.stop) == nil)
        try await stage.until("words") { stage.says(words.waiting) }
        #expect(deeds.busy)
        try await stage.press(words.stop)
        #expect(!deeds.busy && !stage.says(words.waiting))
        try await stage.until("given up") { heard }
        try await stage.watch(.milliseconds(100))
        #expect(deeds.refused == nil)
        deeds { try await Task.sleep(for: .seconds(60)) }
        try await stage.until("words") { stage.says(words.waiting) }
        #expect(stage.button(words.stop) == nil, "this one cannot be stopped")
        deeds.stop()
    }

    @Test("a code that is looked at for long is given up, and the scanner is there for another")
    func scan() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let (answer, answers) = AsyncStream<Void>.makeStream()
        stage.phone.clipboard = "https://example.com/"
        stage.phone.asksBeforePasting = { for await _ in answer {} }
        stage.around.places.go(.scan)
        try await stage.press(try await stage.app.screens().scan().paste)
        try await stage.press(stage.around.words.stop)
        answers.finish()
        #expect(!stage.around.deeds.busy)
        try await stage.watch(.milliseconds(200))
        #expect(stage.around.shownError == nil && stage.around.places.here == Place(.scan))
    }
}
