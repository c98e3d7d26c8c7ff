// How the app looks and speaks; every change shows at once.

import SwiftUI
import YuiCore

struct SettingsScreen: View {
    var body: some View {
        Following(.settings) { app in
            try await app.screens().settings()
        } content: { view in
            SettingsPage(view: view)
        }
    }
}

private struct SettingsPage: View {
    let view: SettingsView

    @Environment(Surroundings.self) private var around

    private var deeds: Deeds { around.deeds }

    var body: some View {
        let settings = around.app.settings()
        Page(view.title) {
            Choices(view.language) {
                ForEach(view.languages, id: \.tag) { language in
                    Choice(YuiCore.Text(verbatim: language.name), chosen: language.chosen) {
                        deeds { try await settings.setLanguage(tag: language.tag) }
                    }
                }
            }
            Choices(view.textSize) {
                ForEach(view.textSizes, id: \.percent) { size in
                    Choice(size.text, chosen: size.chosen) {
                        deeds { try await settings.setTextPercent(percent: size.percent) }
                    }
                }
            }
            Words(view.sample)
            Switch(view.easy, note: view.easyNote, isOn: bound(view.look.easy) { try await settings.setEasy(easy: $0) })
            Choices(view.theme) {
                ForEach(view.themes, id: \.theme) { theme in
                    Choice(theme.text, chosen: theme.chosen) {
                        deeds { try await settings.setTheme(theme: theme.theme) }
                    }
                }
            }
            Switch(view.hideBalance, isOn: bound(view.balanceHidden) { try await settings.hideBalance(hidden: $0) })
            Ways(view.ways)
        }
    }

    /// What is so now, and what to do to change it.
    private func bound(_ now: Bool, _ change: @escaping @MainActor (Bool) async throws -> Void) -> Binding<Bool> {
        let deeds = deeds
        return Binding(get: { now }, set: { wanted in deeds { try await change(wanted) } })
    }
}
