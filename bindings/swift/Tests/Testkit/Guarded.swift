// A value that several threads change: the core calls a telephone from threads of its own.

import Foundation

/// A value behind a lock.
public final class Guarded<Value>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    public init(_ value: Value) { self.value = value }

    /// What it is now.
    public var now: Value {
        get { lock.withLock { value } }
        set { lock.withLock { value = newValue } }
    }

    /// Sets it and answers what it was.
    public func exchange(_ new: Value) -> Value {
        change { value in
            defer { value = new }
            return value
        }
    }

    /// Changes it, with nobody in between.
    public func change<Answer>(_ change: (inout Value) throws -> Answer) rethrows -> Answer {
        try lock.withLock { try change(&value) }
    }
}
