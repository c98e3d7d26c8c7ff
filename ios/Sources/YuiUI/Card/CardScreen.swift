// What is known of her card, what it is for, and what to do with a new one.

import SwiftUI
import YuiCore

struct CardScreen: View {
    var body: some View {
        Following(.identity, .town, .settings) { app in
            try await app.screens().card()
        } content: { view in
            CardPage(view: view)
        }
    }
}

private struct CardPage: View {
    let view: CardView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title) {
            if let warning = view.warning { NoticeNote(warning, onPress: nil) }
            Part(texts: [view.level] + (view.raise.map { [$0] } ?? []))
            if let title = view.linkedTitle { linked(title) }
            if let title = view.noLockTitle { Part(title: title, texts: view.noLock) }
            VStack(alignment: .leading, spacing: 4) {
                Heading(view.usesTitle)
                ForEach(view.uses, id: \.plain) { Marked(mark: .card, text: $0) }
                Words(view.never)
            }
            if let title = view.replacedTitle { Part(title: title, texts: view.replaced) }
            Ways(view.ways)
        } below: {
            if let primary = view.primary {
                MainButton(primary.text) { around.places.go(primary.screen, about: primary.about) }
            }
        }
    }

    private func linked(_ title: YuiCore.Text) -> some View {
        VStack(alignment: .leading, spacing: 4) {
            Heading(title)
            ForEach(view.linked, id: \.plain) { Marked(mark: .done, text: $0) }
            if let lastDay = view.lastDay { Words(lastDay, .body, \.quiet) }
        }
    }
}

/// What belongs together, under its name if it has one.
private struct Part: View {
    var title: YuiCore.Text?
    let texts: [YuiCore.Text]

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            if let title { Heading(title) }
            Paragraphs(texts)
        }
    }
}

private struct Marked: View {
    let mark: Mark
    let text: YuiCore.Text

    var body: some View {
        HStack(spacing: 12) {
            MarkPicture(mark, \.primary)
            Words(text)
        }
    }
}
