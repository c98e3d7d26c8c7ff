// The parts of screens, each by itself.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(2)))
struct PartsTests {
    private let words = ["pay", "hold", "again"].map { YuiCore.Text(verbatim: $0) }

    @Test("a large payment is held, and a tap does nothing but ask to press again")
    func hold() async throws {
        var paid = 0
        let stage = Stage(try await guest(), part: HoldButton(words[0], hold: words[1], again: words[2]) { paid += 1 })
        defer { stage.shown.end() }
        let button = try stage.shown.nodes.first { $0.hold != nil }.orTrouble("button")
        #expect(button.traits.contains(.isButton) && button.spoken == "hold")
        button.press?()
        #expect(paid == 0)
        #expect(stage.says(words[2]))
        #expect(AccessibilityNotification.said.contains("again"))
        stage.shown.nodes.first { $0.hold != nil }?.press?()
        #expect(paid == 0, "a tremor of the hand")
        try await stage.watch(.milliseconds(800))
        stage.shown.nodes.first { $0.hold != nil }?.press?()
        #expect(paid == 1)
        stage.shown.nodes.first { $0.hold != nil }?.hold?()
        #expect(paid == 2)
    }

    @Test("who cannot hold presses twice", arguments: ["easy", "voice", "switch"])
    func twice(who: String) async throws {
        var paid = 0
        let button = HoldButton(words[0], hold: words[1], again: words[2]) { paid += 1 }
        let stage = Stage(try await guest(), part: button.environment(\.look, Look(easy: who == "easy")))
        defer { stage.shown.end() }
        stage.shown.environment.accessibilityVoiceOverEnabled = who == "voice"
        stage.shown.environment.accessibilitySwitchControlEnabled = who == "switch"
        #expect(stage.shown.nodes.allSatisfy { $0.hold == nil })
        try await stage.press(words[0])
        #expect(paid == 0)
        try await stage.press(words[2])
        #expect(paid == 0, "a tremor of the hand")
        try await stage.watch(.milliseconds(800))
        try await stage.press(words[2])
        #expect(paid == 1)
    }

    @Test("who does not press again is asked anew, in words")
    func late() async throws {
        var paid = 0
        let button = HoldButton(words[0], hold: words[1], again: words[2]) { paid += 1 }
        let stage = Stage(try await guest(), part: button.environment(\.look, Look(easy: true)))
        defer { stage.shown.end() }
        try await stage.press(words[0])
        try await stage.until("asked again") { stage.button(words[2]) != nil }
        try await stage.until("forgotten") { stage.button(words[0]) != nil }
        #expect(AccessibilityNotification.said.last == words[0].plain)
        try await stage.press(words[0])
        #expect(paid == 0)
    }

    @Test("work has words after two seconds, not before")
    func working() async throws {
        let stage = Stage(try await guest(), part: Working())
        defer { stage.shown.end() }
        let begun = ContinuousClock.now
        #expect(!stage.says(stage.around.words.waiting))
        try await stage.until("words") { stage.says(stage.around.words.waiting) }
        #expect(ContinuousClock.now - begun >= .seconds(2))
    }

    @Test("a deed that takes its time is waited for in words, a quick one is not")
    func waiting() async throws {
        let deeds = Deeds()
        let stage = Stage(try await guest(), part: DeedsNote(deeds))
        defer { stage.shown.end() }
        let (goOn, end) = AsyncStream<Void>.makeStream()
        deeds { for await _ in goOn {} }
        #expect(!stage.says(stage.around.words.waiting))
        try await stage.until("words") { stage.says(stage.around.words.waiting) }
        end.finish()
        try await stage.until("over") { !stage.says(stage.around.words.waiting) }
        #expect(!deeds.busy)
    }

    @Test("the reader's words are said when they change")
    func reader() async throws {
        let states = [ReaderState.waiting, .near, .reading, .read, .lost, .wrong, .off, .absent]
        for state in states {
            let view = ReaderView(state: state, text: YuiCore.Text(verbatim: "\(state)"))
            let stage = Stage(try await guest(), part: Reader(view: view))
            #expect(stage.says(view.text))
            #expect(stage.shown.nodes.contains { $0.kind == .image && $0.isHidden })
            #expect(stage.phone.readerWords == ["\(state)"])
        }
    }

    @Test("nothing moves for who wants no motion", arguments: [false, true])
    func motion(reduced: Bool) async throws {
        let app = try await guest()
        let whole = AppView(Surroundings(app: app, phone: TestPhone()))
        let button = HoldButton(words[0], hold: words[1], again: words[2]) {}
        for part in [AnyView(Stripes(colour: .black)), AnyView(button), AnyView(whole)] {
            let stage = Stage(app, part: part)
            defer { stage.shown.end() }
            stage.shown.environment.accessibilityReduceMotion = reduced
            #expect(stage.shown.nodes.contains { $0.moves } == !reduced)
        }
    }

    @Test(
        "paid and refused feel different, and each has its own mark",
        arguments: [PaidState.paid, .checking, .refused, .partlyRefunded, .refunded])
    func paid(state: PaidState) async throws {
        let text = words[0]
        let show = state == .paid ? YuiCore.Text(verbatim: "show") : nil
        let view = PaidView(
            id: "018f0000-0000-7000-8000-000000000000", state: state, title: words[1], amountText: text, shop: nil,
            moment: text, note: words[2], show: show, liveMs: state == .paid ? 300_000 : 0, done: text)
        let stage = Stage(try await guest(), part: PaidPage(view: view))
        let marks = stage.shown.nodes.filter { $0.kind == .image }.map(\.text)
        #expect(stage.shown.nodes.contains { $0.moves } == (state == .paid))
        switch state {
        case .paid:
            #expect(stage.phone.feelings == [.done] && marks.contains(Mark.done.rawValue))
        case .checking:
            #expect(stage.phone.feelings == [] && marks.contains(Mark.wait.rawValue))
        case .refused:
            #expect(stage.phone.feelings == [.refused] && marks.contains(Mark.wrong.rawValue))
        case .partlyRefunded, .refunded:
            #expect(stage.phone.feelings == [] && marks.contains(Mark.given.rawValue))
        }
        #expect(stage.says(view.title) && stage.says(view.note))
        #expect(stage.says(YuiCore.Text(verbatim: "show")) == (state == .paid))
        let again = Stage(stage.app, part: PaidPage(view: view))
        _ = again.shown.nodes
        #expect(again.phone.feelings == [], "felt once, however often it is drawn")
    }

    @Test("what stands at the bottom scrolls by itself where it would leave no room")
    func large() async throws {
        let page = Page(words[0]) {
            Words(words[2])
        } below: {
            MainButton(words[1]) {}
        }
        for (height, scrolls) in [(200.0, false), (500, true)] {
            let stage = Stage(try await guest(), part: page)
            let sized = stage.shown.nodes.filter { $0.sized != nil }
            for node in sized {
                let whole = node.all.contains { $0.kind == .scroll }
                node.sized?(GeometryProxy(size: CGSize(width: 360, height: whole ? 760 : height)))
            }
            let scrolled = stage.shown.nodes.filter { $0.kind == .scroll }.flatMap(\.all)
            #expect(scrolled.contains { $0.kind == .button && $0.spoken == words[1].plain } == scrolls)
            #expect(stage.button(words[1]) != nil)
        }
    }

    @Test("the town's telephone among the ways on is called")
    func troubles() async throws {
        let way = WayOnView(way: .counter, text: words[0], button: nil, place: words[1], telephone: "0957-00-0000")
        let trouble = CardTrouble(title: words[2], body: words[2], ways: [way])
        let stage = Stage(try await guest(), part: Troubles(view: trouble))
        try await stage.press(YuiCore.Text(verbatim: way.telephone))
        #expect(stage.phone.called == [way.telephone])
    }

    @Test("two taps are one, and what is refused is said")
    func deeds() async throws {
        let deeds = Deeds()
        let stage = Stage(try await guest(), part: DeedsNote(deeds))
        var done = 0
        for _ in 0..<2 {
            deeds {
                try await Task.sleep(for: .milliseconds(50))
                done += 1
                throw PlatformError.Failed
            }
        }
        #expect(deeds.busy)
        try await stage.until("refused") { !deeds.busy }
        #expect(done == 1)
        let said = stage.app.explain(error: try deeds.refused.orTrouble("refusal"))
        #expect(stage.says(said.title) && stage.says(YuiCore.Text(verbatim: "internal")))
        deeds {}
        try await stage.until("done") { !deeds.busy }
        #expect(deeds.refused == nil && !stage.says(said.title))
    }

    @Test("what went well is not kept, for a PIN may be in it; what failed is there to be done again")
    func forgets() async throws {
        let deeds = Deeds()
        weak var typed: Typed?
        for fails in [true, false] {
            let secret = Typed()
            typed = secret
            deeds {
                withExtendedLifetime(secret) {}
                if fails { throw PlatformError.Failed }
            }
            while deeds.busy { await Task.yield() }
            #expect((deeds.refused != nil) == fails)
        }
        #expect(typed == nil)
        var tries = 0
        deeds {
            tries += 1
            if tries < 3 { throw PlatformError.Failed }
        }
        for time in 1...3 {
            while deeds.busy { await Task.yield() }
            #expect(tries == time)
            deeds.again()
        }
        deeds.again()
        #expect(tries == 3 && !deeds.busy)
    }

    @Test("what failed beside her deeds does none of them again")
    func beside() async throws {
        let deeds = Deeds()
        var tries = 0
        deeds {
            tries += 1
            throw PlatformError.Failed
        }
        while deeds.busy { await Task.yield() }
        deeds.failed(PlatformError.Failed)
        deeds.again()
        #expect(tries == 1 && !deeds.busy && deeds.refused == nil)
    }

    @Test("stripes move with time, and look the same again after a round")
    func stripes() {
        let area = CGRect(x: 0, y: 0, width: 320, height: 160)
        let points = [0, 0.5, 1].map { StripesShape(at: $0).path(in: area).points }
        #expect(points[0] != points[1])
        #expect(points[0] == points[2])
        #expect(points[0].contains { $0.x <= 0 } && points[0].contains { $0.x >= area.width })
    }
}

/// What somebody typed.
private final class Typed: Sendable {}
