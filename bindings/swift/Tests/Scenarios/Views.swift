// What the core answers as JSON: every member under its own name as on the wire, and below, what a step calls otherwise.

import Testkit
import YuiCore

/// A record, an enum or a list of them, with the words of the wire.
func view(_ value: Any) -> JSON {
    switch value {
    case let text as Text: return .text(text.plain)
    case let code as ErrorCode: return .text(code.text)
    case let text as String: return .text(text)
    case let bool as Bool: return .bool(bool)
    case let integer as Int64: return .integer(integer)
    case let count as UInt32: return .integer(Int64(count))
    case let shop as ShopView: return .text(shop.name)
    case let way as WayOnView: return view(way.way)
    case let intent as Intent: return view(intent: intent)
    default: break
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { view($0.value) } ?? .null
    case .collection: return .list(mirror.children.map { view($0.value) })
    case .enum: return .text(snake("\(value)"))
    default:
        let members = mirror.children.map { (snake($0.label ?? ""), view($0.value)) }
        return .object(Dictionary(uniqueKeysWithValues: members)).with(otherwise(value))
    }
}

/// A refusal, with what can be done about it.
func refused(_ error: AppError, trouble: CardTrouble? = nil) -> JSON {
    let answer: JSON = ["error": view(error.code), "tries_left": view(error.triesLeft as Any)]
    return trouble.map { answer.with(["trouble": view($0)]) } ?? answer
}

/// What a scanned text means: its kind beside what it carries.
private func view(intent: Intent) -> JSON {
    let carried = Mirror(reflecting: intent).children.first
    let kind: JSON = ["intent": .text(snake(carried?.label ?? "\(intent)"))]
    return switch intent {
    case .payShop(let shop), .payTill(let shop, _, _, _, _):
        view(carried?.value as Any).with(kind).with(["area": .text(shop.area)])
    default: view(carried?.value as Any).with(kind)
    }
}

private func otherwise(_ value: Any) -> JSON {
    switch value {
    case let registration as RegistrationView: view(registration.identity)
    case let prompt as PinPrompt:
        ["tries": view(prompt.triesText as Any), "last_try": view(prompt.lastTry?.body as Any)]
    case let till as TillView: ["till": view(till.id), "text": view(till.code)]
    default: [:]
    }
}

/// `partlyRefunded` → `partly_refunded`.
private func snake(_ name: String) -> String {
    name.reduce(into: "") { words, letter in words += letter.isUppercase ? "_\(letter.lowercased())" : "\(letter)" }
}
