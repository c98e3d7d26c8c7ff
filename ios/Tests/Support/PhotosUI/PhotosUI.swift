// A stand-in for the system's window to choose a picture in, where there is none: a test says which is chosen.

import Foundation
import UIKit

public struct PHPickerFilter: Sendable {
    public static let images = PHPickerFilter()
}

public struct PHPickerConfiguration: Sendable {
    public var filter: PHPickerFilter?

    public init() {}
}

public struct PHPickerResult: Sendable {
    public let itemProvider: NSItemProvider

    /// What the person chose.
    public init(_ provider: NSItemProvider) { itemProvider = provider }
}

@MainActor public protocol PHPickerViewControllerDelegate: AnyObject {
    func picker(_ picker: PHPickerViewController, didFinishPicking results: [PHPickerResult])
}

@MainActor public final class PHPickerViewController: UIViewController {
    public weak var delegate: (any PHPickerViewControllerDelegate)?

    public init(configuration: PHPickerConfiguration) {}
}
