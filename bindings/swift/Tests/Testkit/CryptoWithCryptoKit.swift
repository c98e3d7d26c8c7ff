// The cryptography of a made-up telephone on Apple's systems, by CryptoKit.

#if canImport(CryptoKit)
    import CryptoKit
    import Foundation

    /// A P-256 key that signs.
    final class SigningKey: Sendable {
        private let key = P256.Signing.PrivateKey()

        /// The public key: `04 ‖ x ‖ y`.
        var publicKey: Data { key.publicKey.x963Representation }

        /// ECDSA with SHA-256, as ASN.1 DER.
        func sign(_ data: Data) throws -> Data { try key.signature(for: data).derRepresentation }
    }

    /// Seals and opens with a key that is made with it (AES-256-GCM: nonce, ciphertext, tag).
    final class SealingKey: Sendable {
        private let key = SymmetricKey(size: .bits256)

        func seal(_ plain: Data, as name: String) -> Data {
            let sealed = try? AES.GCM.seal(plain, using: key, authenticating: Data(name.utf8)).combined
            guard let sealed else { fatalError("nothing can be sealed") }
            return sealed
        }

        /// None for what another key or another name sealed.
        func open(_ sealed: Data, as name: String) -> Data? {
            guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
            return try? AES.GCM.open(box, using: key, authenticating: Data(name.utf8))
        }
    }

    /// SHA-256 of a text.
    func sha256(_ text: String) -> Data { Data(SHA256.hash(data: Data(text.utf8))) }
#endif
