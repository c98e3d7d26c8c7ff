// JSON as a value: what the control port, the scenarios and the runner speak.

import Foundation

/// A value of JSON. Numbers are integers: nothing of the project has others.
public enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case text(String)
    case list([JSON])
    case object([String: JSON])

    /// Reads a text.
    public init(parsing text: String) throws { self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8)) }

    /// The text, if it is one.
    public var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The integer, if it is one.
    public var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }

    /// The truth value, if it is one.
    public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

    /// The elements, if it is a list.
    public var list: [JSON]? { if case .list(let list) = self { list } else { nil } }

    /// The members, if it is an object.
    public var object: [String: JSON]? { if case .object(let object) = self { object } else { nil } }

    /// A member of an object; `null` where there is none.
    public subscript(_ name: String) -> JSON { object?[name] ?? .null }

    /// The object with further members, which count before its own.
    public func with(_ more: JSON) -> JSON { .object((object ?? [:]).merging(more.object ?? [:]) { $1 }) }

    /// What a JSON pointer leads to (RFC 6901, without escapes); none where it leads nowhere.
    public func at(_ pointer: String) -> JSON? {
        pointer.split(separator: "/").reduce(self) { value, name in
            switch value {
            case .object(let members): members[String(name)]
            case .list(let items): Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil }
            default: nil
            }
        }
    }
}

extension JSON: Codable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let integer = try? value.decode(Int64.self) {
            self = .integer(integer)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .integer(let integer): try container.encode(integer)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

extension JSON: CustomStringConvertible {
    public var description: String { (try? String(decoding: JSONEncoder().encode(self), as: UTF8.self)) ?? "?" }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral integer: Int64) { self = .integer(integer) }
    public init(booleanLiteral bool: Bool) { self = .bool(bool) }
    public init(nilLiteral: ()) { self = .null }
    public init(arrayLiteral items: JSON...) { self = .list(items) }
    public init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
    }
}
