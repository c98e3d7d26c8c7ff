// Words, pictures, and what can be pressed and filled in.

public struct Text: Primitive {
    let words: String

    public init(verbatim words: String) { self.words = words }

    public func draw(in drawing: Drawing) -> [Node] {
        let node = Node(.text)
        node.text = words
        return [node]
    }
}

public struct Image: Primitive {
    let name: String

    public init(systemName name: String) { self.name = name }

    public func resizable() -> Image { self }

    public func draw(in drawing: Drawing) -> [Node] {
        let node = Node(.image)
        node.text = name
        return [node]
    }
}

public struct Button<Label: View>: Primitive {
    let action: @MainActor () -> Void
    let label: Label

    public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
        self.action = action
        self.label = label()
    }

    public func draw(in drawing: Drawing) -> [Node] {
        let node = Node(.button, drawing.draw(label))
        node.isEnabled = drawing.environment.isEnabled
        node.press = { [action] in MainActor.assumeIsolated { action() } }
        return [node]
    }
}

@MainActor @preconcurrency public protocol ButtonStyle {
    associatedtype Body: View
    typealias Configuration = ButtonStyleConfiguration
    @ViewBuilder func makeBody(configuration: Configuration) -> Body
}

public struct ButtonStyleConfiguration {
    public let label: AnyView
    public let isPressed: Bool
}

public struct Toggle<Label: View>: Primitive {
    let isOn: Binding<Bool>
    let label: Label

    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label) {
        self.isOn = isOn
        self.label = label()
    }

    public func draw(in drawing: Drawing) -> [Node] {
        let node = Node(.toggle, drawing.draw(label))
        node.value = "\(isOn.wrappedValue)"
        node.press = { [isOn] in isOn.wrappedValue.toggle() }
        return [node]
    }
}

public struct TextField<Label: View>: Primitive {
    let text: Binding<String>
    let label: Label

    public init(text: Binding<String>, prompt: Text? = nil, @ViewBuilder label: () -> Label) {
        self.text = text
        self.label = label()
    }

    public func draw(in drawing: Drawing) -> [Node] { [field(.field, text, drawing.draw(label))] }
}

public struct SecureField<Label: View>: Primitive {
    let text: Binding<String>
    let label: Label

    public init(text: Binding<String>, prompt: Text? = nil, @ViewBuilder label: () -> Label) {
        self.text = text
        self.label = label()
    }

    public func draw(in drawing: Drawing) -> [Node] { [field(.secureField, text, drawing.draw(label))] }
}

@MainActor private func field(_ kind: Node.Kind, _ text: Binding<String>, _ label: [Node]) -> Node {
    let node = Node(kind, label)
    node.value = text.wrappedValue
    node.type = { text.wrappedValue = $0 }
    return node
}

public struct SubmitLabel: Sendable {
    public static let next = SubmitLabel()
}

public enum UIKeyboardType: Sendable { case `default`, asciiCapable, numberPad, emailAddress }

public struct UITextContentType: Sendable {
    public static let emailAddress = UITextContentType(), oneTimeCode = UITextContentType()
}

public struct TextInputAutocapitalization: Sendable {
    public static let characters = TextInputAutocapitalization(), never = TextInputAutocapitalization()
}

public struct Font: Sendable {
    public enum TextStyle: Sendable { case body }

    public enum Weight: Sendable { case regular, bold }

    let size: CGFloat

    public static func system(size: CGFloat, weight: Weight? = nil) -> Font { Font(size: size) }

    public func monospacedDigit() -> Font { self }
}

public struct DragGesture {
    public struct Value {
        public let startLocation: CGPoint
        public let translation: CGSize
    }

    public init() {}

    public func onEnded(_ action: @escaping (Value) -> Void) -> DragGesture { self }
}
