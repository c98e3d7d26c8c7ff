// A stand-in for UIKit where there is none: what the app's target uses, under Apple's names. What a test looks at is
// remembered; nothing is drawn.

import Foundation
@_exported import SwiftUI

open class UIResponder: NSObject {}

open class CALayer: NSObject {
    public required override init() {}
}

@MainActor open class UIView: UIResponder {
    open class var layerClass: AnyClass { CALayer.self }
    public private(set) lazy var layer: CALayer = ((type(of: self).layerClass as? CALayer.Type) ?? CALayer.self).init()

    public override init() {}
}

@MainActor open class UIViewController: UIResponder {
    public private(set) lazy var view = UIView()
    public private(set) var presentedViewController: UIViewController?
    public var isModalInPresentation = false
    public private(set) lazy var popoverPresentationController: UIPopoverPresentationController? = .init()

    public override init() {}

    public func present(_ other: UIViewController, animated: Bool, completion: (() -> Void)? = nil) {
        presentedViewController = other
        other.presenter = self
    }

    public func dismiss(animated: Bool, completion: (() -> Void)? = nil) { presenter?.presentedViewController = nil }

    private weak var presenter: UIViewController?
}

@MainActor public final class UIPopoverPresentationController: NSObject {
    public var sourceView: UIView?
}

@MainActor public final class UIWindow: UIView {
    public private(set) lazy var rootViewController: UIViewController? = UIViewController()
}

@MainActor public final class UIScreen: NSObject {
    public var brightness: CGFloat = 0.5
}

@MainActor open class UIScene: UIResponder {
    @MainActor public final class ConnectionOptions: NSObject {
        public var shortcutItem: UIApplicationShortcutItem?
    }
}

@MainActor public final class UIWindowScene: UIScene {
    public let screen = UIScreen()
    public let keyWindow: UIWindow? = UIWindow()
}

public final class UISceneSession: UIResponder {
    public struct Role: Sendable {}

    public let role = Role()
}

public final class UISceneConfiguration: NSObject {
    public var delegateClass: AnyClass?

    public init(name: String?, sessionRole: UISceneSession.Role) {}
}

public final class UIApplicationShortcutItem: NSObject {
    public let type: String

    public init(type: String, localizedTitle: String) { self.type = type }
}

@MainActor public final class UIApplication: UIResponder {
    public static let shared = UIApplication()
    nonisolated public static let openSettingsURLString = "app-settings:"
    nonisolated public static let didBecomeActiveNotification = Notification.Name("UIApplicationDidBecomeActive")
    public let connectedScenes: Set<UIScene> = [UIWindowScene()]
    public var isIdleTimerDisabled = false
    /// What other apps were asked to open.
    public private(set) var opened: [URL] = []

    public struct OpenExternalURLOptionsKey: Hashable, Sendable {}

    public func open(
        _ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:], completionHandler: ((Bool) -> Void)? = nil
    ) { opened.append(url) }
}

@MainActor public protocol UIApplicationDelegate: NSObjectProtocol {
    init()
    func application(
        _ application: UIApplication, configurationForConnecting session: UISceneSession,
        options: UIScene.ConnectionOptions
    ) -> UISceneConfiguration
}

@MainActor public protocol UISceneDelegate: NSObjectProtocol {}

@MainActor public protocol UIWindowSceneDelegate: UISceneDelegate {
    func windowScene(
        _ window: UIWindowScene, performActionFor shortcut: UIApplicationShortcutItem,
        completionHandler: @escaping (Bool) -> Void
    )
}

@MainActor public final class UIDevice: NSObject {
    public static let current = UIDevice()
    public let model = "iPhone"
}

public enum UIActivity {
    public struct ActivityType: Sendable {}
}

@MainActor public final class UIActivityViewController: UIViewController {
    /// What is offered.
    public let items: [Any]
    public var completionWithItemsHandler: ((UIActivity.ActivityType?, Bool, [Any]?, (any Error)?) -> Void)?

    public init(activityItems: [Any], applicationActivities: [Any]?) { items = activityItems }
}

@MainActor public final class UINotificationFeedbackGenerator: NSObject {
    public enum FeedbackType: Int, Sendable { case success, warning, error }

    /// What the hand felt.
    public private(set) static var felt: [FeedbackType] = []

    public override init() {}

    public func notificationOccurred(_ type: FeedbackType) { Self.felt.append(type) }
}

// MARK: what SwiftUI has of it

@MainActor @preconcurrency public protocol UIViewRepresentable: Primitive {
    associatedtype UIViewType: UIView
    associatedtype Coordinator = Void
    typealias Context = UIViewRepresentableContext<Self>
    func makeCoordinator() -> Coordinator
    func makeUIView(context: Context) -> UIViewType
    func updateUIView(_ view: UIViewType, context: Context)
    static func dismantleUIView(_ view: UIViewType, coordinator: Coordinator)
}

extension UIViewRepresentable {
    /// Is made, brought up to date and taken away at once.
    public func draw(in drawing: Drawing) -> [Node] {
        let context = Context(coordinator: makeCoordinator())
        let view = makeUIView(context: context)
        updateUIView(view, context: context)
        Self.dismantleUIView(view, coordinator: context.coordinator)
        return [Node(.shape)]
    }
}

@MainActor public struct UIViewRepresentableContext<Made: UIViewRepresentable> {
    public let coordinator: Made.Coordinator
}

@MainActor @propertyWrapper public struct UIApplicationDelegateAdaptor<Delegate: NSObject & UIApplicationDelegate> {
    public let wrappedValue = Delegate()

    public init(_ type: Delegate.Type = Delegate.self) {}
}
