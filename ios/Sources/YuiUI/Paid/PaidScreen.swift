// What became of a payment, as the shop is shown it.

import SwiftUI
import YuiCore

struct PaidScreen: View {
    let id: CommandId

    var body: some View {
        Following(
            .history, .settings, about: id,
            anewAfter: liveFor
        ) { [id] app in
            try await app.screens().paid(id: id)
        } content: { view in
            PaidPage(view: view)
        }
    }
}

/// For how long it can be shown as it is.
private func liveFor(_ view: PaidView) -> Duration? { end(ofLife: view.liveMs) }

/// What became of a payment.
struct PaidPage: View {
    let view: PaidView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, titleShown: false) {
            EndNote(
                how: Outcome(view.state), title: view.title, amount: view.amountText, more: more,
                isLive: view.liveMs > 0)
            Words(view.note)
            if let show = view.show { Words(show, .strong).announced(show.plain, first: false) }
        } below: {
            MainButton(view.done) { around.places.home() }
        }
        .onChange(of: view.state, initial: true) {
            if let feeling, around.app.screens().feels(id: view.id) { around.phone.feel(feeling) }
        }
    }

    private var feeling: Feeling? {
        switch view.state {
        case .paid: .done
        case .refused: .refused
        case .checking, .partlyRefunded, .refunded: nil
        }
    }

    private var more: [YuiCore.Text] { (view.shop.map { [YuiCore.Text(verbatim: $0.name)] } ?? []) + [view.moment] }
}
