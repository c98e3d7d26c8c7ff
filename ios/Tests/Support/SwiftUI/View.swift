// A stand-in for SwiftUI where there is none: it type-checks the app's sources and draws views as records, so that a test
// reads what is on the screen and presses a button by its words. It knows nothing of layout, and is no proof that Apple's
// compiler takes the same sources. Only what the app uses is here, under Apple's names.

@_exported import Foundation
@_exported import Observation

@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}

/// A view that is drawn here and has no body.
@MainActor @preconcurrency public protocol Primitive: View where Body == Never {
    func draw(in drawing: Drawing) -> [Node]
}

extension Primitive {
    public var body: Never { fatalError("what is drawn here has no body") }
}

extension Never: View {
    public var body: Never { fatalError("there is none") }
}

extension Optional: View where Wrapped: View {
    public var body: Never { fatalError("what is drawn here has no body") }
}

extension Optional: Primitive where Wrapped: View {
    public func draw(in drawing: Drawing) -> [Node] { map { drawing.at("some").draw($0) } ?? [] }
}

public struct EmptyView: Primitive {
    public init() {}

    public func draw(in drawing: Drawing) -> [Node] { [] }
}

public struct AnyView: Primitive {
    let view: any View

    public init(_ view: any View) { self.view = view }

    public func draw(in drawing: Drawing) -> [Node] { drawing.draw(view) }
}

public struct TupleView<Views>: Primitive {
    let views: [any View]

    init(_ views: [any View]) { self.views = views }

    public func draw(in drawing: Drawing) -> [Node] {
        views.enumerated().flatMap { drawing.at("\($0.offset)").draw($0.element) }
    }
}

public struct ConditionalContent<First: View, Second: View>: Primitive {
    let first: First?
    let second: Second?

    init(_ first: First?, _ second: Second?) {
        self.first = first
        self.second = second
    }

    public func draw(in drawing: Drawing) -> [Node] {
        if let first { drawing.at("first").draw(first) } else { second.map { drawing.at("second").draw($0) } ?? [] }
    }
}

@MainActor @resultBuilder public struct ViewBuilder {
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }

    public static func buildBlock() -> EmptyView { EmptyView() }

    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }

    public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<
        (repeat each Content)
    > {
        var views: [any View] = []
        repeat views.append(each content)
        return TupleView(views)
    }

    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }

    public static func buildEither<First: View, Second: View>(first: First) -> ConditionalContent<First, Second> {
        ConditionalContent(first, nil)
    }

    public static func buildEither<First: View, Second: View>(second: Second) -> ConditionalContent<First, Second> {
        ConditionalContent(nil, second)
    }
}
