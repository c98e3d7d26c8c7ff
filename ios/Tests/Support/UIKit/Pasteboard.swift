// What is copied and handed out: the system gives it later, on a thread of its own.

import Foundation

@MainActor public final class UIPasteboard: NSObject {
    public static let general = UIPasteboard()
    /// What is copied.
    public var string: String? { didSet { changeCount += 1 } }
    public private(set) var changeCount = 0
    public var itemProviders: [NSItemProvider] { string.map { [NSItemProvider($0)] } ?? [] }
}

public final class NSItemProvider: NSObject, Sendable {
    private let data: Data
    private let isText: Bool

    /// A picture.
    public init(_ data: Data) { (self.data, isText) = (data, false) }

    /// A text.
    public init(_ text: String) { (data, isText) = (Data(text.utf8), true) }

    public func loadDataRepresentation(
        forTypeIdentifier type: String, completionHandler: @escaping @Sendable (Data?, (any Error)?) -> Void
    ) -> Progress {
        DispatchQueue.global().async { [data] in completionHandler(data, nil) }
        return Progress(totalUnitCount: 1)
    }

    public func canLoadObject(ofClass type: String.Type) -> Bool { isText }

    public func loadObject(
        ofClass type: String.Type, completionHandler: @escaping @Sendable (String?, (any Error)?) -> Void
    ) -> Progress {
        DispatchQueue.global().async { [data] in completionHandler(String(decoding: data, as: UTF8.self), nil) }
        return Progress(totalUnitCount: 1)
    }
}
