// A code that is not before the camera: copied as text, or in a picture.

import Foundation
import UIKit

/// See the file.
@MainActor final class Pasting {
    /// By which of its changes the clipboard came to what was pasted last.
    private var pastedOf: Int?

    /// What was copied, once; where nothing was since, the code in a picture that she chooses.
    func paste() async -> String? {
        if let text = await copied() { return text }
        return await codeOfPicture()
    }

    private func copied() async -> String? {
        let board = UIPasteboard.general
        let change = board.changeCount
        guard change != pastedOf,
            let item = board.itemProviders.first(where: { $0.canLoadObject(ofClass: String.self) })
        else { return nil }
        // The system may ask her whether the app may have it; until she answered, nothing else waits.
        let text = await withCheckedContinuation { loaded in
            _ = item.loadObject(ofClass: String.self) { @Sendable text, _ in loaded.resume(returning: text) }
        }
        guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else { return nil }
        pastedOf = change
        return text
    }
}
