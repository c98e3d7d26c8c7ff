// Somebody whose card or PIN does not serve: she is told what it is, and every way on.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct CardTroublesTests {
    @Test(
        "a card that registers nobody is told by its title and body, with every way on",
        arguments: ["password_blocked", "without_pins", "without_signature_certificate", "expired", "revoked"])
    func registering(kind: String) async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        let register = stage.app.register()
        try await holds(try await town.card(odd: kind), stage)
        try await stage.until("trouble") { try await register.view().step == .trouble }
        let view = try await register.view()
        try await stage.tells(try view.trouble.orTrouble("trouble"), below: view.title, view.body)
        #expect(try await !stage.app.identity().snapshot().registered)
    }

    @Test("a card of another kind is refused in words, and the reader waits for hers")
    func otherKind() async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        let register = stage.app.register()
        try await holds(try await town.card("resident_register_card"), stage)
        try await stage.until("refused") { try await register.view().reader?.state == .wrong }
        let words = try await register.view().reader.orTrouble("reader").text
        try await stage.until("said") { stage.says(words) && !stage.phone.refusals.isEmpty }
        #expect(stage.phone.refusals == [words.plain] && stage.phone.readerWords.last == words.plain)
        stage.phone.hold(try HeldCard(await town.card()))
        try await stage.until("done") { try await register.view().step == .done }
    }

    @Test(
        "a card that pays no large amount is told by its title, with every way on",
        arguments: ["pin_blocked", "revoked", "other"])
    func paying(kind: String) async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let app = try await town.phone("hanako").app
        let hers = try await town.card(kind == "pin_blocked" ? kind : "none")
        let registered = try await app.identity().register(draft: .first(), card: HeldCard(hers), listener: nil)
        try await town.charge(registered.identity.subject, 700_000)
        _ = try await app.sync()
        let stage = Stage(app)
        defer { stage.shown.end() }
        let pay = app.pay()
        _ = try await app.screens().scanned(text: poster)
        pay.typeDigits(digits: "500000")
        _ = try await pay.act(action: .next)
        _ = try await pay.act(action: .confirm)
        stage.around.places.go(.pay)
        try await stage.type(cardPIN)
        try await stage.press(try await pay.view().primary.orTrouble("button").text)
        try await stage.until("the reader is on") { stage.phone.reads }
        if kind == "revoked" { try await town.revoke("authentication", of: hers) }
        stage.phone.hold(try HeldCard(kind == "other" ? await town.card() : hers))
        try await stage.until("told") { !stage.phone.refusals.isEmpty }
        let view = try await pay.view()
        if kind == "other" {
            let error = try view.error.orTrouble("error")
            #expect(error.code == "wrong_card")
            try await stage.until("told") { stage.says(error.title) && stage.says(error.body) }
            #expect(stage.phone.refusals == [error.title.plain])
        } else {
            try await stage.tells(try view.trouble.orTrouble("trouble"), below: view.title, view.body)
        }
        #expect(try await app.wallet().snapshot().available == 700_000)
        #expect(!stage.phone.feelings.contains(.done))
    }

    /// She types her password, and holds a card.
    private func holds(_ card: String, _ stage: Stage) async throws {
        let register = stage.app.register()
        stage.around.places.go(.register)
        _ = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        _ = try await register.act(action: .password)
        _ = try await register.act(action: .next)
        try await stage.type(cardPassword)
        try await stage.press(try await register.view().primary.orTrouble("button").text)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.hold(try HeldCard(card))
    }
}

extension Stage {
    /// Waits until a trouble is on the screen and on the sheet, and looks whether each way on is there.
    fileprivate func tells(_ trouble: CardTrouble, below title: YuiCore.Text, _ body: [YuiCore.Text]) async throws {
        try await until("told") { says(title) && body.allSatisfy { says($0) } && !phone.refusals.isEmpty }
        #expect(title == trouble.title && !trouble.ways.isEmpty)
        #expect(phone.refusals == [trouble.title.plain])
        for way in trouble.ways {
            #expect(says(way.text) && way.place.map { says($0) } ?? true)
            let number = YuiCore.Text(verbatim: way.telephone)
            #expect((button(number) != nil) == !way.telephone.isEmpty)
        }
        try await until("the reader is off") { !self.phone.reads }
    }
}

extension Town {
    /// A card of somebody new, which is odd in one way.
    fileprivate func card(odd kind: String) async throws -> String {
        guard kind == "revoked" else { return try await card(kind) }
        let card = try await card()
        try await revoke("signature", of: card)
        return card
    }

    /// A certificate of a card serves no more.
    fileprivate func revoke(_ certificate: String, of card: String) async throws {
        _ = try await server.control("card.revoke", ["card": .text(card), "certificate": .text(certificate)])
    }
}
