// The frame of every screen: where it is scrolled to, and the presses that it does not take.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(2)))
struct PageTests {
    @Test("the next step of a job begins at its top")
    func step() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.register)
        let register = stage.app.register()
        let need = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        try await stage.reaches(.register, need.title)
        #expect(stage.shown.scrolls.isEmpty)
        try await stage.press(try need.primary.orTrouble("button").text)
        try await stage.until("the next step") {
            try await stage.says(register.view().title) && !stage.says(need.title)
        }
        #expect(stage.shown.scrolls.last == Scrolled(Spot.whole, .top))
    }

    @Test("what went wrong is brought into sight")
    func error() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.scan)
        stage.phone.clipboard = "https://example.com/"
        try await stage.press(try await stage.app.screens().scan().paste)
        try await stage.until("an error") { stage.around.shownError != nil }
        try await stage.until("seen") { stage.shown.scrolls.last == Scrolled(Spot.error, nil) }
    }

    @Test("who comes back finds a screen as far down as she had read, and who comes anew at its top")
    func back() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let title = try await stage.app.screens().settings().title
        stage.around.places.go(.settings)
        try await stage.reaches(.settings, title)
        let seen = CGRect(x: 0, y: 300, width: 360, height: 400)
        for node in stage.shown.nodes {
            node.sized?(GeometryProxy(size: CGSize(width: 360, height: 1000), seen: seen))
        }
        stage.around.places.go(.licences)
        try await stage.reaches(.licences, stage.app.screens().licences().note)
        #expect(stage.shown.scrolls.isEmpty)
        try await stage.press(stage.around.words.back)
        try await stage.reaches(.settings, title)
        #expect(stage.shown.scrolls == [Scrolled(Spot.whole, UnitPoint(x: 0, y: 0.5))])
        stage.around.places.back()
        try await stage.until("home") { !stage.says(title) }
        stage.around.places.go(.settings)
        try await stage.reaches(.settings, title)
        #expect(stage.shown.scrolls.count == 1)
    }

    @Test("a hand that trembles presses nothing on the screen that its first press led to")
    func tremor() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.shown.environment.tremorTime = .milliseconds(700)
        let home = try await stage.app.screens().home().primary.text
        try await stage.press(home)
        #expect(stage.around.places.here == Place(.home), "the screen has only come")
        try await stage.watch(.milliseconds(800))
        try await stage.press(home)
        try await stage.until("the next screen") { stage.button(home) == nil }
        try await stage.press(stage.around.words.back)
        try await stage.watch(.milliseconds(100))
        #expect(stage.around.places.here.screen == .register)
        try await stage.watch(.milliseconds(800))
        try await stage.press(stage.around.words.back)
        try await stage.until("home") { stage.around.places.here == Place(.home) }
    }

    @Test("a screen reader and a switch do not tremble", arguments: [false, true])
    func steady(voice: Bool) async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.shown.environment.tremorTime = .seconds(60)
        stage.shown.environment.accessibilityVoiceOverEnabled = voice
        stage.shown.environment.accessibilitySwitchControlEnabled = !voice
        try await stage.press(try await stage.app.screens().home().primary.text)
        #expect(stage.around.places.here.screen == .register)
    }

    @Test("a list is searched as before when she comes back from one of its lines, and anew when she comes anew")
    func search() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let typed = { stage.shown.nodes.first { $0.kind == .field }?.value }
        stage.around.places.go(.history)
        try await stage.type("shop", into: .field)
        stage.around.places.go(.receipt, about: "018f0000-0000-7000-8000-000000000000")
        try await stage.until("the line") { typed() == nil }
        stage.around.places.back()
        try await stage.until("the list") { typed() != nil }
        #expect(typed() == "shop")
        stage.around.places.home()
        stage.around.places.go(.history)
        try await stage.until("the list anew") { typed() == "" }
    }
}
