// Plays a scenario, step by step, against a server process of its own.

import Foundation
import Testkit
import YuiCore

/// Plays a scenario with fresh phones, and answers all that the core answered, refusals too. Throws at the first step
/// that is not as expected.
public func play(_ scenario: Scenario) async throws -> [any Sendable] {
    let play = Play(server: try await ServerProcess())
    for (number, step) in scenario.steps.enumerated() {
        do { try await play.step(step) } catch {
            throw Trouble("\(scenario.name), step \(number + 1) (\(step.actor) \(step.action)): \(error)")
        }
    }
    return play.answers
}

/// A scenario that is being played.
final class Play {
    let server: ServerProcess
    /// By how much the phones' clocks are ahead of the machine's, with the server's.
    let offset = Guarded<Int64>(0)
    private var phones: [String: Phone] = [:]
    private var vars = Vars()
    private(set) var answers: [any Sendable] = []

    init(server: ServerProcess) { self.server = server }

    func step(_ step: Step) async throws {
        let (with, expect) = (try vars.fill(step.with), try vars.fill(step.expect))
        let answer = try await act(step, with)
        if answer["error"] != .null && expect["error"] == .null { throw Trouble("refused with \(answer["error"])") }
        if let wrong = mismatch(expect, answer) { throw Trouble(wrong) }
        try vars.save(step.save, of: answer)
    }

    private func act(_ step: Step, _ with: JSON) async throws -> JSON {
        switch (step.actor, step.action) {
        case ("town", "compare.histories"), ("staff", "compare.histories"): return try await compare(with)
        case ("town", _), ("staff", _): return try await server.control(step.action, with)
        case ("clock", "advance"):
            let answer = try await server.control("clock.advance", with)
            offset.now = answer["offset_ms"].integer ?? 0
            return answer
        case ("server", "kill"): await server.kill()
        case ("server", "start"): try await server.startAgain(ahead: offset.now)
        case (let name, "phone.new"):
            phones[name] = try await Phone(name, of: self, with: with) { self.answers.append($0) }
        case (let name, "network"):
            return try await server.setNetwork(phone(name).origin, with["state"].text ?? "")
        case (let name, "identity.remove"):
            let other = try phone(with["phone"].text ?? "").telephone.keys.deviceThumbprint
            return try await phone(name).act("identity.remove_device", ["device": other.map(JSON.text) ?? .null])
        case (let name, "wait.entry"): return try await waitForEntry(name, with)
        case (let name, let action): return try await phone(name).act(action, with)
        }
        return [:]
    }

    private func phone(_ name: String) throws -> Phone {
        guard let phone = phones[name] else { throw Trouble("\(name) has no phone") }
        return phone
    }

    /// Waits until a line of history is answered by the server; nobody touches the phone meanwhile.
    private func waitForEntry(_ name: String, _ with: JSON) async throws -> JSON {
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            let entry = try await phone(name).act("entry", with)
            if entry["in_ledger"] == true || Date() > deadline { return entry }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Whether a resident's payments at a shop, with their refunds, are the same list on both phones: id, amount, state
    /// and server time.
    private func compare(_ with: JSON) async throws -> JSON {
        func list(_ role: String) async throws -> [JSON] {
            let page = try await phone(with[role].text ?? "").act("history", ["role": .text(role)])
            let lines = (page["lines"].list ?? []).filter { ["payment", "refund"].contains($0["kind"]) }
            return lines.map { [$0["id"], $0["amount"], $0["state"], $0["at"]] }
        }
        let (resident, shop) = (try await list("resident"), try await list("shop"))
        return ["equal": .bool(resident == shop), "entries": .integer(Int64(resident.count))]
    }
}
