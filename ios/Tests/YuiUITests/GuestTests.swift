// What somebody sees who is not registered, on a phone without network: every screen that there is then.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(2)))
struct GuestTests {
    @Test("the first screen says what a guest can do, and leads to registering")
    func home() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let view = try await stage.app.screens().home()
        try await stage.reaches(.home, try view.guest.orTrouble("guest").title)
        #expect(stage.button(stage.around.words.back) == nil)
        #expect(stage.button(stage.around.words.talk) != nil)
        for tab in stage.around.words.tabs { #expect(stage.button(tab.text) != nil) }
        try await stage.press(view.primary.text)
        try await stage.reaches(.register, try await stage.app.register().view().title)
    }

    @Test("registering leads from what is needed to what is read and to the password, and back")
    func register() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.register)
        let register = stage.app.register()
        let need = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        try await stage.reaches(.register, need.title)
        for thing in need.needs { #expect(stage.says(thing.text)) }
        try await stage.press(try need.primary.orTrouble("button").text)
        try await stage.until("reads") { try await register.view().step == .reads }
        let reads = try await register.view()
        for text in reads.body { try await stage.until(text.plain) { stage.says(text) } }
        try await stage.press(try reads.primary.orTrouble("button").text)
        try await stage.until("secret") { try await register.view().step == .secret }
        let secret = try await register.view()
        try await stage.until("the password's field") { stage.shown.nodes.contains { $0.kind == .secureField } }
        let next = try secret.primary.orTrouble("button").text
        #expect(stage.button(next)?.isEnabled == false)
        try await stage.type("YUI")
        try await stage.until("what was typed can be given") { stage.button(next)?.isEnabled == true }
        try await stage.press(stage.around.words.back)
        try await stage.until("back at reads") { stage.says(reads.title) }
        #expect(stage.around.places.here.screen == .register)
        try await stage.press(stage.around.words.back)
        try await stage.until("back at need") { stage.says(need.title) }
        try await stage.press(stage.around.words.back)
        try await stage.reaches(.home, try await stage.app.screens().home().primary.text)
    }

    @Test("a password that was typed is forgotten when she leaves its screen")
    func leaves() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let register = stage.app.register()
        _ = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        _ = try await register.act(action: .password)
        _ = try await register.act(action: .next)
        stage.around.places.go(.register)
        try await stage.type("YUIYUI1")
        try await stage.press(try await register.view().primary.orTrouble("button").text)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.around.places.go(.talk)
        try await stage.until("forgotten") { try await register.view().step == .secret }
    }

    @Test("who does not know the password is told the ways on")
    func forgotten() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let register = stage.app.register()
        _ = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        _ = try await register.act(action: .password)
        let secret = try await register.act(action: .next)
        stage.around.places.go(.register)
        let forgotten = try secret.others.first { $0.action == .forgotten }.orTrouble("way")
        try await stage.press(forgotten.text)
        try await stage.until("trouble") { try await register.view().step == .trouble }
        let ways = try await register.view().trouble?.ways ?? []
        for way in ways { try await stage.until(way.text.plain) { stage.says(way.text) } }
        let digits = try await register.view().others.first { $0.action == .digits }.orTrouble("way")
        try await stage.press(digits.text)
        try await stage.until("4 digits") { try await register.view().pin?.digits == 4 }
        try await stage.type("1234")
        try await stage.type("12345")
        #expect(stage.shown.nodes.first { $0.kind == .secureField }?.value == "1234")
    }

    @Test("another language shows at once, on every screen that is drawn")
    func language() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.settings)
        let japanese = try await stage.app.screens().settings()
        try await stage.reaches(.settings, japanese.title)
        let talk = stage.around.words.talk
        let english = try japanese.languages.first { $0.tag == "en" }.orTrouble("language")
        try await stage.press(YuiCore.Text(verbatim: english.name))
        try await stage.until("English") {
            try await stage.says(stage.app.screens().settings().title) && !stage.says(japanese.title)
        }
        try await stage.until("English around it") { stage.button(talk) == nil }
    }

    @Test("larger words, easy mode and the dark show at once", arguments: [false, true])
    func look(dark: Bool) async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.settings)
        let view = try await stage.app.screens().settings()
        try await stage.press(try view.textSizes.last.orTrouble("size").text)
        try await stage.until("larger words") { stage.around.look.textPercent == 200 }
        let theme = try view.themes.first { $0.theme == (dark ? .dark : .light) }.orTrouble("theme")
        try await stage.press(theme.text)
        try await stage.until("the theme") { stage.around.look.theme == theme.theme }
        let easy = stage.shown.nodes.first { $0.kind == .toggle && $0.spoken.contains(view.easy.plain) }
        try easy.orTrouble("switch").press?()
        try await stage.until("easy mode") { stage.around.look.easy }
        try await stage.until("large buttons") { stage.buttons.allSatisfy { $0.height >= 56 } }
        #expect(stage.buttons.count > 10)
    }

    @Test("in easy mode each thing that can be set is a screen of its own")
    func apart() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        try await stage.app.settings().setEasy(easy: true)
        for way in try await stage.app.screens().settings().ways.filter({ $0.screen == .settings }) {
            stage.around.places.go(.settings)
            try await stage.press(way.text)
            #expect(stage.around.places.here == Place(.settings, about: way.about))
            let alone = try await stage.app.screens().settings(about: way.about)
            try await stage.reaches(.settings, alone.title)
            try await stage.until("alone") { !stage.says(stage.around.words.waiting) && stage.button(way.text) == nil }
            #expect(alone.questions.count == 1)
            stage.around.places.home()
        }
    }

    @Test("paying begins at the scanner, which refuses what is no code in words")
    func scan() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.pay)
        let view = try await stage.app.screens().scan()
        try await stage.reaches(.scan, view.title)
        stage.phone.clipboard = "https://example.com/"
        let refused = try await stage.app.screens().scanned(text: "https://example.com/").error.orTrouble("error")
        try await stage.press(view.paste)
        try await stage.until("refused") { stage.says(refused.title) && stage.says(refused.body) }
        #expect(AccessibilityNotification.said.contains { $0.contains(refused.title.plain) })
        try await stage.press(refused.button)
        try await stage.until("the camera again") { !stage.says(refused.title) }
    }

    @Test("without the town's configuration the way to a person says what is wrong, and can be tried again")
    func talk() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        try await stage.press(stage.around.words.talk)
        let error = try await refused(stage.app) { try await $0.screens().talk(about: nil) }
        try await stage.until("an error") { stage.says(error.body) }
        #expect(stage.says(YuiCore.Text(verbatim: error.code)))
        #expect(stage.button(stage.around.words.talk) == nil)
        try await stage.press(error.button)
        try await stage.until("an error again") { stage.says(error.body) }
    }

    @Test("a screen of a payment that this phone does not know says so")
    func unknownPayment() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let id = "018f0000-0000-7000-8000-000000000000"
        let error = try await refused(stage.app) { try await $0.screens().receipt(id: id) }
        for screen in [Screen.receipt, .paid] {
            stage.around.places.go(screen, about: id)
            try await stage.until("an error") { stage.says(error.title) }
            stage.around.places.back()
        }
    }

    @Test("the history of a guest says that there is nothing yet")
    func history() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let view = try await stage.app.screens().history(search: "", pages: 1)
        stage.around.places.go(.history)
        try await stage.reaches(.history, view.page.emptyText)
    }

    @Test("a guest who asks for a code is told why there is none, for longer than a second")
    func code() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let error = try await refused(stage.app) { try await $0.wallet().showCode() }
        stage.around.places.go(.code)
        try await stage.until("an error") { stage.says(error.title) }
        try await stage.watch(.milliseconds(1500))
        #expect(stage.says(error.title))
        #expect(!stage.phone.shines)
    }

    @Test("everything that can be pressed has words and a size for a dry finger", arguments: ["ja", "ja-simple", "vi"])
    func targets(language: String) async throws {
        let stage = Stage(try await guest(language: language))
        defer { stage.shown.end() }
        for screen in [Screen.home, .register, .scan, .code, .history, .settings, .talk] {
            stage.around.places.go(screen)
            try await stage.until("\(screen)") { stage.buttons.count > 1 }
            for button in stage.buttons {
                #expect(!button.spoken.isEmpty, "\(screen)")
                #expect(button.height >= 48, "\(screen): \(button.spoken)")
            }
        }
    }

    @Test("nothing personal shows while another app is in front")
    func cover() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let open = stage.shown.nodes.filter { $0.kind == .shape }.count
        stage.shown.environment.scenePhase = .inactive
        #expect(stage.shown.nodes.filter { $0.kind == .shape }.count > open)
    }
}

/// The words for what a call is refused with.
private func refused<Answer>(
    _ app: YuiApp, _ call: @escaping @Sendable (YuiApp) async throws -> Answer
) async throws -> ErrorView {
    app.explain(error: try await refusal { try await call(app) })
}

extension Node {
    /// How high it is at least.
    var height: CGFloat { all.map(\.minHeight).max() ?? 0 }
}
