// A stand-in for the moments that the system gives to apps in the back, where there are none.

import Foundation

public class BGTaskRequest: NSObject {
    public let identifier: String
    public var earliestBeginDate: Date?

    init(_ identifier: String) { self.identifier = identifier }
}

public final class BGAppRefreshTaskRequest: BGTaskRequest {
    public init(identifier: String) { super.init(identifier) }
}

public final class BGTaskScheduler: NSObject, @unchecked Sendable {
    public static let shared = BGTaskScheduler()

    private let lock = NSLock()
    private var requests: [String: Date?] = [:]

    /// What was asked for, and from when on.
    public var asked: [String: Date?] { lock.withLock { requests } }

    public func submit(_ request: BGTaskRequest) throws {
        lock.withLock { requests[request.identifier] = .some(request.earliestBeginDate) }
    }
}
