// Every error code reaches Swift: those of a server are raised by one, those of a phone by what a telephone, a card or a
// scanned text does. None is constructed here.

import Foundation
import Testing
import Testkit
import YuiCore

struct ErrorCodesTests {
    /// What no call of this version can be brought to, and why.
    private let unprovokable: [ErrorCode] = [
        .cardForbidden,  // The card's guard refuses what the core must not ask of a card; no call asks for it.
        .codeAlive,  // Asked for a second code, the wallet shows the one that is alive.
        .readerAbsent, .readerUndecided, .cardAbsent, .cardInUse,  // A phone has no such reader.
    ]

    @Test("each code of a server arrives with its status and words in every language")
    func codesOfServer() async throws {
        let town = try await Town()
        let phone = try await town.phone("hanako")
        let statuses = try documentedStatuses()
        #expect(Set(statuses.keys) == Set(errorCodes().map(\.text)))
        var errors: [AppError] = []
        for code in errorCodes() {
            let set = try await town.server.setNetwork(phone.config.origin, "refuse", code: code.text)
            guard set["error"] == .null else {
                #expect(statuses[code.text] == 0, "\(code.text) is refused by the server: \(set)")
                continue
            }
            let error = try await refusal { try await phone.app.wallet().shops(words: "", after: nil) }
            #expect(error.code == code)
            #expect(error.status == statuses[code.text])
            errors.append(error)
        }
        #expect(errors.count == statuses.values.filter { $0 > 0 }.count)
        let languages = phone.app.settings().languages()
        #expect(languages.count == 5)
        for language in languages {
            try await phone.app.settings().setLanguage(tag: language.tag)
            for error in errors {
                let view = phone.app.explain(error: error)
                let words = [view.title, view.body, view.button].map(\.plain)
                #expect(!words.contains(""), "\(error.code.text) in \(language.tag)")
                #expect(view.code == error.code.text)
            }
        }
    }

    @Test("each code of a phone is provoked by what a phone does")
    func codesOfPhone() async throws {
        let phoneOnly = try documentedStatuses().filter { $0.value == 0 }.keys
        var provoked: Set<String> = []
        for (code, provoke) in try await Provocations().all() {
            let error = try await refusal(provoke)
            #expect(error.code == code)
            #expect(error.status == 0)
            provoked.insert(error.code.text)
        }
        #expect(provoked.union(unprovokable.map(\.text)) == Set(phoneOnly))
        #expect(provoked.isDisjoint(with: unprovokable.map(\.text)))
    }

    @Test("a code newer than the app comes as it was written, with words")
    func newerCode() async throws {
        let town = try await Town()
        let phone = try await town.phone("hanako")
        try await town.server.setNetwork(phone.config.origin, "refuse", code: "moon_closed")
        let error = try await refusal { try await phone.app.wallet().shops(words: "", after: nil) }
        #expect(error.code == .unknown("moon_closed"))
        #expect(error.code.text == "moon_closed")
        #expect(error.status == 409)
        let view = phone.app.explain(error: error)
        #expect(view.code == "moon_closed")
        #expect(!view.title.plain.isEmpty && !view.body.plain.isEmpty && !view.button.plain.isEmpty)
    }

    /// Code → HTTP status, by the page that is made from the codes; 0 for what only a phone raises.
    private func documentedStatuses() throws -> [String: UInt32] {
        let page = try String(contentsOf: repository.appending(path: "docs/error-codes.md"), encoding: .utf8)
        let sections = page.components(separatedBy: "\n## ").dropFirst()
        return Dictionary(
            uniqueKeysWithValues: sections.map { section in
                let code = String(section.prefix { $0 != "\n" })
                let status = section.firstRange(of: /HTTP status: \d+/).flatMap { UInt32(section[$0].dropFirst(13)) }
                return (code, status ?? 0)
            })
    }
}
