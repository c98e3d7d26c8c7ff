// How a screen follows the core, and what it does not hear.

import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(1)))
struct PulledTests {
    @Test("what is not waited for any more is not heard, neither its record nor its refusal", arguments: [false, true])
    func cancelled(fails: Bool) async throws {
        let app = try await guest()
        let pulled = Pulled<Int>()
        let (asked, ask) = AsyncStream<Void>.makeStream()
        let following = Task {
            await pulled.follow([.settings], of: app, anewAfter: never) { _ in
                ask.yield()
                do { try await Task.sleep(for: .seconds(60)) } catch { if fails { throw error } }
                return 850
            }
        }
        for await _ in asked { break }
        following.cancel()
        await following.value
        guard case .waiting = pulled.standing else { throw Trouble("heard: \(pulled.standing)") }
    }

    private func never(_ record: Int) -> Duration? { nil }

    @Test("what is waited for is heard, also why there is none")
    func heard() async throws {
        let app = try await guest()
        let pulled = Pulled<Int>()
        await pulled.follow([.settings], of: app, anewAfter: never) { _ in throw PlatformError.Failed }
        guard case .failed = pulled.standing else { throw Trouble("not heard: \(pulled.standing)") }
    }
}
