// The cryptography of a made-up telephone on Linux, by OpenSSL's libcrypto. What fails here is out of memory.

#if os(Linux)
    import Foundation
    import OpenSSL
    import YuiCore

    /// A P-256 key that signs.
    public final class SigningKey: @unchecked Sendable {
        private let key: OpaquePointer

        /// The public key: `04 ‖ x ‖ y`.
        public let publicKey: Data

        /// A new key.
        public init() {
            let made = EVP_PKEY_CTX_new_from_name(nil, "EC", nil)
            defer { EVP_PKEY_CTX_free(made) }
            var key: OpaquePointer?
            var point = Data(count: 65)
            var length = 0
            let done =
                EVP_PKEY_keygen_init(made) == 1 && EVP_PKEY_CTX_set_group_name(made, "P-256") == 1
                && EVP_PKEY_generate(made, &key) == 1
                && point.withUnsafeMutableBytes { EVP_PKEY_get_octet_string_param(key, "pub", $0.bytes, 65, &length) }
                    == 1
            guard done, length == 65, let key else { fatalError("no key of P-256 can be made") }
            (self.key, publicKey) = (key, point)
        }

        deinit { EVP_PKEY_free(key) }

        /// ECDSA with SHA-256, as ASN.1 DER. It fails where the process is ending, which takes the library away from
        /// what an app still does.
        public func sign(_ data: Data) throws -> Data {
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            let data = [UInt8](data)
            var signature = Data(count: 80)
            var length = signature.count
            let done =
                EVP_DigestSignInit_ex(context, nil, "SHA256", nil, nil, key, nil) == 1
                && signature.withUnsafeMutableBytes { EVP_DigestSign(context, $0.bytes, &length, data, data.count) }
                    == 1
            guard done else { throw PlatformError.Failed }
            return signature.prefix(length)
        }
    }

    /// Seals and opens with a key (AES-256-GCM: nonce, ciphertext, tag).
    public final class SealingKey: Sendable {
        private let key: [UInt8]

        /// A new key, or the one of these 32 bytes.
        public init(_ key: Data? = nil) { self.key = key.map { [UInt8]($0) } ?? randomBytes(32) }

        /// Seals under a name.
        public func seal(_ plain: Data, as name: Data) -> Data {
            let nonce = randomBytes(12)
            let context = EVP_CIPHER_CTX_new()
            defer { EVP_CIPHER_CTX_free(context) }
            var body = [UInt8](repeating: 0, count: plain.count)
            var tag = [UInt8](repeating: 0, count: 16)
            var length: Int32 = 0
            let named = [UInt8](name)
            let plain = [UInt8](plain)
            let done =
                EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
                && EVP_EncryptUpdate(context, nil, &length, named, Int32(named.count)) == 1
                && EVP_EncryptUpdate(context, &body, &length, plain, Int32(plain.count)) == 1
                && EVP_EncryptFinal_ex(context, nil, &length) == 1
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, &tag) == 1
            guard done else { fatalError("nothing can be sealed") }
            return Data(nonce + body + tag)
        }

        /// None for what another key or another name sealed.
        public func open(_ sealed: Data, as name: Data) -> Data? {
            let sealed = [UInt8](sealed)
            guard sealed.count >= 28 else { return nil }
            let (nonce, body) = (Array(sealed[..<12]), Array(sealed[12..<(sealed.count - 16)]))
            var tag = Array(sealed[(sealed.count - 16)...])
            let context = EVP_CIPHER_CTX_new()
            defer { EVP_CIPHER_CTX_free(context) }
            var plain = [UInt8](repeating: 0, count: body.count)
            var length: Int32 = 0
            let named = [UInt8](name)
            let done =
                EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1
                && EVP_DecryptUpdate(context, nil, &length, named, Int32(named.count)) == 1
                && EVP_DecryptUpdate(context, &plain, &length, body, Int32(body.count)) == 1
                && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, &tag) == 1
                && EVP_DecryptFinal_ex(context, nil, &length) == 1
            return done ? Data(plain) : nil
        }
    }

    /// SHA-256.
    public func sha256(_ data: Data) -> Data {
        let bytes = [UInt8](data)
        var digest = [UInt8](repeating: 0, count: 32)
        guard EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else { fatalError("no SHA-256") }
        return Data(digest)
    }

    private func randomBytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    extension UnsafeMutableRawBufferPointer {
        fileprivate var bytes: UnsafeMutablePointer<UInt8>? { bindMemory(to: UInt8.self).baseAddress }
    }
#endif
