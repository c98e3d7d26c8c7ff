// What the ear notices: two notes going up for what is paid, a low one twice for what is refused. A shop knows one sound:
// they are counted out here as they are for Android.

import Foundation
import YuiUI

extension Feeling {
    /// How it sounds: a file of sound (WAV, one voice of 16 bits).
    var chime: Data {
        switch self {
        case .done: wave([1047, 1568])
        case .refused: wave([262, 262])
        }
    }
}

private let perSecond = 22_050

/// The file of some notes, each with its pitch in hertz, one after the other.
private func wave(_ pitches: [Double]) -> Data {
    let samples = pitches.flatMap(note)
    let body = samples.flatMap { bytes(UInt16(bitPattern: $0)) }
    let format = [
        bytes(UInt16(1)), bytes(UInt16(1)), bytes(UInt32(perSecond)), bytes(UInt32(perSecond * 2)), bytes(UInt16(2)),
        bytes(UInt16(16)),
    ].flatMap(\.self)
    let parts = [Array("WAVE".utf8), chunk("fmt ", format), chunk("data", body)]
    return Data(chunk("RIFF", parts.flatMap(\.self)))
}

/// A note of 140 ms, which comes and goes within 12, so that nothing clicks.
private func note(_ pitch: Double) -> [Int16] {
    let (length, edge) = (perSecond * 140 / 1000, perSecond * 12 / 1000)
    return (0..<length).map { at in
        let fade = min(1, Double(min(at, length - 1 - at)) / Double(edge))
        return Int16(sin(2 * .pi * pitch * Double(at) / Double(perSecond)) * fade * 0.5 * Double(Int16.max))
    }
}

private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] { name.utf8 + bytes(UInt32(body.count)) + body }

/// As sound files write a number: the least significant byte first.
private func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { [UInt8]($0) }
}
