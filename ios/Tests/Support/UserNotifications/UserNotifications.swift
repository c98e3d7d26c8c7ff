// A stand-in for the system's notifications where there are none: it remembers what is shown, and the person answers as a
// test says.

import Foundation

public struct UNAuthorizationOptions: OptionSet, Sendable {
    public let rawValue: Int
    public static let alert = Self(rawValue: 1), sound = Self(rawValue: 2)

    public init(rawValue: Int) { self.rawValue = rawValue }
}

public final class UNNotificationSound: NSObject, Sendable {
    public static let `default` = UNNotificationSound()
}

public final class UNMutableNotificationContent: NSObject, @unchecked Sendable {
    public var title = ""
    public var body = ""
    public var sound: UNNotificationSound?
    public var threadIdentifier = ""

    public override init() {}
}

public final class UNNotificationTrigger: NSObject {}

public final class UNNotificationRequest: NSObject, @unchecked Sendable {
    public let identifier: String
    public let content: UNMutableNotificationContent

    public init(identifier: String, content: UNMutableNotificationContent, trigger: UNNotificationTrigger?) {
        (self.identifier, self.content) = (identifier, content)
    }
}

public final class UNUserNotificationCenter: NSObject, @unchecked Sendable {
    private static let center = UNUserNotificationCenter()

    /// Whether the person lets the app notify her.
    public var isAllowed = true

    private let lock = NSLock()
    private var requests: [String: UNNotificationRequest] = [:]

    /// What is shown, by its identifier.
    public var shown: [String: UNNotificationRequest] { lock.withLock { requests } }

    public static func current() -> UNUserNotificationCenter { center }

    public func requestAuthorization(options: UNAuthorizationOptions) async throws -> Bool { isAllowed }

    public func add(_ request: UNNotificationRequest, withCompletionHandler handler: (((any Error)?) -> Void)? = nil) {
        lock.withLock { requests[request.identifier] = request }
    }
}
