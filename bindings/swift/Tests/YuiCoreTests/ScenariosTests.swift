// Every scenario file, each against a server process and phones of its own.

import Scenarios
import Testing
import Testkit
import YuiCore

struct ScenariosTests {
    @Test("a scenario plays as it is written", arguments: Scenario.files)
    func plays(file: String) async throws { _ = try await Played.shared.answers(of: file) }

    @Test("a step that the runner does not know fails")
    func unknownStep() async throws {
        let new: JSON = ["as": "hanako", "do": "phone.new"]
        for unknown: JSON in [
            ["as": "hanako", "do": "wallet.juggle"], ["do": "town.juggle"], ["do": "sync", "juggling": true],
        ] {
            await #expect(throws: Trouble.self, "\(unknown)") {
                try await play(Scenario(["name": "unknown", "steps": [new, unknown]]))
            }
        }
    }
}

/// What the core answered in each scenario; each is played once, whichever test asks for it.
actor Played {
    static let shared = Played()
    private var playing: [String: Task<[any Sendable], any Error>] = [:]

    func answers(of file: String) async throws -> [any Sendable] {
        let task = playing[file] ?? Task { try await play(Scenario(file: file)) }
        playing[file] = task
        return try await task.value
    }
}
