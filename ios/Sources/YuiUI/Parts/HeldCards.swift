// Takes what is held to the phone while this is shown; nothing of it is seen.

import SwiftUI
import YuiCore

/// See the file.
struct HeldCards: View {
    /// Told what the reader is doing.
    let reader: @MainActor (ReaderState) -> Void
    /// Given each card.
    let hold: @MainActor (any CardTransport) async throws -> Void
    /// The way on when the person closed the system's sheet.
    let back: @MainActor () async throws -> Void

    @Environment(Surroundings.self) private var around

    var body: some View {
        Color.clear.frame(width: 0, height: 0)
            .accessibilityHidden(true)
            .onAppear { around.readsCards = true }
            .onDisappear { around.readsCards = false }
            .task { for await state in around.phone.readerStates() { reader(state) } }
            .task { await takeCards() }
    }

    private func takeCards() async {
        let deeds = around.deeds
        do {
            for await card in around.phone.cards() {
                // What fails with one card leaves the reader on for the next.
                do { try await hold(card) } catch { deeds.failed(error) }
            }
            if !Task.isCancelled { try await back() }
        } catch {
            deeds.failed(error)
        }
    }
}
