// Receiving as a shop; which screen of it comes next, the core knows.

import SwiftUI
import YuiCore

struct ReceiveScreen: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        Following(
            .shop, .history, .settings,
            anewAfter: liveFor
        ) { app in
            try await app.receive().view()
        } content: { view in
            if view.step == .gone {
                Page(view.title, titleShown: false) { Working() }.onAppear { around.places.home() }
            } else {
                ReceivePage(view: view)
            }
        }
    }
}

/// For how long it can be shown as it is.
private func liveFor(_ view: ReceiveView) -> Duration? { end(ofLife: view.liveMs) }

private struct ReceivePage: View {
    let view: ReceiveView

    @Environment(Surroundings.self) private var around

    var body: some View {
        Page(view.title, titleShown: view.end == nil, step: view.step, fills: view.scan != nil) {
            if let error = view.error { ErrorNote(error, onAgain: again) }
            switch view.step {
            case .today:
                if let today = view.today {
                    Takings(view: today) { line in
                        around.deeds { [app = around.app] in _ = try await app.receive().choose(id: line.id) }
                    }
                }
            case .sending: Working()
            default: Asked(view: view)
            }
        } below: {
            if let primary = view.primary {
                MainButton(primary.text) { act(primary.action) }.disabled(around.deeds.busy)
            }
            if let scan = view.scan { SecondButton(scan.paste, onPress: paste) }
            ForEach(view.others, id: \.action) { other in
                PlainButton(other.text) { act(other.action) }
            }
        }
        .task(id: [AnyHashable(view.step), AnyHashable(view.end)]) { await say() }
    }

    private var again: (@MainActor () -> Void)? {
        guard let action = view.again else { return nil }
        return { act(action) }
    }

    private func act(_ action: ReceiveAction) {
        around.deeds { [app = around.app] in _ = try await app.receive().act(action: action) }
    }

    private func paste() {
        around.deeds(stoppable: true) { [app = around.app, phone = around.phone] in
            if let text = await phone.paste() { _ = try await app.receive().scanned(text: text) }
        }
    }

    /// What came of it is felt and said aloud, once.
    private func say() async {
        do {
            guard let said = try await around.app.receive().say() else { return }
            around.phone.feel(said.end == .done ? .done : .refused)
            around.phone.speak(said.text.plain, language: said.language)
        } catch {
            around.deeds.failed(error)
        }
    }
}

/// What a screen asks, or how it ended.
private struct Asked: View {
    let view: ReceiveView

    @Environment(Surroundings.self) private var around

    var body: some View {
        let receive = around.app.receive()
        if let end = view.end {
            EndNote(how: Outcome(end), title: view.title, amount: view.amountText, more: view.body)
        } else {
            if view.step == .amount, let shop = view.shop { Words(verbatim: shop.name, .title) }
            if let amount = view.amountText { Words(amount, .amount).announced(amount.plain, first: false) }
            Paragraphs(view.body)
            if let code = view.qr { ShownCode(code: code, text: view.title) }
            // While an error is there, the camera rests: it would see the same code again.
            if let scan = view.scan, view.error == nil {
                Scanner(view: scan) { text in around.deeds { _ = try await receive.scanned(text: text) } }
            }
            if let erase = view.erase {
                Keypad(erase: erase, onType: { receive.typeDigits(digits: $0) }, onErase: { receive.eraseDigit() })
            }
        }
    }
}
