// swift-tools-version: 6.0
// The screens of Yui for the iPhone. Where there is no SwiftUI (Linux), a stub of it stands in, so that the sources are
// type-checked and the tests can draw a screen and press its buttons; on Apple's systems it is not built.

import PackageDescription

#if os(Linux)
    let swiftUI: [Target.Dependency] = ["SwiftUI"]
    let onLinux: [Target] = [
        .target(name: "SwiftUI", path: "Tests/Support/SwiftUI"),
        .testTarget(
            name: "YuiUITests",
            dependencies: ["YuiUI", "SwiftUI", .product(name: "Testkit", package: "swift")]
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
