// Behaviour written once, as data: tests/scenarios/*.json, played here from Swift. This runner holds no rules: it maps
// each step to one call of the core or of the test server's control port, and a step it does not know fails.

import Foundation
import Testkit

/// A scenario file.
public struct Scenario: Sendable {
    let name: String
    let steps: [Step]

    /// All files there are, in the order of their names.
    public static let files: [String] = {
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return all.filter { $0.hasSuffix(".json") }.sorted()
    }()

    private static let folder = repository.appending(path: "tests/scenarios").path

    /// The text of one of the files, read.
    public init(file: String) throws {
        try self.init(JSON(parsing: String(contentsOfFile: "\(Self.folder)/\(file)", encoding: .utf8)))
    }

    /// A scenario as it is written.
    public init(_ written: JSON) throws {
        name = written["name"].text ?? ""
        steps = try (written["steps"].list ?? []).map(Step.init)
    }
}

/// One step: who does what, with what, what must be in the answer, and what to keep of it (name → JSON pointer).
struct Step {
    let (actor, action): (String, String)
    let (with, expect): (JSON, JSON)
    let save: [String: JSON]

    init(_ written: JSON) throws {
        let known: Set = ["as", "do", "with", "expect", "save", "tell"]
        guard let action = written["do"].text, known.isSuperset(of: written.object?.keys.map(\.self) ?? []) else {
            throw Trouble("this is no step: \(written)")
        }
        (actor, self.action) = (written["as"].text ?? "town", action)
        (with, expect, save) = (written["with"], written["expect"], written["save"].object ?? [:])
    }
}

/// What a scenario remembers between steps.
struct Vars {
    private var values: [String: JSON] = [:]

    mutating func save(_ wanted: [String: JSON], of answer: JSON) throws {
        for (name, pointer) in wanted {
            values[name] = pointer.text.flatMap(answer.at)
            if values[name] == nil { throw Trouble("nothing at \(pointer) to save as \(name)") }
        }
    }

    /// The value with every text `$name` replaced.
    func fill(_ value: JSON) throws -> JSON {
        switch value {
        case .text(let text) where text.hasPrefix("$"):
            guard let saved = values[String(text.dropFirst())] else { throw Trouble("\(text) was never saved") }
            return saved
        case .list(let items): return .list(try items.map(fill))
        case .object(let members):
            let filled = try members.map { ($0, $0.hasPrefix("$") ? $1 : try fill($1)) }
            return .object(Dictionary(uniqueKeysWithValues: filled))
        default: return value
        }
    }
}

/// Where `found` does not meet `expected`, in words; none when it does.
///
/// An object is met by one with at least its members; `null` by everything; `{"$exists": bool}` by presence;
/// `{"$contains": text}` by a text with that part; `{"$length": n}` and an array by a list of that length.
func mismatch(_ expected: JSON, _ found: JSON, at path: String = "") -> String? {
    switch expected {
    case .null: return nil
    case .object(let members):
        if let part = members["$contains"]?.text {
            return found.text?.contains(part) == true ? nil : "\(path): \(found) does not contain \(part)"
        }
        if let length = members["$length"]?.integer {
            return found.list.map { Int64($0.count) } == length ? nil : "\(path): \(found) has not length \(length)"
        }
        if let exists = members["$exists"]?.bool {
            return (found != .null) == exists ? nil : "\(path): \(found), expected \(exists ? "some" : "no")thing"
        }
        return members.lazy.compactMap { mismatch($1, found[$0], at: "\(path)/\($0)") }.first
    case .list(let items):
        let list = found.list ?? []
        if list.count != items.count || found.list == nil { return "\(path): \(found) is no list of \(items.count)" }
        return zip(items, list).enumerated().lazy.compactMap { mismatch($1.0, $1.1, at: "\(path)/\($0)") }.first
    default: return expected == found ? nil : "\(path): \(found) instead of \(expected)"
    }
}
