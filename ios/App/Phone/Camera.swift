// What the camera sees, and every QR code in it.

@preconcurrency import AVFoundation
import SwiftUI
import UIKit

/// See the file. Without the camera, or without leave to use it, it is black.
struct Camera: UIViewRepresentable {
    /// Whether the light is on.
    let light: Bool
    /// Told each code until it answers that it took it, and that one again only once it was out of sight.
    let onText: @MainActor (String) -> Bool

    /// Whether it may be used: not once the person refused it; again whenever the app comes to the front.
    static func allowed() -> AsyncStream<Bool> {
        AsyncStream { answers in
            let look: @Sendable (Notification?) -> Void = { _ in
                let leave = AVCaptureDevice.authorizationStatus(for: .video)
                answers.yield(leave != .denied && leave != .restricted)
            }
            look(nil)
            nonisolated(unsafe) let observer = NotificationCenter.default.addObserver(
                forName: UIApplication.didBecomeActiveNotification, object: nil, queue: nil, using: look)
            answers.onTermination = { _ in NotificationCenter.default.removeObserver(observer) }
        }
    }

    func makeCoordinator() -> Lens { Lens() }

    func makeUIView(context: Context) -> Finder {
        let finder = Finder()
        context.coordinator.open(onto: finder, onText: onText)
        return finder
    }

    func updateUIView(_ finder: Finder, context: Context) { context.coordinator.shine(light) }

    static func dismantleUIView(_ finder: Finder, coordinator: Lens) { coordinator.close() }
}

/// Where the picture of the camera is drawn.
final class Finder: UIView {
    override class var layerClass: AnyClass { AVCaptureVideoPreviewLayer.self }

    /// Draws what this session sees, as large as the view.
    func show(_ session: AVCaptureSession) {
        guard let picture = layer as? AVCaptureVideoPreviewLayer else { return }
        picture.session = session
        picture.videoGravity = .resizeAspectFill
    }
}

/// The camera while it is open.
@MainActor final class Lens: NSObject, AVCaptureMetadataOutputObjectsDelegate {
    private let session = AVCaptureSession()
    private lazy var running = Running(session)
    private let device = AVCaptureDevice.default(for: .video)
    private var onText: (@MainActor (String) -> Bool)?
    private var taken: Taken?
    private let gone: Duration

    /// A code that was not seen for as long as `gone` is one that is shown anew.
    init(gone: Duration = .seconds(2)) { self.gone = gone }

    /// Asks for leave to use the camera, and opens it.
    func open(onto finder: Finder, onText: @escaping @MainActor (String) -> Bool) {
        self.onText = onText
        finder.show(session)
        Task {
            guard await AVCaptureDevice.requestAccess(for: .video), self.onText != nil, arrange() else { return }
            running.start()
        }
    }

    private func arrange() -> Bool {
        let codes = AVCaptureMetadataOutput()
        guard let device, let eye = try? AVCaptureDeviceInput(device: device), session.canAddInput(eye),
            session.canAddOutput(codes)
        else { return false }
        session.beginConfiguration()
        session.addInput(eye)
        session.addOutput(codes)
        codes.setMetadataObjectsDelegate(self, queue: .main)
        codes.metadataObjectTypes = [.qr]
        session.commitConfiguration()
        return true
    }

    /// Turns the light on or off, where there is one.
    func shine(_ on: Bool) {
        guard let device, device.hasTorch, (try? device.lockForConfiguration()) != nil else { return }
        device.torchMode = on ? .on : .off
        device.unlockForConfiguration()
    }

    /// Closes it; the light goes out with it.
    func close() {
        onText = nil
        running.stop()
    }

    nonisolated func metadataOutput(
        _ output: AVCaptureMetadataOutput, didOutput objects: [AVMetadataObject], from connection: AVCaptureConnection
    ) {
        let texts = objects.compactMap { ($0 as? AVMetadataMachineReadableCodeObject)?.stringValue }
        guard let text = texts.first else { return }
        MainActor.assumeIsolated { saw(text) }
    }

    private func saw(_ text: String) {
        let now = ContinuousClock.now
        if let taken, taken.text == text, now - taken.seen < gone {
            self.taken?.seen = now
        } else if onText?(text) ?? false {
            taken = Taken(text: text, seen: now)
        }
    }

    /// The code that was taken last, and when it was last in sight.
    private struct Taken {
        let text: String
        var seen: ContinuousClock.Instant
    }
}

/// Starts and stops the camera, which takes its time, on a queue of its own.
private struct Running: @unchecked Sendable {
    private let session: AVCaptureSession
    private let queue = DispatchQueue(label: "jp.yui.camera")

    init(_ session: AVCaptureSession) { self.session = session }

    func start() { queue.async { session.startRunning() } }

    func stop() { queue.async { session.stopRunning() } }
}
