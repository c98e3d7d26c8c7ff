// What she looks up now and then: her points by lot, her limits, the file of her history, notices, what the app is.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct WalletTests {
    @Test("the balance leads to its lots, and they to what the law wants said")
    func lots() async throws {
        let stage = Stage(try await Town().resident("hanako").app)
        defer { stage.shown.end() }
        let screens = stage.app.screens()
        try await stage.press(try await screens.home().balance.orTrouble("balance").lots.text)
        let view = try await screens.lots()
        try await stage.reaches(.lots, view.balance)
        let lot = try view.lots.first.orTrouble("lot")
        for text in [lot.kind, lot.programme, lot.amount, lot.until, lot.usable] { #expect(stage.says(text)) }
        try await stage.press(try view.ways.first { $0.screen == .points }.orTrouble("way").text)
        let programme = try await screens.points().programmes.first.orTrouble("programme")
        try await stage.reaches(.points, programme.name)
        for line in programme.lines { #expect(stage.says(line.label) && stage.says(line.value)) }
    }

    @Test("she reads what she may pay, and a guest what she could")
    func limits() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        try await go(to: .limits, stage)
        let view = try await stage.app.screens().limits()
        try await stage.reaches(.limits, try view.leftToday.orTrouble("what is left"))
        for text in view.bounds + view.proofs + view.raise { #expect(stage.says(text)) }

        let beside = Stage(try await town.phone("guest").app)
        defer { beside.shown.end() }
        beside.around.places.go(.limits)
        try await beside.press(try await beside.app.screens().limits().register.orTrouble("way").text)
        try await beside.until("registering") { beside.around.places.here.screen == .register }
    }

    @Test("she gives a month of her history away")
    func export() async throws {
        let stage = Stage(try await Town().resident("hanako").app)
        defer { stage.shown.end() }
        stage.around.places.go(.history)
        try await stage.press(try await stage.app.screens().history(search: "", pages: 1).share.orTrouble("way").text)
        let view = try await stage.app.screens().export()
        let period = try view.periods.first.orTrouble("month")
        try await stage.reaches(.export, view.title)
        try await stage.press(period.text)
        try await stage.press(view.share)
        try await stage.until("a file") { stage.phone.files[period.file]?.contains("5000") ?? false }
    }

    @Test("her phone is asked for notifications when she wants some, and they say nothing personal")
    func notices() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        try await go(to: .notices, stage)
        let view = try await stage.app.screens().notices()
        let money = try view.switches.first.orTrouble("switch")
        try await stage.reaches(.notices, try view.days.first?.lines.first.orTrouble("line").text ?? view.title)
        let toggle = {
            try stage.shown.nodes.first { $0.kind == .toggle && $0.spoken.contains(money.text.plain) }
                .orTrouble("switch").press?()
        }
        #expect(stage.phone.asked == 0)
        stage.phone.notifies = false
        try toggle()
        try await stage.until("denied") { stage.says(view.denied) }
        stage.phone.notifies = true
        try toggle()
        try await stage.until("on") { try await stage.app.screens().notices().switches.first?.on ?? false }
        stage.app.stop()
        try await tellNews(stage.app, on: stage.phone)
        try await town.charge(stage.app.identity().snapshot().subject, 1234)
        try await tellNews(stage.app, on: stage.phone)
        try await tellNews(stage.app, on: stage.phone)
        #expect(stage.phone.notified.map(\.first) == ["payments"])
        #expect(!stage.phone.notified.joined().contains { $0.contains("234") || $0.contains("花子") })
    }

    @Test("the settings lead to what the app is and what is in it")
    func about() async throws {
        let stage = Stage(try await Town().resident("hanako").app)
        defer { stage.shown.end() }
        try await go(to: .about, stage)
        let view = try await stage.app.screens().about()
        try await stage.reaches(.about, view.keptTitle)
        for line in view.facts + view.kept { #expect(stage.says(line.value)) }
        try await stage.press(try view.ways.first { $0.screen == .licences }.orTrouble("way").text)
        let licences = stage.app.screens().licences()
        try await stage.reaches(.licences, licences.note)
        #expect(stage.words.contains { $0.hasPrefix("rusqlite ") })
        #expect(licences.parts.flatMap(\.lines).count > 100)
    }

    /// From the settings.
    private func go(to screen: Screen, _ stage: Stage) async throws {
        stage.around.places.go(.settings)
        let ways = try await stage.app.screens().settings().ways
        try await stage.press(try ways.first { $0.screen == screen }.orTrouble("way").text)
    }
}
