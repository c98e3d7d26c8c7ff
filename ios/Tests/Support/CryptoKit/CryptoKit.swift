// A stand-in for CryptoKit where there is none, over the cryptography of the test kit (OpenSSL). Its Secure Enclave keeps
// its keys in memory, and signs with one that asks for the person only after she was asked.

import Foundation
import LocalAuthentication
import Security
import Testkit

public enum CryptoKitError: Error {
    case authenticationFailure
    case underlyingCoreCryptoError(error: Int32)
}

public enum SecureEnclave {
    public enum P256 {
        public enum Signing {
            public struct PrivateKey: Sendable {
                public let dataRepresentation: Data
                private let made: Made
                private let person: LAContext?

                public init(accessControl: SecAccessControl, authenticationContext: LAContext? = nil) throws {
                    (made, person) = (Made(accessControl), authenticationContext)
                    dataRepresentation = Data("enclave \(UUID())".utf8)
                    keys.change { [made, dataRepresentation] in $0[dataRepresentation] = made }
                }

                public init(dataRepresentation: Data, authenticationContext: LAContext? = nil) throws {
                    guard let made = keys.now[dataRepresentation] else {
                        throw CryptoKitError.underlyingCoreCryptoError(error: -3)
                    }
                    (self.made, self.dataRepresentation, person) = (made, dataRepresentation, authenticationContext)
                }

                public var publicKey: PublicKey { PublicKey(x963Representation: made.key.publicKey) }

                public func signature(for data: Data) throws -> Signature {
                    if made.access.flags.contains(.userPresence) && person?.isSure != true {
                        throw CryptoKitError.authenticationFailure
                    }
                    return Signature(derRepresentation: try made.key.sign(data))
                }
            }
        }
    }
}

public struct PublicKey: Sendable {
    public let x963Representation: Data
}

public struct Signature: Sendable {
    public let derRepresentation: Data
}

private final class Made: Sendable {
    let key = SigningKey()
    let access: SecAccessControl

    init(_ access: SecAccessControl) { self.access = access }
}

private let keys = Guarded<[Data: Made]>([:])

public struct SymmetricKeySize: Sendable {
    public static let bits256 = SymmetricKeySize()
}

public struct SymmetricKey: Sendable {
    fileprivate let bytes: [UInt8]

    public init(size: SymmetricKeySize) {
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    public init(data: Data) { bytes = [UInt8](data) }

    public func withUnsafeBytes<Answer>(_ body: (UnsafeRawBufferPointer) throws -> Answer) rethrows -> Answer {
        try bytes.withUnsafeBytes(body)
    }
}

public enum AES {
    public enum GCM {
        public struct SealedBox: Sendable {
            public let combined: Data?

            public init(combined: Data) throws {
                guard combined.count >= 28 else { throw CryptoKitError.authenticationFailure }
                self.combined = combined
            }
        }

        public static func seal(_ plain: Data, using key: SymmetricKey, authenticating name: Data) throws -> SealedBox {
            try SealedBox(combined: SealingKey(Data(key.bytes)).seal(plain, as: name))
        }

        public static func open(_ box: SealedBox, using key: SymmetricKey, authenticating name: Data) throws -> Data {
            guard let plain = SealingKey(Data(key.bytes)).open(box.combined ?? Data(), as: name) else {
                throw CryptoKitError.authenticationFailure
            }
            return plain
        }
    }
}

public enum SHA256 {
    public static func hash(data: Data) -> Data { sha256(data) }
}
