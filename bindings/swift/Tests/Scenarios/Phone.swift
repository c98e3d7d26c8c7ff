// A phone of a scenario: the core on a made-up telephone, every step one call of its facade.

import Foundation
import Testkit
import YuiCore

final class Phone {
    let telephone: Telephone
    let origin: String
    private let (name, server): (String, ServerProcess)
    private let answered: (any Sendable) -> Void
    private var app: YuiApp?
    private var intent: Intent?
    private var quote: Quote?

    /// A new phone, with the app just installed and in the foreground; `answered` is told every answer of the core.
    init(_ name: String, of play: Play, with: JSON, answered: @escaping (any Sendable) -> Void) async throws {
        (self.name, self.server, self.answered) = (name, play.server, answered)
        origin = try await server.newNetwork()
        telephone = Telephone(screenLock: with["screen_lock"].bool ?? true, offset: play.offset)
        try await start()
    }

    private func start() async throws {
        let config = try server.config(of: name, origin: origin)
        app = try await YuiApp.open(config: config, platform: telephone.platform())
        app?.start()
    }

    /// Does a step; a refusal is an answer with `error`, an unknown step is not.
    func act(_ action: String, _ with: JSON) async throws -> JSON {
        switch action {
        case "phone.kill": app = nil
        case "phone.start": try await start()
        case "phone.clock": telephone.clock.setWrong(byDays: with["days"].integer ?? 0)
        case "phone.screen_lock": telephone.keys.setScreenLock(with["on"].bool ?? false)
        default:
            guard let app else { throw Trouble("the app of \(name) does not run") }
            do { return try await call(app, action, with) } catch let error as AppError {
                answered(error)
                return refused(error)
            }
        }
        return [:]
    }

    private func call(_ app: YuiApp, _ action: String, _ with: JSON) async throws -> JSON {
        let points = with["points"].integer ?? 0
        func text(_ name: String) -> String { with[name].text ?? "" }
        switch action {
        case "guest.look": return told(try await app.identity().snapshot())
        case "identity.card_state": return told(try await app.identity().cardState(card: hold(with)))
        case "identity.register": return try await register(app, with)
        case "identity.pin_prompt":
            let place: PinPlace = try named(with["place"], [.registerPassword, .registerPin, .payPin])
            let left = with["tries_left"].integer.map(UInt32.init)
            return told(app.identity().pinPrompt(place: place, triesLeft: left, after: nil))
        case "identity.register_visitor":
            return told(try await app.identity().registerVisitor(registrationCode: text("code"), deviceName: name))
        case "identity.check_review": return told(try await app.identity().checkReview())
        case "identity.devices": return told(try await app.identity().devices())
        case "identity.remove_device": return told(try await app.identity().removeDevice(id: text("device")))
        case "identity.sign_out": try await app.identity().signOut()
        case "identity.leave": try await app.identity().leave(giveUpBalance: with["give_up_balance"].bool ?? false)
        case "sync": return told(try await app.sync())
        case "wallet.snapshot": return told(try await app.wallet().snapshot()).with(try await history(app, "history"))
        case "history": return try await history(app, "lines", shop: with["role"] == "shop")
        case "entry":
            let ask = try await app.shop().paired() != nil ? app.shop().entry : app.wallet().entry
            return told(try await ask(text("id")))
        case "wallet.scan":
            intent = nil
            intent = try await app.wallet().scan(text: text("text"))
            return told(intent as any Sendable)
        case "wallet.prepare": return try await prepare(app, points)
        case "wallet.confirm": return try await confirm(app, with)
        case "wallet.redeem_voucher": return told(try await app.wallet().redeemVoucher(text: text("text")))
        case "wallet.code": return told(try await app.wallet().showCode())
        case "wallet.code_state": return told(try await app.wallet().code() as any Sendable)
        case "shop.pair": return ["name": told(try await app.shop().pair(text: text("code")))]
        case "shop.receive": return told(try await app.shop().receive(text: text("text"), amount: points))
        case "shop.prepare_refund":
            return told(try await app.shop().prepareRefund(payment: text("payment"), amount: points))
        case "shop.refund": return told(try await app.shop().refund(payment: text("payment"), amount: points))
        case "shop.open_till":
            let (reference, seconds) = (with["reference"].text, UInt32(with["seconds"].integer ?? 120))
            return told(try await app.shop().openTill(amount: points, reference: reference, seconds: seconds))
        case "shop.cancel_till": return told(try await app.shop().cancelTill(id: text("till")))
        case "shop.today": return told(try await app.shop().today())
        default: throw Trouble("this runner does not know \(action)")
        }
        return [:]
    }

    private func told(_ answer: any Sendable) -> JSON {
        answered(answer)
        return view(answer)
    }

    /// The value that has this word on the wire.
    private func named<Value>(_ word: JSON, _ values: [Value]) throws -> Value {
        guard let value = values.first(where: { view($0) == word }) else { throw Trouble("\(word) is none") }
        return value
    }

    private func hold(_ with: JSON) throws -> HeldCard { try HeldCard(with["card"].text ?? "") }

    private func register(_ app: YuiApp, _ with: JSON) async throws -> JSON {
        let wanted = with["purpose"] == .null ? "register" : with["purpose"]
        let purpose: EnrolPurpose = try named(wanted, [.register, .addDevice, .replaceLost, .renewUserKey])
        let password = with["password"].text
        let draft = RegisterDraft(
            route: password == nil ? .fourDigit : .signature, password: password ?? with["pin"].text ?? "",
            purpose: purpose, deviceName: name, lastTryConfirmed: with["last_try_confirmed"].bool ?? false)
        do {
            return told(try await app.identity().register(draft: draft, card: hold(with), listener: nil))
        } catch let error as AppError {
            let place: PinPlace = password == nil ? .registerPin : .registerPassword
            return refused(error, trouble: app.identity().cardTrouble(place: place, error: error))
        }
    }

    private func history(_ app: YuiApp, _ name: String, shop: Bool = false) async throws -> JSON {
        let query = HistoryQuery(after: nil, limit: 100, search: nil)
        let page = try await shop ? app.shop().history(query: query) : app.wallet().history(query: query)
        answered(page)
        return .object([name: view(page.days.flatMap(\.lines))])
    }

    private func prepare(_ app: YuiApp, _ points: Points) async throws -> JSON {
        let (shop, amount, till): (ShopView, Points, TillId?)
        switch intent {
        case .payShop(let scanned): (shop, amount, till) = (scanned, points, nil)
        case .payTill(let scanned, let order, let asked, _, _): (shop, amount, till) = (scanned, asked, order)
        default: throw Trouble("nothing was scanned that can be paid")
        }
        quote = nil
        quote = try await app.wallet().prepare(shop: shop.id, amount: amount, till: till)
        return told(quote as any Sendable)
    }

    private func confirm(_ app: YuiApp, _ with: JSON) async throws -> JSON {
        guard let quote else { throw Trouble("nothing was quoted") }
        telephone.keys.setUserVerifies(with["user_verified"].bool ?? true)
        defer { telephone.keys.setUserVerifies(true) }
        guard with["card"] != .null else { return told(try await app.wallet().confirm(id: quote.id)) }
        let paid = try await app.wallet().confirmWithCard(
            id: quote.id, card: hold(with), pin: with["pin"].text ?? "",
            lastTryConfirmed: with["last_try_confirmed"].bool ?? false)
        answered(paid)
        return view(paid.entry).with(["tries_left": view(paid.triesLeft as Any)])
    }
}
