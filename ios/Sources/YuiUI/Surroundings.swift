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
    /// What is said of the network, if there is something to say.
    private(set) var network: YuiCore.Text?
    /// Whether a card may be read now: the system then lays a sheet of its own over the app.
    var readsCards = false
    /// The code of the error that is on the screen, for who is asked on the telephone.
    var shownError: String?

    /// The surroundings of an open app.
    public init(app: YuiApp, phone: any Phone, places: Places = Places()) {
        self.app = app
        self.phone = phone
        self.places = places
        look = app.settings().look()
        let frame = app.screens().frame()
        words = frame
        network = frame.offline
    }

    /// What is done at the place where she is.
    var deeds: Deeds { places.stay.deeds }

    /// The way back from there, while it is under way, and how it failed.
    var leaving: Deeds { places.stay.leaving }

    /// Follows the person's settings and the network, until its task is cancelled.
    func follow() async {
        let changes = app.changes()
        pull()
        for await changed in changes where !changed.isDisjoint(with: [.settings, .network]) { pull() }
    }

    /// Once the network is there again that is said for a moment, long enough to be read slowly.
    func forgetNetwork() async {
        try? await Task.sleep(for: .seconds(6))
        if !Task.isCancelled && words.offline == nil { network = nil }
    }

    /// Goes back: within a job to its screen before, else to the place before. Two quick presses are one.
    func goBack() {
        let stay = places.stay
        leaving { [app, places] in
            let within = try await app.screens().back(screen: stay.place.screen)
            if !within && places.stay === stay { places.back() }
        }
    }

    private func pull() {
        look = app.settings().look()
        let before = words.offline
        words = app.screens().frame()
        if words.offline != nil || before != nil { network = words.offline ?? words.onlineAgain }
    }
}
