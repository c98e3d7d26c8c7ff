// Her phones; to a guest, the way in for who registered before.

import SwiftUI
import YuiCore

struct DevicesScreen: View {
    var body: some View {
        Following(.devices, .identity, .settings) { app in
            try await app.screens().devices()
        } content: { view in
            DevicesPage(view: view)
        }
    }
}

private struct DevicesPage: View {
    let view: DevicesView

    @Environment(Surroundings.self) private var around

    var body: some View {
        let places = around.places
        Page(view.title) {
            if let body = view.body { Words(body) }
            if !view.phones.isEmpty {
                VStack(spacing: 0) {
                    ForEach(view.phones, id: \.id) { phone in
                        PhoneLine(phone, label: phone.thisPhone ? view.thisPhone : nil) {
                            places.go(.remove, about: phone.id)
                        }
                    }
                }
            }
            if let add = view.add { Heading(add) }
            Paragraphs(view.addHow)
            Ways(view.ways)
            if let removed = view.removedTitle {
                Heading(removed)
                VStack(spacing: 0) { ForEach(view.removed, id: \.id) { PhoneLine($0) } }
            }
        } below: {
            if let primary = view.primary {
                MainButton(primary.text) { places.go(primary.screen, about: primary.about) }
            }
        }
    }
}
