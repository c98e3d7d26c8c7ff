// How views become records: where a view stands decides which state it has, as in SwiftUI.

/// What a view was drawn as.
@MainActor public final class Node {
    public enum Kind: Sendable { case group, scroll, text, image, button, toggle, field, secureField, shape }

    public let kind: Kind
    public var children: [Node]
    /// The words of a text, the name of an image.
    public var text = ""
    /// What a screen reader says instead of what is inside.
    public var label: String?
    /// What a screen reader makes of what is inside, where that was said.
    public var inside: AccessibilityChildBehavior?
    /// Whether a screen reader passes over it.
    public var isHidden = false
    public var isEnabled = true
    public var traits: AccessibilityTraits = []
    /// Whether it moves: by an animation, or as often as a screen is drawn.
    public var moves = false
    /// The least width and height that it was given; without end where it takes all there is.
    public var minWidth: CGFloat = 0
    public var minHeight: CGFloat = 0
    /// Whether it takes all the height there is.
    public var takesHeight = false
    /// How large words are, in what colour, and that of the area behind.
    public var size: CGFloat = 0
    public var colour: Color?
    public var ground: Color?
    /// What follows from the size that it got, and from how it is scrolled.
    public var sized: ((GeometryProxy) -> Void)?
    /// What pressing it does.
    public var press: (() -> Void)?
    /// What touching it anywhere within its area does.
    public var tap: (() -> Void)?
    /// Whether it is being filled in.
    public var isFocused = false
    /// What holding it does.
    public var hold: (() -> Void)?
    /// What typing into it does.
    public var type: ((String) -> Void)?
    /// The keyboard that comes for it.
    public var keyboard = UIKeyboardType.default
    /// What is typed into it, or whether it is on.
    public var value = ""

    public init(_ kind: Kind, _ children: [Node] = []) {
        self.kind = kind
        self.children = children
    }

    /// It, and all that is in it.
    public var all: [Node] { [self] + children.flatMap(\.all) }

    /// What a screen reader stops at, one after the other.
    public var stops: [Node] {
        if isHidden { return [] }
        let one = kind == .button || kind == .toggle || kind == .field || kind == .secureField || kind == .text
        if inside != .contain && (one || inside != nil || label != nil) { return spoken.isEmpty ? [] : [self] }
        return children.flatMap(\.stops)
    }

    /// What a screen reader says of it.
    public var spoken: String {
        if isHidden { return "" }
        if let label { return label }
        return kind == .text ? text : children.map(\.spoken).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Where a view is drawn, and what is around it there.
@MainActor public struct Drawing {
    let path: String
    var environment: EnvironmentValues
    let memory: Memory

    func at(_ step: String) -> Drawing { Drawing(path: "\(path)/\(step)", environment: environment, memory: memory) }

    func with(_ change: (inout EnvironmentValues) -> Void) -> Drawing {
        var changed = self
        change(&changed.environment)
        return changed
    }

    func draw(_ view: any View) -> [Node] {
        if let primitive = view as? any Primitive { return primitive.draw(in: self) }
        return compose(view)
    }

    private func compose<Composed: View>(_ view: Composed) -> [Node] {
        let here = at("\(ObjectIdentifier(Composed.self).hashValue)")
        here.settle(view)
        return here.draw(view.body)
    }

    /// Gives its state and its environment to a view, or to what changes one.
    func settle(_ view: Any) {
        for (name, value) in Mirror(reflecting: view).children {
            if let property = value as? any DynamicProperty { property.settle(at("\(name ?? "")")) }
        }
    }
}

/// What outlives a drawing: state, and what goes on while a view is shown.
@MainActor final class Memory {
    private var states: [String: AnyObject] = [:]
    private var tasks: [String: (id: AnyHashable, task: Task<Void, Never>)] = [:]
    private var values: [String: Any] = [:]
    private var leavings: [String: () -> Void] = [:]
    private var seen: Set<String> = []
    private var ids: Set<AnyHashable> = []
    /// Where it was scrolled to, as far as that was there.
    private(set) var scrolls: [Scrolled] = []
    private var later: [() -> Void] = []

    /// Draws until nothing follows from what was drawn.
    func pass(_ draw: () -> [Node]) -> [Node] {
        for _ in 0..<20 {
            seen = []
            ids = []
            let nodes = draw()
            let acts = later + gone()
            later = []
            if acts.isEmpty { return nodes }
            for act in acts { act() }
        }
        fatalError("drawing leads to drawing without end")
    }

    func end() {
        for (_, task) in tasks.values { task.cancel() }
        tasks = [:]
    }

    /// What was kept here before, else what there is to keep.
    func state<Kept: AnyObject>(_ path: String, _ new: Kept) -> Kept {
        seen.insert(path)
        if let kept = states[path] as? Kept { return kept }
        states[path] = new
        return new
    }

    func task(_ path: String, id: AnyHashable, _ action: @escaping @Sendable () async -> Void) {
        seen.insert(path)
        if let known = tasks[path] {
            if known.id == id { return }
            known.task.cancel()
        }
        tasks[path] = (id, Task { await action() })
    }

    func value<Value: Equatable>(_ path: String, _ new: Value, initial: Bool, _ act: @escaping (Value, Value) -> Void) {
        seen.insert(path)
        let old = values[path] as? Value
        values[path] = new
        if let old, old != new { later.append { act(old, new) } }
        if old == nil, initial { later.append { act(new, new) } }
    }

    /// Something that can be scrolled to.
    func names(_ id: AnyHashable) { ids.insert(id) }

    func scroll(_ scrolled: Scrolled) { if ids.contains(scrolled.id) { scrolls.append(scrolled) } }

    func appears(_ path: String, _ act: @escaping () -> Void) { value(path, true, initial: true) { _, _ in act() } }

    func disappears(_ path: String, _ act: @escaping () -> Void) {
        seen.insert(path)
        leavings[path] = act
    }

    /// Forgets what is no longer drawn, and answers what follows from that.
    private func gone() -> [() -> Void] {
        for (path, known) in tasks where !seen.contains(path) {
            known.task.cancel()
            tasks[path] = nil
        }
        states = states.filter { seen.contains($0.key) }
        values = values.filter { seen.contains($0.key) }
        let left = leavings.filter { !seen.contains($0.key) }
        leavings = leavings.filter { seen.contains($0.key) }
        return Array(left.values)
    }
}

/// What was scrolled to.
public struct Scrolled: Equatable {
    public let id: AnyHashable
    public let anchor: UnitPoint?

    public init<ID: Hashable>(_ id: ID, _ anchor: UnitPoint?) { (self.id, self.anchor) = (id, anchor) }
}

/// A view on a made-up screen.
@MainActor public final class Shown {
    private let view: any View
    private let memory = Memory()
    /// What the system says around it.
    public var environment = EnvironmentValues()

    public init(_ view: any View) { self.view = view }

    /// What is on the screen now.
    public var nodes: [Node] { roots.flatMap(\.all) }

    /// What a screen reader stops at now, one after the other.
    public var stops: [Node] { roots.flatMap(\.stops) }

    private var roots: [Node] {
        memory.pass { Drawing(path: "", environment: environment, memory: memory).draw(view) }
    }

    /// Where it was scrolled to so far.
    public var scrolls: [Scrolled] { memory.scrolls }

    /// Takes it away: what goes on for it ends.
    public func end() { memory.end() }
}
