// How the app looks and speaks; every change shows at once.

import SwiftUI
import YuiCore

struct SettingsScreen: View {
    var body: some View {
        Following(.settings) { app in
            app.screens().settings()
        } content: { view in
            SettingsPage(view: view)
        }
    }
}

private struct SettingsPage: View {
    let view: SettingsView

    @State private var deeds = Deeds()
    @Environment(Surroundings.self) private var around

    var body: some View {
        let settings = around.app.settings()
        Page(view.title) {
            DeedsNote(deeds)
            Section(title: view.language) {
                ForEach(view.languages, id: \.tag) { language in
                    Choice(YuiCore.Text(verbatim: language.name), chosen: language.chosen) {
                        deeds { try await settings.setLanguage(tag: language.tag) }
                    }
                }
            }
            Section(title: view.textSize) {
                ForEach(view.textSizes, id: \.percent) { size in
                    Choice(size.text, chosen: size.chosen) {
                        deeds { try await settings.setTextPercent(percent: size.percent) }
                    }
                }
                Words(view.sample)
            }
            Switch(view.easy, note: view.easyNote, isOn: bound(view.look.easy) { try await settings.setEasy(easy: $0) })
            Section(title: view.theme) {
                ForEach(view.themes, id: \.theme) { theme in
                    Choice(theme.text, chosen: theme.chosen) {
                        deeds { try await settings.setTheme(theme: theme.theme) }
                    }
                }
            }
            Switch(view.hideBalance, isOn: bound(view.balanceHidden) { try await settings.hideBalance(hidden: $0) })
        }
    }

    /// What is so now, and what to do to change it.
    private func bound(_ now: Bool, _ change: @escaping @MainActor (Bool) async throws -> Void) -> Binding<Bool> {
        let deeds = deeds
        return Binding(get: { now }, set: { wanted in deeds { try await change(wanted) } })
    }
}

/// What belongs together, under its name.
private struct Section<Content: View>: View {
    let title: YuiCore.Text
    @ViewBuilder let content: Content

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Words(title, .strong).accessibilityAddTraits(.isHeader)
            content
        }
    }
}
