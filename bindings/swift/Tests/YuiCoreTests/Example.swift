// The example of the READMEs, compiled and run here so that it stays true; they show it from the import on.

import YuiCore

/// Pays what a shop's poster asks for, and shows the balance whenever it changes.
func payAtShop(_ poster: String, config: AppConfig, platform: Platform, show: (String) -> Void) async throws {
    let app = try await YuiApp.open(config: config, platform: platform)
    app.start()
    guard case .payShop(let shop) = try await app.wallet().scan(text: poster) else { return }
    let quote = try await app.wallet().prepare(shop: shop.id, amount: 850, till: nil)
    _ = try await app.wallet().confirm(id: quote.id)
    for try await wallet in app.observe(.wallet, snapshot: { try await app.wallet().snapshot() }) {
        show(wallet.balanceText.plain)
    }
}
