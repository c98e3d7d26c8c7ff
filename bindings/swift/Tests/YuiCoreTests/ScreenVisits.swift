// Every screen once, so that its records cross the border: as a guest, while registering, and in a wallet.

import Testkit
import YuiCore

/// What every screen shows; nothing is asked of what it says.
func visitScreens(in town: Town, poster: String) async throws -> [any Sendable] {
    let guest = try await town.phone("guest")
    let app = guest.app
    let (screens, register) = (app.screens(), app.register())
    var seen: [any Sendable] = [
        screens.frame(), try await screens.home(), try await screens.scan(), screens.settings(), app.settings().look(),
        try await screens.talk(about: "offline"), try await screens.scanned(text: "YUI1:?"),
        try await register.begin(purpose: .register, deviceName: "phone"),
        try await register.act(action: .password), try await register.act(action: .next),
        try await register.enter(secret: RegisterDraft.first().password),
        try await register.hold(card: HeldCard(await town.card())),
    ]
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
    return seen
}
