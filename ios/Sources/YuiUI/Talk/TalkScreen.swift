// The way to a person, from every screen.

import SwiftUI
import YuiCore

struct TalkScreen: View {
    /// The code of what went wrong, if something did.
    let about: String?

    @Environment(Surroundings.self) private var around

    var body: some View {
        Following(.town, .settings, about: about) { [about] app in
            try await app.screens().talk(about: about)
        } content: { view in
            Page(view.title) {
                Words(view.body)
                if let code = view.code { Words(code, .strong) }
            } below: {
                if let call = view.call { MainButton(call) { around.phone.call(view.telephone) } }
            }
        }
    }
}
