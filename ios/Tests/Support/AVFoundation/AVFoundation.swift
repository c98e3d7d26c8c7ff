// A stand-in for AVFoundation where there is none: a camera that sees nothing, and sounds that are remembered.

import Foundation
import UIKit

public struct AVMediaType: Sendable {
    public static let video = AVMediaType()
}

public enum AVAuthorizationStatus: Sendable { case notDetermined, restricted, denied, authorized }

public final class AVCaptureDevice: NSObject {
    /// What the person said when she was asked.
    nonisolated(unsafe) public static var leave = AVAuthorizationStatus.authorized

    public static func authorizationStatus(for type: AVMediaType) -> AVAuthorizationStatus { leave }

    public enum TorchMode: Sendable { case off, on }

    public let hasTorch = true
    public var torchMode = TorchMode.off

    public static func `default`(for type: AVMediaType) -> AVCaptureDevice? { AVCaptureDevice() }

    public static func requestAccess(for type: AVMediaType) async -> Bool { leave == .authorized }

    public func lockForConfiguration() throws {}

    public func unlockForConfiguration() {}
}

open class AVCaptureInput: NSObject {}

public final class AVCaptureDeviceInput: AVCaptureInput {
    public init(device: AVCaptureDevice) throws {}
}

open class AVCaptureOutput: NSObject {}

public final class AVCaptureConnection: NSObject {}

open class AVMetadataObject: NSObject {
    public struct ObjectType: Sendable {
        public static let qr = ObjectType()
    }
}

public final class AVMetadataMachineReadableCodeObject: AVMetadataObject {
    public let stringValue: String?

    /// A code with this text.
    public init(_ text: String?) { stringValue = text }
}

public protocol AVCaptureMetadataOutputObjectsDelegate: NSObjectProtocol {
    func metadataOutput(
        _ output: AVCaptureMetadataOutput, didOutput objects: [AVMetadataObject], from connection: AVCaptureConnection)
}

public final class AVCaptureMetadataOutput: AVCaptureOutput {
    public var metadataObjectTypes: [AVMetadataObject.ObjectType]! = []

    public override init() {}

    public func setMetadataObjectsDelegate(
        _ delegate: (any AVCaptureMetadataOutputObjectsDelegate)?, queue: DispatchQueue?
    ) {}
}

public final class AVCaptureSession: NSObject {
    public override init() {}

    public func canAddInput(_ input: AVCaptureInput) -> Bool { true }
    public func canAddOutput(_ output: AVCaptureOutput) -> Bool { true }
    public func beginConfiguration() {}
    public func commitConfiguration() {}
    public func addInput(_ input: AVCaptureInput) {}
    public func addOutput(_ output: AVCaptureOutput) {}
    public func startRunning() {}
    public func stopRunning() {}
}

public struct AVLayerVideoGravity: Sendable {
    public static let resizeAspectFill = AVLayerVideoGravity()
}

public final class AVCaptureVideoPreviewLayer: CALayer {
    public var session: AVCaptureSession?
    public var videoGravity = AVLayerVideoGravity()
}

public final class AVAudioSession: NSObject {
    public enum Category: Sendable { case ambient, playback }

    public struct CategoryOptions: OptionSet, Sendable {
        public let rawValue: Int
        public static let duckOthers = CategoryOptions(rawValue: 1)

        public init(rawValue: Int) { self.rawValue = rawValue }
    }

    nonisolated(unsafe) private static let session = AVAudioSession()

    public static func sharedInstance() -> AVAudioSession { session }

    public func setCategory(_ category: Category, options: CategoryOptions = []) throws {}
}

public final class AVAudioPlayer: NSObject {
    /// What was played.
    nonisolated(unsafe) public static var played: [Data] = []

    private let sound: Data

    public init(data: Data) throws { sound = data }

    @discardableResult public func play() -> Bool {
        Self.played.append(sound)
        return true
    }
}

public final class AVSpeechSynthesisVoice: NSObject {
    public let language: String

    /// None where there is no voice for it.
    public init?(language: String?) {
        guard let language, ["ja", "en", "zh-Hans", "vi"].contains(language) else { return nil }
        self.language = language
    }
}

public final class AVSpeechUtterance: NSObject {
    public let speechString: String
    public var voice: AVSpeechSynthesisVoice?

    public init(string: String) { speechString = string }
}

public enum AVSpeechBoundary: Sendable { case immediate }

public final class AVSpeechSynthesizer: NSObject {
    /// What was said aloud.
    nonisolated(unsafe) public static var said: [String] = []

    public override init() {}

    @discardableResult public func stopSpeaking(at boundary: AVSpeechBoundary) -> Bool { true }

    public func speak(_ utterance: AVSpeechUtterance) {
        Self.said.append("\(utterance.voice?.language ?? ""): \(utterance.speechString)")
    }
}
