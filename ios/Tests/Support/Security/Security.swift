// A stand-in for the keychain where there is none: in memory, as long as the process runs.

import Foundation

public typealias CFString = String
public typealias CFDictionary = [String: Any]
public typealias CFTypeRef = AnyObject
public typealias OSStatus = Int32

public let errSecSuccess: OSStatus = 0
public let errSecItemNotFound: OSStatus = -25300
public let errSecDuplicateItem: OSStatus = -25299

public let kSecClass = "class"
public let kSecClassGenericPassword = "genp"
public let kSecAttrService = "svce"
public let kSecAttrAccount = "acct"
public let kSecAttrAccessible = "pdmn"
public let kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly = "cku"
public let kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly = "akpu"
public let kSecReturnData = "r_Data"
public let kSecValueData = "v_Data"

/// What the phone keeps, and whether it has a passcode.
public final class FakeKeychain: @unchecked Sendable {
    /// The one of this phone.
    public static let phone = FakeKeychain()

    private let lock = NSLock()
    private var items: [String: (secret: Data, accessible: String)] = [:]
    private var passcode = true

    /// Whether the phone has a passcode; with it go the secrets that need one.
    public var hasPasscode: Bool {
        get { lock.withLock { passcode } }
        set {
            lock.withLock {
                passcode = newValue
                if !newValue {
                    items = items.filter { $1.accessible != kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly }
                }
            }
        }
    }

    /// How the secret of this name can be read; none when there is no such secret.
    public func accessible(_ account: String) -> String? {
        lock.withLock { items.first { $0.key.hasSuffix("/\(account)") }?.value.accessible }
    }

    /// Another phone: it keeps nothing.
    public func empty() { lock.withLock { items = [:] } }

    fileprivate func change<Answer>(_ change: (inout [String: (secret: Data, accessible: String)]) -> Answer) -> Answer
    {
        lock.withLock { change(&items) }
    }
}

private func name(_ query: CFDictionary) -> String { "\(query[kSecAttrService] ?? "")/\(query[kSecAttrAccount] ?? "")" }

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    guard let item = FakeKeychain.phone.change({ $0[name(query)] }) else { return errSecItemNotFound }
    if query[kSecReturnData] as? Bool == true { result?.pointee = item.secret as NSData }
    return errSecSuccess
}

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecItemAdd(_ item: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    FakeKeychain.phone.change { items in
        guard items[name(item)] == nil else { return errSecDuplicateItem }
        items[name(item)] = (item[kSecValueData] as? Data ?? Data(), item[kSecAttrAccessible] as? String ?? "")
        return errSecSuccess
    }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecItemDelete(_ query: CFDictionary) -> OSStatus {
    FakeKeychain.phone.change { $0.removeValue(forKey: name(query)) } == nil ? errSecItemNotFound : errSecSuccess
}

/// What a key may be used for, and whom it asks.
public final class SecAccessControl: Sendable {
    /// When the key can be used.
    public let accessible: String
    /// What it asks for.
    public let flags: SecAccessControlCreateFlags

    init(_ accessible: String, _ flags: SecAccessControlCreateFlags) {
        (self.accessible, self.flags) = (accessible, flags)
    }
}

public struct SecAccessControlCreateFlags: OptionSet, Sendable {
    public let rawValue: Int
    public static let userPresence = Self(rawValue: 1), privateKeyUsage = Self(rawValue: 2)

    public init(rawValue: Int) { self.rawValue = rawValue }
}

// swift-format-ignore: AlwaysUseLowerCamelCase
public func SecAccessControlCreateWithFlags(
    _ allocator: AnyObject?, _ protection: CFString, _ flags: SecAccessControlCreateFlags,
    _ error: UnsafeMutableRawPointer?
) -> SecAccessControl? { SecAccessControl(protection, flags) }
