// What is said aside from the question of a screen: notices, errors, work that takes its time.

import SwiftUI
import YuiCore

/// What went wrong, what did not happen, what to do; the code small below, for the telephone. Said aloud when it comes. Its
/// button leads where the core says; where that is for the screen to do, `onAgain` tries again, or asks for another
/// amount.
struct ErrorNote: View {
    private let error: ErrorView
    private let onAgain: (@MainActor () -> Void)?

    @Environment(Surroundings.self) private var around

    init(_ error: ErrorView, onAgain: (@MainActor () -> Void)? = nil) {
        self.error = error
        self.onAgain = onAgain
    }

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            HStack(spacing: 8) {
                MarkPicture(.wrong, \.danger)
                Words(error.title, .strong)
            }
            Words(error.body)
            if let again = error.again { Words(again) }
            if let way { SecondButton(error.button, onPress: way) }
            Words(verbatim: error.code, .small, \.quiet)
        }
        .padding(16)
        .frame(maxWidth: .infinity, alignment: .leading)
        .area(\.dangerGround, border: \.danger)
        .announced([error.title, error.body].map(\.plain).joined(separator: "\n"))
        .id(Spot.error)
        .onChange(of: error.code, initial: true) { around.shownError = error.code }
        .onDisappear { around.shownError = nil }
    }

    private var way: (@MainActor () -> Void)? {
        let places = around.places
        switch error.way {
        case .again, .amount: return onAgain
        case .back: return places.hasBefore ? around.goBack : nil
        // Where she is already, what leads here is trying again.
        case .leads(let screen) where screen == places.here.screen: return onAgain
        case .leads(let screen): return { places.go(screen, about: screen == .talk ? error.code : nil) }
        }
    }
}

/// How the last thing that the person did here failed, if it did; and that one takes its time, with a way to stop it.
struct DeedsNote: View {
    private let deeds: Deeds

    @Environment(Surroundings.self) private var around

    init(_ deeds: Deeds) { self.deeds = deeds }

    var body: some View {
        if let refused = deeds.refused { ErrorNote(around.app.explain(error: refused)) { deeds.again() } }
        if deeds.busy && deeds.told {
            WaitingWords(text: nil) {
                if deeds.stoppable { PlainButton(around.words.stop) { deeds.stop() } }
            }
        }
    }
}

/// What is said of the network. A calm banner, no error.
struct NetworkNote: View {
    private let text: YuiCore.Text
    private let lost: Bool

    /// `lost` while there is none, not once it is there again.
    init(_ text: YuiCore.Text, lost: Bool) {
        self.text = text
        self.lost = lost
    }

    var body: some View {
        HStack(spacing: 8) {
            MarkPicture(lost ? .offline : .online, \.quiet)
            Words(text, .small)
            Spacer()
        }
        .padding(12)
        .area(\.none, border: \.line)
        .announced(text.plain)
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
    private let text: YuiCore.Text?

    /// With words of its own, or those for any work.
    init(_ text: YuiCore.Text? = nil) { self.text = text }

    var body: some View {
        VStack(spacing: 16) {
            MarkPicture(.wait, \.primary)
            WaitingWords(text: text) { EmptyView() }
        }
        .padding(32)
        .frame(maxWidth: .infinity)
    }
}

/// Words for work that takes its time, and more below them. They come after two seconds, so that nothing flickers.
private struct WaitingWords<More: View>: View {
    let text: YuiCore.Text?
    @ViewBuilder let more: @MainActor () -> More

    @State private var long = false
    @Environment(Surroundings.self) private var around

    var body: some View {
        VStack {
            if long {
                let words = text ?? around.words.waiting
                Words(words)
                    .multilineTextAlignment(.center)
                    .announced(words.plain)
                more()
            }
        }
        .task {
            try? await Task.sleep(for: .seconds(2))
            long = !Task.isCancelled
        }
    }
}
