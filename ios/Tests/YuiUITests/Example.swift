// The example of the README, compiled and drawn here so that it stays true; it shows it from the import on.

import SwiftUI
import YuiCore
import YuiUI

/// What an app's window shows, once the core is open.
struct Everything: View {
    @State private var around: Surroundings

    init(app: YuiApp, phone: any Phone) { around = Surroundings(app: app, phone: phone) }

    var body: some View { AppView(around) }
}
