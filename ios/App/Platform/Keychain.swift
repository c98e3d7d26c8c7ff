// Small secrets in the system's keychain: on this phone only, and in no backup.

import Foundation
import Security
import YuiCore

/// When a secret can be read.
enum Readable: Sendable {
    /// From the first unlocking after a start on, so also while the screen is locked.
    case onceUnlocked
    /// While the phone is unlocked, and only as long as it has a passcode: the system destroys it with the passcode.
    case withPasscode

    /// What the keychain calls it.
    var attribute: CFString {
        switch self {
        case .onceUnlocked: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        case .withPasscode: kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly
        }
    }
}

/// See the file. Its secrets are known by names of ours.
struct Keychain: Sendable {
    private let service = "jp.yui.app"

    /// The secret of this name, or none.
    func secret(_ name: String) throws -> Data? {
        var query = query(name)
        query[kSecReturnData] = true
        var found: CFTypeRef?
        switch SecItemCopyMatching(query as CFDictionary, &found) {
        case errSecSuccess: return found as? Data
        case errSecItemNotFound: return nil
        default: throw PlatformError.Failed
        }
    }

    /// Keeps a secret, in place of an older one of this name.
    func keep(_ secret: Data, as name: String, _ readable: Readable) throws {
        try forget(name)
        var item = query(name)
        item[kSecValueData] = secret
        item[kSecAttrAccessible] = readable.attribute
        guard SecItemAdd(item as CFDictionary, nil) == errSecSuccess else { throw PlatformError.Failed }
    }

    /// Forgets the secret of this name, if there is one.
    func forget(_ name: String) throws {
        let status = SecItemDelete(query(name) as CFDictionary)
        guard status == errSecSuccess || status == errSecItemNotFound else { throw PlatformError.Failed }
    }

    private func query(_ name: String) -> [CFString: Any] {
        [kSecClass: kSecClassGenericPassword, kSecAttrService: service, kSecAttrAccount: name]
    }
}
