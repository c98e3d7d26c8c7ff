// The jobs of a shop, and of somebody who charges, against a real server: by what they see and press.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct ShopTests {
    @Test("a phone becomes a shop's, receives by a customer's code, says so aloud, and gives the payment back")
    func shopkeeper() async throws {
        let town = try await Town()
        let pairing = try await town.newShop()["pairing"].text.orTrouble("pairing")
        let customer = try await town.resident("hanako").app
        let code = try await customer.wallet().showCode().text
        let stage = Stage(try await town.phone("maruya").app)
        defer { stage.shown.end() }
        let (screens, receive) = (stage.app.screens(), stage.app.receive())

        stage.around.places.go(.scan)
        try await stage.reaches(.scan, try await screens.scan().title)
        stage.phone.sees(pairing)
        try await stage.until("asked") { stage.around.places.here.screen == .pairing }
        let about = try stage.around.places.here.about.orTrouble("code")
        try await stage.press(try screens.pairing(about: about).pair.orTrouble("button"))
        try await stage.until("paired") { screens.pairing(about: about).way != nil }
        try await stage.press(try screens.pairing(about: about).way.orTrouble("way").text)

        try await amount(850, stage)
        try await stage.press(try await other(.scan, receive))
        try await stage.until("the scanner") { try await receive.view().scan != nil }
        let scan = try await receive.view().scan.orTrouble("scanner")
        try await stage.reaches(.receive, scan.torch)
        stage.phone.sees(code)
        try await stage.until("received") { try await receive.view().end == .done }
        let received = try await receive.view()
        try await stage.until("said") { stage.says(received.title) && !stage.phone.spoken.isEmpty }
        #expect(stage.phone.spoken == ["ja: \(received.title.plain)"])
        #expect(stage.phone.feelings == [.done])
        #expect(AccessibilityNotification.said.contains(received.title.plain))

        try await stage.press(try await other(.today, receive))
        try await stage.until("the list") { try await receive.view().today != nil }
        let today = try await receive.view().today.orTrouble("list")
        try await stage.until("its total") { stage.says(today.total) }
        let line = try today.days.first.orTrouble("day").lines[0]
        try stage.buttons.first { $0.spoken.contains(line.title.plain) }.orTrouble("line").press?()
        for step in [ReceiveStep.line, .refund] {
            try await stage.until("\(step)") { try await receive.view().step == step }
            try await stage.press(try await receive.view().primary.orTrouble("button").text)
        }
        try await stage.until("given back") { try await receive.view().end == .done }
        _ = try await customer.sync()
        #expect(try await customer.wallet().snapshot().available == 5000)
    }

    @Test("an order's code is bright until it is withdrawn, and back leads home")
    func till() async throws {
        let town = try await Town()
        let stage = Stage(try await town.shop().phone.app)
        defer { stage.shown.end() }
        let receive = stage.app.receive()
        let home = try await stage.app.screens().home()
        try await stage.press(home.primary.text)
        try await amount(850, stage)
        try await stage.press(try await receive.view().primary.orTrouble("button").text)
        try await stage.until("bright") { stage.phone.shines }
        let till = try await receive.view()
        #expect(stage.shown.nodes.contains { $0.label == till.title.plain && $0.traits.contains(.isImage) })
        try await stage.press(try await other(.cancel, receive))
        try await stage.until("withdrawn") { !stage.phone.shines }
        try await stage.reaches(.receive, try await receive.view().title)
        #expect(stage.phone.spoken.isEmpty)
        try await stage.press(stage.around.words.back)
        try await stage.reaches(.home, try home.greeting.orTrouble("greeting"))
    }

    @Test("what is no customer's code is refused in words, and the scanner comes again")
    func foreign() async throws {
        let town = try await Town()
        let shop = try await town.shop()
        let stage = Stage(shop.phone.app)
        defer { stage.shown.end() }
        let receive = stage.app.receive()
        stage.around.places.go(.receive)
        try await stage.press(try await other(.scan, receive))
        try await stage.until("the scanner") { try await receive.view().scan != nil }
        stage.phone.clipboard = shop.poster
        try await stage.press(try await receive.view().scan.orTrouble("scanner").paste)
        try await stage.until("refused") { try await receive.view().error != nil }
        let error = try await receive.view().error.orTrouble("error")
        try await stage.until("refused") { stage.says(error.title) }
        try await stage.press(error.button)
        try await stage.until("the scanner again") { !stage.says(error.title) }
        try await stage.press(stage.around.words.back)
        try await stage.until("the keys") { try await receive.view().step == .amount }
        #expect(stage.around.places.here.screen == .receive)
    }

    @Test("somebody charges by a voucher")
    func voucher() async throws {
        let town = try await Town()
        let sold = try await town.server.control("voucher", ["points": .integer(2000), "days": .integer(30)])
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let screens = stage.app.screens()
        let home = try await screens.home()
        try await stage.press(try home.tiles.first { $0.screen == .charge }.orTrouble("tile").text)
        let ways = try await screens.charge(about: nil)
        for text in ways.body { try await stage.until(text.plain) { stage.says(text) } }
        try await stage.press(try ways.way.orTrouble("scanner").text)
        try await stage.reaches(.scan, try await screens.scan().title)
        stage.phone.sees(try sold["voucher"].text.orTrouble("voucher"))
        try await stage.until("asked") { stage.around.places.here.screen == .charge }
        let about = try stage.around.places.here.about.orTrouble("voucher")
        try await stage.press(try await screens.charge(about: about).charge.orTrouble("button"))
        try await stage.until("charged") { stage.phone.feelings == [.done] }
        let done = try await screens.charge(about: about)
        #expect(stage.says(done.title))
        try await stage.press(try done.way.orTrouble("way").text)
        try await stage.reaches(.home, try await screens.home().balance.orTrouble("balance").value)
        #expect(try await stage.app.wallet().snapshot().available == 7000)
    }

    @Test("a guest looks where one can pay; without network that is said, and can be tried again")
    func shops() async throws {
        let town = try await Town()
        _ = try await town.newShop()
        let phone = try await town.phone("guest")
        let stage = Stage(phone.app)
        defer { stage.shown.end() }
        let screens = stage.app.screens()
        stage.around.places.go(.shops)
        let view = try await screens.shops(search: "", pages: 1)
        try await stage.reaches(.shops, try view.shops.first.orTrouble("shop").name)
        try await stage.type("みどり", into: .field)
        let none = try await screens.shops(search: "みどり", pages: 1).empty.orTrouble("words")
        try await stage.until("none") { stage.says(none) }
        try await town.server.setNetwork(phone.config.origin, "off")
        try await stage.type("まるや", into: .field)
        let error = try await screens.shops(search: "", pages: 1).error.orTrouble("error")
        try await stage.until("offline") { stage.button(error.button) != nil }
        try await town.server.setNetwork(phone.config.origin, "on")
        try await stage.press(error.button)
        try await stage.until("found") { stage.says(view.shops[0].name) }
    }

    /// The amount, with the keys.
    private func amount(_ amount: Int, _ stage: Stage) async throws {
        let receive = stage.app.receive()
        let title = try await receive.view().title
        try await stage.reaches(.receive, title)
        for digit in "\(amount)" { try await stage.press(YuiCore.Text(verbatim: String(digit))) }
        try await stage.until("typed") { try await receive.view().primary?.text.plain.contains("\(amount)") ?? false }
    }

    private func other(_ action: ReceiveAction, _ receive: Receive) async throws -> YuiCore.Text {
        try await receive.view().others.first { $0.action == action }.orTrouble("\(action)").text
    }
}
