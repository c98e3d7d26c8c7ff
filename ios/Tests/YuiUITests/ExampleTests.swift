// The example of the README is compiled, draws the app, and is what the README shows.

import Foundation
import SwiftUI
import Testing
import Testkit
import YuiCore

@MainActor struct ExampleTests {
    @Test("the example draws the app")
    func draws() async throws {
        let app = try await guest()
        let shown = Shown(Everything(app: app, phone: TestPhone()))
        defer { shown.end() }
        #expect(shown.nodes.contains { $0.kind == .button && $0.spoken == app.screens().frame().talk.plain })
    }

    @Test("what the README shows of Swift is the example that is compiled")
    func isCompiled() throws {
        let folder = repository.appending(path: "ios")
        let text = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let source = try String(contentsOf: folder.appending(path: "Tests/YuiUITests/Example.swift"), encoding: .utf8)
        let example = try String(source[#require(source.range(of: "import SwiftUI")).lowerBound...])
        let shown = text.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(shown == [example])
    }
}
