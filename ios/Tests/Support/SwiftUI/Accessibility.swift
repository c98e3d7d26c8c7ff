// What a screen reader is told.

public struct AccessibilityTraits: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let isHeader = Self(rawValue: 1), isButton = Self(rawValue: 2), isSelected = Self(rawValue: 4)
    public static let isImage = Self(rawValue: 8), isToggle = Self(rawValue: 16)
}

public enum AccessibilityChildBehavior: Sendable { case ignore, combine, contain }

public enum AccessibilityActionKind: Sendable { case `default`, escape }

public enum AccessibilityNotification {
    public struct Announcement {
        private let words: String

        public init(_ words: String) { self.words = words }

        public func post() { log.add(words) }
    }

    /// What was said so far.
    public static var said: [String] { log.all }

    private static let log = Announcements()
}

private final class Announcements: @unchecked Sendable {
    private let lock = NSLock()
    private var words: [String] = []

    var all: [String] { lock.withLock { words } }

    func add(_ more: String) { lock.withLock { words.append(more) } }
}

extension View {
    public func accessibilityLabel(_ label: Text) -> some View {
        changing { nodes in
            guard nodes.count == 1 else {
                let group = Node(.group, nodes)
                group.label = label.words
                return [group]
            }
            nodes[0].label = label.words
            return nodes
        }
    }

    public func accessibilityHidden(_ hidden: Bool) -> some View { marking { $0.isHidden = hidden } }

    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View {
        marking { $0.traits.formUnion(traits) }
    }

    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        changing { nodes in
            let whole = nodes.count == 1 ? nodes[0] : Node(.group, nodes)
            whole.inside = children
            return [whole]
        }
    }

    public func accessibilityAction(
        _ kind: AccessibilityActionKind = .default, _ act: @escaping () -> Void
    ) -> some View { marking { if kind == .default { $0.press = act } } }
}
