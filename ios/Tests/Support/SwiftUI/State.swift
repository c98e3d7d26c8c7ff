// State and environment: a view's struct is made anew for every drawing, and finds again what stands at its place.

@MainActor @preconcurrency protocol DynamicProperty {
    func settle(_ drawing: Drawing)
}

final class Storage<Value> {
    var value: Value

    init(_ value: Value) { self.value = value }
}

/// What a property is stored in; another drawing's storage can take the place of its first.
final class Box<Value> {
    var storage: Storage<Value>

    init(_ value: Value) { storage = Storage(value) }
}

@propertyWrapper @dynamicMemberLookup public struct Binding<Value> {
    private let get: () -> Value
    private let set: (Value) -> Void

    public init(get: @escaping () -> Value, set: @escaping (Value) -> Void) {
        self.get = get
        self.set = set
    }

    public var wrappedValue: Value {
        get { get() }
        nonmutating set { set(newValue) }
    }

    public var projectedValue: Binding { self }

    public subscript<Member>(dynamicMember path: WritableKeyPath<Value, Member>) -> Binding<Member> {
        Binding<Member>(
            get: { wrappedValue[keyPath: path] },
            set: { new in
                var value = wrappedValue
                value[keyPath: path] = new
                wrappedValue = value
            })
    }
}

@propertyWrapper public struct State<Value>: DynamicProperty {
    private let box: Box<Value>

    public init(wrappedValue: Value) { box = Box(wrappedValue) }

    public var wrappedValue: Value {
        get { box.storage.value }
        nonmutating set { box.storage.value = newValue }
    }

    public var projectedValue: Binding<Value> {
        Binding(get: { [box] in box.storage.value }, set: { [box] in box.storage.value = $0 })
    }

    func settle(_ drawing: Drawing) { box.storage = drawing.memory.state(drawing.path, box.storage) }
}

extension State where Value: ExpressibleByNilLiteral {
    public init() { self.init(wrappedValue: nil) }
}

@propertyWrapper public struct FocusState<Value: Hashable>: DynamicProperty {
    private let box: Box<Value>

    public init() where Value == Bool { box = Box(false) }

    public var wrappedValue: Value {
        get { box.storage.value }
        nonmutating set { box.storage.value = newValue }
    }

    public var projectedValue: Binding { Binding(box: box) }

    func settle(_ drawing: Drawing) { box.storage = drawing.memory.state(drawing.path, box.storage) }

    public struct Binding {
        let box: Box<Value>

        public var wrappedValue: Value {
            get { box.storage.value }
            nonmutating set { box.storage.value = newValue }
        }
    }
}

@propertyWrapper public struct ScaledMetric<Value: BinaryFloatingPoint> {
    public let wrappedValue: Value

    public init(wrappedValue: Value, relativeTo style: Font.TextStyle) { self.wrappedValue = wrappedValue }
}

@propertyWrapper public struct Environment<Value>: DynamicProperty {
    private let read: (EnvironmentValues) -> Value
    private let box = Box<Value?>(nil)

    public init(_ path: KeyPath<EnvironmentValues, Value>) { read = { $0[keyPath: path] } }

    public init(_ type: Value.Type) where Value: AnyObject & Observable {
        read = { values in
            guard let object = values.objects[ObjectIdentifier(type)] as? Value else {
                fatalError("no \(type) around this view")
            }
            return object
        }
    }

    public var wrappedValue: Value {
        guard let value = box.storage.value else { fatalError("the environment is read before a view is drawn") }
        return value
    }

    func settle(_ drawing: Drawing) { box.storage.value = read(drawing.environment) }
}

public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

public struct EnvironmentValues {
    fileprivate var objects: [ObjectIdentifier: AnyObject] = [:]
    private var values: [ObjectIdentifier: Any] = [:]

    public var colorScheme = ColorScheme.light
    public var scenePhase = ScenePhase.active
    public var locale = Locale(identifier: "ja")
    public var displayScale: CGFloat = 3
    public var isEnabled = true
    public var multilineTextAlignment = TextAlignment.leading
    public var accessibilityReduceMotion = false
    public var accessibilityVoiceOverEnabled = false
    public var accessibilitySwitchControlEnabled = false

    public init() {}

    public subscript<Key: EnvironmentKey>(key: Key.Type) -> Key.Value {
        get { values[ObjectIdentifier(key)] as? Key.Value ?? Key.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }

    mutating func set(_ object: AnyObject, as type: Any.Type) { objects[ObjectIdentifier(type)] = object }
}

public enum ScenePhase: Sendable { case active, inactive, background }

public enum ColorScheme: Sendable { case light, dark }
