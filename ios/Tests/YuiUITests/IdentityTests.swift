// Her phones, her card, being a visitor and leaving, against a real server and a virtual card.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct IdentityTests {
    @Test("a lost phone is removed from the new one, and pays no more")
    func lost() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let card = try await town.card()
        let old = try await town.phone("old").app
        let hers = try await old.identity().register(draft: .first(), card: HeldCard(card), listener: nil)
        try await town.charge(hers.identity.subject, 5000)
        _ = try await old.sync()
        let stage = Stage(try await town.phone("new").app)
        defer { stage.shown.end() }
        let (app, screens) = (stage.app, stage.app.screens())
        let before = try await screens.home().guest.orTrouble("guest").ways[0]
        try await stage.press(before.text)
        let add = try await screens.devices().primary.orTrouble("way")
        try await stage.press(add.text)
        try await stage.reaches(.register, try await app.register().view().title)
        #expect(stage.around.places.here.about == add.about)
        let draft = RegisterDraft(
            route: .signature, password: cardPassword, purpose: enrolPurpose(about: add.about), deviceName: "new",
            lastTryConfirmed: false)
        #expect(draft.purpose == .addDevice)
        _ = try await app.identity().register(draft: draft, card: HeldCard(card), listener: nil)

        stage.around.places.home()
        stage.around.places.go(.devices)
        let list = try await screens.devices()
        try await stage.reaches(.devices, list.thisPhone)
        try await stage.press(try list.ways.first { $0.screen == .lost }.orTrouble("way").text)
        let lost = try await screens.lost()
        try await stage.reaches(.lost, lost.body)
        let gone = try lost.phones.first.orTrouble("phone")
        try await stage.until("the lost one") { stage.buttons.contains { $0.spoken.contains(gone.name) } }
        try stage.buttons.first { $0.spoken.contains(gone.name) }.orTrouble("phone").press?()
        let asked = try await screens.remove(id: gone.id)
        try await stage.reaches(.remove, asked.title)
        try await stage.press(asked.primary.text)
        try await stage.until("removed") { try await screens.remove(id: gone.id).primary.action == .devices }
        let done = try await screens.remove(id: gone.id)
        try await stage.until("removed") { try stage.says(done.body.first.orTrouble("words")) }
        try await stage.press(done.primary.text)
        try await stage.until("the list") { try await stage.says(screens.devices().removedTitle.orTrouble("title")) }

        _ = try await old.screens().scanned(text: poster)
        old.pay().typeDigits(digits: "850")
        _ = try await old.pay().act(action: .next)
        let over = try await old.pay().act(action: .confirm)
        let refused: Bool
        if let id = over.paid {
            refused = try await old.screens().paid(id: id).state == .refused
        } else {
            refused = over.error?.code == "device_revoked"
        }
        #expect(refused)
        _ = try await app.sync()
        #expect(try await app.wallet().snapshot().available == 5000)
    }

    @Test("a card tells its tries, and the sheet that is closed leads back")
    func tries() async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        stage.around.places.go(.card)
        let card = try await stage.app.screens().card()
        try await stage.reaches(.card, card.never)
        try await stage.press(try card.ways.first { $0.screen == .tries }.orTrouble("way").text)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.hold(try HeldCard(await town.card()))
        try await stage.until("told") { stage.app.tries().view().lines.count == 2 }
        let told = stage.app.tries().view()
        for line in told.lines { try await stage.until("tries") { stage.says(line.text) } }
        try await stage.until("the reader is off") { !stage.phone.reads }
        try await stage.press(try told.again.orTrouble("button"))
        try await stage.until("the reader is on again") { stage.phone.reads && stage.app.tries().view().lines.isEmpty }
        stage.phone.closeSheet()
        try await stage.reaches(.card, card.never)
    }

    @Test("leaving takes two steps, and the person is a guest then")
    func leaves() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let screens = stage.app.screens()
        stage.around.places.go(.leave)
        let told = try await screens.leave(sure: false)
        try await stage.reaches(.leave, try told.balance.orTrouble("balance"))
        try await stage.press(told.primary.text)
        let asked = try await screens.leave(sure: true)
        #expect(asked.primary.action == .giveUp)
        try await stage.reaches(.leave, asked.title)
        try await stage.press(asked.primary.text)
        try await stage.until("left") { try await !stage.app.identity().snapshot().registered }
        let done = try await screens.leave(sure: true)
        try await stage.press(done.primary.text)
        try await stage.reaches(.home, try await screens.home().guest.orTrouble("guest").title)
    }

    @Test("a phone is signed out, and is a guest's then")
    func signsOut() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        stage.around.places.go(.remove)
        let asked = try await stage.app.screens().remove(id: nil)
        try await stage.reaches(.remove, asked.title)
        try await stage.press(asked.primary.text)
        try await stage.until("signed out") { try await !stage.app.identity().snapshot().registered }
        let done = try await stage.app.screens().remove(id: nil)
        try await stage.until("said") { stage.says(done.title) }
        try await stage.press(done.primary.text)
        try await stage.until("home") { stage.around.places.here.screen == .home }
    }

    @Test("a visitor's address is looked at, and a code from the counter lets her in")
    func visitor() async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("taro").app)
        defer { stage.shown.end() }
        let visitor = stage.app.visitor()
        stage.around.places.go(.visitor)
        let can = try await visitor.view()
        for text in can.body { try await stage.until(text.plain) { stage.says(text) } }
        try await stage.press(can.primary.text)
        try await stage.until("the address") { try await visitor.view().step == .mail }
        let mail = try await visitor.view()
        try await stage.until("the field") { stage.says(mail.title) }
        #expect(stage.button(mail.primary.text)?.isEnabled == false)
        #expect(stage.shown.nodes.first { $0.kind == .field }?.keyboard == .emailAddress)
        try await stage.type("taro", into: .field)
        try await stage.press(mail.primary.text)
        try await stage.until("refused") { try await visitor.view().error?.code == "mail_invalid" }
        let error = try await visitor.view().error.orTrouble("error")
        try await stage.until("refused in words") { stage.says(error.title) }
        try await stage.press(try mail.others.first.orTrouble("way").text)
        try await stage.until("the code") { try await visitor.view().step == .code }
        let code = try await visitor.view()
        try await stage.until("the field") { stage.says(code.title) && !stage.says(error.title) }
        #expect(stage.shown.nodes.first { $0.kind == .field }?.keyboard == .asciiCapable)
        try await stage.type(try await town.server.control("visitor.code")["code"].text.orTrouble("code"), into: .field)
        try await stage.press(code.primary.text)
        try await stage.until("done") { try await visitor.view().step == .done }
        let done = try await visitor.view()
        try await stage.press(done.primary.text)
        try await stage.until("home") { stage.around.places.here.screen == .home }
        #expect(try await stage.app.identity().snapshot().level == .visitor)
    }
}
