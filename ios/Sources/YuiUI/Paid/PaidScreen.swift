// What the shop is shown: a field of colour with a pattern that moves, so that no picture of it passes for it.

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

    @Environment(\.look) private var look
    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, titleShown: false) {
            VStack(spacing: 8) {
                MarkPicture(mark, colour, size: 72)
                Words(view.title, .title).accessibilityAddTraits(.isHeader)
                Words(view.amountText, .amount)
                if let shop = view.shop { Words(verbatim: shop.name) }
                Words(view.moment)
            }
            .multilineTextAlignment(.center)
            .padding(24)
            .frame(maxWidth: .infinity)
            .background { if view.liveMs > 0 { Stripes(colour: look.colours[keyPath: colour]) } }
            .area(ground, border: colour, corner: Corner.wide)
            .clipShape(RoundedRectangle(cornerRadius: Corner.wide))
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

    private var mark: Mark {
        switch view.state {
        case .paid: .done
        case .checking: .wait
        case .refused: .wrong
        case .partlyRefunded, .refunded: .given
        }
    }

    private var colour: Role {
        switch view.state {
        case .paid: \.good
        case .checking: \.care
        case .refused: \.danger
        case .partlyRefunded, .refunded: \.quiet
        }
    }

    private var ground: Role {
        switch view.state {
        case .paid: \.goodGround
        case .checking: \.careGround
        case .refused: \.dangerGround
        case .partlyRefunded, .refunded: \.ground
        }
    }
}
