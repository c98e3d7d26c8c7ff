// Every error code reaches Swift: those of a server are ordered of one, which writes them as its own (what raises each is
// tested in server/tests), those of a phone by what a telephone, a card or a scanned text does. None is constructed here.

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
            let ordered = try await town.server.refuse(phone.config.origin, with: code.text)
            guard ordered["error"] == .null else {
                #expect(statuses[code.text] == 0, "the server does not refuse with \(code.text): \(ordered)")
                continue
            }
            let error = try await refusal { try await phone.app.wallet().shops(words: "", after: nil) }
            #expect(error.code == code)
            #expect(error.status == statuses[code.text])
            #expect(error.instance.flatMap(UUID.init(uuidString:)) != nil)
            errors.append(error)
        }
        #expect(errors.count == statuses.values.filter { $0 > 0 }.count)
        try await expectWords(for: errors, in: phone.app)
    }

    @Test("what a server says beside its code arrives with it")
    func besideTheCode() async throws {
        let town = try await Town()
        let phone = try await town.phone("hanako")
        func refused(with code: String) async throws -> AppError {
            try await town.server.refuse(phone.config.origin, with: code)
            return try await refusal { try await phone.app.wallet().shops(words: "", after: nil) }
        }
        let again = try await refused(with: "rate_limited")
        #expect(again.retryAfter == 60 && again.required == nil && again.serverTime == nil)
        let stronger = try await refused(with: "step_up_required")
        #expect(stronger.retryAfter == nil && stronger.required == .deviceUvCard && stronger.serverTime == nil)
        let timed = try await refused(with: "clock_skew")
        let apart = try #require(timed.serverTime) - Int64(Date().timeIntervalSince1970 * 1000)
        #expect(abs(apart) < 3_600_000, "\(apart) ms")
    }

    @Test("each code of a phone is provoked by what a phone does")
    func codesOfPhone() async throws {
        let phoneOnly = try documentedStatuses().filter { $0.value == 0 }.keys
        var errors: [AppError] = []
        for (code, provoke) in try await Provocations().all() {
            let error = try await refusal(provoke)
            #expect(error.code == code)
            #expect(error.status == 0)
            errors.append(error)
        }
        let provoked = Set(errors.map(\.code.text))
        try await expectWords(for: errors, in: Town().phone("hanako").app)
        #expect(provoked.union(unprovokable.map(\.text)) == Set(phoneOnly))
        #expect(provoked.isDisjoint(with: unprovokable.map(\.text)))
    }

    @Test("a code newer than the app comes as it was written, with words")
    func newerCode() async throws {
        let town = try await Town()
        let phone = try await town.phone("hanako")
        try await town.server.refuse(phone.config.origin, with: "moon_closed")
        let error = try await refusal { try await phone.app.wallet().shops(words: "", after: nil) }
        #expect(error.code == .unknown("moon_closed"))
        #expect(error.code.text == "moon_closed")
        #expect(error.status == 409)
        let view = phone.app.explain(error: error)
        #expect(view.code == "moon_closed")
        #expect(!view.title.plain.isEmpty && !view.body.plain.isEmpty && !view.button.plain.isEmpty)
    }

    /// Title, body and button are there for each error, in every language, and no two languages say the same.
    private func expectWords(for errors: [AppError], in app: YuiApp) async throws {
        var titles: Set<[String]> = []
        for language in app.settings().languages() {
            try await app.settings().setLanguage(tag: language.tag)
            let views = errors.map { app.explain(error: $0) }
            for (error, view) in zip(errors, views) {
                let words = [view.title, view.body, view.button].map(\.plain)
                #expect(!words.contains(""), "\(error.code.text) in \(language.tag)")
                #expect(view.code == error.code.text)
                #expect(view == explainError(language: language.tag, error: error))
            }
            titles.insert(views.map(\.title.plain))
        }
        #expect(titles.count == 5)
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
