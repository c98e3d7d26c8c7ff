// A stand-in for LocalAuthentication where there is none: the person does what a test says.

import Foundation
import Security

public enum LAPolicy: Sendable { case deviceOwnerAuthentication }

public enum LAAccessControlOperation: Sendable { case useKeySign }

public struct LAError: Error {
    public enum Code: Sendable {
        case authenticationFailed, userCancel, appCancel, systemCancel, passcodeNotSet, biometryLockout, invalidContext
    }

    public let code: Code

    public init(_ code: Code) { self.code = code }
}

public final class LAContext: NSObject, @unchecked Sendable {
    /// What the person does when she is asked: nothing wrong unless a test says so.
    nonisolated(unsafe) public static var refusal: LAError.Code?
    /// What she was asked.
    nonisolated(unsafe) public static var asked: [String] = []

    /// Whether she was asked, and it is she.
    public private(set) var isSure = false

    public override init() {}

    public func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool {
        FakeKeychain.phone.hasPasscode
    }

    public func evaluateAccessControl(
        _ access: SecAccessControl, operation: LAAccessControlOperation, localizedReason reason: String,
        reply: @escaping @Sendable (Bool, (any Error)?) -> Void
    ) {
        precondition(!reason.isEmpty, "Apple's throws an exception for that")
        Self.asked.append(reason)
        isSure = Self.refusal == nil
        let error = Self.refusal.map { LAError($0) }
        DispatchQueue.global().async { reply(error == nil, error) }
    }
}
