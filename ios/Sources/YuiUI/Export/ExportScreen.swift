// Which months of the history are given away as a file.

import SwiftUI
import YuiCore

struct ExportScreen: View {
    var body: some View {
        Following(.history, .settings) { app in
            try await app.screens().export()
        } content: { view in
            ExportPage(view: view)
        }
    }
}

private struct ExportPage: View {
    let view: ExportView

    @Environment(Stay.self) private var stay
    @Environment(Surroundings.self) private var around

    var body: some View {
        let chosen = stay.keeps("chosen", String?.none)
        let period = view.periods.first { $0.file == chosen.wrappedValue } ?? view.periods.first
        Page(view.title) {
            if let empty = view.empty { Words(empty) }
            VStack(alignment: .leading, spacing: 0) {
                ForEach(view.periods, id: \.file) { one in
                    Choice(one.text, chosen: one.file == period?.file) { chosen.wrappedValue = one.file }
                }
            }
            if period != nil { Words(view.note) }
        } below: {
            if let period { MainButton(view.share) { share(period) } }
        }
    }

    private func share(_ period: PeriodView) {
        let (wallet, phone) = (around.app.wallet(), around.phone)
        around.deeds {
            let content = try await wallet.csv(from: period.from, to: period.to)
            try phone.shareFile(name: period.file, content: content)
        }
    }
}
