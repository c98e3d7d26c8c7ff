// A phone for the screens: it holds the cards that a test holds to it, and remembers what it was asked to do.

import SwiftUI
import YuiCore

@testable import YuiUI

@MainActor final class TestPhone: Phone {
    let model = "花子の電話"

    /// The text on the clipboard, and what the person waits for before she has it.
    var clipboard: String?
    var asksBeforePasting: (@MainActor () async -> Void)?
    /// What it was asked to do.
    private(set) var feelings: [Feeling] = []
    private(set) var called: [String] = []
    private(set) var shared: [String] = []
    private(set) var files: [String: String] = [:]
    private(set) var readerWords: [String] = []
    private(set) var refusals: [String] = []
    private(set) var spoken: [String] = []
    private(set) var shines = false
    /// Whether its reader is on.
    var reads: Bool { reader != nil }

    private var reader: AsyncStream<any CardTransport>.Continuation?
    private var readers = 0
    private var camera: (@MainActor (String) -> Bool)?

    func readerStates() -> AsyncStream<ReaderState> {
        AsyncStream { states in
            states.yield(.waiting)
            states.finish()
        }
    }

    func cards() -> AsyncStream<any CardTransport> {
        let (cards, reader) = AsyncStream<any CardTransport>.makeStream()
        readers += 1
        reader.onTermination = { [weak self, number = readers] _ in
            Task { @MainActor in if self?.readers == number { self?.reader = nil } }
        }
        self.reader = reader
        return cards
    }

    func readerSays(_ words: String) { readerWords.append(words) }

    func readerRefuses(_ words: String) { refusals.append(words) }

    func camera(light: Bool, onText: @escaping @MainActor (String) -> Bool) -> AnyView {
        camera = onText
        return AnyView(EmptyView())
    }

    /// Whether she lets the app use the camera, and how often its settings were opened.
    var allowsCamera = true
    private(set) var settingsOpened = 0

    func cameraAllowed() -> AsyncStream<Bool> {
        AsyncStream { allowed in
            allowed.yield(allowsCamera)
            allowed.finish()
        }
    }

    func openSettings() { settingsOpened += 1 }

    func paste() async -> String? {
        await asksBeforePasting?()
        return clipboard
    }

    /// Whether notifications may be shown, how often that was asked, and what was shown.
    var notifies = true
    private(set) var asked = 0
    private(set) var notified: [[String]] = []

    func mayNotify() async -> Bool {
        asked += 1
        return notifies
    }

    func notify(channel: String, title: String, body: String) { notified.append([channel, title, body]) }

    func call(_ telephone: String) { called.append(telephone) }

    func share(_ text: String) { shared.append(text) }

    func shareFile(name: String, content: String) { files[name] = content }

    func feel(_ feeling: Feeling) { feelings.append(feeling) }

    func speak(_ text: String, language: String) { spoken.append("\(language): \(text)") }

    func shine(_ on: Bool) { shines = on }

    /// Holds a card to it, whose reader is on.
    func hold(_ card: any CardTransport) { reader?.yield(card) }

    /// The person closes the sheet that the system shows while it reads.
    func closeSheet() { reader?.finish() }

    /// The camera sees a code; whether it was taken.
    @discardableResult func sees(_ text: String) -> Bool { camera?(text) ?? false }
}
