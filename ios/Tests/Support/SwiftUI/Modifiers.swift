// What changes a view. What only changes how it looks changes nothing here.

/// A view whose records are changed once it is drawn, or what is around it before.
struct Changed<Content: View>: Primitive {
    let content: Content
    let around: (inout EnvironmentValues) -> Void
    let change: ([Node]) -> [Node]

    func draw(in drawing: Drawing) -> [Node] { change(drawing.with(around).draw(content)) }
}

/// A view for which something goes on while it is shown.
struct Followed<Content: View>: Primitive {
    let content: Content
    let step: String
    let follow: @MainActor (Memory, String) -> Void

    func draw(in drawing: Drawing) -> [Node] {
        let here = drawing.at(step)
        follow(drawing.memory, here.path)
        return here.draw(content)
    }
}

/// Views over each other, the lowest first.
struct Layers: Primitive {
    let views: [any View]

    func draw(in drawing: Drawing) -> [Node] { [Node(.group, TupleView<Void>(views).draw(in: drawing))] }
}

@MainActor @preconcurrency public protocol ViewModifier {
    associatedtype Body: View
    typealias Content = AnyView
    @ViewBuilder func body(content: Content) -> Body
}

struct Modified<Modifier: ViewModifier>: Primitive {
    let content: AnyView
    let modifier: Modifier

    func draw(in drawing: Drawing) -> [Node] {
        let here = drawing.at("\(ObjectIdentifier(Modifier.self).hashValue)")
        here.settle(modifier)
        return here.draw(modifier.body(content: content))
    }
}

extension View {
    func changing(_ change: @escaping ([Node]) -> [Node]) -> some View {
        Changed(content: self, around: { _ in }, change: change)
    }

    func marking(_ mark: @escaping @MainActor (Node) -> Void) -> some View {
        changing { nodes in
            for node in nodes { mark(node) }
            return nodes
        }
    }

    private func inside(_ change: @escaping (inout EnvironmentValues) -> Void) -> some View {
        Changed(content: self, around: change) { $0 }
    }

    private func following(_ step: String, _ follow: @escaping @MainActor (Memory, String) -> Void) -> some View {
        Followed(content: self, step: step, follow: follow)
    }

    public func modifier<Modifier: ViewModifier>(_ modifier: Modifier) -> some View {
        Modified(content: AnyView(self), modifier: modifier)
    }

    public func environment<Value>(_ path: WritableKeyPath<EnvironmentValues, Value>, _ value: Value) -> some View {
        inside { $0[keyPath: path] = value }
    }

    public func environment<Value: AnyObject & Observable>(_ object: Value) -> some View {
        inside { $0.set(object, as: Value.self) }
    }

    public func preferredColorScheme(_ scheme: ColorScheme?) -> some View {
        inside { if let scheme { $0.colorScheme = scheme } }
    }

    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View {
        inside { $0.multilineTextAlignment = alignment }
    }

    public func disabled(_ disabled: Bool) -> some View { inside { if disabled { $0.isEnabled = false } } }

    public func id<ID: Hashable>(_ id: ID) -> some View { following("\(id)") { memory, _ in memory.names(id) } }

    public func task(
        priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { following("task") { $0.task($1, id: 0, action) } }

    public func task<ID: Hashable>(
        id: ID, priority: TaskPriority = .userInitiated,
        @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { following("task") { $0.task($1, id: id, action) } }

    public func onAppear(perform act: @escaping () -> Void) -> some View { following("appear") { $0.appears($1, act) } }

    public func onDisappear(perform act: @escaping () -> Void) -> some View {
        following("disappear") { $0.disappears($1, act) }
    }

    public func onChange<Value: Equatable>(
        of value: Value, initial: Bool = false, _ act: @escaping (Value, Value) -> Void
    ) -> some View { following("change") { $0.value($1, value, initial: initial, act) } }

    public func onChange<Value: Equatable>(
        of value: Value, initial: Bool = false, _ act: @escaping () -> Void
    ) -> some View { onChange(of: value, initial: initial) { _, _ in act() } }

    public func onSubmit(_ act: @escaping () -> Void) -> some View { marking { $0.press = act } }

    public func onLongPressGesture(
        minimumDuration: Double = 0.5, maximumDistance: CGFloat = 10, perform act: @escaping () -> Void,
        onPressingChanged: ((Bool) -> Void)? = nil
    ) -> some View { marking { $0.hold = act } }

    public func onGeometryChange<Value: Equatable>(
        for type: Value.Type, of value: @escaping (GeometryProxy) -> Value, action: @escaping (Value) -> Void
    ) -> some View { marking { $0.sized = { action(value($0)) } } }

    public func onTapGesture(perform act: @escaping () -> Void) -> some View { marking { $0.tap = act } }

    /// Words inside that have none of their own have this.
    private func lettering(_ letter: @escaping @MainActor (Node) -> Void) -> some View {
        changing { nodes in
            for node in nodes.flatMap(\.all) { letter(node) }
            return nodes
        }
    }

    public func font(_ font: Font?) -> some View {
        lettering { if let font, $0.size == 0 { $0.size = font.size } }
    }

    public func foregroundStyle<Style: ShapeStyle>(_ style: Style) -> some View {
        lettering { $0.colour = $0.colour ?? style as? Color }
    }

    public func background<Style: ShapeStyle, Area: Shape>(_ style: Style, in area: Area) -> some View {
        marking { $0.ground = style as? Color }
    }

    public func focused(_ focus: FocusState<Bool>.Binding) -> some View {
        marking { $0.isFocused = focus.wrappedValue }
    }

    public func animation<Value: Equatable>(_ animation: Animation?, value: Value) -> some View {
        marking { $0.moves = animation != nil }
    }

    public func simultaneousGesture(_ gesture: DragGesture) -> some View { self }

    public func frame(
        minWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
        alignment: Alignment = .center
    ) -> some View {
        changing { nodes in
            let group = Node(.group, nodes)
            group.minWidth = maxWidth == .infinity ? .infinity : minWidth ?? 0
            group.minHeight = minHeight ?? 0
            group.takesHeight = maxHeight == .infinity
            return [group]
        }
    }

    public func overlay<Over: View>(alignment: Alignment = .center, @ViewBuilder content: () -> Over) -> some View {
        Layers(views: [self, content()])
    }

    public func background<Under: View>(
        alignment: Alignment = .center, @ViewBuilder content: () -> Under
    ) -> some View { Layers(views: [content(), self]) }

    public func buttonStyle<Style: ButtonStyle>(_ style: Style) -> some View {
        _ = style.makeBody(configuration: ButtonStyleConfiguration(label: AnyView(EmptyView()), isPressed: true))
        return self
    }

    public func background<Style: ShapeStyle>(_ style: Style) -> some View { self }
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil) -> some View { self }
    public func padding(_ edges: Edge.Set, _ length: CGFloat) -> some View { self }
    public func padding(_ length: CGFloat) -> some View { self }
    public func lineSpacing(_ spacing: CGFloat) -> some View { self }
    public func lineLimit(_ lines: Int?) -> some View { self }
    public func minimumScaleFactor(_ factor: CGFloat) -> some View { self }
    public func tint(_ colour: Color?) -> some View { self }
    public func fixedSize() -> some View { self }
    public func clipShape<Area: Shape>(_ area: Area) -> some View { self }
    public func contentShape<Area: Shape>(_ area: Area) -> some View { self }
    public func ignoresSafeArea() -> some View { self }
    public func opacity(_ opacity: Double) -> some View { self }
    public func aspectRatio(_ ratio: CGFloat?, contentMode: ContentMode) -> some View { self }
    public func scaleEffect(x: CGFloat = 1, y: CGFloat = 1, anchor: UnitPoint) -> some View { self }
    public func transition(_ transition: AnyTransition) -> some View { self }
    public func layoutValue<Key: LayoutValueKey>(key: Key.Type, value: Key.Value) -> some View { self }
    public func submitLabel(_ label: SubmitLabel) -> some View { self }
    public func autocorrectionDisabled() -> some View { self }
    public func keyboardType(_ type: UIKeyboardType) -> some View { marking { $0.keyboard = type } }
    public func textContentType(_ type: UITextContentType?) -> some View { self }
    public func textInputAutocapitalization(_ letters: TextInputAutocapitalization?) -> some View { self }
    public func privacySensitive() -> some View { self }
}

public struct GeometryProxy {
    public let size: CGSize
    let seen: CGRect?

    /// What has this size, and of which this is seen where it is scrolled.
    public init(size: CGSize, seen: CGRect? = nil) { (self.size, self.seen) = (size, seen) }

    public func bounds(of space: NamedCoordinateSpace) -> CGRect? { seen }
}

public struct NamedCoordinateSpace: Sendable {
    public static let scrollView = NamedCoordinateSpace()
}

public enum Edge {
    public enum Set: Sendable { case horizontal, vertical, bottom }
}
