// Seals small secrets with a key that the keychain keeps on this phone (AES-256-GCM).

import CryptoKit
import Foundation
import YuiCore

/// See the file.
final class SealedStore: SecureStore {
    private let keychain = Keychain()
    private let key = "store"
    private let making = NSLock()

    func seal(name: String, plain: Data) throws -> Data {
        let key = try making.withLock { try kept() ?? made() }
        guard let sealed = try? AES.GCM.seal(plain, using: key, authenticating: Data(name.utf8)).combined else {
            throw PlatformError.Failed
        }
        return sealed
    }

    func unseal(name: String, sealed: Data) throws -> Data {
        guard let key = try kept(), let box = try? AES.GCM.SealedBox(combined: sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: Data(name.utf8))
        else { throw PlatformError.SealedElsewhere }
        return plain
    }

    private func kept() throws -> SymmetricKey? { try keychain.secret(key).map { SymmetricKey(data: $0) } }

    private func made() throws -> SymmetricKey {
        let made = SymmetricKey(size: .bits256)
        try keychain.keep(made.withUnsafeBytes { Data($0) }, as: key, .onceUnlocked)
        return made
    }
}
