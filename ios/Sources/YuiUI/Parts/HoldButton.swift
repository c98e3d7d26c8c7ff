// The button of a large payment: it has to be held, so that no slip of the hand pays. Who cannot hold (a screen reader,
// a switch, easy mode) presses twice; the second press is asked for in words.

import SwiftUI
import YuiCore

/// See the file.
struct HoldButton: View {
    private let text: YuiCore.Text
    private let hold: YuiCore.Text
    private let again: YuiCore.Text
    private let onConfirm: @MainActor () -> Void

    @State private var armed = false
    @State private var ready = false
    @State private var held = false
    @Environment(\.look) private var look
    @Environment(\.tremorTime) private var tremor
    @Environment(\.isEnabled) private var isEnabled
    @Environment(\.accessibilityVoiceOverEnabled) private var voiceOver
    @Environment(\.accessibilitySwitchControlEnabled) private var switches
    @Environment(\.accessibilityReduceMotion) private var reduceMotion

    /// `text` is what it does, `hold` asks to hold it, `again` to press it once more.
    init(
        _ text: YuiCore.Text, hold: YuiCore.Text, again: YuiCore.Text, onConfirm: @escaping @MainActor () -> Void
    ) {
        self.text = text
        self.hold = hold
        self.again = again
        self.onConfirm = onConfirm
    }

    var body: some View {
        pressed
            .announced(armed ? again.plain : (holds ? hold : text).plain, first: false)
            .task(id: armed) { if armed { await wait() } }
    }

    /// Whether it is held; else it is pressed twice.
    private var holds: Bool { !(look.easy || voiceOver || switches) }

    @ViewBuilder private var pressed: some View {
        if !holds {
            MainButton(armed ? again : text, onPress: press)
        } else {
            area
                .onLongPressGesture(minimumDuration: seconds) {
                    if isEnabled { onConfirm() }
                } onPressingChanged: {
                    held = $0
                }
                .accessibilityElement(children: .combine)
                .accessibilityAddTraits(.isButton)
                .accessibilityAction { if isEnabled { press() } }
        }
    }

    private let seconds = 1.0

    private var area: some View {
        Words(armed ? again : hold, .strong, isEnabled ? \.onPrimary : \.ink)
            .multilineTextAlignment(.center)
            .padding(.horizontal, 12)
            .padding(.vertical, 8)
            .frame(minWidth: look.target, maxWidth: .infinity, minHeight: look.target)
            .background(alignment: .leading) { filling }
            .area(isEnabled ? \.primary : \.line, border: \.none)
            .clipShape(RoundedRectangle(cornerRadius: Corner.small))
            .contentShape(Rectangle())
    }

    /// Fills up while it is held.
    private var filling: some View {
        look.colours.onPrimary.opacity(0.35)
            .scaleEffect(x: held ? 1 : 0, anchor: .leading)
            .animation(reduceMotion ? nil : .linear(duration: held ? seconds : 0.2), value: held)
    }

    /// The first press asks for the second.
    private func press() {
        if !armed {
            armed = true
        } else if ready {
            forget()
            onConfirm()
        }
    }

    private func forget() { (armed, ready) = (false, false) }

    /// One that comes at once is the same tremor of the hand, and one that comes late means something else by now.
    private func wait() async {
        try? await Task.sleep(for: tremor)
        ready = !Task.isCancelled
        try? await Task.sleep(for: late - tremor)
        if !Task.isCancelled { forget() }
    }

    private let late = Duration.seconds(10)
}
