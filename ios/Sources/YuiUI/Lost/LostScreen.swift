// What to do when a phone is lost.

import SwiftUI
import YuiCore

struct LostScreen: View {
    var body: some View {
        Following(.devices, .identity, .town, .settings) { app in
            try await app.screens().lost()
        } content: { view in
            LostPage(view: view)
        }
    }
}

private struct LostPage: View {
    let view: LostView

    @Environment(Surroundings.self) private var around

    var body: some View {
        let places = around.places
        Page(view.title) {
            Words(view.body)
            if !view.phones.isEmpty {
                VStack(spacing: 0) {
                    ForEach(view.phones, id: \.id) { phone in
                        PhoneLine(phone) { places.go(.remove, about: phone.id) }
                    }
                }
            }
            Paragraphs(view.meanwhile)
            if let telephone = view.byTelephone { Words(telephone) }
            if let call = view.call { SecondButton(call) { around.phone.call(view.telephone) } }
        } below: {
            if let primary = view.primary {
                MainButton(primary.text) { places.go(primary.screen, about: primary.about) }
            }
        }
    }
}
