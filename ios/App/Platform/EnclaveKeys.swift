// The phone's keys, made in the Secure Enclave, which lets none out. What is kept of one is a form of it that only this
// phone's Secure Enclave reads.

import CryptoKit
import Foundation
import LocalAuthentication
import Security
import YuiCore

/// See the file.
final class EnclaveKeys: DeviceKeys {
    private let keychain = Keychain()

    func make(key: KeyName) throws -> Data {
        let rule = Rule(key)
        if rule.asks && !LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) {
            throw PlatformError.NoScreenLock
        }
        let made = try failing { try SecureEnclave.P256.Signing.PrivateKey(accessControl: rule.access()) }
        try keychain.keep(made.dataRepresentation, as: rule.name, rule.readable)
        return made.publicKey.x963Representation
    }

    func publicKey(key: KeyName) throws -> Data? { try kept(Rule(key), LAContext())?.publicKey.x963Representation }

    func sign(key: KeyName, data: Data, prompt: String) throws -> Data {
        let rule = Rule(key)
        let person = LAContext()
        guard let key = try kept(rule, person) else { throw PlatformError.KeyAbsent }
        if rule.asks { try confirm(person, rule, prompt) }
        return try failing { try key.signature(for: data).derRepresentation }
    }

    func attest(key: KeyName, challenge: Data) throws -> Data {
        guard let key = try publicKey(key: key) else { throw PlatformError.KeyAbsent }
        return attested(Data(SHA256.hash(data: challenge + key)))
    }

    func remove(key: KeyName) throws { try keychain.forget(Rule(key).name) }

    private func kept(_ rule: Rule, _ person: LAContext) throws -> SecureEnclave.P256.Signing.PrivateKey? {
        guard let kept = try keychain.secret(rule.name) else { return nil }
        return try failing {
            try SecureEnclave.P256.Signing.PrivateKey(dataRepresentation: kept, authenticationContext: person)
        }
    }

    /// Waits until the person showed her face or finger, or typed the passcode; the system's window says `prompt`.
    private func confirm(_ person: LAContext, _ rule: Rule, _ prompt: String) throws {
        let verdict = Awaited<PlatformError?>()
        try person.evaluateAccessControl(rule.access(), operation: .useKeySign, localizedReason: prompt) {
            sure, error in
            verdict.come(sure ? nil : PlatformError(asking: error))
        }
        if let refused = verdict.wait() { throw refused }
    }
}

/// What holds for a key.
private struct Rule {
    let name: String
    /// Whether it signs only for the person herself.
    let asks: Bool

    init(_ key: KeyName) {
        switch key {
        case .device: (name, asks) = ("key.device", false)
        case .deviceUv: (name, asks) = ("key.device-uv", true)
        case .shop: (name, asks) = ("key.shop", false)
        }
    }

    var readable: Readable { asks ? .withPasscode : .onceUnlocked }

    /// Face, finger or passcode: who has no face or finger known to the phone pays large amounts, too, and a new finger
    /// takes no key away.
    func access() throws -> SecAccessControl {
        let asking: SecAccessControlCreateFlags = asks ? [.privateKeyUsage, .userPresence] : .privateKeyUsage
        guard let access = SecAccessControlCreateWithFlags(nil, readable.attribute, asking, nil) else {
            throw PlatformError.Failed
        }
        return access
    }
}

extension PlatformError {
    /// Why the system did not confirm that it is the person.
    fileprivate init(asking error: (any Error)?) {
        self =
            switch (error as? LAError)?.code {
            case .userCancel, .appCancel, .systemCancel: .Cancelled
            case .passcodeNotSet: .NoScreenLock
            case .authenticationFailed, .biometryLockout: .UserNotVerified
            default: .Failed
            }
    }
}

/// What Apple's cryptography refuses is told to the core by one word; its text goes nowhere.
private func failing<Answer>(_ act: () throws -> Answer) throws -> Answer {
    do { return try act() } catch let error as PlatformError { throw error } catch { throw PlatformError.Failed }
}
