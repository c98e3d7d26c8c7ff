// A made-up town for a test: its server, a shop, and people with phones and cards.

import Foundation
import YuiCore

/// See the file.
public struct Town: Sendable {
    /// Its server.
    public let server: ServerProcess
    private let people = Guarded(0)

    /// A town whose server has networks for so many phones.
    public init(phones: Int = 8) async throws { server = try await ServerProcess(phones: phones) }

    /// A new phone with the app, its services those of `telephone` unless others are given.
    public func phone(
        _ name: String, _ telephone: Telephone = Telephone(), platform: Platform? = nil
    ) async throws -> Handset {
        try await Handset(server.config(of: name, origin: server.newNetwork()), telephone, platform: platform, in: self)
    }

    /// The address of a new card of somebody new.
    public func card(_ kind: String = "none") async throws -> String {
        let number = people.change { count in
            count += 1
            return count
        }
        let birth = 1900 + number % 100
        let made = try await server.control(
            "card.make",
            [
                "name": "田中　花子", "address": "長崎県大村市玖島１丁目２５番地", "birth": .text("\(birth)-04-01"), "sex": "2",
                "kind": .text(kind),
            ])
        guard let card = made["card"].text else { throw Trouble("no card: \(made)") }
        return card
    }

    /// A phone whose person is registered and has points.
    public func resident(
        _ name: String, points: Int64 = 5000, _ telephone: Telephone = Telephone(), platform: Platform? = nil
    ) async throws -> Handset {
        let phone = try await phone(name, telephone, platform: platform)
        let registered = try await phone.app.identity().register(
            draft: .first(), card: HeldCard(await card()), listener: nil)
        try await charge(registered.identity.subject, points)
        _ = try await phone.app.sync()
        return phone
    }

    /// Staff charge a resident's wallet.
    public func charge(_ subject: String, _ points: Int64) async throws {
        let charged = try await server.control("charge", ["subject": .text(subject), "points": .integer(points)])
        guard charged["error"] == .null else { throw Trouble("not charged: \(charged)") }
    }

    /// A shop as the town adds it: with the texts for its phone and its wall.
    public func newShop() async throws -> JSON {
        try await server.control(
            "shop.add", ["name": "まるや食堂", "kana": "マルヤショクドウ", "area": "本町", "classes": ["food"]])
    }

    /// A shop's phone, and the text of the poster on its wall.
    public func shop(_ name: String = "maruya") async throws -> (phone: Handset, poster: String) {
        let shop = try await newShop()
        guard let pairing = shop["pairing"].text, let poster = shop["poster"].text else {
            throw Trouble("no shop: \(shop)")
        }
        let phone = try await phone(name)
        _ = try await phone.app.shop().pair(text: pairing)
        return (phone, poster)
    }
}

/// A telephone in somebody's hand, with the app open.
public struct Handset: Sendable {
    /// The app.
    public let app: YuiApp
    /// What it was opened with; the origin is the phone's network.
    public let config: AppConfig
    /// What stays when the app is closed.
    public let telephone: Telephone

    /// Its town, whose server runs as long as there is a phone.
    public let town: Town

    /// Opens the app.
    public init(
        _ config: AppConfig, _ telephone: Telephone, platform: Platform? = nil, in town: Town
    ) async throws {
        app = try await YuiApp.open(config: config, platform: platform ?? telephone.platform())
        (self.config, self.telephone, self.town) = (config, telephone, town)
    }

    /// Quotes a payment to the shop of a poster.
    public func quote(_ poster: String, _ points: Int64) async throws -> Quote {
        guard case .payShop(let shop) = try await app.wallet().scan(text: poster) else { throw Trouble("no poster") }
        return try await app.wallet().prepare(shop: shop.id, amount: points, till: nil)
    }

    /// The lines of history that are payments.
    public func payments() async throws -> [EntryView] {
        let page = try await app.wallet().history(query: HistoryQuery(after: nil, limit: 100, search: nil))
        return page.days.flatMap(\.lines).filter { $0.kind == .payment }
    }
}

/// The test cards' signature password.
public let cardPassword = "YUITEST2026"

extension RegisterDraft {
    /// A first registration with the password of the test cards, or another.
    public static func first(password: String = cardPassword, purpose: EnrolPurpose = .register) -> RegisterDraft {
        RegisterDraft(
            route: .signature, password: password, purpose: purpose, deviceName: "花子の電話", lastTryConfirmed: false)
    }
}

/// The error with which a call is refused; a call that is not is a trouble.
public func refusal<Answer>(_ call: () async throws -> Answer) async throws -> AppError {
    do {
        throw Trouble("not refused: \(try await call())")
    } catch let error as AppError {
        return error
    }
}

/// Waits until something is so; a trouble when it never is.
public func eventually(_ what: String, _ isSo: () async throws -> Bool) async throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while try await !isSo() {
        guard Date() < deadline else { throw Trouble("never: \(what)") }
        try await Task.sleep(for: .milliseconds(10))
    }
}
