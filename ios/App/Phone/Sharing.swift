// What is given to other apps: a text, a file, a number to call.

import Foundation
import UIKit

/// Offers a text, or a file, in the system's window for that.
@MainActor func offer(_ thing: Any) {
    guard let front = UIViewController.front else { return }
    let window = UIActivityViewController(activityItems: [thing], applicationActivities: nil)
    window.popoverPresentationController?.sourceView = front.view
    front.present(window, animated: true)
}

/// A file to offer, in a folder that the system empties; it is protected until the phone is unlocked.
func file(_ name: String, _ content: String) -> URL? {
    let place = FileManager.default.temporaryDirectory.appending(path: name)
    let written: Void? = try? Data(content.utf8).write(to: place, options: [.atomic, .completeFileProtection])
    return written.map { place }
}

/// The address under which the telephone opens with this number.
func telephoneUrl(_ number: String) -> String {
    "tel:\(number.filter { $0.isASCII && ($0.isNumber || $0 == "+") })"
}
