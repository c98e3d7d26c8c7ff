// swift-tools-version: 6.0
// The screens of Yui for the iPhone. Where Apple's frameworks are not (Linux), stubs of them stand in, so that the sources,
// also those of the app (App), are type-checked, and the tests can draw a screen, press its buttons, and hold a card to the
// phone; on Apple's systems they are not built, and the app is built by Xcode (project.yml).

import PackageDescription

#if os(Linux)
    let swiftUI: [Target.Dependency] = ["SwiftUI"]
    let testkit: Target.Dependency = .product(name: "Testkit", package: "swift")
    let core: Target.Dependency = .product(name: "YuiCore", package: "swift")
    func stub(_ name: String, _ others: Target.Dependency...) -> Target {
        .target(name: name, dependencies: others, path: "Tests/Support/\(name)")
    }
    let apple: [Target] = [
        stub("UIKit", "SwiftUI"), stub("Security"), stub("LocalAuthentication", "Security"),
        stub("CryptoKit", "LocalAuthentication", "Security", testkit), stub("CoreNFC"), stub("DeviceCheck"),
        stub("OSLog"), stub("UserNotifications"), stub("BackgroundTasks"), stub("AVFoundation", "UIKit"),
        stub("PhotosUI", "UIKit"), stub("Vision"),
    ]
    let frameworks = apple.map { Target.Dependency(stringLiteral: $0.name) } + swiftUI
    let onLinux: [Target] =
        apple + [
            stub("SwiftUI"),
            .target(
                name: "Yui", dependencies: ["YuiUI", core] + frameworks, path: "App", exclude: ["Resources"],
                // Where it begins is not where the tests begin.
                swiftSettings: [.unsafeFlags(["-Xfrontend", "-entry-point-function-name", "-Xfrontend", "Yui_main"])]
            ),
            .testTarget(name: "YuiTests", dependencies: ["Yui", "YuiUI", testkit] + frameworks),
            .testTarget(
                name: "YuiUITests",
                dependencies: ["YuiUI", "SwiftUI", testkit]
            ),
        ]
#else
    let swiftUI: [Target.Dependency] = []
    let onLinux: [Target] = []
#endif

let package = Package(
    name: "YuiUI",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "YuiUI", targets: ["YuiUI"])],
    dependencies: [.package(path: "../bindings/swift")],
    targets: [
        .target(name: "YuiUI", dependencies: [.product(name: "YuiCore", package: "swift")] + swiftUI)
    ] + onLinux
)
