// What the screens need of an iPhone.

import SwiftUI
import UIKit
import YuiCore
import YuiUI

/// See the file.
@MainActor final class ApplePhone: Phone {
    private let reader = CardReader()
    private let sounds = Sounds()
    private let glow = Glow()
    private let pasting = Pasting()
    private let files = OfferedFiles()

    /// What an app before this one left behind goes.
    init() { files.forget() }

    var model: String { UIDevice.current.model }

    func readerStates() -> AsyncStream<ReaderState> {
        AsyncStream { states in
            states.yield(CardReader.state)
            states.finish()
        }
    }

    func cards() -> AsyncStream<any CardTransport> { reader.cards() }

    func readerSays(_ words: String) { reader.say(words) }

    func readerRefuses(_ words: String) { reader.refuse(words) }

    func camera(light: Bool, onText: @escaping @MainActor (String) -> Bool) -> AnyView {
        AnyView(Camera(light: light, onText: onText))
    }

    func cameraAllowed() -> AsyncStream<Bool> { Camera.allowed() }

    func openSettings() { open(UIApplication.openSettingsURLString) }

    func mayNotify() async -> Bool { await Yui.mayNotify() }

    func notify(channel: String, title: String, body: String) {
        Yui.notify(channel: channel, title: title, body: body)
    }

    func paste() async -> String? { await pasting.paste() }

    func call(_ telephone: String) { open(telephoneUrl(telephone)) }

    func share(_ text: String) { offer(text) }

    func shareFile(name: String, content: String) throws {
        offer(try files.make(name, content), end: files.forget)
    }

    func speak(_ text: String, language: String) { sounds.speak(text, language: language) }

    func feel(_ feeling: Feeling) { sounds.feel(feeling) }

    func shine(_ on: Bool) { glow.shine(on) }

    private func open(_ address: String) { if let url = URL(string: address) { UIApplication.shared.open(url) } }
}
