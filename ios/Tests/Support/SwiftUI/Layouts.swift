// A layout of the app's own. A test makes the parts that it lays out, and sees where it put them.

public protocol Layout: Sendable {
    typealias Subviews = LayoutSubviews
    associatedtype Cache = Void
    func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache) -> CGSize
    func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache)
}

extension Layout {
    @MainActor public func callAsFunction<Content: View>(@ViewBuilder _ content: () -> Content) -> some View {
        Holder(content: content())
    }
}

public struct ProposedViewSize: Sendable {
    public var width: CGFloat?
    public var height: CGFloat?

    public init(width: CGFloat?, height: CGFloat?) { (self.width, self.height) = (width, height) }

    public static let unspecified = ProposedViewSize(width: nil, height: nil)
}

public protocol LayoutValueKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

public struct LayoutSubview {
    private let size: CGSize
    private let values: [ObjectIdentifier: Any]
    private let placed: (CGPoint) -> Void

    /// A part of this size; `placed` is told where its lower left corner was put.
    public init(size: CGSize, values: [ObjectIdentifier: Any] = [:], placed: @escaping (CGPoint) -> Void) {
        (self.size, self.values, self.placed) = (size, values, placed)
    }

    public subscript<Key: LayoutValueKey>(key: Key.Type) -> Key.Value {
        values[ObjectIdentifier(key)] as? Key.Value ?? Key.defaultValue
    }

    public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize { size }

    public func place(at point: CGPoint, anchor: UnitPoint, proposal: ProposedViewSize) { placed(point) }
}

public struct LayoutSubviews: RandomAccessCollection {
    private let parts: [LayoutSubview]

    public init(_ parts: [LayoutSubview]) { self.parts = parts }

    public var startIndex: Int { 0 }
    public var endIndex: Int { parts.count }

    public subscript(index: Int) -> LayoutSubview { parts[index] }
}
