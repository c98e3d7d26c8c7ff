// Paying a shop; which screen of it comes next, the core knows.

import SwiftUI
import YuiCore

struct PayScreen: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        Following(.pay, .settings) { app in
            try await app.pay().view()
        } content: { view in
            if let paid = view.paid {
                Page(view.title, titleShown: false) { Working() }.onAppear { leave(to: paid) }
            } else if view.step == .scan {
                // Nothing is being paid: the way begins at the scanner.
                Page(view.title, titleShown: false) { Working() }.onAppear { around.places.goInstead(.scan) }
            } else {
                PayPage(view: view)
            }
        }
        .onDisappear { around.app.pay().leave() }
    }

    /// What was paid is shown on its own screen, from which the way leads home.
    private func leave(to paid: CommandId) {
        around.places.home()
        around.places.go(.paid, about: paid)
    }
}

private struct PayPage: View {
    let view: PayView

    @State private var pin = ""
    @Environment(Surroundings.self) private var around

    private var deeds: Deeds { around.deeds }

    var body: some View {
        let pay = around.app.pay()
        Page(view.title, step: view.step) {
            if let shop = view.shop { Shop(view: shop) }
            Words(view.amountText, .amount).announced(view.amountText.plain, first: false)
            if let error = view.error { ErrorNote(error, onAgain: again) }
            if let erase = view.erase {
                Keypad(erase: erase, onType: { pay.typeDigits(digits: $0) }, onErase: { pay.eraseDigit() })
            }
            Paragraphs(view.body)
            if let confirm = view.confirm { Means(view: confirm) }
            if let trouble = view.trouble { Troubles(view: trouble) }
            if let prompt = view.pin {
                SecretField(prompt: prompt, value: $pin) { act(.confirm) }
            }
            if let working = view.working { Working(working) }
            if let reader = view.reader { Reader(view: reader) }
            if view.step == .hold { heldCards }
        } below: {
            if let primary = view.primary {
                if let confirm = view.confirm, confirm.hold {
                    Words(primary.text, .strong)
                    HoldButton(primary.text, hold: confirm.holdText, again: confirm.againText) { act(primary.action) }
                        .disabled(deeds.busy)
                } else {
                    MainButton(primary.text) { act(primary.action) }
                        .disabled(deeds.busy || view.pin != nil && pin.isEmpty)
                }
            }
            ForEach(view.others, id: \.action) { other in
                PlainButton(other.text) { act(other.action) }
            }
        }
        .onChange(of: view.step) { pin = "" }
    }

    private var heldCards: HeldCards {
        let pay = around.app.pay()
        return HeldCards(
            reader: pay.reader,
            hold: { try await pay.hold(card: $0).refusal },
            // Where the card was given up with the sheet, she is back already.
            back: { if try await pay.view().step == .hold { _ = try await pay.back() } }
        )
    }

    private var again: (@MainActor () -> Void)? {
        guard let again = view.again else { return nil }
        return { act(again) }
    }

    private func act(_ action: PayAction) {
        let (pay, places) = (around.app.pay(), around.places)
        switch action {
        case .talk: places.go(.talk, about: view.error?.code)
        case .stop:
            let leaving = around.leaving
            // Home first: the scanner, where another payment would begin, is not where she wants to go.
            places.home()
            leaving { _ = try await pay.act(action: action) }
        case .confirm where view.pin != nil: deeds { [pin] in _ = try await pay.enter(pin: pin) }
        default: deeds(told: false) { _ = try await pay.act(action: action) }
        }
    }
}

extension PayView {
    /// How it went with the card that was held, where it went wrong.
    fileprivate var refusal: YuiCore.Text? { cardRefusal(pin, trouble, reader, error) }
}

/// What paying means: what is used, what is left, what proof it takes.
private struct Means: View {
    let view: PayConfirm

    @State private var open = false

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            if let reference = view.reference { Words(reference) }
            Words(view.lotsText)
            if open {
                Paragraphs(view.lots.map(\.text), .small)
            } else {
                PlainButton(view.details) { open = true }
            }
            if let left = view.balanceAfter { Words(left) }
            if let proof = view.proof { Words(proof, .strong) }
        }
    }
}
