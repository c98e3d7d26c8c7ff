// What a service of the phone throws, with its text, is found nowhere: not in errors, not in logs, not in the stores of
// phone and server.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(5)))
struct LeaksTests {
    @Test(
        "a service that throws what is its own: no trace of it in an error, a log or a store",
        arguments: Service.methods)
    func throwing(_ service: Service, _ method: String) async throws {
        let town = try await Town(phones: 12)
        let day = Day(in: town, poster: try await town.shop().poster, service)
        let threw = Guarded(false)
        try await day.live { meddler in
            meddler.before.now = { asked in
                guard asked == method else { return }
                threw.now = true
                throw MarkedByHanakoError()
            }
        }
        #expect(threw.now, "\(method) was never asked")
        let codes = Set(day.errors.map(\.code))
        if let failure = failure(of: service) { #expect(codes.contains(failure), "\(codes)") }

        let phone = try #require(day.phone)
        var told = day.errors.flatMap { ["\($0)", String(reflecting: $0), $0.localizedDescription, $0.description] }
        told += day.errors.map { "\(phone.app.explain(error: $0))" }
        told += day.logged
        for words in told { #expect(!MarkedByHanakoError.isIn(Data(words.utf8)), "\(words)") }
        // What the phones keep, what the server keeps, and what it logged.
        let files = FileManager.default.enumerator(at: town.server.folder, includingPropertiesForKeys: nil)
        var searched = 0
        while let file = files?.nextObject() as? URL {
            guard let data = try? Data(contentsOf: file) else { continue }
            searched += 1
            #expect(!MarkedByHanakoError.isIn(data), "\(file.lastPathComponent)")
        }
        #expect(searched > 4)
        #expect(town.server.logged.count > 10_000)
    }

    /// The code of what cannot be done without an answer; none where nothing hangs on it.
    private func failure(of service: Service) -> ErrorCode? {
        switch service {
        case .keys, .secureStore, .clock: .platformFailed
        case .card: .cardFailed
        case .log, .changes, .cardSteps: nil
        }
    }

    @Test("what is typed for a card is in no text of the record")
    func password() {
        let draft = RegisterDraft.first(password: "HANAKO2026")
        var dumped = ""
        dump([draft], to: &dumped)
        for text in ["\(draft)", String(reflecting: draft), "\([draft])", "\(draft as Any?)", dumped] {
            #expect(text.contains("RegisterDraft") && !text.contains("HANAKO2026"), "\(text)")
        }
    }
}

/// What a host throws, with a name that is found wherever it gets.
private struct MarkedByHanakoError: Error, CustomStringConvertible, LocalizedError {
    let description = "Tanaka Hanako 090-0000-0000"
    var errorDescription: String? { description }

    /// Its text, its name, and what is typed for a card.
    private static let marks = ["Tanaka Hanako", "090-0000-0000", "MarkedByHanako", cardPassword].map { Data($0.utf8) }

    static func isIn(_ data: Data) -> Bool { marks.contains { data.range(of: $0) != nil } }
}
