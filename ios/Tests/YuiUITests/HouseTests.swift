// The rules of this house for the sources: a folder for each screen of the core, and no word that a person reads.

import Foundation
import Testing
import Testkit
import YuiCore

@testable import YuiUI

struct HouseTests {
    private let folder = repository.appending(path: "ios/Sources/YuiUI")

    private func sources() throws -> [(name: String, text: String)] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        return try names.map { ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8)) }
    }

    @Test("there is a folder for every screen of the core, and besides them only the parts and the look")
    func folders() throws {
        let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let folders = entries.filter { !$0.hasSuffix(".swift") }
        let screens = Set(screenNames().map(\.capitalized))
        #expect(Set(folders) == screens.union(["Parts", "Look"]))
        let names = try sources().map(\.name)
        for screen in screens { #expect(names.contains("\(screen)/\(screen)Screen.swift")) }
    }

    @Test("no source has a word of Japanese or Chinese, or gives words of its own to SwiftUI")
    func words() throws {
        let sources = try sources()
        #expect(sources.count > 30)
        let takers = "Text|Label|Button|Toggle|Field|Words|Choice|Switch|navigationTitle|accessibilityLabel|announced"
        let written = try Regex(#"(\#(takers))\((verbatim: )?""#)
        for (name, text) in sources {
            let foreign = text.unicodeScalars.first { (0x3040...0x9FFF).contains($0.value) || $0.value >= 0xF900 }
            #expect(foreign == nil, "\(name)")
            #expect(try written.firstMatch(in: text) == nil, "\(name)")
            #expect(text.hasPrefix("// "), "\(name) does not say why it is there")
        }
    }
}
