// Every screen once, so that its records cross the border: as a guest, while registering, and in a wallet.

import Testkit
import YuiCore

/// What every screen shows; nothing is asked of what it says.
func visitScreens(in town: Town, poster: String) async throws -> [any Sendable] {
    let guest = try await town.phone("guest")
    let app = guest.app
    let (screens, register) = (app.screens(), app.register())
    let card = try await town.card()
    var seen: [any Sendable] = [
        screens.frame(), try await screens.home(), try await screens.scan(), try await screens.settings(),
        app.settings().look(),
        try await screens.talk(about: "offline"), try await screens.scanned(text: "YUI1:?"),
        try await register.begin(purpose: .register, deviceName: "phone"),
        try await register.act(action: .password), try await register.act(action: .next),
        try await register.enter(secret: RegisterDraft.first().password),
        try await register.hold(card: HeldCard(card)),
    ]
    seen += try await visitIdentity(of: app, card: card)
    try await town.charge(app.identity().snapshot().subject, 5000)
    _ = try await app.sync()
    let pay = app.pay()
    seen += [try await screens.code(make: true), try await screens.home(), try await screens.scanned(text: poster)]
    pay.typeDigits(digits: "850")
    seen.append(try await pay.act(action: .next))
    let over = try await pay.act(action: .confirm)
    seen.append(over)
    if let paid = over.paid {
        seen += [
            try await screens.paid(id: paid), try await screens.receipt(id: paid),
            try await screens.history(search: "", pages: 1),
        ]
    }
    return try await seen + visitWallet(in: town, of: app) + visitShop(in: town, customer: app)
}

/// A shop's screens, and those where one charges and finds shops.
private func visitShop(in town: Town, customer: YuiApp) async throws -> [any Sendable] {
    let (shop, screens) = (try await town.shop("midori").phone.app, customer.screens())
    let receive = shop.receive()
    receive.typeDigits(digits: "850")
    var seen: [any Sendable] = [
        screens.pairing(about: nil), try await screens.charge(about: nil),
        try await screens.shops(search: "", pages: 1), try await receive.act(action: .show),
        try await receive.act(action: .cancel), try await receive.act(action: .next),
    ]
    receive.typeDigits(digits: "850")
    let code = try await customer.wallet().showCode().text
    seen += [try await receive.act(action: .scan), try await receive.scanned(text: code)]
    if let said = try await receive.say() { seen.append(said) }
    let today = try await receive.act(action: .today)
    seen.append(today)
    if let line = today.today?.days.first?.lines.first { seen.append(try await receive.choose(id: line.id)) }
    return seen
}

/// Her points, her limits, and what the app tells and is.
private func visitWallet(in town: Town, of app: YuiApp) async throws -> [any Sendable] {
    let (screens, notices) = (app.screens(), app.notices())
    try await notices.want(kind: .money, wanted: true)
    try await town.charge(app.identity().snapshot().subject, 1)
    return [
        try await screens.lots(), try await screens.limits(), try await screens.points(), try await screens.export(),
        try await screens.about(), screens.licences(), try await notices.check(), try await screens.notices(),
    ]
}

/// Her phones, her card, being a visitor, and leaving.
private func visitIdentity(of app: YuiApp, card: String) async throws -> [any Sendable] {
    let (screens, tries, visitor) = (app.screens(), app.tries(), app.visitor())
    tries.begin()
    tries.reader(state: .waiting)
    visitor.begin()
    visitor.act(action: .byMail)
    let told = try await tries.hold(card: HeldCard(card))
    return [
        try await screens.devices(), try await screens.remove(id: nil), try await screens.lost(),
        try await screens.card(), try await screens.leave(sure: true), enrolPurpose(about: "add-device"), told,
        try await visitor.view(),
    ]
}
