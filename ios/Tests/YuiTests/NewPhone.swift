// Each test has a phone of its own, though Apple's frameworks have but one: it begins as one out of its box.

import AVFoundation
import CoreNFC
import DeviceCheck
import Foundation
import LocalAuthentication
import Security
import SwiftUI
import Testkit
import YuiCore

/// A new phone, with a passcode, whose person confirms whatever she is asked.
@MainActor func newPhone(passcode: Bool = true) {
    FakeKeychain.phone.empty()
    FakeKeychain.phone.hasPasscode = passcode
    LAContext.refusal = nil
    LAContext.asked = []
    NFCTagReaderSession.readingAvailable = true
    NFCTagReaderSession.shown?.userCloses()
    DCAppAttestService.shared.isSupported = false
    KeptScene.values = [:]
}

/// What a call of the phone's services is refused with.
func refusal(_ call: () throws -> some Any) throws -> PlatformError {
    do {
        throw Trouble("not refused: \(try call())")
    } catch let error as PlatformError {
        return error
    }
}

/// Waits until something is so; a trouble when it never is.
@MainActor func until(_ what: String, _ isSo: @MainActor () async throws -> Bool) async throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while try await !isSo() {
        guard Date() < deadline else { throw Trouble("never: \(what)") }
        try await Task.sleep(for: .milliseconds(10))
    }
}
