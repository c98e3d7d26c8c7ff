// A stand-in for App Attest where there is none: a test says whether the phone has it, and whether Apple answers.

import Foundation

public struct DCError: Error {
    public init() {}
}

public final class DCAppAttestService: NSObject, @unchecked Sendable {
    public static let shared = DCAppAttestService()

    public var isSupported = false
    /// Whether Apple's server answers.
    public var answers = true

    public func generateKey(completionHandler: @escaping @Sendable (String?, (any Error)?) -> Void) {
        DispatchQueue.global().async { completionHandler("key", nil) }
    }

    public func attestKey(
        _ key: String, clientDataHash: Data, completionHandler: @escaping @Sendable (Data?, (any Error)?) -> Void
    ) {
        let object = answers ? Data("attested ".utf8) + clientDataHash : nil
        DispatchQueue.global().async { completionHandler(object, object == nil ? DCError() : nil) }
    }
}
