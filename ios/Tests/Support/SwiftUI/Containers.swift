// What holds other views: all of it is drawn as what it holds.

public enum HorizontalAlignment: Sendable { case leading, center, trailing }

public enum VerticalAlignment: Sendable { case top, center, bottom }

public enum TextAlignment: Sendable { case leading, center, trailing }

public struct Alignment: Sendable {
    public static let center = Alignment(), leading = Alignment(), top = Alignment()
}

/// What holds views and is nothing by itself.
public struct Holder<Content: View>: Primitive {
    let content: Content

    public func draw(in drawing: Drawing) -> [Node] { drawing.draw(content) }
}

public struct VStack<Content: View>: Primitive {
    let content: Content

    public init(
        alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.group, drawing.draw(content))] }
}

public struct LazyVStack<Content: View>: Primitive {
    let content: Content

    public init(
        alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.group, drawing.draw(content))] }
}

public struct HStack<Content: View>: Primitive {
    let content: Content

    public init(
        alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.group, drawing.draw(content))] }
}

public struct Grid<Content: View>: Primitive {
    let content: Content

    public init(
        horizontalSpacing: CGFloat? = nil, verticalSpacing: CGFloat? = nil, @ViewBuilder content: () -> Content
    ) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.group, drawing.draw(content))] }
}

public struct GridRow<Content: View>: Primitive {
    let content: Content

    public init(@ViewBuilder content: () -> Content) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { drawing.draw(content) }
}

public struct ScrollView<Content: View>: Primitive {
    let content: Content

    public init(@ViewBuilder content: () -> Content) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.scroll, drawing.draw(content))] }
}

@MainActor public struct ScrollViewProxy {
    let memory: Memory

    public func scrollTo<ID: Hashable>(_ id: ID, anchor: UnitPoint? = nil) {
        memory.scroll(Scrolled(id, anchor))
    }
}

public struct ScrollViewReader<Content: View>: Primitive {
    let content: (ScrollViewProxy) -> Content

    public init(@ViewBuilder content: @escaping (ScrollViewProxy) -> Content) { self.content = content }

    public func draw(in drawing: Drawing) -> [Node] { drawing.draw(content(ScrollViewProxy(memory: drawing.memory))) }
}

public struct Group<Content: View>: Primitive {
    let content: Content

    public init(@ViewBuilder content: () -> Content) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { drawing.draw(content) }
}

public struct Spacer: Primitive {
    public init() {}

    public func draw(in drawing: Drawing) -> [Node] { [] }
}

public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content: View>: Primitive {
    let data: Data
    let id: KeyPath<Data.Element, ID>
    let content: (Data.Element) -> Content

    public init(
        _ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content
    ) {
        self.data = data
        self.id = id
        self.content = content
    }

    public func draw(in drawing: Drawing) -> [Node] {
        let ids = data.map { $0[keyPath: id] }
        precondition(Set(ids).count == ids.count, "two of a list have one id: \(ids)")
        return data.flatMap { drawing.at("\($0[keyPath: id])").draw(content($0)) }
    }
}

public protocol TimelineSchedule {
    /// Whether it is as often as a screen is drawn.
    var isSmooth: Bool { get }
}

public struct AnimationTimelineSchedule: TimelineSchedule {
    public let isSmooth: Bool
}

extension TimelineSchedule where Self == AnimationTimelineSchedule {
    public static func animation(minimumInterval: Double? = nil, paused: Bool = false) -> AnimationTimelineSchedule {
        AnimationTimelineSchedule(isSmooth: minimumInterval ?? 0 < 0.2 && !paused)
    }
}

public struct TimelineViewDefaultContext {
    public let date: Date
}

public struct TimelineView<Schedule: TimelineSchedule, Content: View>: Primitive {
    let schedule: Schedule
    let content: (TimelineViewDefaultContext) -> Content

    public init(_ schedule: Schedule, @ViewBuilder content: @escaping (TimelineViewDefaultContext) -> Content) {
        self.schedule = schedule
        self.content = content
    }

    public func draw(in drawing: Drawing) -> [Node] {
        let nodes = drawing.draw(content(TimelineViewDefaultContext(date: Date())))
        for node in nodes { node.moves = schedule.isSmooth }
        return nodes
    }
}
