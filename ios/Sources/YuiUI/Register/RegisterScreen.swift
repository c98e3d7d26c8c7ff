// Registering with the card; which screen of it comes next, the core knows.

import SwiftUI
import YuiCore

struct RegisterScreen: View {
    /// Why she registers.
    let about: String?

    @Environment(Surroundings.self) private var around

    var body: some View {
        // Beginning what was begun goes on where she was interrupted.
        Following(.register, .identity, .town, .settings) { [about, model = around.phone.model] app in
            try await app.register().begin(purpose: enrolPurpose(about: about), deviceName: model)
        } content: { view in
            RegisterPage(view: view)
        }
        .onDisappear { around.app.register().leave() }
    }
}

private struct RegisterPage: View {
    let view: RegisterView

    @State private var secret = ""
    @Environment(Surroundings.self) private var around

    private var deeds: Deeds { around.deeds }

    var body: some View {
        let done = view.step == .done
        Page(view.title, titleShown: !done, step: view.step) {
            if let error = view.error { ErrorNote(error, onAgain: again) }
            if let reader = view.reader { Reader(view: reader) }
            ForEach(view.needs, id: \.picture) { Need(view: $0) }
            if done {
                EndNote(how: .done, title: view.title, amount: nil, more: [view.name].compactMap(\.self))
            }
            Paragraphs(view.body)
            if let trouble = view.trouble { Troubles(view: trouble) }
            if let pin = view.pin {
                SecretField(prompt: pin, value: $secret) { act(.next) }
            }
            if let working = view.working { Working(working) }
            if view.step == .hold { heldCards }
        } below: {
            if let primary = view.primary {
                MainButton(primary.text) { act(primary.action) }
                    .disabled(deeds.busy || view.pin != nil && secret.isEmpty)
            }
            ForEach(view.others, id: \.action) { other in
                PlainButton(other.text) { act(other.action) }
            }
        }
        .onChange(of: view.step) { secret = "" }
        .onChange(of: view.pin?.digits) { secret = "" }
        // Who cannot go on with this phone is told on the first screen.
        .task { for await state in around.phone.readerStates() { around.app.register().reader(state: state) } }
    }

    private var heldCards: HeldCards {
        let register = around.app.register()
        return HeldCards(
            reader: register.reader,
            hold: { try await register.hold(card: $0).refusal },
            // Where the card was given up with the sheet, she is back already.
            back: { if try await register.view().step == .hold { _ = try await register.back() } }
        )
    }

    private var again: (@MainActor () -> Void)? {
        guard let again = view.again else { return nil }
        return { act(again) }
    }

    private func act(_ action: RegisterAction) {
        let register = around.app.register()
        switch action {
        case .talk: around.places.go(.talk)
        case .finish:
            let deeds = deeds
            around.places.home()
            deeds { _ = try await register.act(action: action) }
        case .next where view.pin != nil: deeds { [secret] in _ = try await register.enter(secret: secret) }
        default: deeds { _ = try await register.act(action: action) }
        }
    }
}

extension RegisterView {
    /// How it went with the card that was held, where it went wrong.
    fileprivate var refusal: YuiCore.Text? { cardRefusal(pin, trouble, reader, error) }
}

private struct Need: View {
    let view: NeedView

    var body: some View {
        HStack(spacing: 16) {
            MarkPicture(mark, \.primary, size: 40)
            Words(view.text, .strong)
        }
    }

    private var mark: Mark {
        switch view.picture {
        case .card: .card
        case .password: .password
        case .phone: .phone
        }
    }
}
