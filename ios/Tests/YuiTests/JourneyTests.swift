// A person with an iPhone, from the first screen on: the whole app, a card at the phone, a real server.

import CoreNFC
import Foundation
import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import Yui
@testable import YuiUI

@MainActor @Suite(.serialized, .timeLimit(.minutes(3)))
struct JourneyTests {
    @Test("somebody registers, mistyping once and taking her card away once; the sheet says what the screen says")
    func registers() async throws {
        newPhone()
        let town = try await Town()
        let config = try await town.server.config(of: "hanako", origin: town.server.newNetwork())
        let opening = Opening(
            Setup(
                info: ["YuiOrigin": config.origin, "YuiTown": config.town], language: "ja", municipality: nil,
                folder: URL(fileURLWithPath: config.dataDir)), .iPhone())
        let window = Shown(AppWindow(opening: opening))
        window.environment.tremorTime = .zero
        defer { window.end() }
        try await until("open") { window.nodes.contains { _ in opening.around != nil } }
        let around = try #require(opening.around)
        let register = around.app.register()

        try await press(try await around.app.screens().home().primary.text, in: window)
        try await until("begun") { window.nodes.contains { _ in around.places.here.screen == .register } }
        while try await register.view().step != .secret {
            let view = try await register.view()
            try await press(try #require(view.primary).text, in: window)
            try await until("after \(view.step)") { try await register.view().step != view.step }
        }
        let address = try await town.card()
        try await type("WRONG1", register, in: window)
        try await hold(Card(address))
        try await until("the sheet is gone") { !window.nodes.isEmpty && NFCTagReaderSession.shown == nil }
        let wrong = try #require(try await register.view().pin?.wrong).plain
        #expect(NFCTagReaderSession.lastError == wrong)

        try await type(cardPassword, register, in: window)
        try await hold(Card(address, commands: 3))
        try await until("lost") { !window.nodes.isEmpty && NFCTagReaderSession.shown?.isPolling ?? false }
        let lost = try #require(try await register.view().reader).text.plain
        try await until("the sheet says so") {
            !window.nodes.isEmpty && NFCTagReaderSession.shown?.alertMessage == lost
        }
        try await hold(Card(address))
        try await until("done") {
            let step = try await register.view().step
            return !window.nodes.isEmpty && step == .done
        }
        try await until("the sheet is gone") { !window.nodes.isEmpty && NFCTagReaderSession.shown == nil }
        #expect(NFCTagReaderSession.lastError == nil, "a tick")
        #expect(try await around.app.identity().snapshot().registered)
    }

    /// Types the password, and goes on to the card.
    private func type(_ password: String, _ register: Register, in window: Shown) async throws {
        try await until("a field") { window.nodes.contains { $0.kind == .secureField } }
        window.nodes.first { $0.kind == .secureField }?.type?(password)
        try await press(try #require(try await register.view().primary).text, in: window)
        try await until("the sheet") { !window.nodes.isEmpty && NFCTagReaderSession.shown?.isPolling ?? false }
    }

    private func press(_ text: YuiCore.Text, in window: Shown) async throws {
        let button = { window.nodes.first { $0.kind == .button && $0.spoken == text.plain && $0.isEnabled } }
        try await until(text.plain) { button() != nil }
        button()?.press?()
    }
}
