// The keys of an iPhone: which ask for the person, which need a passcode, and what becomes of them without it.

import CryptoKit
import DeviceCheck
import Foundation
import LocalAuthentication
import Security
import Testing
import Testkit
import YuiCore

@testable import Yui

@MainActor @Suite(.serialized, .timeLimit(.minutes(3)))
struct KeysTests {
    private let keys = EnclaveKeys()
    private let data = Data("850".utf8)

    init() { newPhone() }

    @Test(
        "the phone's key and the shop's sign without asking, also while the screen is locked",
        arguments: [KeyName.device, .shop])
    func device(name: KeyName) throws {
        #expect(try keys.publicKey(key: name) == nil)
        let made = try keys.make(key: name)
        #expect(made.count == 65 && made.first == 4)
        #expect(try keys.publicKey(key: name) == made)
        #expect(try !keys.sign(key: name, data: data, prompt: "").isEmpty)
        #expect(LAContext.asked.isEmpty)
        let kept = name == .device ? "key.device" : "key.shop"
        #expect(FakeKeychain.phone.accessible(kept) == kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly)
    }

    @Test("a key that is made again is another, and a removed one is gone")
    func again() throws {
        let first = try keys.make(key: .device)
        #expect(try keys.make(key: .device) != first)
        try keys.remove(key: .device)
        try keys.remove(key: .device)
        #expect(try keys.publicKey(key: .device) == nil)
        #expect(try refusal { try keys.sign(key: .device, data: data, prompt: "") } == .KeyAbsent)
        #expect(try refusal { try keys.attest(key: .device, challenge: data) } == .KeyAbsent)
    }

    @Test("the person's key asks her in the words it is given, each time")
    func asks() throws {
        _ = try keys.make(key: .deviceUv)
        #expect(FakeKeychain.phone.accessible("key.device-uv") == kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly)
        for _ in 1...2 { #expect(try !keys.sign(key: .deviceUv, data: data, prompt: "850").isEmpty) }
        #expect(LAContext.asked == ["850", "850"])
    }

    @Test(
        "who is not she, or does not want to, signs nothing",
        arguments: [
            (LAError.Code.userCancel, PlatformError.Cancelled), (.systemCancel, .Cancelled),
            (.authenticationFailed, .UserNotVerified), (.biometryLockout, .UserNotVerified),
            (.passcodeNotSet, .NoScreenLock),
            (.invalidContext, .Failed),
        ])
    func refuses(verdict: LAError.Code, told: PlatformError) throws {
        _ = try keys.make(key: .deviceUv)
        LAContext.refusal = verdict
        #expect(try refusal { try keys.sign(key: .deviceUv, data: data, prompt: "850") } == told)
    }

    @Test("without a passcode there is no key of the person's, and one that was there is gone")
    func noPasscode() throws {
        _ = try keys.make(key: .deviceUv)
        _ = try keys.make(key: .device)
        FakeKeychain.phone.hasPasscode = false
        #expect(try refusal { try keys.sign(key: .deviceUv, data: data, prompt: "850") } == .KeyAbsent)
        #expect(try refusal { try keys.make(key: .deviceUv) } == .NoScreenLock)
        #expect(try keys.publicKey(key: .deviceUv) == nil)
        #expect(try !keys.sign(key: .device, data: data, prompt: "").isEmpty)
    }

    @Test("the attestation is of this key and this challenge, and empty where Apple gives none")
    func attests() throws {
        let key = try keys.make(key: .device)
        #expect(try keys.attest(key: .device, challenge: data).isEmpty)
        let apple = DCAppAttestService.shared
        apple.isSupported = true
        #expect(
            try keys.attest(key: .device, challenge: data) == Data("attested ".utf8) + SHA256.hash(data: data + key))
        apple.answers = false
        defer { apple.answers = true }
        #expect(try keys.attest(key: .device, challenge: data).isEmpty)
    }

    @Test("somebody registers on a phone without a passcode, and is told what that means")
    func registersWithout() async throws {
        newPhone(passcode: false)
        let town = try await Town()
        let phone = try await town.phone("hanako", platform: .iPhone())
        let registered = try await phone.app.identity().register(
            draft: .first(), card: HeldCard(await town.card()), listener: nil)
        #expect(registered.identity.registered && !registered.identity.provesUser)
        #expect(registered.identity.noLockText != nil)
        #expect(try keys.publicKey(key: .device) != nil && keys.publicKey(key: .deviceUv) == nil)
    }

    @Test("a large amount is paid by her whom the phone knows")
    nonisolated func pays() async throws {
        let town = try await Town()
        let (_, poster) = try await town.shop()
        let phone = try await town.resident("hanako", points: 200_000, platform: .iPhone())
        let quote = try await phone.quote(poster, 100_000)
        LAContext.refusal = .userCancel
        #expect(try await Testkit.refusal { try await phone.app.wallet().confirm(id: quote.id) }.code == .cancelled)
        LAContext.refusal = nil
        LAContext.asked = []
        let again = try await phone.quote(poster, 100_000)
        _ = try await phone.app.wallet().confirm(id: again.id)
        #expect(LAContext.asked.count == 1)
        #expect(try await phone.app.wallet().snapshot().available == 100_000)
    }
}
