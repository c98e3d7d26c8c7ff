// The app and its window, and what the system keeps with it.

@MainActor @preconcurrency public protocol Scene {
    associatedtype Body: Scene
    @MainActor @preconcurrency var body: Body { get }
}

extension Never: Scene {}

@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @MainActor @preconcurrency var body: Body { get }
    init()
}

extension App {
    /// Draws its window once.
    public static func main() { _ = Self().body }
}

public struct WindowGroup<Content: View>: Scene {
    /// What is in it.
    public let content: Content

    public init(@ViewBuilder content: () -> Content) { self.content = content() }

    public var body: Never { fatalError("there is none") }
}

/// A moment that the system gives to the app in the back.
public struct BackgroundTask: Sendable {
    let name: String

    public static func appRefresh(_ name: String) -> BackgroundTask { BackgroundTask(name: name) }
}

/// A scene with what it does in the back.
public struct Working<Content: Scene>: Scene {
    /// What is done, by the name of its moment.
    public let name: String
    /// What is done then.
    public let work: @Sendable () async -> Void

    public var body: Never { fatalError("there is none") }
}

extension Scene {
    public func backgroundTask(_ task: BackgroundTask, action: @escaping @Sendable () async -> Void) -> Working<Self> {
        Working(name: task.name, work: action)
    }
}

/// What the system keeps with a window, also when the process ends.
@propertyWrapper public struct SceneStorage<Value>: DynamicProperty {
    private let key: String
    private let first: Value

    public init(wrappedValue: Value, _ key: String) where Value == String { (first, self.key) = (wrappedValue, key) }

    public var wrappedValue: Value {
        get { KeptScene.values[key] as? Value ?? first }
        nonmutating set { KeptScene.values[key] = newValue }
    }

    func settle(_ drawing: Drawing) {}
}

/// What is kept with the one window; a test that begins empties it.
public enum KeptScene {
    nonisolated(unsafe) public static var values: [String: Any] = [:]
}

public struct ZStack<Content: View>: Primitive {
    let content: Content

    public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) { self.content = content() }

    public func draw(in drawing: Drawing) -> [Node] { [Node(.group, drawing.draw(content))] }
}

extension Image {
    /// A picture of the app's catalogue of assets.
    public init(_ name: String) { self.init(systemName: name) }
}

extension Color {
    /// A colour of the app's catalogue of assets.
    public init(_ name: String) { self = .white }
}
