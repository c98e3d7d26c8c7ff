// Takes what is held to the phone while this is shown; nothing of it is seen.

import SwiftUI
import YuiCore

/// See the file.
struct HeldCards: View {
    /// Told what the reader is doing.
    let reader: @MainActor (ReaderState) -> Void
    /// Given each card; answers how it was refused, if it was.
    let hold: @MainActor (any CardTransport) async throws -> YuiCore.Text?
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
                do {
                    if let refusal = try await hold(card) { around.phone.readerRefuses(refusal.plain) }
                } catch {
                    around.phone.readerRefuses(around.app.explain(error: AppError(error)).title.plain)
                    deeds.failed(error)
                }
            }
            if !Task.isCancelled { try await back() }
        } catch {
            deeds.failed(error)
        }
    }
}

/// How a screen says that a card was refused, by what it then shows; none where it does not say so.
func cardRefusal(
    _ pin: PinPrompt?, _ trouble: CardTrouble?, _ reader: ReaderView?, _ error: ErrorView?
) -> YuiCore.Text? {
    let atReader = reader.flatMap { [.lost, .wrong].contains($0.state) ? $0.text : nil }
    return pin?.wrong ?? trouble?.title ?? error?.title ?? atReader
}
