// In which order a screen reader comes to what is on a screen: the way back and to a person, the question, what is said of
// it, the main act, the ways at the bottom. It is the order in which it is read.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct ReadingOrderTests {
    @Test("registering is heard in the order in which it is read")
    func registering() async throws {
        let stage = Stage(try await guest())
        defer { stage.shown.end() }
        let register = stage.app.register()
        stage.around.places.go(.register)
        _ = try await register.begin(purpose: .register, deviceName: stage.phone.model)
        for step in [RegisterStep.need, .reads, .secret] {
            try await stage.until("\(step)") { try await register.view().step == step }
            let view = try await register.view()
            // The field is called as its screen is.
            let typed = view.pin.map { [$0.title, $0.show, $0.note] } ?? []
            let below = (view.primary.map { [$0.text] } ?? []) + view.others.map(\.text)
            try await stage.hears(page(view.title, view.needs.map(\.text) + view.body + typed, below, stage))
            if step != .secret { try await stage.press(try view.primary.orTrouble("button").text) }
        }
    }

    @Test("the first screen is heard in the order in which it is read")
    func home() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        try await stage.hears {
            let view = try await stage.app.screens().home()
            let balance = try view.balance.orTrouble("balance")
            let known = [balance.offline, balance.expires, balance.asOf].compactMap(\.self)
            let money = [balance.label, balance.toggle, balance.value, balance.rate] + known + [balance.lots.text]
            let ways = (view.notice.map { [$0.text] } ?? []) + view.tiles.map(\.text)
            let arrange = view.arrange.map { [$0.begin] } ?? []
            let words = stage.around.words
            return try [words.talk, view.greeting.orTrouble("greeting")] + money + ways + arrange
                + [view.primary.text] + words.tabs.map(\.text)
        }
    }

    @Test("paying is heard in the order in which it is read, and what became of it")
    func paying() async throws {
        let town = try await Town()
        let poster = try await town.newShop()["poster"].text.orTrouble("poster")
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let (pay, screens) = (stage.app.pay(), stage.app.screens())
        _ = try await screens.scanned(text: poster)
        stage.around.places.go(.pay)
        pay.typeDigits(digits: "850")
        let amount = try await pay.view()
        let shop = try amount.shop.map { [$0.name, $0.area].map(words) }.orTrouble("shop")
        let keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "00", "0"].map(words)
        let erase = try amount.erase.orTrouble("key")
        try await stage.hears(
            page(amount.title, shop + [amount.amountText] + keys + [erase] + amount.body, below(amount), stage))
        let asked = try await pay.act(action: .next)
        let confirm = try asked.confirm.orTrouble("question")
        let money = [confirm.reference, confirm.lotsText, confirm.details, confirm.balanceAfter, confirm.proof]
        try await stage.hears(
            page(asked.title, shop + [asked.amountText] + asked.body + money.compactMap(\.self), below(asked), stage))
        try await stage.press(try asked.primary.orTrouble("button").text)
        try await stage.until("paid") { stage.around.places.here.screen == .paid && stage.phone.feelings == [.done] }
        let id = try stage.around.places.here.about.orTrouble("payment")
        try await stage.hears {
            let paid = try await screens.paid(id: id)
            let content = [paid.amountText, shop[0], paid.moment, paid.note, try paid.show.orTrouble("words")]
            return page(paid.title, content, [paid.done], stage)
        }
        stage.around.places.go(.receipt, about: id)
        try await stage.hears {
            let view = try await screens.receipt(id: id)
            let entry = view.entry
            let facts = [entry.kindText, entry.stateText, view.moment, view.number, view.inBook, entry.note]
            let content = [entry.title, entry.amountText] + facts.compactMap(\.self) + view.lots.map(\.text)
            return page(view.title, content, [view.share], stage)
        }
    }

    @Test("a code that pays is heard in the order in which it is read")
    func code() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        stage.around.places.go(.code)
        try await stage.until("bright") { stage.phone.shines }
        try await stage.hears {
            let view = try await stage.app.screens().code(make: false)
            let content = [view.show, view.show, view.code?.note, view.seconds, view.offer].compactMap(\.self)
            return page(view.title, content, [], stage)
        }
    }

    @Test("on every other screen the frame is heard before the question, and the bottom last")
    func frame() async throws {
        let town = try await Town()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let screens: [Screen] = [
            .scan, .history, .talk, .settings, .devices, .lost, .card, .tries, .leave, .visitor, .lots, .limits,
            .points,
            .export, .notices, .about, .licences, .charge, .shops,
        ]
        for screen in screens {
            stage.around.places.home()
            stage.around.places.go(screen)
            let words = stage.around.words
            let frame = [words.back] + (screen == .talk ? [] : [words.talk])
            let tabs = words.tabs.contains { $0.screen == screen } ? words.tabs.map(\.text) : []
            try await stage.until("\(screen)") {
                let stops = stage.shown.stops
                guard stops.count > frame.count, !stage.says(words.waiting) else { return false }
                return stops[frame.count].traits.contains(.isHeader)
                    && stops.prefix(frame.count).map(\.spoken) == frame.map(\.plain)
                    && stops.suffix(tabs.count).map(\.spoken) == tabs.map(\.plain)
            }
        }
    }

    /// What is heard of a screen without a bottom bar.
    private func page(
        _ title: YuiCore.Text, _ content: [YuiCore.Text], _ below: [YuiCore.Text], _ stage: Stage
    ) -> [YuiCore.Text] { [stage.around.words.back, stage.around.words.talk, title] + content + below }

    private func below(_ view: PayView) -> [YuiCore.Text] {
        (view.primary.map { [$0.text] } ?? []) + view.others.map(\.text)
    }

    private func words(_ words: String) -> YuiCore.Text { YuiCore.Text(verbatim: words) }
}

extension Stage {
    /// Waits until this, and nothing else, is heard in this order.
    fileprivate func hears(_ expected: @autoclosure () -> [YuiCore.Text]) async throws {
        let expected = expected()
        try await hears { expected }
    }

    fileprivate func hears(_ expected: @MainActor () async throws -> [YuiCore.Text]) async throws {
        let deadline = Date(timeIntervalSinceNow: 15)
        var (heard, awaited): ([String], [String]) = ([], [])
        repeat {
            awaited = try await expected().map(\.plain)
            heard = shown.stops.map(\.spoken)
            try await Task.sleep(for: .milliseconds(10))
        } while heard != awaited && Date() < deadline
        #expect(heard == awaited)
    }
}
