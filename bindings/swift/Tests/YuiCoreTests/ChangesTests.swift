// Who listens is told, once for several changes, until he ends; streams end with their readers.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(2)))
struct ChangesTests {
    @Test("every listener is told until it ends")
    func listeners() async throws {
        let phone = try await Town().phone("hanako")
        let ears = [Ear(), Ear(), Ear()]
        var places = ears.map { phone.app.listen(listener: $0) }
        try await phone.app.settings().setLanguage(tag: "en")
        for ear in ears { try await eventually("all are told") { ear.heard.now.contains(.town) } }
        places[1].end()
        places[1].end()
        places.removeLast()
        for ear in ears { ear.heard.now = [] }
        // One thread tells them in turn: what the first is told, the others would have been told by the next time.
        try await phone.speak(["ja", "vi"], telling: ears[0])
        #expect(ears[1].heard.now.isEmpty && ears[2].heard.now.isEmpty)
        withExtendedLifetime(places) {}
    }

    @Test("a listener that throws is told again, and so is the next one")
    func throwing() async throws {
        let phone = try await Town().phone("hanako")
        let (rude, ear) = (Rude(), Ear())
        let places = [phone.app.listen(listener: rude), phone.app.listen(listener: ear)]
        for (count, language) in ["en", "ja", "vi"].enumerated() {
            ear.heard.now = []
            try await phone.app.settings().setLanguage(tag: language)
            try await eventually("both are told") { rude.told.now > count && !ear.heard.now.isEmpty }
        }
        withExtendedLifetime(places) {}
    }

    @Test("streams tell several readers, several changes at once")
    func changes() async throws {
        let phone = try await Town().phone("hanako")
        var (first, second) = (phone.app.changes().makeAsyncIterator(), phone.app.changes().makeAsyncIterator())
        let probe = Ear()
        let place = phone.app.listen(listener: probe)
        try await phone.speak(["en", "ja", "vi"], telling: probe)
        #expect(await first.next()?.contains(.town) == true)
        #expect(await second.next()?.contains(.wallet) == true)
        place.end()
    }

    @Test("readers that share a stream are told while they wait, each again and again")
    func sharing() async throws {
        let phone = try await Town().phone("hanako")
        let changes = phone.app.changes()
        let told = Guarded([0, 0])
        let readers = told.now.indices.map { reader in
            Task { for await _ in changes { told.change { $0[reader] += 1 } } }
        }
        try await eventually("both are told") {
            try await phone.app.settings().setLanguage(tag: "en")
            return told.now.allSatisfy { $0 > 3 }
        }
        for reader in readers { reader.cancel() }
        for reader in readers { await reader.value }
    }

    @Test("a stream ends when the task that reads it is cancelled")
    func ending() async throws {
        let phone = try await Town().phone("hanako")
        let began = Guarded(false)
        let reader = Task {
            let changes = phone.app.changes()
            began.now = true
            for await _ in changes {}
        }
        try await eventually("it reads") { began.now }
        reader.cancel()
        await reader.value
    }

    @Test("a stream ends with the app")
    func endsWithApp() async throws {
        var phone: Handset? = try await Town().phone("hanako")
        let changes = try #require(phone?.app.changes())
        phone = nil
        for await _ in changes {}
    }

    @Test("what is observed comes at once, and the newest after a change")
    func observing() async throws {
        let phone = try await Town().phone("hanako")
        let asked = Guarded(0)
        let texts = phone.app.observe(.identity) {
            asked.change { $0 += 1 }
            return try await phone.app.identity().snapshot().levelText.plain
        }
        var reader = texts.makeAsyncIterator()
        let first = try await reader.next()
        let ear = Ear()
        let place = phone.app.listen(listener: ear)
        try await phone.speak(["en", "zh-Hans", "vi"], telling: ear)
        let second = try await reader.next()
        #expect(first != second)
        #expect(try await phone.app.identity().snapshot().levelText.plain == second)
        #expect(asked.now == 2)
        place.end()
    }

    @Test("what a snapshot throws ends the loop that reads it")
    func throwingSnapshot() async throws {
        let phone = try await Town().phone("guest")
        let error = try await refusal {
            for try await _ in phone.app.observe(.code, snapshot: { try await phone.app.wallet().showCode() }) {}
        }
        #expect(error.code == .notRegistered)
    }
}

private final class Ear: ChangeListener {
    let heard = Guarded<Set<Topic>>([])

    func changed(topics: [Topic]) throws { heard.change { $0.formUnion(topics) } }
}

extension Handset {
    /// Speaks each language in turn, which changes every topic with words; the next one once `ear` was told.
    fileprivate func speak(_ languages: [String], telling ear: Ear) async throws {
        for language in languages {
            ear.heard.now = []
            try await app.settings().setLanguage(tag: language)
            try await eventually("it is told") { ear.heard.now.isSuperset(of: [.town, .identity, .wallet]) }
        }
    }
}

private final class Rude: ChangeListener {
    let told = Guarded(0)

    func changed(topics: [Topic]) throws {
        told.change { $0 += 1 }
        throw Trouble("not now")
    }
}
