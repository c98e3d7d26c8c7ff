// What else the core is given of an iPhone: sealed storage, the clock, the log.

import Foundation
import OSLog
import Security
import Testing
import Testkit
import YuiCore

@testable import Yui

@MainActor @Suite(.serialized)
struct ServicesTests {
    init() { newPhone() }

    @Test("what was sealed opens by its name, on this phone, also in a later process")
    func seals() throws {
        let plain = Data("a secret".utf8)
        let sealed = try SealedStore().seal(name: "store", plain: plain)
        #expect(sealed.range(of: plain) == nil)
        #expect(try SealedStore().unseal(name: "store", sealed: sealed) == plain)
        #expect(try SealedStore().seal(name: "store", plain: plain) != sealed)
        #expect(FakeKeychain.phone.accessible("store") == kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly)
        #expect(try refusal { try SealedStore().unseal(name: "other", sealed: sealed) } == .SealedElsewhere)
        #expect(try refusal { try SealedStore().unseal(name: "store", sealed: sealed.dropLast()) } == .SealedElsewhere)
        #expect(try refusal { try SealedStore().unseal(name: "store", sealed: Data()) } == .SealedElsewhere)
        newPhone()
        #expect(try refusal { try SealedStore().unseal(name: "store", sealed: sealed) } == .SealedElsewhere)
    }

    @Test("threads that seal first at the same moment use one key")
    func together() {
        let store = SealedStore()
        let all = Guarded<[Data]>([])
        DispatchQueue.concurrentPerform(iterations: 32) { at in
            guard let sealed = try? store.seal(name: "store", plain: Data([UInt8(at)])) else { return }
            all.change { $0.append(sealed) }
        }
        let opened = all.now.compactMap { try? store.unseal(name: "store", sealed: $0) }
        #expect(Set(opened).count == 32)
    }

    @Test("the clock goes on from the phone's start, and the start stays the same")
    func clock() throws {
        let first = try PhoneClock().read()
        let second = try PhoneClock().read()
        #expect(second.monotonicMs >= first.monotonicMs && first.monotonicMs > 0)
        #expect(first.bootId == second.bootId && !first.bootId.isEmpty)
        #expect(abs(first.wallMs - Int64(Date().timeIntervalSince1970 * 1000)) < 60_000)
    }

    @Test("lines go to the system's log, as loud as they are")
    func log() throws {
        for level in [LogLevel.debug, .info, .warning] { try SystemLog().line(level: level, text: "sent 3") }
        #expect(Logger.lines.suffix(3) == ["debug sent 3", "info sent 3", "warning sent 3"])
    }
}
