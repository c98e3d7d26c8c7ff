// An app on a made-up screen: a test reads what is there, and presses it by its words.

import Foundation
import SwiftUI
import Testkit
import YuiCore

@testable import YuiUI

@MainActor final class Stage {
    let app: YuiApp
    let phone: TestPhone
    let around: Surroundings
    let shown: Shown
    /// How often something was pressed, and the titles of the screens that were there.
    private(set) var presses = 0
    private(set) var titles: Set<String> = []

    /// The whole app, at its first screen. Nobody's hand trembles here.
    init(_ app: YuiApp) {
        self.app = app
        phone = TestPhone()
        around = Surroundings(app: app, phone: phone)
        shown = Shown(AppView(around))
        shown.environment.tremorTime = .zero
    }

    /// A part of a screen of this app.
    init(_ app: YuiApp, part: some View) {
        self.app = app
        phone = TestPhone()
        around = Surroundings(app: app, phone: phone)
        shown = Shown(part.environment(around.places.stay).environment(around))
    }

    /// All that can be read.
    var words: [String] { shown.nodes.filter { $0.kind == .text || $0.label != nil }.map(\.spoken) }

    /// All that can be pressed.
    var buttons: [Node] { shown.nodes.filter { $0.kind == .button } }

    /// Whether something can be read.
    func says(_ text: YuiCore.Text) -> Bool { words.contains { $0.contains(text.plain) } }

    /// What can be pressed of these words.
    func button(_ text: YuiCore.Text) -> Node? { buttons.first { $0.spoken == text.plain } }

    /// Waits until something is so.
    func until(_ what: String, _ isSo: @MainActor () async throws -> Bool) async throws {
        let deadline = Date(timeIntervalSinceNow: 60)
        while try await !drawn(isSo) {
            guard Date() < deadline else { throw Trouble("never: \(what); there is \(words)") }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Goes on drawing for so long.
    func watch(_ duration: Duration) async throws {
        let end = ContinuousClock.now + duration
        try await until("the end of \(duration)") { ContinuousClock.now >= end }
    }

    private func drawn(_ isSo: @MainActor () async throws -> Bool) async throws -> Bool {
        if let title = shown.nodes.first(where: { $0.traits.contains(.isHeader) }) { titles.insert(title.spoken) }
        return try await isSo()
    }

    /// Waits until it can be pressed, and presses it.
    func press(_ text: YuiCore.Text) async throws {
        try await until(text.plain) { button(text)?.isEnabled ?? false }
        button(text)?.press?()
        presses += 1
    }

    /// Types into the field there.
    func type(_ text: String, into kind: Node.Kind = .secureField) async throws {
        try await until("a field") { shown.nodes.contains { $0.kind == kind } }
        shown.nodes.first { $0.kind == kind }?.type?(text)
    }

    /// Waits until a screen is there, with its words.
    func reaches(_ screen: Screen, _ text: YuiCore.Text) async throws {
        try await until("\(screen)") { around.places.here.screen == screen && says(text) }
    }
}

/// The app of somebody new on a phone without network.
func guest(language: String = "ja") async throws -> YuiApp {
    let folder = FileManager.default.temporaryDirectory.appending(path: "yui-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let config = AppConfig(
        dataDir: folder.path, origin: "http://127.0.0.1:9", town: "422053", language: language,
        bundledMunicipality: nil)
    return try await YuiApp.open(config: config, platform: Telephone().platform())
}

extension Optional {
    /// What is there; a trouble when nothing is.
    func orTrouble(_ what: String) throws -> Wrapped {
        guard let self else { throw Trouble("there is no \(what)") }
        return self
    }
}
