// What is said aside from the question of a screen: notices, errors, work that takes its time.

import SwiftUI
import YuiCore

/// What went wrong, what did not happen, what to do; the code small below, for the telephone. Said aloud when it comes.
struct ErrorNote: View {
    private let error: ErrorView
    private let onPress: (@MainActor () -> Void)?

    /// With a button where there is something to do here.
    init(_ error: ErrorView, onPress: (@MainActor () -> Void)? = nil) {
        self.error = error
        self.onPress = onPress
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            HStack(spacing: 8) {
                MarkPicture(.wrong, \.danger)
                Words(error.title, .strong)
            }
            Words(error.body)
            if let again = error.again { Words(again) }
            if let onPress { SecondButton(error.button, onPress: onPress) }
            Words(verbatim: error.code, .small, \.quiet)
        }
        .padding(16)
        .frame(maxWidth: .infinity, alignment: .leading)
        .area(\.dangerGround, border: \.danger)
        .announced([error.title, error.body].map(\.plain).joined(separator: "\n"))
    }
}

/// How the last thing that the person did here failed, if it did, and that one takes its time.
struct DeedsNote: View {
    private let deeds: Deeds

    @Environment(Surroundings.self) private var around

    init(_ deeds: Deeds) { self.deeds = deeds }

    var body: some View {
        if let refused = deeds.refused { ErrorNote(around.app.explain(error: refused)) }
        if deeds.busy { WaitingWords() }
    }
}

/// Something to know; pressing it leads there.
struct NoticeNote: View {
    private let text: YuiCore.Text
    private let onPress: (@MainActor () -> Void)?

    init(_ text: YuiCore.Text, onPress: (@MainActor () -> Void)?) {
        self.text = text
        self.onPress = onPress
    }

    var body: some View {
        if let onPress {
            Pressable(ground: \.careGround, border: \.care, wide: true, onPress: onPress) { line }
        } else {
            line.padding(12).area(\.careGround, border: \.care)
        }
    }

    private var line: some View {
        HStack(spacing: 8) {
            MarkPicture(.notice, \.ink)
            Words(text)
            Spacer()
            if onPress != nil { MarkPicture(.next, \.ink) }
        }
    }
}

/// Work is going on.
struct Working: View {
    var body: some View {
        VStack(spacing: 16) {
            MarkPicture(.wait, \.primary)
            WaitingWords()
        }
        .padding(32)
        .frame(maxWidth: .infinity)
    }
}

/// Words for work that takes its time. They come after two seconds, so that what is quick does not flicker.
private struct WaitingWords: View {
    @State private var long = false
    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack {
            if long {
                Words(around.words.waiting)
                    .multilineTextAlignment(.center)
                    .announced(around.words.waiting.plain)
            }
        }
        .task {
            try? await Task.sleep(for: .seconds(2))
            long = !Task.isCancelled
        }
    }
}
