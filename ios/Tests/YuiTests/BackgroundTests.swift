// The app goes to the back while a card is read: what she finds when she comes back is what became of it.

import CoreNFC
import Foundation
import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import Yui
@testable import YuiUI

@MainActor @Suite(.serialized, .timeLimit(.minutes(3)))
struct BackgroundTests {
    @Test("what was read to its end in the back is there when she comes back")
    func goesOn() async throws {
        newPhone()
        let town = try await Town()
        let window = try await Window(in: town)
        defer { window.shown.end() }
        let card = try await reading(in: window, town)
        card.goOn()
        try await until("read") { try await window.stands(at: .done) }
        window.comes(to: .active)
        let done = try await window.register.view()
        try await until("told") { window.says(done.title) }
        #expect(try await window.around.app.identity().snapshot().registered)
        try await until("the sheet is gone") { !window.shown.nodes.isEmpty && NFCTagReaderSession.shown == nil }
        #expect(!window.around.readsCards)
    }

    @Test("where the system took the sheet away she is asked anew, and nothing is half done")
    func taken() async throws {
        newPhone()
        let town = try await Town()
        let window = try await Window(in: town)
        defer { window.shown.end() }
        _ = try await reading(in: window, town)
        NFCTagReaderSession.shown?.userCloses()
        try await until("asked anew") { try await window.stands(at: .secret) }
        window.comes(to: .active)
        let asked = try await window.register.view()
        try await until("told") { window.says(asked.title) && NFCTagReaderSession.shown == nil }
        #expect(try await !window.around.app.identity().snapshot().registered)
        #expect(asked.pin?.wrong == nil, "no try was lost")
        try await window.type(cardPassword)
        try await hold(Card(try await town.card()))
        try await until("done") { try await window.stands(at: .done) }
    }

    /// She holds a card, and the app goes to the back while that is read.
    private func reading(in window: Window, _ town: Town) async throws -> Paused {
        try await window.reachesThePassword()
        try await window.type(cardPassword)
        let card = Paused(try Card(try await town.card()), at: 6)
        NFCTagReaderSession.shown?.finds(.iso7816(card))
        try await until("it is read") { !window.shown.nodes.isEmpty && card.asked.now == 6 }
        let open = window.shown.nodes.filter { $0.kind == .shape }.count
        window.comes(to: .background)
        #expect(window.shown.nodes.filter { $0.kind == .shape }.count > open, "nothing personal shows")
        return card
    }
}

extension Window {
    /// Whether that is the step of registering now.
    fileprivate func stands(at step: RegisterStep) async throws -> Bool {
        _ = shown.nodes
        return try await register.view().step == step
    }

    /// The app comes to the front, or goes to the back.
    fileprivate func comes(to phase: ScenePhase) {
        shown.environment.scenePhase = phase
        _ = shown.nodes
    }
}

/// A card that pauses before its answer to one command.
private final class Paused: NFCISO7816Tag, @unchecked Sendable {
    let asked = Guarded(0)
    private let card: Card
    private let pause: Int
    private let gate = DispatchSemaphore(value: 0)

    init(_ card: Card, at pause: Int) { (self.card, self.pause) = (card, pause) }

    func goOn() { gate.signal() }

    func sendCommand(
        apdu: NFCISO7816APDU, completionHandler: @escaping @Sendable (Data, UInt8, UInt8, (any Error)?) -> Void
    ) {
        let number = asked.change { count in
            count += 1
            return count
        }
        DispatchQueue.global().async { [self] in
            if number == pause { gate.wait() }
            card.sendCommand(apdu: apdu, completionHandler: completionHandler)
        }
    }
}
