// The card at the phone: where it is, in a picture and in words that are read out when they change.

import SwiftUI
import YuiCore

/// The card at the phone.
struct Reader: View {
    let view: ReaderView

    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack(spacing: 16) {
            MarkPicture(mark, colour, size: 96)
            Words(view.text, .strong).multilineTextAlignment(.center)
        }
        .padding(24)
        .frame(maxWidth: .infinity)
        .area(\.none, border: colour, corner: Corner.wide)
        .announced(view.text.plain, first: false)
        .onChange(of: view.text.plain, initial: true) { around.phone.readerSays(view.text.plain) }
    }

    private var mark: Mark {
        switch view.state {
        case .waiting: .phone
        case .near, .reading: .card
        case .read: .done
        case .lost, .wrong, .off, .absent: .wrong
        }
    }

    private var colour: Role {
        switch view.state {
        case .waiting, .near, .reading: \.primary
        case .read: \.good
        case .lost, .wrong, .off, .absent: \.danger
        }
    }
}

/// The ways on of somebody whose card or PIN does not serve.
struct Troubles: View {
    let view: CardTrouble

    @Environment(Surroundings.self) private var around

    var body: some View {
        ForEach(view.ways, id: \.way) { way in
            VStack(alignment: .leading, spacing: 8) {
                Words(way.text)
                if let place = way.place { Words(place) }
                if !way.telephone.isEmpty {
                    PlainButton(YuiCore.Text(verbatim: way.telephone)) { around.phone.call(way.telephone) }
                }
            }
            .padding(16)
            .frame(maxWidth: .infinity, alignment: .leading)
            .area(\.none, border: \.line)
        }
    }
}
