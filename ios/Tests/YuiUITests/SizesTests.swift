// How large that stands which somebody has to compare or to take care of, and what takes the room that is left.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(2)))
struct SizesTests {
    private let words = ["title", "note", "show", "hide", "tries"].map { YuiCore.Text(verbatim: $0) }

    @Test("whom she pays is read as easily as the question, and where that is in the ink of running words")
    func shop() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let pairing = try await town.newShop()["pairing"].text.orTrouble("pairing")
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        for code in [poster, pairing] {
            let leads = try await stage.app.screens().scanned(text: code)
            stage.around.places.go(try leads.screen.orTrouble("screen"), about: leads.about)
            try await stage.until("the shop") { stage.text("まるや食堂") != nil }
            #expect(stage.text("まるや食堂")?.size == Look().size(.title))
            let area = try stage.text("本町").orTrouble("area")
            #expect(area.size == Look().size(.body) && area.colour == Colours.light.ink)
            stage.around.places.home()
        }
    }

    @Test("the tries that a card has left stand large, before and after a wrong one", arguments: [false, true])
    func tries(wrong: Bool) async throws {
        let prompt = prompt(tries: wrong ? nil : words[4], wrong: wrong ? words[4] : nil)
        let field = SecretField(prompt: prompt, value: .init(get: { "" }, set: { _ in }), onDone: {})
        let stage = Stage(try await guest(), part: field)
        #expect(stage.text("tries")?.size == Look().size(.title))
    }

    @Test("the ways on of somebody in trouble stand on the page's ground, each in its border")
    func troubles() async throws {
        let way = WayOnView(way: .counter, text: words[0], button: nil, place: words[1], telephone: "")
        let trouble = CardTrouble(title: words[2], body: words[2], ways: [way])
        let stage = Stage(try await guest(), part: Troubles(view: trouble))
        let grounds = stage.shown.nodes.compactMap(\.ground)
        #expect(!grounds.isEmpty && grounds.allSatisfy { $0 == Colours.light.none })
    }

    @Test("the camera takes the height that the words around it leave, and what failed takes none of it")
    func camera() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        stage.around.places.go(.scan)
        let view = try await stage.app.screens().scan()
        try await stage.reaches(.scan, view.torch)
        #expect(stage.shown.nodes.contains { $0.takesHeight && $0.minHeight >= 200 })
        for node in stage.shown.nodes where node.kind == .scroll {
            node.sized?(GeometryProxy(size: CGSize(width: 360, height: 512)))
        }
        let fills = { stage.shown.nodes.contains { $0.minHeight == 512 } }
        #expect(fills())
        stage.phone.clipboard = "https://example.com/"
        try await stage.press(view.paste)
        try await stage.until("refused") { stage.around.shownError != nil }
        #expect(!fills())
    }

    @Test("wherever a field's box is touched it is filled in", arguments: [false, true])
    func touched(secret: Bool) async throws {
        let value = Binding<String>(get: { "" }, set: { _ in })
        let part =
            secret
            ? AnyView(SecretField(prompt: prompt(), value: value, onDone: {}))
            : AnyView(Field(name: words[0], value: value))
        let stage = Stage(try await guest(), part: part)
        let box = { try stage.shown.nodes.first { $0.tap != nil }.orTrouble("box") }
        let field = { try box().all.first { $0.kind == .field || $0.kind == .secureField }.orTrouble("field") }
        #expect(try field().isFocused == secret, "a password is typed at once")
        try box().tap?()
        #expect(try field().isFocused && box().all.contains { $0.minHeight >= 48 && $0.minWidth >= 48 })
    }

    private func prompt(tries: YuiCore.Text? = nil, wrong: YuiCore.Text? = nil) -> PinPrompt {
        PinPrompt(
            title: words[0], note: words[1], show: words[2], hide: words[3], digits: nil, canEnter: true,
            triesLeft: nil,
            triesText: tries, wrong: wrong, lastTry: nil, blocked: nil,
            forgotten: CardTrouble(title: words[0], body: words[1], ways: []))
    }
}

extension Stage {
    /// The words that are exactly these.
    fileprivate func text(_ words: String) -> Node? { shown.nodes.first { $0.kind == .text && $0.text == words } }
}
