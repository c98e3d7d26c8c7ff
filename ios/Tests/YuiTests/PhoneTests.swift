// What the screens ask of an iPhone.

import AVFoundation
import Foundation
import PhotosUI
import SwiftUI
import Testing
import Testkit
import UIKit
import UserNotifications
import YuiCore
import YuiUI

@testable import Yui

@MainActor @Suite(.serialized, .timeLimit(.minutes(1)))
struct PhoneTests {
    private let phone = ApplePhone()

    init() {
        newPhone()
        UIPasteboard.general.string = nil
        UIViewController.front?.dismiss(animated: false)
    }

    @Test("a number is called without what stands between its digits")
    func calls() {
        phone.call("0X0-0000-1234")
        #expect(UIApplication.shared.opened.last?.absoluteString == "tel:0000001234")
    }

    @Test("the system's settings of the app open")
    func settings() {
        phone.openSettings()
        #expect(UIApplication.shared.opened.last?.absoluteString == UIApplication.openSettingsURLString)
    }

    @Test("a notification takes the place of the older one of its channel, if the person lets it")
    func notifies() async {
        let system = UNUserNotificationCenter.current()
        defer { system.isAllowed = true }
        #expect(await phone.mayNotify())
        for words in ["first", "second"] { phone.notify(channel: "notices", title: words, body: "see") }
        #expect(system.shown["notices"]?.content.title == "second")
        system.isAllowed = false
        #expect(await !phone.mayNotify())
    }

    @Test("whether the camera may be used is told, and again when the app comes to the front")
    func camera() async {
        defer { AVCaptureDevice.leave = .authorized }
        var told: [Bool] = []
        for await allowed in phone.cameraAllowed() {
            told.append(allowed)
            if told.count == 3 { break }
            AVCaptureDevice.leave = told.count == 1 ? .denied : .notDetermined
            NotificationCenter.default.post(name: UIApplication.didBecomeActiveNotification, object: nil)
        }
        #expect(told == [true, false, true])
    }

    @Test("words are said in the voice of their language, and not at all without one")
    func speaks() {
        let before = AVSpeechSynthesizer.said.count
        phone.speak("850円", language: "ja")
        phone.speak("850", language: "xx")
        phone.speak("850 yen", language: "en")
        #expect(AVSpeechSynthesizer.said.dropFirst(before) == ["ja: 850円", "en: 850 yen"])
    }

    @Test("a text and a file are offered to other apps")
    func offers() throws {
        phone.share("850")
        let text = try #require(UIViewController.front as? UIActivityViewController)
        #expect(text.items.first as? String == "850")
        text.dismiss(animated: false)
        try phone.shareFile(name: "history.csv", content: "850")
        let file = try #require(UIViewController.front as? UIActivityViewController)
        let place = try #require(file.items.first as? URL)
        #expect(place.lastPathComponent == "history.csv")
        #expect(try String(contentsOf: place, encoding: .utf8) == "850")
        file.dismiss(animated: false)
    }

    @Test("a file that was offered is gone once that is over, and at the latest when the app begins again")
    func forgets() throws {
        for ended in [true, false] {
            try phone.shareFile(name: "history.csv", content: "850")
            let offered = try #require(UIViewController.front as? UIActivityViewController)
            let place = try #require(offered.items.first as? URL)
            #expect(FileManager.default.fileExists(atPath: place.path))
            offered.dismiss(animated: false)
            if ended { offered.completionWithItemsHandler?(nil, false, nil, nil) } else { _ = ApplePhone() }
            #expect(!FileManager.default.fileExists(atPath: place.path), "\(ended)")
        }
    }

    @Test("a file for which there is no room is refused, and nothing is offered")
    func refusesFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "offered")
        try? FileManager.default.removeItem(at: folder)
        try Data().write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let before = UIViewController.front
        #expect {
            try phone.shareFile(name: "history.csv", content: "850")
        } throws: { ($0 as? AppError)?.code == .storageFull }
        #expect(UIViewController.front === before)
    }

    @Test("a code comes from the clipboard, once, else out of a picture that is chosen")
    func pastes() async throws {
        for _ in 1...2 {
            UIPasteboard.general.string = " copied\n"
            #expect(await phone.paste() == "copied")
        }
        #expect(try await choosing([PHPickerResult(NSItemProvider(Data("in a picture".utf8)))]) == "in a picture")
        for nothing in [nil, " "] {
            UIPasteboard.general.string = nothing
            #expect(try await choosing([]) == nil)
        }
    }

    private func choosing(_ results: [PHPickerResult]) async throws -> String? {
        let pasted = Task { await phone.paste() }
        try await until("a window") { UIViewController.front is PHPickerViewController }
        let window = try #require(UIViewController.front as? PHPickerViewController)
        window.delegate?.picker(window, didFinishPicking: results)
        return await pasted.value
    }

    @Test("the camera tells each code until it is taken, and nothing when it is closed")
    func sees() async throws {
        var seen: [String] = []
        let lens = Lens()
        lens.open(onto: Finder()) { text in
            seen.append(text)
            return seen.count > 1
        }
        for text in ["one", "one", "one", "two"] { lens.sees(text) }
        lens.close()
        lens.sees("three")
        #expect(seen == ["one", "one", "two"])
        #expect(!Shown(phone.camera(light: true) { _ in true }).nodes.isEmpty)
    }

    @Test("a code that was out of sight is told again")
    func seesAgain() async throws {
        var seen = 0
        let lens = Lens(gone: .milliseconds(200))
        lens.open(onto: Finder()) { _ in
            seen += 1
            return true
        }
        let end = ContinuousClock.now + .milliseconds(400)
        while ContinuousClock.now < end { lens.sees("one") }
        #expect(seen == 1, "it was in sight")
        try await Task.sleep(for: .milliseconds(250))
        lens.sees("one")
        #expect(seen == 2)
    }

    @Test("paid and refused feel and sound different")
    func feels() {
        phone.feel(.done)
        phone.feel(.refused)
        #expect(UINotificationFeedbackGenerator.felt.suffix(2) == [.success, .error])
        #expect(AVAudioPlayer.played.suffix(2) == [Feeling.done.chime, Feeling.refused.chime])
        for sound in [Feeling.done.chime, Feeling.refused.chime] {
            #expect(String(decoding: sound.prefix(4) + sound[8..<12], as: UTF8.self) == "RIFFWAVE")
            let size = sound[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
            #expect(size == sound.count - 8 && sound.count > 10_000)
        }
    }

    @Test("an iPhone sounds as an Android phone does: a shop knows one sound")
    func chimes() {
        for (feeling, pitches) in [(Feeling.done, [1047, 1568]), (.refused, [262, 262])] {
            let sound = [UInt8](feeling.chime.dropFirst(44))
            let samples = stride(from: 0, to: sound.count, by: 2).map {
                Int16(bitPattern: UInt16(sound[$0]) | UInt16(sound[$0 + 1]) << 8)
            }
            #expect(samples.count == 2 * 3087, "two notes of 140 ms")
            for (note, pitch) in zip([samples[..<3087], samples[3087...]], pitches) {
                let swings = zip(note, note.dropFirst()).filter { $0 < 0 && $1 >= 0 }.count
                #expect(abs(Double(swings) / 0.14 - Double(pitch)) < 10, "\(feeling): \(pitch)")
                #expect((16_000...16_384).contains(note.max() ?? 0))
            }
        }
    }

    @Test("a code makes the screen bright and keeps it awake, and afterwards it is as it was")
    func shines() throws {
        let screen = try #require(UIWindowScene.ours?.screen)
        screen.brightness = 0.3
        phone.shine(true)
        phone.shine(true)
        #expect(screen.brightness == 1 && UIApplication.shared.isIdleTimerDisabled)
        phone.shine(false)
        #expect(screen.brightness == 0.3 && !UIApplication.shared.isIdleTimerDisabled)
        phone.shine(false)
        #expect(screen.brightness == 0.3)
    }
}

extension Lens {
    /// The camera sees a code.
    fileprivate func sees(_ text: String) {
        metadataOutput(
            AVCaptureMetadataOutput(), didOutput: [AVMetadataMachineReadableCodeObject(text)],
            from: AVCaptureConnection())
    }
}
