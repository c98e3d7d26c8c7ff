// Every screen for who does not see it: what can be pressed has words and a size, in the order in which it is read.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct SemanticsTests {
    private let screens: [Screen] = [
        .home, .register, .scan, .pay, .paid, .code, .history, .receipt, .talk, .settings, .devices, .remove,
        .lost, .card, .tries, .leave, .visitor, .lots, .limits, .points, .export, .notices, .about,
        .licences, .receive, .pairing, .charge, .shops,
    ]

    @Test("every screen of the core is looked at")
    func all() {
        #expect(Set(screens.map { "\($0)".lowercased() }) == Set(screenNames()))
    }

    @Test("a guest's screens can be read and pressed", arguments: [false, true])
    func guest(easy: Bool) async throws {
        let app = try await YuiUITests.guest(language: easy ? "ja-simple" : "vi")
        try await app.settings().setEasy(easy: easy)
        try await look(at: Stage(app), about: "018f0000-0000-7000-8000-000000000000", easy: easy)
    }

    @Test("a resident's screens can be read and pressed, with what she paid")
    func resident() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let app = try await town.resident("hanako").app
        _ = try await app.screens().scanned(text: poster)
        app.pay().typeDigits(digits: "850")
        _ = try await app.pay().act(action: .next)
        let paid = try await app.pay().act(action: .confirm).paid.orTrouble("payment")
        try await look(at: Stage(app), about: paid, easy: false)
    }

    @Test("the password's field has a button that shows what is typed, and says what it does")
    func secret() async throws {
        let stage = Stage(try await YuiUITests.guest())
        defer { stage.shown.end() }
        let register = stage.app.register()
        _ = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        _ = try await register.act(action: .password)
        let prompt = try await register.act(action: .next).pin.orTrouble("field")
        stage.around.places.go(.register)
        try await stage.type("YUI")
        try await stage.press(prompt.show)
        #expect(stage.shown.nodes.first { $0.kind == .field }?.value == "YUI")
        try await stage.press(prompt.hide)
        #expect(stage.shown.nodes.contains { $0.kind == .secureField })
    }

    @Test("where the camera was refused there are words, and the way to allow it")
    func camera() async throws {
        let stage = Stage(try await YuiUITests.guest())
        defer { stage.shown.end() }
        stage.phone.allowsCamera = false
        stage.around.places.go(.scan)
        let view = try await stage.app.screens().scan()
        try await stage.until("refused") { stage.says(view.refused) }
        #expect(stage.button(view.torch) == nil)
        try await stage.press(view.allow)
        #expect(stage.phone.settingsOpened == 1)
    }

    @Test("tiles are moved by buttons that say where to")
    func tiles() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let home = try await stage.app.screens().home()
        let arrange = try home.arrange.orTrouble("order")
        try await stage.press(arrange.begin)
        try await stage.press(try arrange.tiles[1].up.orTrouble("place").text)
        try await stage.until("moved") { try await stage.app.screens().home().tiles[0].screen == home.tiles[1].screen }
        stage.around.places.go(.settings)
        try await stage.until("elsewhere") { stage.button(arrange.end) == nil }
        stage.around.places.back()
        try await stage.press(arrange.end)
        try await stage.until("over") { stage.button(arrange.begin) != nil }
    }

    @Test("two quick presses of back are one")
    func backTwice() async throws {
        let stage = Stage(try await YuiUITests.guest())
        defer { stage.shown.end() }
        for screen in [Screen.settings, .history] { stage.around.places.go(screen) }
        stage.around.goBack()
        stage.around.goBack()
        try await stage.until("a screen back") { stage.around.places.here.screen == .settings }
        try await stage.watch(.milliseconds(200))
        #expect(stage.around.places.here.screen == .settings)
    }

    @Test("who is asked on the telephone finds the code of what went wrong")
    func code() async throws {
        let stage = Stage(try await YuiUITests.guest())
        defer { stage.shown.end() }
        stage.around.places.go(.receipt, about: "018f0000-0000-7000-8000-000000000000")
        try await stage.until("an error") { stage.around.shownError != nil }
        let code = try stage.around.shownError.orTrouble("code")
        try await stage.press(stage.around.words.talk)
        #expect(stage.around.places.here == Place(.talk, about: code))
    }

    /// Looks at every screen.
    private func look(at stage: Stage, about id: String, easy: Bool) async throws {
        defer { stage.shown.end() }
        let words = stage.around.words
        for place in screens.map({ Place($0, about: id) }) {
            stage.around.places.home()
            stage.around.places.go(place.screen, about: place.about)
            try await stage.until("\(place.screen)") {
                !stage.shown.nodes.isEmpty && !stage.says(words.waiting)
                    && (stage.shown.nodes.contains { $0.traits.contains(.isHeader) } || stage.around.shownError != nil)
            }
            stage.canBePressed("\(place.screen)", easy: easy)
        }
    }
}
