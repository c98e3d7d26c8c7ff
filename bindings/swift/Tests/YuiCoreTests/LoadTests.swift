// A thousand calls at once, each with its own answer.

import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(5)))
struct LoadTests {
    @Test("a thousand orders opened at a till at once: each has its own amount, reference and id")
    func orders() async throws {
        let town = try await Town()
        let shop = try await town.shop().phone.app.shop()
        let orders = try await withThrowingTaskGroup(of: (Int64, TillView).self) { group in
            for amount in Int64(1)...1000 {
                group.addTask {
                    (amount, try await shop.openTill(amount: amount, reference: "order \(amount)", seconds: 600))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(orders.count == 1000)
        for (amount, order) in orders {
            #expect(order.amount == amount)
            #expect(order.reference == "order \(amount)")
            #expect(order.state == .open)
        }
        #expect(Set(orders.map(\.1.id)).count == 1000)

        // As the server has them: asked for again, a thousand at once.
        let asked = try await withThrowingTaskGroup(of: Bool.self) { group in
            for (amount, order) in orders {
                group.addTask { try await shop.till(id: order.id).amount == amount }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(asked.count == 1000 && !asked.contains(false))
    }
}
