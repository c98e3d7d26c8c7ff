// Opening the core, and what became of it.

import SwiftUI
import YuiCore
import YuiUI

/// See the file. One for the life of the process.
@MainActor @Observable final class Opening {
    /// What is around the screens, once it is open.
    private(set) var around: Surroundings?
    /// Why it is not open.
    private(set) var refused: ErrorView?

    private let setup: Setup
    private let platform: Platform
    private let phone: any Phone
    /// Whether what this phone kept cannot be read any more: then only a new beginning helps.
    private var isLost = false
    private var isOpening = false
    private var wasBroughtBack = false

    /// Nothing is opened yet.
    init(_ setup: Setup, _ platform: Platform, phone: (any Phone)? = nil) {
        (self.setup, self.platform) = (setup, platform)
        self.phone = phone ?? ApplePhone()
    }

    /// Opens the core.
    func open() async { await open(afresh: false) }

    /// Opens it because the person pressed the button of a refusal: where what was kept is lost, she begins anew.
    func again() { Task { await open(afresh: isLost) } }

    private func open(afresh: Bool) async {
        guard around == nil, !isOpening else { return }
        isOpening = true
        refused = nil
        do {
            let config = try setup.config()
            let app =
                try await afresh
                ? YuiApp.openAfresh(config: config, platform: platform)
                : YuiApp.open(config: config, platform: platform)
            around = Surroundings(app: app, phone: phone)
        } catch {
            let error = error as? AppError ?? AppError(code: .platformFailed)
            isLost = error.code == .storageSealed
            refused = explainError(language: setup.language, error: error)
        }
        isOpening = false
    }

    /// Brings the person back to where she was, the first time that the app is seen.
    func bringBack(to place: Place?) {
        guard !wasBroughtBack else { return }
        wasBroughtBack = true
        if let place { around?.places.go(place.screen, about: place.about) }
    }

    /// The app works by itself while it is in front.
    func follow(_ phase: ScenePhase) {
        switch phase {
        case .active: around?.app.start()
        case .background:
            around?.app.stop()
            askForMoment()
        default: break
        }
    }

    /// Tells the person what is new, in a moment that the system gave for it, and asks for the next one.
    func tellNews() async {
        askForMoment()
        await open()
        if let around { try? await YuiUI.tellNews(around.app, on: around.phone) }
    }
}

/// What is shown when the core did not open. The core's words are there without it; the look of the screens is not.
struct RefusedOpening: View {
    let view: ErrorView
    let again: @MainActor () -> Void

    @ScaledMetric(relativeTo: .body) private var unit: CGFloat = 16

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: unit) {
                SwiftUI.Text(verbatim: view.title.plain)
                    .font(.system(size: unit * 1.375, weight: .bold))
                    .accessibilityAddTraits(.isHeader)
                SwiftUI.Text(verbatim: view.body.plain).font(.system(size: unit))
                SwiftUI.Text(verbatim: view.code).font(.system(size: unit * 0.875))
                Button(action: again) {
                    SwiftUI.Text(verbatim: view.button.plain)
                        .font(.system(size: unit, weight: .bold))
                        .frame(maxWidth: .infinity, minHeight: 56)
                }
            }
            .padding(24)
        }
    }
}
