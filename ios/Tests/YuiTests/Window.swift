// The window of the whole app on an iPhone of a made-up town, and what a person does in it on her way to registering.

import CoreNFC
import Foundation
import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import Yui
@testable import YuiUI

/// See the file. Nobody's hand trembles here.
@MainActor final class Window {
    let opening: Opening
    let shown: Shown
    let around: Surroundings
    let register: Register

    /// The app of a new phone, open.
    init(in town: Town) async throws {
        let config = try await town.server.config(of: "hanako", origin: town.server.newNetwork())
        let opening = Opening(
            Setup(
                info: ["YuiOrigin": config.origin, "YuiTown": config.town], language: "ja", municipality: nil,
                folder: URL(fileURLWithPath: config.dataDir)), .iPhone())
        let shown = Shown(AppWindow(opening: opening))
        shown.environment.tremorTime = .zero
        try await until("open") { shown.nodes.contains { _ in opening.around != nil } }
        (self.opening, self.shown) = (opening, shown)
        around = try #require(opening.around)
        register = around.app.register()
    }

    /// Whether something can be read.
    func says(_ text: YuiCore.Text) -> Bool { shown.nodes.contains { $0.spoken == text.plain } }

    /// From the first screen, until the password is asked for.
    func reachesThePassword() async throws {
        try await press(try await around.app.screens().home().primary.text)
        try await until("begun") { shown.nodes.contains { _ in around.places.here.screen == .register } }
        while try await register.view().step != .secret {
            let view = try await register.view()
            try await press(try #require(view.primary).text)
            try await until("after \(view.step)") { try await register.view().step != view.step }
        }
    }

    /// Types the password, and goes on to the card.
    func type(_ password: String) async throws {
        try await until("a field") { shown.nodes.contains { $0.kind == .secureField } }
        shown.nodes.first { $0.kind == .secureField }?.type?(password)
        try await press(try #require(try await register.view().primary).text)
        try await until("the sheet") { !shown.nodes.isEmpty && NFCTagReaderSession.shown?.isPolling ?? false }
    }

    private func press(_ text: YuiCore.Text) async throws {
        let button = { self.shown.nodes.first { $0.kind == .button && $0.spoken == text.plain && $0.isEnabled } }
        try await until(text.plain) { button() != nil }
        button()?.press?()
    }
}
