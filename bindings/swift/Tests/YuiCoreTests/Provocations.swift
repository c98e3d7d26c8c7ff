// What brings a phone to each code that only a phone raises: networks, cards, a key store, a clock, files, texts.

import Foundation
import Testkit
import YuiCore

struct Provocations {
    typealias Provocation = (ErrorCode, () async throws -> any Sendable)

    private let town: Town
    private let guest: Handset

    init() async throws {
        town = try await Town(phones: 24)
        guest = try await town.phone("guest")
    }

    func all() async throws -> [Provocation] {
        try await scans() + networks() + cards() + services() + stores()
    }

    private func scans() throws -> [Provocation] {
        let folder = repository.appending(path: "tests/scenarios/18-strange-codes.json")
        let scenario = try JSON(parsing: String(contentsOf: folder, encoding: .utf8))
        return try [ErrorCode.qrMalformed, .qrChecksum, .qrVersion, .qrForeign, .qrTooLong].map { code in
            let step = scenario["steps"].list?.first {
                $0["do"] == "wallet.scan" && $0["expect"]["error"].text == code.text
            }
            guard let text = step?["with"]["text"].text else { throw Trouble("no scenario scans \(code.text)") }
            return (code, { try await guest.app.wallet().scan(text: text) })
        }
    }

    private func networks() async throws -> [Provocation] {
        func shops(at origin: String) async throws -> ShopsPage {
            let config = try town.server.config(of: "elsewhere", origin: origin)
            let app = try await YuiApp.open(config: config, platform: guest.telephone.platform())
            return try await app.wallet().shops(words: "", after: nil)
        }
        let losing = try await town.server.newNetwork()
        try await town.server.setNetwork(losing, "lose_answer")
        return [
            (.offline, { try await shops(at: "http://127.0.0.1:1") }),  // Nobody listens there.
            (
                .answerLost,
                {
                    let shop = try await town.shop().phone
                    try await town.server.setNetwork(shop.config.origin, "lose_answer")
                    return try await shop.app.shop().openTill(amount: 850, reference: nil, seconds: 600)
                }
            ),
            (
                .connectionLost,
                {
                    let config = try town.server.config(of: "visitor", origin: losing)
                    let app = try await YuiApp.open(config: config, platform: guest.telephone.platform())
                    try await app.identity().requestVisitorCode(email: "hanako@example.jp")
                    return true
                }
            ),
            // No server of a town: it answers with pages that are not ours.
            (.answerMalformed, { try await shops(at: town.server.addresses.control) }),
            (.notRegistered, { try await guest.app.wallet().showCode() }),
        ]
    }

    private func cards() async throws -> [Provocation] {
        let pulledOut = try await town.card()
        _ = try await town.server.control("card.pull_out", ["card": .text(pulledOut), "after": 7])
        let worn = try await town.card()
        for _ in 0..<4 { _ = try await refusal { try await register(worn, password: "WRONG2026") } }
        let good = try await town.card()
        return [
            (.cardLost, { try await register(pulledOut) }),
            (.cardUnsupported, { try await register(try await town.card("resident_register_card")) }),
            (.certificateAbsent, { try await register(try await town.card("without_signature_certificate")) }),
            (.pinBlocked, { try await register(try await town.card("password_blocked")) }),
            (.pinFormat, { try await register(good, password: "?") }),
            (.pinWrong, { try await register(good, password: "WRONG2026") }),
            (.pinLastTry, { try await register(worn) }),
            (.cardFailed, { try await guest.app.identity().cardState(card: Broken()) }),
        ]
    }

    private func register(_ card: String, password: String = cardPassword) async throws -> RegistrationView {
        try await guest.app.identity().register(draft: .first(password: password), card: HeldCard(card), listener: nil)
    }

    private func services() async throws -> [Provocation] {
        let bare = try await town.phone("bare", Telephone(screenLock: false))
        let shy = try await town.phone("shy")
        shy.telephone.keys.setUserVerifies(false)
        let early = try await town.resident("early")
        early.telephone.clock.setWrong(byDays: -2)
        return [
            (.noScreenLock, { try await register(on: bare, .first(purpose: .renewUserKey)) }),
            (.userNotVerified, { try await register(on: shy, .first()) }),
            (.cancelled, { try await registerWhereKeysThrow(PlatformError.Cancelled) }),
            (.platformFailed, { try await registerWhereKeysThrow(PlatformError.Failed) }),
            (.clockWentBack, { try await early.app.wallet().showCode() }),
        ]
    }

    private func register(on phone: Handset, _ draft: RegisterDraft) async throws -> RegistrationView {
        try await phone.app.identity().register(draft: draft, card: HeldCard(town.card()), listener: nil)
    }

    private func registerWhereKeysThrow(_ error: PlatformError) async throws -> RegistrationView {
        let telephone = Telephone()
        let meddler = Meddler(.keys, of: telephone)
        meddler.before.now = { _ in throw error }
        let phone = try await town.phone("\(error)", telephone, platform: meddler.platform)
        return try await register(on: phone, .first())
    }

    private func stores() throws -> [Provocation] {
        func open(_ folder: String) async throws -> YuiApp {
            let config = AppConfig(
                dataDir: folder, origin: guest.config.origin, town: guest.config.town, language: "ja",
                bundledMunicipality: nil)
            return try await YuiApp.open(config: config, platform: Telephone().platform())
        }
        let foreign = try town.server.config(of: "foreign", origin: guest.config.origin).dataDir
        try Data("a made-up shopping list".utf8).write(to: URL(filePath: foreign).appending(path: "yui.sqlite"))
        return [
            (.storageFailed, { try await open(guest.config.dataDir + "/nowhere") }),
            (.storageForeign, { try await open(foreign) }),
            (.storageSealed, { try await open(guest.config.dataDir) }),
        ]
    }
}

/// A card whose chip says that something is wrong, whatever it is asked (ISO/IEC 7816-4: 6F00).
private final class Broken: CardTransport {
    func transceive(apdu: Data) throws -> Data { Data([0x6f, 0x00]) }
}
