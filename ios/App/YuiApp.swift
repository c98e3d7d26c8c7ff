// Where the app begins: its one window, and what the system tells it.

import SwiftUI
import UIKit
import YuiCore
import YuiUI

@main struct Entry: App {
    @UIApplicationDelegateAdaptor private var told: Told
    @State private var opening = Opening(Setup(Bundle.main), Platform.iPhone())

    var body: some Scene {
        WindowGroup { AppWindow(opening: opening) }
            .backgroundTask(.appRefresh(momentForNews)) { await opening.tellNews() }
    }
}

/// What is in the window: until it is open the ground and the mark, as the system drew them before, then the app.
struct AppWindow: View {
    let opening: Opening

    @Environment(\.scenePhase) private var phase
    @SceneStorage("place") private var place = ""

    var body: some View {
        ZStack {
            Color("Ground").ignoresSafeArea()
            if let around = opening.around {
                AppView(around)
                    .onAppear { opening.bringBack(to: Place(kept: place)) }
                    .onChange(of: phase, initial: true) { opening.follow(phase) }
                    .onChange(of: around.places.here) { _, here in place = here.kept }
                    .onChange(of: Wishes.here.wished, initial: true) { go(around) }
            } else if let refused = opening.refused {
                RefusedOpening(view: refused) { opening.again() }
            } else {
                Image("Mark").accessibilityHidden(true)
            }
        }
        .task { await opening.open() }
    }

    private func go(_ around: Surroundings) {
        guard let wished = Wishes.here.take() else { return }
        Task { if await around.offers(wished) { around.places.go(wished) } }
    }
}
