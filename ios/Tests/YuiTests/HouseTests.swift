// The rules of this house for the app's sources, and what its project says to the system.

import Foundation
import Testing
import Testkit

struct HouseTests {
    private let folder = repository.appending(path: "ios/App")

    @Test("no source has a word of Japanese or Chinese, or gives words of its own to SwiftUI")
    func words() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(names.count > 15)
        let written = try Regex(#"(Text|Label|Button|alertMessage|localizedReason)(\(| = |: )(verbatim: )?""#)
        for name in names {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            #expect(
                !text.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) || $0.value >= 0xF900 }, "\(name)")
            #expect(try written.firstMatch(in: text) == nil, "\(name)")
            #expect(text.hasPrefix("// "), "\(name) does not say why it is there")
        }
    }

    @Test("what the system says in each language is asked for by the project, and the languages are there")
    func systemsWords() throws {
        let project = try String(contentsOf: repository.appending(path: "ios/project.yml"), encoding: .utf8)
        let languages = ["ja", "en", "zh-Hans", "vi"]
        #expect(project.contains("CFBundleLocalizations: [\(languages.joined(separator: ", "))]"))
        for language in languages {
            let place = folder.appending(path: "Resources/\(language).lproj/InfoPlist.strings")
            let names = try String(contentsOf: place, encoding: .utf8).matches(of: /\n"(\w+)" = "(.+)";/)
            #expect(names.count >= 6)
            for name in names { #expect(project.contains("\(name.1)"), "\(name.1)") }
        }
    }
}
