// The steps of each job, as they come while it is done: everything on them can be pressed, held and filled in.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct StepsTests {
    @Test(
        "registering: what is needed, read and typed, the card, a wrong password, who forgot it",
        arguments: [false, true])
    func registering(easy: Bool) async throws {
        let town = try await Town()
        let stage = Stage(try await town.phone("hanako").app)
        defer { stage.shown.end() }
        try await stage.app.settings().setEasy(easy: easy)
        let register = stage.app.register()
        stage.around.places.go(.register)
        _ = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        func sees(_ step: RegisterStep) async throws {
            try await stage.until("\(step)") {
                let view = try await register.view()
                return view.step == step && stage.says(view.title) && !stage.around.deeds.busy
            }
            stage.canBePressed("\(step)", easy: easy)
        }
        try await sees(.need)
        _ = try await register.act(action: .password)
        try await sees(.reads)
        _ = try await register.act(action: .next)
        try await sees(.secret)
        _ = try await register.act(action: .forgotten)
        try await sees(.trouble)
        _ = try await register.act(action: .digits)
        try await sees(.secret)
        _ = try await register.act(action: .password)
        _ = try await register.enter(secret: "WRONG1")
        try await sees(.hold)
        stage.phone.hold(try HeldCard(await town.card()))
        try await stage.until("wrong") { try await register.view().pin?.wrong != nil }
        try await sees(.secret)
        _ = try await register.enter(secret: cardPassword)
        try await stage.until("the reader is on") { stage.phone.reads }
        stage.phone.hold(try HeldCard(await town.card()))
        try await sees(.done)
    }

    @Test(
        "paying: the keys, the question, the button that is held, the PIN, the card, how it ended",
        arguments: [false, true])
    func paying(easy: Bool) async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let stage = Stage(try await town.resident("hanako", points: 700_000).app)
        defer { stage.shown.end() }
        try await stage.app.settings().setEasy(easy: easy)
        let pay = stage.app.pay()
        func sees(_ step: PayStep) async throws {
            try await stage.until("\(step)") {
                let view = try await pay.view()
                return view.step == step && stage.says(view.title)
            }
            stage.canBePressed("\(step)", easy: easy)
        }
        _ = try await stage.app.screens().scanned(text: poster)
        stage.around.places.go(.pay)
        try await sees(.amount)
        pay.typeDigits(digits: "500000")
        _ = try await pay.act(action: .next)
        try await sees(.confirm)
        try await stage.until("held") { easy || stage.shown.nodes.contains { $0.hold != nil } }
        stage.canBePressed("held", easy: easy)
        _ = try await pay.act(action: .confirm)
        try await sees(.pin)
        _ = try await pay.enter(pin: cardPIN)
        try await sees(.hold)
        #expect(try await pay.back())
        try await sees(.pin)
        _ = try await pay.act(action: .stop)
        stage.around.places.home()
        try await stage.pay(100, poster)
        stage.canBePressed("paid", easy: easy)
    }

    @Test(
        "receiving: the keys, the order's code, the scanner, the list, a line, what is given back",
        arguments: [false, true])
    func receiving(easy: Bool) async throws {
        let town = try await Town()
        let code = try await town.resident("hanako").app.wallet().showCode().text
        let stage = Stage(try await town.shop().phone.app)
        defer { stage.shown.end() }
        try await stage.app.settings().setEasy(easy: easy)
        let receive = stage.app.receive()
        func sees(_ step: ReceiveStep) async throws {
            try await stage.until("\(step)") {
                let view = try await receive.view()
                return view.step == step && stage.says(view.title)
            }
            stage.canBePressed("\(step)", easy: easy)
        }
        stage.around.places.go(.receive)
        try await sees(.amount)
        receive.typeDigits(digits: "850")
        _ = try await receive.act(action: .show)
        try await sees(.till)
        let withdrawn = try await receive.act(action: .cancel)
        _ = try await receive.act(action: withdrawn.primary.orTrouble("button").action)
        try await sees(.amount)
        receive.typeDigits(digits: "850")
        _ = try await receive.act(action: .scan)
        try await sees(.scan)
        _ = try await receive.scanned(text: code)
        try await sees(.over)
        let today = try await receive.act(action: .today).today.orTrouble("list")
        try await sees(.today)
        _ = try await receive.choose(id: today.days[0].lines[0].id)
        try await sees(.line)
        _ = try await receive.act(action: .prepare)
        try await sees(.refund)
    }
}
