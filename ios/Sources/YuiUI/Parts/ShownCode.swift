// A code that another phone scans off this one: as bright as the phone can, while the app is in front.

import SwiftUI
import YuiCore

/// See the file.
struct ShownCode: View {
    let code: QrView
    /// What it is, for whoever does not see it.
    let text: YuiCore.Text

    @Environment(\.scenePhase) private var phase
    @Environment(Surroundings.self) private var around

    var body: some View {
        QrPicture(code: code, text: text)
            .frame(maxWidth: .infinity)
            .onChange(of: phase, initial: true) { around.phone.shine(phase == .active) }
            .onDisappear { around.phone.shine(false) }
    }
}
