// Becoming a visitor; which screen of it comes next, the core knows.

import SwiftUI
import YuiCore

struct VisitorScreen: View {
    @Environment(Surroundings.self) private var around

    var body: some View {
        Following(.visitor, .identity, .town, .settings) { app in
            try await app.visitor().view()
        } content: { view in
            VisitorPage(view: view)
        }
        .onAppear { around.app.visitor().begin() }
    }
}

private struct VisitorPage: View {
    let view: VisitorView

    @State private var typed = ""
    @Environment(Surroundings.self) private var around

    var body: some View {
        let done = view.step == .done
        Page(view.title, titleShown: !done, step: view.step) {
            if let error = view.error { ErrorNote(error) { act(view.again) } }
            if done { EndNote(how: .done, title: view.title, amount: nil, more: []) }
            Paragraphs(view.body)
            if let field = view.field { Field(name: field, filling: view.step == .mail ? .mail : .code, value: $typed) }
        } below: {
            MainButton(view.primary.text) { act(view.primary.action) }
                .disabled(around.deeds.busy || view.field != nil && typed.allSatisfy(\.isWhitespace))
            ForEach(view.others, id: \.action) { other in
                PlainButton(other.text) { act(other.action) }
            }
        }
        .onChange(of: view.step) { typed = "" }
    }

    private func act(_ action: VisitorAction) {
        let (visitor, model) = (around.app.visitor(), around.phone.model)
        switch action {
        case .send: around.deeds { [typed] in _ = try await visitor.send(address: typed) }
        case .start: around.deeds { [typed] in _ = try await visitor.start(code: typed, deviceName: model) }
        case .byMail, .haveCode: visitor.act(action: action)
        case .finish: around.places.home()
        }
    }
}
