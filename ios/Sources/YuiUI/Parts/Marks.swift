// The pictures of the app, each a symbol that every iPhone has: they grow with the words and are mirrored where those are.

import SwiftUI
import YuiCore

/// A picture, by its name among Apple's symbols.
enum Mark: String {
    case back = "chevron.backward"
    case talk = "text.bubble"
    case home = "house"
    case scan = "qrcode.viewfinder"
    case card = "person.text.rectangle"
    case password = "lock"
    case phone = "iphone.radiowaves.left.and.right"
    case code = "qrcode"
    case history = "clock.arrow.circlepath"
    case settings = "gearshape"
    case receipt = "doc.text"
    case done = "checkmark"
    case wait = "clock"
    case wrong = "exclamationmark.circle"
    case notice = "bell"
    case person = "person"
    case erase = "delete.backward"
    case next = "chevron.forward"
    case points = "p.circle"
    case limits = "gauge.with.dots.needle.50percent"
    case share = "square.and.arrow.up"
    case about = "info.circle"
    case page = "doc.plaintext"
    case up = "chevron.up"
    case down = "chevron.down"
    case given = "arrow.uturn.backward"
    case offline = "wifi.slash"
    case online = "wifi"
    case light = "flashlight.on.fill"
    case receive = "tray.and.arrow.down"
    case charge = "plus.rectangle.on.rectangle"
    case shops = "storefront"
    case chosen = "largecircle.fill.circle"
    case open = "circle"

    /// The mark of a screen, where one can go to it.
    init(of screen: Screen) {
        self =
            switch screen {
            case .home: .home
            case .register: .person
            case .scan, .pay: .scan
            case .paid: .done
            case .code: .code
            case .history: .history
            case .receipt: .receipt
            case .talk: .talk
            case .settings: .settings
            case .lots, .points: .points
            case .limits: .limits
            case .export: .share
            case .notices: .notice
            case .about: .about
            case .licences: .page
            case .devices, .remove, .lost: .phone
            case .card, .tries: .card
            case .leave, .visitor: .person
            case .receive, .pairing: .receive
            case .charge: .charge
            case .shops: .shops
            }
    }
}

/// Draws a mark; what it means stands in the words beside it.
struct MarkPicture: View {
    private let mark: Mark
    private let colour: Role
    private let size: CGFloat

    @Environment(\.look) private var look

    /// `size` is that of the words it stands beside, before they are enlarged.
    init(_ mark: Mark, _ colour: Role, size: CGFloat = 20) {
        self.mark = mark
        self.colour = colour
        self.size = size
    }

    var body: some View {
        Image(systemName: mark.rawValue)
            .font(.system(size: size * look.scale, weight: .regular))
            .foregroundStyle(look.colours[keyPath: colour])
            .accessibilityHidden(true)
    }
}

/// The app's own mark: two loops that hold each other, as a tied cord does.
struct AppMark: View {
    var body: some View {
        Image("Mark").resizable().frame(width: 64, height: 64).accessibilityHidden(true)
    }
}
