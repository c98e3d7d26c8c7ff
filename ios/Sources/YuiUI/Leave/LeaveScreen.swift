// Leaving the service, by two steps.

import SwiftUI
import YuiCore

struct LeaveScreen: View {
    /// Whether she is asked if she is sure.
    let sure: Bool

    var body: some View {
        Following(.identity, .wallet, .settings, about: sure) { [sure] app in
            try await app.screens().leave(sure: sure)
        } content: { view in
            LeavePage(view: view)
        }
    }
}

private struct LeavePage: View {
    let view: LeaveView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, step: view.primary.action) {
            if let balance = view.balance { Words(balance, .strong) }
            Paragraphs(view.body)
        } below: {
            MainButton(view.primary.text) { act(view.primary.action) }.disabled(around.deeds.busy)
            ForEach(view.others, id: \.action) { other in
                PlainButton(other.text) { act(other.action) }
            }
        }
    }

    private func act(_ action: LeaveAction) {
        let (identity, places) = (around.app.identity(), around.places)
        switch action {
        case .sure: places.go(.leave, about: "sure")
        case .leave: around.deeds { try await identity.leave(giveUpBalance: false) }
        case .giveUp: around.deeds { try await identity.leave(giveUpBalance: true) }
        case .signOut: places.go(.remove)
        case .talk: places.go(.talk)
        case .home: places.home()
        }
    }
}
