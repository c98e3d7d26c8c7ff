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
        let window = try await Window(in: town)
        defer { window.shown.end() }
        let register = window.register
        try await window.reachesThePassword()
        let address = try await town.card()
        try await window.type("WRONG1")
        try await hold(Card(address))
        try await until("the sheet is gone") { !window.shown.nodes.isEmpty && NFCTagReaderSession.shown == nil }
        let wrong = try #require(try await register.view().pin?.wrong).plain
        #expect(NFCTagReaderSession.lastError == wrong)

        try await window.type(cardPassword)
        try await hold(Card(address, commands: 3))
        try await until("lost") { !window.shown.nodes.isEmpty && NFCTagReaderSession.shown?.isPolling ?? false }
        let lost = try #require(try await register.view().reader).text.plain
        try await until("the sheet says so") {
            !window.shown.nodes.isEmpty && NFCTagReaderSession.shown?.alertMessage == lost
        }
        try await hold(Card(address))
        try await until("done") {
            let step = try await register.view().step
            return !window.shown.nodes.isEmpty && step == .done
        }
        try await until("the sheet is gone") { !window.shown.nodes.isEmpty && NFCTagReaderSession.shown == nil }
        #expect(NFCTagReaderSession.lastError == nil, "a tick")
        #expect(try await window.around.app.identity().snapshot().registered)
    }
}
