// Where a password or PIN of the card is typed: hidden until she wants to see it, never suggested, gone with its screen; the
// tries left stand large above it.

import SwiftUI
import YuiCore

/// See the file.
struct SecretField: View {
    let prompt: PinPrompt
    @Binding var value: String
    let onDone: @MainActor () -> Void

    @State private var seen = false
    @FocusState private var focused: Bool
    @Environment(\.look) private var look

    var body: some View {
        if let wrong = prompt.wrong {
            HStack(spacing: 8) {
                MarkPicture(.wrong, \.danger)
                Words(wrong, .title, \.danger)
            }
            .announced(wrong.plain)
        } else if let tries = prompt.triesText {
            Words(tries, .title)
        }
        if prompt.canEnter {
            field
            PlainButton(seen ? prompt.hide : prompt.show) { seen.toggle() }
            Words(prompt.note, .small, \.quiet)
        }
    }

    @ViewBuilder private var typed: some View {
        if seen {
            TextField(text: limited, prompt: empty) { spoken(prompt.title) }
        } else {
            SecureField(text: limited, prompt: empty) { spoken(prompt.title) }
        }
    }

    private var field: some View {
        typed
            .font(look.font(.title))
            .foregroundStyle(look.colours.ink)
            .autocorrectionDisabled()
            #if !os(macOS)
                .textInputAutocapitalization(.characters)
                .keyboardType(prompt.digits == nil ? .asciiCapable : .numberPad)
            #endif
            .submitLabel(.next)
            .onSubmit { if !value.isEmpty { onDone() } }
            .boxed($focused)
            .privacySensitive()
            .onAppear { focused = true }
    }

    private var limited: Binding<String> {
        Binding(
            get: { value },
            set: { typed in
                if prompt.digits.map({ typed.count <= $0 }) ?? true { value = typed }
            })
    }
}
