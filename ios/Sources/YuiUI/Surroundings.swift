// What is around every screen: the open app, the phone, where the person is, and how everything looks and is called.

import SwiftUI
import YuiCore

/// See the file. One for an open app; every screen finds it in its environment.
@MainActor @Observable public final class Surroundings {
    /// The open app.
    public let app: YuiApp
    /// The phone it is on.
    public let phone: any Phone
    /// Where the person is.
    public let places: Places
    /// How everything is drawn.
    public private(set) var look: LookView
    /// The words around every screen.
    public private(set) var words: FrameView
    /// Whether a card may be read now: the system then lays a sheet of its own over the app.
    var readsCards = false

    private let goingBack = Deeds()

    /// The surroundings of an open app.
    public init(app: YuiApp, phone: any Phone, places: Places = Places()) {
        self.app = app
        self.phone = phone
        self.places = places
        look = app.settings().look()
        words = app.screens().frame()
    }

    /// Follows the person's settings, until its task is cancelled.
    func follow() async {
        let changes = app.changes()
        pull()
        for await changed in changes where changed.contains(.settings) { pull() }
    }

    /// Goes back: within a job to its screen before, else to the place before.
    func goBack() {
        let here = places.here.screen
        goingBack { [app, places] in
            let within =
                switch here {
                case .register: try await app.register().back()
                case .pay: try await app.pay().back()
                default: false
                }
            if !within { places.back() }
        }
    }

    private func pull() {
        look = app.settings().look()
        words = app.screens().frame()
    }
}
