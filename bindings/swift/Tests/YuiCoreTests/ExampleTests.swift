// The example of the READMEs is compiled, runs, and is the same in all places.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(2)))
struct ExampleTests {
    @Test("the example pays a shop and shows the balance")
    func runs() async throws {
        let town = try await Town()
        let poster = try await town.shop().poster
        let telephone = Telephone()
        var hanako: Handset? = try await town.resident("hanako", telephone)
        let config = try #require(hanako?.config)
        let subject = try #require(await hanako?.app.identity().snapshot().subject)
        hanako = nil
        let shown = Guarded<[String]>([])
        let reader = Task {
            try await payAtShop(poster, config: config, platform: telephone.platform()) { text in
                shown.change { $0.append(text) }
            }
        }
        try await eventually("the balance after the payment is shown") { shown.now.last?.contains("4,150") == true }
        try await town.charge(subject, 1)
        try await eventually("the balance after a charge is shown") { shown.now.last?.contains("4,151") == true }
        reader.cancel()
        try await reader.value
    }

    @Test(
        "what a README shows of Swift is the example that is compiled",
        arguments: ["bindings/swift/README.md", "README.md", "README.ja.md"])
    func isCompiled(_ readme: String) throws {
        let text = try String(contentsOf: repository.appending(path: readme), encoding: .utf8)
        let path = repository.appending(path: "bindings/swift/Tests/YuiCoreTests/Example.swift")
        let source = try String(contentsOf: path, encoding: .utf8)
        let example = try String(source[#require(source.range(of: "import YuiCore")).lowerBound...])
        let shown = text.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        #expect(shown == [example])
    }
}
