// Her points, lot by lot: what runs out first stands first.

import SwiftUI
import YuiCore

struct LotsScreen: View {
    var body: some View {
        Following(.wallet, .town, .settings) { app in
            try await app.screens().lots()
        } content: { view in
            Page(view.title) {
                VStack(alignment: .leading, spacing: 0) {
                    Words(view.balance, .strong)
                    if let asOf = view.asOf { Words(asOf, .small, \.quiet) }
                }
                if let empty = view.empty { Words(empty) }
                ForEach(view.lots, id: \.lot) { Lot(view: $0) }
                Ways(view.ways)
            }
        }
    }
}

private struct Lot: View {
    let view: LotView

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            Words(view.programme, .small, \.quiet)
            Words(view.kind, .strong)
            Words(view.amount, .title)
            Words(view.until)
            if let soon = view.soon {
                HStack(spacing: 8) {
                    MarkPicture(.wait, \.care)
                    Words(soon, .strong)
                }
            }
            Words(view.usable, .small)
        }
        .padding(16)
        .frame(maxWidth: .infinity, alignment: .leading)
        .area(\.none, border: \.line)
        .accessibilityElement(children: .combine)
    }
}
