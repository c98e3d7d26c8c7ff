// What is given to other apps: a text, a file, a number to call.

import Foundation
import UIKit
import YuiCore
import YuiUI

/// Offers a text, or a file, in the system's window for that; `end` is called once that is over.
@MainActor func offer(_ thing: Any, end: @escaping @MainActor () -> Void = {}) {
    guard let front = UIViewController.front else { return end() }
    let window = UIActivityViewController(activityItems: [thing], applicationActivities: nil)
    window.completionWithItemsHandler = { _, _, _, _ in end() }
    window.popoverPresentationController?.sourceView = front.view
    front.present(window, animated: true)
}

/// The files that are offered: each is there while it is, and protected until the phone is unlocked.
struct OfferedFiles {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "offered")

    /// A file to offer; `storage_full` where the phone has no room for it.
    func make(_ name: String, _ content: String) throws -> URL {
        let place = folder.appending(path: name)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(content.utf8).write(to: place, options: [.atomic, .completeFileProtection])
            return place
        } catch {
            throw AppError(code: .storageFull)
        }
    }

    /// All of them go: one is offered at a time, and one of an app that was ended meanwhile was left.
    func forget() { try? FileManager.default.removeItem(at: folder) }
}

/// The address under which the telephone opens with this number.
func telephoneUrl(_ number: String) -> String {
    "tel:\(number.filter { $0.isASCII && ($0.isNumber || $0 == "+") })"
}
