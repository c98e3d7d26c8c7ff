// The cryptography of a made-up telephone on Apple's systems, by CryptoKit.

#if !os(Linux)
    import CryptoKit
    import Foundation

    /// A P-256 key that signs.
    public final class SigningKey: Sendable {
        private let key = P256.Signing.PrivateKey()

        /// A new key.
        public init() {}

        /// The public key: `04 ‖ x ‖ y`.
        public var publicKey: Data { key.publicKey.x963Representation }

        /// ECDSA with SHA-256, as ASN.1 DER.
        public func sign(_ data: Data) throws -> Data { try key.signature(for: data).derRepresentation }
    }

    /// Seals and opens with a key (AES-256-GCM: nonce, ciphertext, tag).
    public final class SealingKey: Sendable {
        private let key: SymmetricKey

        /// A new key, or the one of these 32 bytes.
        public init(_ key: Data? = nil) {
            self.key = key.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256)
        }

        /// Seals under a name.
        public func seal(_ plain: Data, as name: Data) -> Data {
            let sealed = try? AES.GCM.seal(plain, using: key, authenticating: name).combined
            guard let sealed else { fatalError("nothing can be sealed") }
            return sealed
        }

        /// None for what another key or another name sealed.
        public func open(_ sealed: Data, as name: Data) -> Data? {
            guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
            return try? AES.GCM.open(box, using: key, authenticating: name)
        }
    }

    /// SHA-256.
    public func sha256(_ data: Data) -> Data { Data(SHA256.hash(data: data)) }
#endif
