// How a person comes to pay a shop, by what she sees and presses.

import Testkit
import YuiCore

@testable import YuiUI

/// The test cards' 4-digit PIN.
let cardPIN = "4649"

extension Stage {
    /// From home: she scans the poster, types the amount with the keys, and goes on.
    func amount(_ amount: Int, _ poster: String) async throws {
        let pay = app.pay()
        try await press(try await app.screens().home().primary.text)
        try await reaches(.scan, try await app.screens().scan().title)
        phone.sees(poster)
        try await until("the keys") {
            around.places.here.screen == .pay && button(YuiCore.Text(verbatim: "1")) != nil
        }
        for digit in "\(amount)" { try await press(YuiCore.Text(verbatim: String(digit))) }
        try await until("typed") { try await pay.view().amount == amount }
        try await press(try await pay.view().primary.orTrouble("button").text)
    }

    /// The same, until she is asked whether to pay.
    func confirm(_ amount: Int, _ poster: String) async throws -> PayView {
        try await self.amount(amount, poster)
        try await until("asked") { try await app.pay().view().step == .confirm }
        return try await app.pay().view()
    }

    /// The same, and she pays; the shop sees that.
    func pay(_ amount: Int, _ poster: String) async throws {
        let confirm = try await confirm(amount, poster)
        try await press(try confirm.confirm.orTrouble("question").details)
        try await press(try confirm.primary.orTrouble("button").text)
        try await until("paid") { around.places.here.screen == .paid && phone.feelings.last == .done }
    }
}
