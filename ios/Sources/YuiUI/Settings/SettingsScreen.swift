// How the app looks and speaks; every change shows at once.

import SwiftUI
import YuiCore

struct SettingsScreen: View {
    /// What alone is asked.
    let about: String?

    var body: some View {
        Following(.settings) { [about] app in
            try await app.screens().settings(about: about)
        } content: { view in
            Page(view.title) {
                ForEach(view.questions, id: \.self) { Question(question: $0, view: view) }
                Ways(view.ways)
            }
        }
    }
}

/// One thing that can be set.
private struct Question: View {
    let question: SettingsQuestion
    let view: SettingsView

    @Environment(Surroundings.self) private var around

    private var deeds: Deeds { around.deeds }

    var body: some View {
        let settings = around.app.settings()
        switch question {
        case .language:
            Choices(view.language) {
                ForEach(view.languages, id: \.tag) { language in
                    Choice(YuiCore.Text(verbatim: language.name), chosen: language.chosen) {
                        deeds { try await settings.setLanguage(tag: language.tag) }
                    }
                }
            }
        case .textSize:
            Choices(view.textSize) {
                ForEach(view.textSizes, id: \.percent) { size in
                    Choice(size.text, chosen: size.chosen) {
                        deeds { try await settings.setTextPercent(percent: size.percent) }
                    }
                }
            }
            Words(view.sample)
        case .easy:
            Switch(view.easy, note: view.easyNote, isOn: bound(view.look.easy) { try await settings.setEasy(easy: $0) })
        case .theme:
            Choices(view.theme) {
                ForEach(view.themes, id: \.theme) { theme in
                    Choice(theme.text, chosen: theme.chosen) {
                        deeds { try await settings.setTheme(theme: theme.theme) }
                    }
                }
            }
        case .hideBalance:
            Switch(view.hideBalance, isOn: bound(view.balanceHidden) { try await settings.hideBalance(hidden: $0) })
        }
    }

    /// What is so now, and what to do to change it.
    private func bound(_ now: Bool, _ change: @escaping @MainActor (Bool) async throws -> Void) -> Binding<Bool> {
        let deeds = deeds
        return Binding(get: { now }, set: { wanted in deeds { try await change(wanted) } })
    }
}
