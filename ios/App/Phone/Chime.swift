// What the ear notices: two notes going up for what is paid, one low and repeated for what is refused. They are counted
// out here, so that they sound the same on every phone.

import Foundation
import YuiUI

extension Feeling {
    /// How it sounds: a file of sound (WAV, one voice of 16 bits).
    var chime: Data {
        switch self {
        case .done: wave([(880, 0.12), (1319, 0.25)])
        case .refused: wave([(220, 0.15), (0, 0.06), (220, 0.25)])
        }
    }
}

private let perSecond = 22_050

/// The file of some notes, each with its pitch in hertz (0 is silence) and its seconds.
private func wave(_ notes: [(pitch: Double, seconds: Double)]) -> Data {
    let samples = notes.flatMap { note -> [Int16] in
        let count = Int(note.seconds * Double(perSecond))
        return (0..<count).map { at in
            // Each begins and fades softly, so that nothing clicks.
            let fade = min(Double(at) / 200, Double(count - at) / Double(count))
            return Int16(12_000 * min(fade, 1) * sin(2 * .pi * note.pitch * Double(at) / Double(perSecond)))
        }
    }
    let body = samples.flatMap { bytes(UInt16(bitPattern: $0)) }
    let format = [
        bytes(UInt16(1)), bytes(UInt16(1)), bytes(UInt32(perSecond)), bytes(UInt32(perSecond * 2)), bytes(UInt16(2)),
        bytes(UInt16(16)),
    ].flatMap(\.self)
    let parts = [Array("WAVE".utf8), chunk("fmt ", format), chunk("data", body)]
    return Data(chunk("RIFF", parts.flatMap(\.self)))
}

private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] { name.utf8 + bytes(UInt32(body.count)) + body }

/// As sound files write a number: the least significant byte first.
private func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
}
