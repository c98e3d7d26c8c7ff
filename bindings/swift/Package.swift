// swift-tools-version: 6.0
// The core of Yui for Swift. `YuiCore` is what an app imports; `YuiGenerated` is written by scripts/bindings and keeps
// the language mode of Swift 5, because what UniFFI 0.32 writes does not compile in that of Swift 6.

import PackageDescription

// On Apple's systems the library is the XCFramework that scripts/xcframework builds.
#if os(Linux)
    let library = Target.systemLibrary(name: "YuiFFI")
#else
    let library = Target.binaryTarget(name: "YuiFFI", path: "YuiFFI.xcframework")
#endif

let package = Package(
    name: "YuiCore",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "YuiCore", targets: ["YuiCore"]),
        .library(name: "Testkit", targets: ["Testkit"]),  // for the tests of ios
    ],
    targets: [
        library,
        .target(name: "YuiGenerated", dependencies: ["YuiFFI"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "YuiCore", dependencies: ["YuiGenerated"]),
        .systemLibrary(name: "OpenSSL", path: "Tests/OpenSSL"),
        .target(
            name: "Testkit",
            dependencies: ["YuiCore", .target(name: "OpenSSL", condition: .when(platforms: [.linux]))],
            path: "Tests/Testkit"
        ),
        .target(name: "Scenarios", dependencies: ["YuiCore", "Testkit"], path: "Tests/Scenarios"),
        .testTarget(name: "YuiCoreTests", dependencies: ["YuiCore", "Testkit", "Scenarios"]),
    ]
)
