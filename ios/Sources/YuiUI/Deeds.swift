// What the person does on a screen: one thing at a time, and what went wrong with it.

import Observation
import YuiCore

/// See the file. One for each stay; what was begun goes on when she leaves it.
@MainActor @Observable final class Deeds {
    /// Whether something is under way.
    private(set) var busy = false

    /// Whether that can be stopped: nothing of it stays then.
    private(set) var stoppable = false

    /// Whether it is said here that it takes its time; else the screen says so itself.
    private(set) var told = false

    /// How the last thing failed, if it did.
    private(set) var refused: AppError?

    /// Which one is under way: what was given up is heard no more.
    private var turn = 0
    private var task: Task<Void, Never>?
    /// The last thing that failed. What went well is not kept: a PIN may be in it.
    private var last: (@MainActor () -> Void)?

    /// Does it, and answers true; nothing while another one is under way, so that two taps are one. What can be stopped
    /// looks whether it was before it changes anything here.
    @discardableResult func callAsFunction(
        stoppable: Bool = false, told: Bool = true, _ deed: @escaping @MainActor () async throws -> Void
    ) -> Bool {
        guard !busy else { return false }
        busy = true
        refused = nil
        self.stoppable = stoppable
        self.told = told
        last = nil
        turn += 1
        task = Task { [turn] in
            do { try await deed() } catch {
                if self.turn == turn {
                    failed(error)
                    last = { [weak self] in _ = self?(stoppable: stoppable, told: told, deed) }
                }
            }
            if self.turn == turn { busy = false }
        }
        return true
    }

    /// What is under way is given up.
    func stop() {
        turn += 1
        busy = false
        task?.cancel()
    }

    /// The last thing that failed, once more; where that was none of hers, it is no longer said.
    func again() {
        let failed = last
        refused = nil
        failed?()
    }

    /// Something failed that was not begun here.
    func failed(_ error: any Error) {
        refused = AppError(error)
        last = nil
    }
}

extension AppError {
    /// What a call of the core threw; whatever it is, a person has to be told of it.
    init(_ error: any Error) {
        self = error as? AppError ?? AppError(code: .internal)
    }

    /// What this phone itself could not do.
    public init(code: ErrorCode) {
        self = .Failed(
            code: code, triesLeft: nil, required: nil, instance: nil, serverTime: nil, status: 0, retryAfter: nil)
    }
}
