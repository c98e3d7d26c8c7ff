// What the person does on a screen: one thing at a time, and what went wrong with it.

import Observation
import YuiCore

/// See the file. A screen keeps one for as long as it is shown.
@MainActor @Observable final class Deeds {
    /// Whether something is under way.
    private(set) var busy = false

    /// How the last thing failed, if it did.
    private(set) var refused: AppError?

    /// Does it; nothing while another one is under way, so that two taps are one.
    func callAsFunction(_ deed: @escaping @MainActor () async throws -> Void) {
        guard !busy else { return }
        busy = true
        refused = nil
        Task {
            do { try await deed() } catch { failed(error) }
            busy = false
        }
    }

    /// Something failed that was not begun here.
    func failed(_ error: any Error) { refused = AppError(error) }
}

extension AppError {
    /// What a call of the core threw; whatever it is, a person has to be told of it.
    init(_ error: any Error) {
        self =
            error as? AppError
            ?? .Failed(
                code: .internal, triesLeft: nil, required: nil, instance: nil, serverTime: nil, status: 0,
                retryAfter: nil)
    }
}
