// The app from its first picture on: it opens, comes back to where the person was, and says why it did not open.

import BackgroundTasks
import Foundation
import Security
import SwiftUI
import Testing
import Testkit
import UIKit
import UserNotifications
import YuiCore
import YuiUI

@testable import Yui

@MainActor @Suite(.serialized, .timeLimit(.minutes(3)))
struct OpeningTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "yui-\(UUID())")

    init() { newPhone() }

    private func setup(origin: String = "http://127.0.0.1:9") -> Setup {
        Setup(
            info: ["YuiOrigin": origin, "YuiTown": "422053"], language: "en", municipality: nil,
            folder: folder.appending(path: "yui"))
    }

    @Test("the window shows the ground, then the app")
    func opens() async throws {
        let opening = Opening(setup(), .iPhone())
        let window = Shown(AppWindow(opening: opening))
        defer { window.end() }
        #expect(window.nodes.allSatisfy { $0.kind != .text })
        try await until("open") { opening.around != nil }
        let title = try #require(opening.around?.words.app.plain)
        try await until("the first screen") { window.nodes.contains { $0.spoken == title } }
        #expect(try folder.appending(path: "yui").resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true)
    }

    @Test("the person finds herself where she was after the app was ended")
    func comesBack() async throws {
        let first = Opening(setup(), .iPhone())
        let window = Shown(AppWindow(opening: first))
        try await until("open") { window.nodes.contains { _ in first.around != nil } }
        first.around?.places.go(.receipt, about: "an id")
        try await until("kept") {
            window.nodes.contains { _ in KeptScene.values["place"] as? String == "receipt an id" }
        }
        window.end()
        let second = Opening(setup(), .iPhone())
        let again = Shown(AppWindow(opening: second))
        defer { again.end() }
        try await until("open") { again.nodes.contains { _ in second.around != nil } }
        #expect(second.around?.places.here == Place(.receipt, about: "an id"))
        second.around?.places.back()
        #expect(second.around?.places.here == Place(.home))
    }

    @Test("a place is kept by its name and the id it is about, but nothing that was scanned, pays or is not confirmed")
    func kept() {
        let reasons = ["add-device", "replace-lost", "renew-user-key"].map { Place(.register, about: $0) }
        let others = [Place(.history), Place(.settings), Place(.paid, about: "an id"), Place(.receipt, about: "id")]
        for place in reasons + others { #expect(Place(kept: place.kept) == place) }
        #expect(Place(.register, about: "what was scanned").kept == "register")
        for place in [Place(.home), Place(.scan), Place(.pay), Place(.paid), Place(.code)] { #expect(place.kept == "") }
        for kept in ["moon 1", "moon", "", "paid", "code", "history 1", "register 1"] {
            #expect(Place(kept: kept) == nil)
        }
    }

    @Test("records of another phone do not open, which the window says; she begins anew only when she wants to")
    func lost() async throws {
        let before = Opening(setup(), .iPhone())
        await before.open()
        #expect(before.around != nil)
        FakeKeychain.phone.empty()
        let opening = Opening(setup(), .iPhone())
        let window = Shown(AppWindow(opening: opening))
        defer { window.end() }
        try await until("refused") { window.nodes.contains { _ in opening.refused != nil } }
        let refused = try #require(opening.refused)
        #expect(refused.code == "storage_sealed")
        #expect(window.nodes.contains { $0.spoken == refused.title.plain })
        await opening.tellNews()
        #expect(opening.around == nil, "not by itself")
        window.nodes.first { $0.kind == .button && $0.spoken == refused.button.plain }?.press?()
        try await until("open") { opening.around != nil }
    }

    @Test("a town that the app was built with wrongly is told, too")
    func wrong() async throws {
        let opening = Opening(setup(origin: "http://yui.city.example"), .iPhone())
        await opening.open()
        #expect(opening.refused?.code == "malformed_request" && opening.around == nil)
    }

    @Test("in a moment in the back the app opens, tells what is new, and asks for the next moment")
    func tells() async throws {
        let town = try await Town()
        let resident = try await town.resident("hanako", platform: .iPhone())
        try await resident.app.notices().want(kind: .money, wanted: true)
        _ = try await resident.app.notices().check()
        try await town.charge(try await resident.app.identity().snapshot().subject, 850)
        let opening = Opening(
            Setup(
                info: ["YuiOrigin": resident.config.origin, "YuiTown": "422053"], language: "en", municipality: nil,
                folder: URL(fileURLWithPath: resident.config.dataDir)), .iPhone())
        await opening.tellNews()
        let told = try #require(UNUserNotificationCenter.current().shown["payments"]?.content)
        #expect(!told.title.isEmpty && !(told.title + told.body).contains("850"))
        let next = BGTaskScheduler.shared.asked[momentForNews].flatMap { $0 }
        #expect(try #require(next) > Date(timeIntervalSinceNow: 60))
    }

    @Test("a shortcut leads where the first screen leads, and nowhere for a guest")
    func shortcut() async throws {
        let town = try await Town()
        let resident = try await town.resident("hanako")
        let around = Surroundings(app: resident.app, phone: ApplePhone())
        let guest = Surroundings(app: try await town.phone("taro").app, phone: ApplePhone())
        for screen in [Screen.scan, .code] {
            Wishes.here.wish(UIApplicationShortcutItem(type: "\(screen)", localizedTitle: ""))
            #expect(Wishes.here.take() == screen)
            #expect(Wishes.here.take() == nil)
            #expect(await around.offers(screen))
            #expect(await !guest.offers(screen))
        }
        Wishes.here.wish(UIApplicationShortcutItem(type: "moon", localizedTitle: ""))
        #expect(Wishes.here.take() == nil)
        let options = UIScene.ConnectionOptions()
        options.shortcutItem = UIApplicationShortcutItem(type: "code", localizedTitle: "")
        let window = Told().application(.shared, configurationForConnecting: UISceneSession(), options: options)
        #expect(window.delegateClass.map(ObjectIdentifier.init) == ObjectIdentifier(ToldOfWindow.self))
        #expect(Wishes.here.take() == .code)
    }
}
