// That the runner of scenarios sees a difference: without it, no scenario could fail.

import Testing
import Testkit

@testable import Scenarios

struct ExpectTests {
    private let found: JSON = ["state": "paid", "lots": [["amount": 1], ["amount": 2]], "code": nil]

    @Test(
        "a subset is enough",
        arguments: [
            ["state": "paid"],
            ["lots": [["amount": 1], [:]]],
            ["lots": ["$length": 2], "state": ["$contains": "pai"]],
            ["code": ["$exists": false], "state": ["$exists": true]],
            nil,
        ] as [JSON])
    func met(expected: JSON) { #expect(mismatch(expected, found) == nil) }

    @Test(
        "a difference is named",
        arguments: [
            ["state": "pending"],
            ["lots": [["amount": 1]]],
            ["lots": [["amount": 2], [:]]],
            ["lots": ["$length": 3]],
            ["state": ["$contains": "unpaid"]],
            ["none": 1],
            ["code": ["$exists": true]],
            ["state": ["$exists": false]],
            "paid",
        ] as [JSON])
    func missed(expected: JSON) { #expect(mismatch(expected, found) != nil) }

    @Test("saved values stand where they are named")
    func vars() throws {
        var vars = Vars()
        try vars.save(["poster": "/codes/0"], of: ["codes": ["0002"]])
        #expect(try vars.fill(["text": "$poster", "n": [1]]) == ["text": "0002", "n": [1]])
        #expect(throws: Trouble.self) { try vars.fill("$other") }
        #expect(throws: Trouble.self) { try vars.save(["poster": "/codes/0"], of: [:]) }
    }

    @Test("a step is played as it is expected")
    func asExpected() async throws {
        _ = try await play(step: "guest.look", expecting: ["registered": false])
        _ = try await play(step: "wallet.code", expecting: ["error": "not_registered"])
    }

    @Test(
        "a step that is answered otherwise than expected fails",
        arguments: [
            ("guest.look", ["registered": true], "false instead of true"),
            ("guest.look", ["error": "not_registered"], "null instead of \"not_registered\""),
            ("wallet.code", [:], "refused with \"not_registered\""),
        ] as [(String, JSON, String)])
    func otherwise(action: String, expected: JSON, difference: String) async {
        await #expect {
            try await play(step: action, expecting: expected)
        } throws: { error in
            (error as? Trouble)?.description.contains(difference) == true
        }
    }

    /// Plays one step on a new phone.
    private func play(step action: String, expecting expected: JSON) async throws -> [any Sendable] {
        let new: JSON = ["as": "hanako", "do": "phone.new"]
        let step: JSON = ["as": "hanako", "do": .text(action), "expect": expected]
        return try await Scenarios.play(Scenario(["name": "one step", "steps": [new, step]]))
    }
}
