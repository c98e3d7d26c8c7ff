// The whole app, drawn: the look, and the screen where the person is.

import SwiftUI
import YuiCore

/// See the file.
public struct AppView: View {
    private let around: Surroundings

    @Environment(\.scenePhase) private var phase
    @Environment(\.accessibilityReduceMotion) private var reduceMotion

    /// Draws the app that stands in these surroundings.
    public init(_ around: Surroundings) { self.around = around }

    /// What is drawn.
    public var body: some View {
        let stay = around.places.stay
        Looking(around.look) {
            At(place: stay.place)
                .environment(stay)
                .id(stay.id)
                .transition(.opacity)
                .animation(reduceMotion ? nil : .easeOut(duration: 0.2), value: stay.id)
                .simultaneousGesture(DragGesture().onEnded { stroke($0) })
                .accessibilityAction(.escape) { if around.places.hasBefore { around.goBack() } }
                .overlay { if covered { Cover() } }
        }
        .environment(around)
        .task { await around.follow() }
        .task(id: around.network) { await around.forgetNetwork() }
    }

    /// Nothing personal shows in the app switcher. While a card is read it is the system's sheet that takes the front.
    private var covered: Bool { phase == .background || phase == .inactive && !around.readsCards }

    /// A stroke from the left edge leads back, as everywhere on this system.
    private func stroke(_ stroke: DragGesture.Value) {
        if stroke.startLocation.x < 24 && stroke.translation.width > 80 && around.places.hasBefore { around.goBack() }
    }
}

/// The screen of a place.
private struct At: View {
    let place: Place

    var body: some View {
        switch place.screen {
        case .home: HomeScreen()
        case .register: RegisterScreen(about: place.about)
        case .scan: ScanScreen()
        case .pay: PayScreen()
        case .paid: PaidScreen(id: place.about ?? "")
        case .code: CodeScreen()
        case .history: HistoryScreen()
        case .receipt: ReceiptScreen(id: place.about ?? "")
        case .talk: TalkScreen(about: place.about)
        case .settings: SettingsScreen(about: place.about)
        case .licences: LicencesScreen()
        case .about: AboutScreen()
        case .notices: NoticesScreen()
        case .export: ExportScreen()
        case .points: PointsScreen()
        case .limits: LimitsScreen()
        case .lots: LotsScreen()
        case .devices: DevicesScreen()
        case .remove: RemoveScreen(id: place.about)
        case .lost: LostScreen()
        case .card: CardScreen()
        case .tries: TriesScreen()
        case .leave: LeaveScreen(sure: place.about != nil)
        case .visitor: VisitorScreen()
        case .receive: ReceiveScreen()
        case .pairing: PairingScreen(about: place.about)
        case .charge: ChargeScreen(about: place.about)
        case .shops: ShopsScreen()
        }
    }
}

/// What lies over everything personal.
private struct Cover: View {
    @Environment(\.look) private var look

    var body: some View { look.colours.ground.ignoresSafeArea() }
}
