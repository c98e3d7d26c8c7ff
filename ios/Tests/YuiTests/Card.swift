// A card held to the iPhone: the virtual card of the test server behind Apple's interface for tags.

import CoreNFC
import Foundation
import Testkit
import YuiCore

/// See the file. It can be taken away after so many commands.
final class Card: NFCISO7816Tag, Sendable {
    private let card: HeldCard
    private let left: Guarded<Int>

    /// The card at an address of the test server.
    init(_ address: String, commands: Int = .max) throws {
        card = try HeldCard(address)
        left = Guarded(commands)
    }

    func sendCommand(
        apdu: NFCISO7816APDU, completionHandler: @escaping @Sendable (Data, UInt8, UInt8, (any Error)?) -> Void
    ) {
        DispatchQueue.global().async { [self] in
            let isHere = left.change { left in
                left -= 1
                return left >= 0
            }
            guard isHere, let answer = try? card.transceive(apdu: apdu.bytes) else {
                return completionHandler(Data(), 0, 0, NFCReaderError(.readerTransceiveErrorTagConnectionLost))
            }
            completionHandler(answer.dropLast(2), answer[answer.endIndex - 2], answer[answer.endIndex - 1], nil)
        }
    }
}

/// Holds a card to the sheet, once it is shown and looks for one.
@MainActor func hold(_ card: Card) async throws {
    try await until("a sheet that looks for cards") { NFCTagReaderSession.shown?.isPolling ?? false }
    NFCTagReaderSession.shown?.finds(.iso7816(card))
}
