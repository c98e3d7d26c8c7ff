// The code that pays, and when a new one is made: only for who asks for it.

import SwiftUI
import Testing
import Testkit
import YuiCore

@testable import YuiUI

@MainActor @Suite(.timeLimit(.minutes(3)))
struct CodeTests {
    @Test("who went to talk to a person and came back finds her used code used, and no new one")
    func elsewhere() async throws {
        let town = try await Town()
        let receive = try await town.shop().phone.app.receive()
        let stage = Stage(try await town.resident("hanako").app)
        defer { stage.shown.end() }
        let screens = stage.app.screens()
        stage.around.places.go(.code)
        try await stage.until("bright") { stage.phone.shines }
        let code = try await stage.app.wallet().code().orTrouble("code")
        receive.typeDigits(digits: "850")
        _ = try await receive.act(action: .scan)
        #expect(try await receive.scanned(text: code.text).end == .done)
        _ = try await stage.app.sync()
        try await stage.until("used") { try await screens.code(make: false).qr == nil && !stage.phone.shines }
        let used = try await screens.code(make: false)
        try await stage.press(stage.around.words.talk)
        try await stage.until("elsewhere") { stage.around.places.here.screen == .talk && !stage.says(used.title) }
        try await stage.press(stage.around.words.back)
        try await stage.reaches(.code, try used.make.orTrouble("button"))
        try await stage.watch(.milliseconds(500))
        #expect(!stage.phone.shines)
        #expect(try await stage.app.wallet().code()?.id == code.id)
        try await stage.press(try used.make.orTrouble("button"))
        try await stage.until("a new one") { stage.phone.shines }
        #expect(try await stage.app.wallet().code()?.id != code.id)
    }
}
