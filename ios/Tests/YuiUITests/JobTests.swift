// The whole job as a person does it with her thumb, against a real server and a virtual card: she registers, pays a shop,
// shows that she paid, and finds it in her history.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct JobTests {
    @Test("somebody registers with her card")
    func registers() async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        let register = stage.app.register()
        try await stage.press(try await stage.app.screens().home().primary.text)
        try await stage.until("begun") { try await register.view().step == .need }
        try await stage.press(try await register.view().primary.orTrouble("button").text)
        try await stage.until("reads") { try await register.view().step == .reads }
        try await stage.press(try await register.view().primary.orTrouble("button").text)
        try await stage.until("secret") { try await register.view().step == .secret }
        let next = try await register.view().primary.orTrouble("button").text

        try await stage.type("WRONG1")
        try await stage.press(next)
        try await stage.until("the reader is on") { stage.phone.reads }
        let card = try await town.card()
        stage.phone.hold(try HeldCard(card))
        try await stage.until("typed again") { try await register.view().step == .secret }
        let wrong = try await register.view().pin?.wrong.orTrouble("tries left")
        try await stage.until("tries left") { try stage.says(wrong.orTrouble("words")) }
        #expect(stage.shown.nodes.first { $0.kind == .secureField }?.value == "")
        try await stage.until("the reader is off") { !stage.phone.reads }
        #expect(stage.phone.refusals == [wrong?.plain])

        try await stage.type(cardPassword)
        try await stage.press(next)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.closeSheet()
        try await stage.until("the sheet was closed") {
            try await register.view().step == .secret && !stage.phone.reads
        }
        try await stage.type(cardPassword)
        try await stage.press(next)
        try await stage.until("the reader is on") { stage.phone.reads && stage.around.readsCards }
        stage.phone.hold(try HeldCard(card))
        try await stage.until("done") { try await register.view().step == .done }
        let done = try await register.view()
        try await stage.until("done") { stage.says(done.title) }
        #expect(stage.phone.readerWords.count > 2)
        #expect(!stage.around.readsCards)
        #expect(stage.phone.refusals.count == 1, "the last card was none of them")
        try await stage.press(try done.primary.orTrouble("button").text)
        let home = try await stage.app.screens().home()
        try await stage.reaches(.home, try home.greeting.orTrouble("greeting"))
    }

    @Test("registering takes at most seven screens and fourteen presses")
    func fewSteps() async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        let register = stage.app.register()
        try await stage.press(try await stage.app.screens().home().primary.text)
        for step in [RegisterStep.need, .reads, .secret] {
            try await stage.until("\(step)") {
                let view = try await register.view()
                return view.step == step && stage.says(view.title)
            }
            if step == .secret { try await stage.type(cardPassword) }
            try await stage.press(try await register.view().primary.orTrouble("button").text)
        }
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.hold(try HeldCard(await town.card()))
        try await stage.until("done") {
            let view = try await register.view()
            return view.step == .done && stage.says(view.title)
        }
        #expect(stage.says(try await register.view().name.orTrouble("name")), "and says whose")
        #expect(stage.shown.nodes.contains { $0.kind == .image && $0.text == Mark.done.rawValue }, "with a tick")
        #expect((5...7).contains(stage.titles.count), "\(stage.titles)")
        try await stage.press(try await register.view().primary.orTrouble("button").text)
        try await stage.reaches(.home, try await stage.app.screens().home().greeting.orTrouble("greeting"))
        #expect(stage.presses <= 14)
    }

    @Test("somebody pays a shop, shows it, and finds it in her history")
    func pays() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        try await stage.pay(850, poster)
        let id = try stage.around.places.here.about.orTrouble("payment")
        let paid = try await stage.app.screens().paid(id: id)
        #expect(paid.state == .paid)
        let show = try paid.show.orTrouble("words")
        for text in [paid.title, paid.amountText, paid.note, show] { #expect(stage.says(text)) }
        #expect(stage.phone.feelings == [.done])
        #expect(AccessibilityNotification.said.contains(paid.title.plain))
        try await stage.press(paid.done)
        let home = try await stage.app.screens().home()
        let balance = try home.balance.orTrouble("balance")
        try await stage.reaches(.home, balance.value)
        try await stage.press(balance.toggle)
        try await stage.until("hidden") { !stage.says(balance.value) }

        try await stage.press(try home.tiles.first { $0.screen == .history }.orTrouble("tile").text)
        try await stage.until("a line") { stage.buttons.contains { $0.spoken.contains(paid.amountText.plain) } }
        let list = try await stage.app.screens().history(search: "", pages: 1)
        try await stage.press(try list.share.orTrouble("way").text)
        let export = try await stage.app.screens().export()
        try await stage.reaches(.export, export.title)
        try await stage.press(export.share)
        try await stage.until("a file") { stage.phone.files.values.contains { $0.contains("850") } }
        try await stage.press(stage.around.words.back)
        try await stage.until("the line") { stage.buttons.contains { $0.spoken.contains(paid.amountText.plain) } }
        try stage.buttons.first { $0.spoken.contains(paid.amountText.plain) }.orTrouble("line").press?()
        let receipt = try await stage.app.screens().receipt(id: id)
        try await stage.reaches(.receipt, try receipt.inBook.orTrouble("book"))
        try await stage.press(receipt.share)
        #expect(stage.phone.shared == [receipt.shared])
    }

    @Test("the next payment begins at the scanner, not at the one before")
    func again() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        try await stage.pay(100, poster)
        let first = try stage.around.places.here.about.orTrouble("payment")
        try await stage.press(try await stage.app.screens().paid(id: first).done)
        try await stage.pay(200, poster)
        #expect(stage.around.places.here.about != first)
        #expect(try await stage.app.wallet().snapshot().available == 4700)
    }

    @Test("who has gone elsewhere while a code was looked at is not fetched from there")
    func late() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let (answer, answers) = AsyncStream<Void>.makeStream()
        stage.phone.clipboard = try await town.newShop()["poster"].text.orTrouble("poster")
        stage.phone.asksBeforePasting = { for await _ in answer {} }
        stage.around.places.go(.scan)
        try await stage.press(try await stage.app.screens().scan().paste)
        let deeds = stage.around.deeds
        #expect(deeds.busy && !stage.phone.sees("https://example.com/"), "one at a time")
        stage.around.places.go(.settings)
        answers.finish()
        try await stage.until("looked at") { !deeds.busy }
        #expect(deeds.refused == nil && stage.around.places.here == Place(.settings))
    }

    @Test("a large payment is held, and a larger one takes the card")
    func large() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let card = try await town.card()
        let app = try await town.phone("hanako").app
        let registered = try await app.identity().register(draft: .first(), card: HeldCard(card), listener: nil)
        try await town.charge(registered.identity.subject, 700_000)
        _ = try await app.sync()
        let stage = Stage(app)
        defer { stage.shown.end() }
        let pay = app.pay()

        let held = try await stage.confirm(100_000, poster)
        let hold = try held.confirm.orTrouble("question").holdText
        try await stage.until("held") { stage.holdable?.spoken == hold.plain }
        stage.holdable?.hold?()
        try await stage.until("paid") { stage.around.places.here.screen == .paid && stage.phone.feelings.last == .done }
        let id = try stage.around.places.here.about.orTrouble("payment")
        try await stage.press(try await app.screens().paid(id: id).done)

        _ = try await stage.confirm(500_000, poster)
        try await stage.until("held") { stage.holdable != nil }
        stage.holdable?.hold?()
        try await stage.until("the PIN") { try await pay.view().step == .pin }
        let next = try await pay.view().primary.orTrouble("button").text
        try await stage.type("0000")
        try await stage.press(next)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.hold(try HeldCard(card))
        try await stage.until("wrong") { try await pay.view().pin?.wrong != nil && !stage.phone.reads }
        let wrong = try await pay.view().pin?.wrong
        try await stage.until("tries left") { try stage.says(wrong.orTrouble("words")) }
        try await stage.type(cardPIN)
        try await stage.press(next)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.hold(try HeldCard(card))
        try await stage.until("paid") { stage.around.places.here.screen == .paid && stage.phone.feelings.count == 2 }
        #expect(try await app.wallet().snapshot().available == 100_000)
    }

    @Test("an amount that she does not have is refused in words, and nothing is paid")
    func tooMuch() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        try await stage.amount(5001, poster)
        try await stage.until("refused") { try await stage.app.pay().view().error != nil }
        let error = try await stage.app.pay().view().error.orTrouble("error")
        try await stage.until("refused") { stage.says(error.title) && stage.says(error.body) }
        let erase = try await stage.app.pay().view().erase.orTrouble("key")
        try await stage.press(erase)
        try await stage.until("500") { try await stage.app.pay().view().amount == 500 }
    }

    @Test("a code that pays is bright and counted down, and its squares are drawn")
    func code() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        stage.around.places.go(.code)
        try await stage.until("bright") { stage.phone.shines }
        let view = try await stage.app.screens().code(make: false)
        let code = try view.qr.orTrouble("code")
        #expect(stage.shown.nodes.contains { $0.label == view.show.plain && $0.traits.contains(.isImage) })
        let path = QrShape(code: code, scale: 3).path(in: CGRect(x: 0, y: 0, width: 320, height: 320))
        #expect(path.rectangles.count == code.dark.filter { $0 != 0 }.count)
        let edges = path.rectangles.flatMap { [$0.minX, $0.maxX, $0.minY, $0.maxY] }.map { $0 * 3 }
        #expect(edges.allSatisfy { abs($0 - $0.rounded()) < 1e-6 }, "whole pixels")
        #expect(edges.allSatisfy { (4 * 960 / 57.0...960).contains($0) }, "white around it")
        let before = try view.seconds.orTrouble("seconds")
        try await stage.until("a second less") { !stage.says(before) }
        stage.around.places.home()
        try await stage.until("as before") { !stage.phone.shines }
    }

    @Test("older lines of the history join the list, and a search needs no network")
    func history() async throws {
        let town = try await Town()
        let phone = try await town.resident("hanako")
        let subject = try await phone.app.identity().snapshot().subject
        for points in 1...55 { try await town.charge(subject, Int64(points)) }
        _ = try await phone.app.sync()
        let stage = Stage(phone.app)
        defer { stage.shown.end() }
        stage.around.places.go(.history)
        let view = try await phone.app.screens().history(search: "", pages: 1)
        let lines = { stage.buttons.filter { $0.spoken.contains(view.page.days[0].lines[0].stateText.plain) }.count }
        try await stage.until("a page") { lines() == 50 }
        try await stage.press(try view.more.orTrouble("button"))
        try await stage.until("all") { lines() == 56 }
        #expect(stage.shown.nodes.filter { $0.traits.contains(.isHeader) }.count == view.page.days.count + 1)
        try await town.server.setNetwork(phone.config.origin, "off")
        try await stage.type("5,000", into: .field)
        try await stage.until("nothing found") { lines() == 0 }
        try await stage.type("5000", into: .field)
        try await stage.until("found") { lines() == 1 }
    }

    @Test("who reads out what went wrong finds the town's telephone")
    func talk() async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        stage.around.places.go(.talk, about: "offline")
        let view = try await stage.app.screens().talk(about: "offline")
        try await stage.reaches(.talk, try view.code.orTrouble("code"))
        try await stage.press(try view.call.orTrouble("button"))
        #expect(stage.phone.called == [view.telephone])
    }
}

extension Stage {
    /// What has to be held.
    fileprivate var holdable: Node? { shown.nodes.first { $0.hold != nil } }
}
