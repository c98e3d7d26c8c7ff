// Reading a card on an iPhone, against a real server: the virtual card behind Apple's interface for tags.

import CoreNFC
import Foundation
import Testing
import Testkit
import YuiCore

@testable import Yui

@MainActor @Suite(.serialized, .timeLimit(.minutes(3)))
struct ReaderTests {
    private let reader = CardReader()

    init() { newPhone() }

    @Test("a card held to the phone registers its person, and the sheet goes with the last card")
    func registers() async throws {
        let town = try await Town()
        let phone = try await town.phone("hanako", platform: .iPhone())
        let address = try await town.card()
        reader.say("hold it")
        let registering = Task { try await register(phone.app) }
        try await until("the sheet says it") { NFCTagReaderSession.shown?.alertMessage == "hold it" }
        reader.say("reading")
        try await hold(Card(address))
        #expect(try await registering.value.count == 1)
        #expect(try await phone.app.identity().snapshot().registered)
        try await until("no sheet") { NFCTagReaderSession.shown == nil }
    }

    @Test("a card that goes too early is lost, and the sheet looks for it again")
    func lost() async throws {
        let town = try await Town()
        let phone = try await town.phone("hanako", platform: .iPhone())
        let address = try await town.card()
        let registering = Task { try await register(phone.app) }
        try await hold(Card(address, commands: 4))
        try await hold(Card(address))
        #expect(try await registering.value == [.cardLost, nil])
    }

    @Test("a tag that is no card is passed over")
    func otherTag() async throws {
        let cards = reader.cards()
        try await until("a sheet") { NFCTagReaderSession.shown?.isPolling ?? false }
        NFCTagReaderSession.shown?.finds(.other)
        try await until("it looks again") { NFCTagReaderSession.shown?.isPolling ?? false }
        withExtendedLifetime(cards) {}
    }

    @Test("closing the sheet ends the cards, and whoever waits for one that was held")
    func closed() async throws {
        let mute = Mute()
        let waiting = Task.detached { [reader] in
            var lost = 0
            for await card in reader.cards() {
                do { _ = try card.transceive(apdu: Data(repeating: 0, count: 5)) } catch PlatformError.CardLost {
                    lost += 1
                }
                do { _ = try card.transceive(apdu: Data(repeating: 0, count: 5)) } catch PlatformError.CardLost {
                    lost += 1
                }
            }
            return lost
        }
        try await until("a sheet") { NFCTagReaderSession.shown?.isPolling ?? false }
        NFCTagReaderSession.shown?.finds(.iso7816(mute))
        try await until("asked") { mute.asked.now == 1 }
        NFCTagReaderSession.shown?.userCloses()
        #expect(try await waiting.value == 2)
        #expect(mute.asked.now == 1)
    }

    @Test("who asks for cards while another does has the next sheet, after the first is gone")
    func another() async throws {
        let before = NFCTagReaderSession.showings
        let first = reader.cards()
        try await until("a sheet") { NFCTagReaderSession.showings == before + 1 }
        let second = reader.cards()
        for await _ in first { Issue.record("there is no card") }
        try await until("the next") { NFCTagReaderSession.showings == before + 2 }
        NFCTagReaderSession.shown?.userCloses()
        for await _ in second { Issue.record("there is no card") }
        try await until("none") { NFCTagReaderSession.shown == nil }
        #expect(NFCTagReaderSession.showings == before + 2)
    }

    @Test("a phone without a reader says so, and shows no sheet")
    func absent() async throws {
        NFCTagReaderSession.readingAvailable = false
        #expect(CardReader.state == .absent)
        for await _ in reader.cards() { Issue.record("there is no card") }
        #expect(NFCTagReaderSession.shown == nil)
    }

    @Test("after a sheet that the system did not give, the next one reads cards, and goes with them")
    func againAfterNone() async throws {
        NFCTagReaderSession.readingAvailable = false
        for await _ in reader.cards() { Issue.record("there is no card") }
        NFCTagReaderSession.readingAvailable = true
        let reading = Task.detached { [reader] in
            for await _ in reader.cards() { return true }
            return false
        }
        try await until("a sheet") { NFCTagReaderSession.shown?.isPolling ?? false }
        NFCTagReaderSession.shown?.finds(.iso7816(Mute()))
        Task {
            try await Task.sleep(for: .seconds(5))
            NFCTagReaderSession.shown?.userCloses()
        }
        #expect(await reading.value, "the card came")
        try await until("no sheet") { NFCTagReaderSession.shown == nil }
    }

    /// Registers with the cards that are held, until one does it; how each try ended.
    private func register(_ app: YuiApp) async throws -> [ErrorCode?] {
        var ends: [ErrorCode?] = []
        for await card in reader.cards() {
            do {
                _ = try await app.identity().register(draft: .first(), card: card, listener: nil)
                return ends + [nil]
            } catch let error as AppError {
                ends.append(error.code)
            }
        }
        return ends
    }
}

/// A card that never answers.
private final class Mute: NFCISO7816Tag, Sendable {
    let asked = Guarded(0)

    func sendCommand(
        apdu: NFCISO7816APDU, completionHandler: @escaping @Sendable (Data, UInt8, UInt8, (any Error)?) -> Void
    ) { asked.change { $0 += 1 } }
}
