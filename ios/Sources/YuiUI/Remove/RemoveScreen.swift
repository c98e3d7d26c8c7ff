// Whether to remove a phone, or to sign out of this one; and that it is done.

import SwiftUI
import YuiCore

struct RemoveScreen: View {
    /// The phone's id; none is the one in her hand.
    let id: String?

    var body: some View {
        Following(.devices, .identity, .settings, about: id) { [id] app in
            try await app.screens().remove(id: id)
        } content: { view in
            RemovePage(view: view)
        }
    }
}

private struct RemovePage: View {
    let view: RemoveView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, step: view.primary.action) {
            if let phone = view.phone { PhoneLine(phone) }
            Paragraphs(view.body)
        } below: {
            MainButton(view.primary.text, onPress: act).disabled(around.deeds.busy)
        }
    }

    private func act() {
        let identity = around.app.identity()
        switch view.primary.action {
        case .remove:
            if let id = view.phone?.id { around.deeds { _ = try await identity.removeDevice(id: id) } }
        case .signOut: around.deeds { try await identity.signOut() }
        case .devices: around.places.go(.devices)
        case .home: around.places.home()
        }
    }
}
