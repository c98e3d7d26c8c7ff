// What the screens need of the phone they are on, other than what the core needs. The iPhone and tests each have it.

import SwiftUI
import YuiCore

/// The phone.
@MainActor public protocol Phone: AnyObject, Sendable {
    /// What this phone is called in the person's list until she calls it something else.
    var model: String { get }

    /// Whether cards can be read: `absent`, `off` or `waiting`; again when it changes.
    func readerStates() -> AsyncStream<ReaderState>

    /// Each card that is held to the phone. Asking for it switches the reader on, letting go of it off. It ends when the
    /// person closed the sheet that the system shows while it reads.
    func cards() -> AsyncStream<any CardTransport>

    /// The words on that sheet from now on.
    func readerSays(_ words: String)

    /// How it went with the card that was held, where it went wrong: the sheet ends with these words and without its tick,
    /// unless another card comes before.
    func readerRefuses(_ words: String)

    /// Whether the camera may be used: false once the person said no; again when it changes. Asking her is the camera's when
    /// it is first shown.
    func cameraAllowed() -> AsyncStream<Bool>

    /// What the camera sees, with the light on or off; every code that it reads is given to `onText`, which answers whether
    /// it was taken. What was taken is given again only once it was out of sight.
    func camera(light: Bool, onText: @escaping @MainActor (String) -> Bool) -> AnyView

    /// A text from the clipboard, once after it was copied; else the code in a picture that the person chooses, or none.
    func paste() async -> String?

    /// Opens the system's settings of this app, where she allows what she refused before.
    func openSettings()

    /// Whether she lets the app notify her; she is asked where she never was.
    func mayNotify() async -> Bool

    /// Shows a notification, on a locked screen too. `channel` is its kind.
    func notify(channel: String, title: String, body: String)

    /// Opens the telephone with this number.
    func call(_ telephone: String)

    /// Offers a text to other apps.
    func share(_ text: String)

    /// Offers a file to other apps; `storage_full` where the phone has no room for it.
    func shareFile(name: String, content: String) throws

    /// A feeling and a sound: one for what is paid, another for what is refused.
    func feel(_ feeling: Feeling)

    /// Says words aloud, in their language (BCP 47); without a voice for it, nothing is said.
    func speak(_ text: String, language: String)

    /// The screen at its brightest and awake, for a code that is scanned; as it was before with false.
    func shine(_ on: Bool)
}

/// What the hand and the ear notice.
public enum Feeling: Sendable {
    /// It is done.
    case done
    /// It was refused.
    case refused
}
