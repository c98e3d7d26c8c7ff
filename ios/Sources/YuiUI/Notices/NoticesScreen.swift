// What the app told her, and what her phone may notify her of.

import SwiftUI
import YuiCore

struct NoticesScreen: View {
    var body: some View {
        Following(.history, .wallet, .devices, .identity, .settings) { app in
            try await app.screens().notices()
        } content: { view in
            NoticesPage(view: view)
        }
    }
}

private struct NoticesPage: View {
    let view: NoticesView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            if let empty = view.empty { Words(empty) }
            ForEach(view.days.indices, id: \.self) { day in
                VStack(alignment: .leading, spacing: 0) {
                    Heading(view.days[day].title)
                    ForEach(view.days[day].lines.indices, id: \.self) { at in
                        let line = view.days[day].lines[at]
                        Way(.notice, line.text, onPress: way(of: line))
                    }
                }
            }
            Switches(view: view)
        }
    }

    private func way(of line: NoticeView) -> (@MainActor () -> Void)? {
        guard let screen = line.screen else { return nil }
        return { around.places.go(screen, about: line.about) }
    }
}

/// What may be notified. The phone's system is asked only when she switches something on.
private struct Switches: View {
    let view: NoticesView

    @State private var denied = false
    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            Heading(view.wantedTitle)
            Words(view.wantedNote, .small, \.quiet)
            if denied { NoticeNote(view.denied) { around.phone.openSettings() } }
            ForEach(view.switches, id: \.kind) { one in
                Switch(one.text, note: one.note, isOn: Binding(get: { one.on }, set: { want(one.kind, $0) }))
            }
        }
    }

    private func want(_ kind: NoticeKind, _ wanted: Bool) {
        let (notices, phone) = (around.app.notices(), around.phone)
        around.deeds {
            denied = wanted ? await !phone.mayNotify() : false
            if !denied { try await notices.want(kind: kind, wanted: wanted) }
        }
    }
}
