// Colours, shapes and where they are drawn.

public protocol ShapeStyle: Sendable {}

public struct Color: Primitive, ShapeStyle, Equatable {
    public let red: Double
    public let green: Double
    public let blue: Double
    public let alpha: Double

    nonisolated public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
        (self.red, self.green, self.blue, alpha) = (red, green, blue, opacity)
    }

    nonisolated public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)
    nonisolated public static let black = Color(red: 0, green: 0, blue: 0)
    nonisolated public static let white = Color(red: 1, green: 1, blue: 1)

    nonisolated public func opacity(_ opacity: Double) -> Color {
        Color(red: red, green: green, blue: blue, opacity: alpha * opacity)
    }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.shape)] }
}

public struct Path: Sendable {
    /// The rectangles in it.
    public private(set) var rectangles: [CGRect] = []
    /// Where its lines begin and end.
    public private(set) var points: [CGPoint] = []

    public init() {}

    public init(_ draw: (inout Path) -> Void) { draw(&self) }

    public mutating func addRect(_ rectangle: CGRect) { rectangles.append(rectangle) }

    public mutating func move(to point: CGPoint) { points.append(point) }

    public mutating func addArc(
        center: CGPoint, radius: CGFloat, startAngle: Angle, endAngle: Angle, clockwise: Bool
    ) {
        points += [startAngle, endAngle].map {
            CGPoint(x: center.x + radius * cos($0.radians), y: center.y + radius * sin($0.radians))
        }
    }

    public mutating func addLine(to point: CGPoint) { points.append(point) }
}

public struct Angle: Sendable {
    let radians: Double

    public static func degrees(_ degrees: Double) -> Angle { Angle(radians: degrees * .pi / 180) }
}

public struct FillStyle: Sendable {
    public init(eoFill: Bool = false, antialiased: Bool = true) {}
}

@MainActor @preconcurrency public protocol Shape: Primitive, Sendable {
    func path(in rect: CGRect) -> Path
}

public protocol InsettableShape: Shape {}

extension Shape {
    public func draw(in drawing: Drawing) -> [Node] {
        _ = path(in: CGRect(x: 0, y: 0, width: 320, height: 320))
        return [Node(.shape)]
    }

    public func fill<Style: ShapeStyle>(_ style: Style, style fill: FillStyle = FillStyle()) -> some View { self }

    public func stroke<Style: ShapeStyle>(_ style: Style, lineWidth: CGFloat = 1) -> some View { self }
}

extension InsettableShape {
    public func strokeBorder<Style: ShapeStyle>(_ style: Style, lineWidth: CGFloat = 1) -> some View { self }
}

public struct RoundedRectangle: InsettableShape {
    nonisolated public init(cornerRadius: CGFloat) {}

    public func path(in rect: CGRect) -> Path { Path() }
}

public struct Rectangle: InsettableShape {
    nonisolated public init() {}

    public func path(in rect: CGRect) -> Path { Path() }
}

public struct UnitPoint: Hashable, Sendable {
    public let x: CGFloat
    public let y: CGFloat

    public init(x: CGFloat, y: CGFloat) { (self.x, self.y) = (x, y) }

    public static let leading = UnitPoint(x: 0, y: 0.5), bottomLeading = UnitPoint(x: 0, y: 1)
    public static let top = UnitPoint(x: 0.5, y: 0)
}

public enum ContentMode: Sendable { case fit, fill }

public struct Animation: Sendable {
    public static func easeOut(duration: Double) -> Animation { Animation() }

    public static func linear(duration: Double) -> Animation { Animation() }
}

public struct AnyTransition: Sendable {
    public static let opacity = AnyTransition()
}
