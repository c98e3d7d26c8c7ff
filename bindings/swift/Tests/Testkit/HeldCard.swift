// A card that the test server serves, held at a telephone: 2 bytes of length, most significant first, before every
// message.

import Foundation
import YuiCore

#if canImport(Glibc)
    import Glibc
    private let stream = Int32(SOCK_STREAM.rawValue)
    private let withoutSignal = Int32(MSG_NOSIGNAL)
#else
    import Darwin
    private let stream = SOCK_STREAM
    private let withoutSignal: Int32 = 0
#endif

// Under another name: a card has a socket, too.
private func makeSocket() -> Int32 { socket(AF_INET, stream, 0) }

/// See the file; whoever lets go of it takes the card away.
public final class HeldCard: CardTransport {
    private let socket: Guarded<Int32>

    /// Holds the card at `address`, such as `127.0.0.1:4321`; throws `CardLost` when none is there.
    public init(_ address: String) throws {
        let parts = address.split(separator: ":")
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = inet_addr(String(parts.first ?? ""))
        place.sin_port = UInt16(parts.last ?? "").map(\.bigEndian) ?? 0
        let made = Self.open()
        socket = Guarded(made)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let connected = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(made, $0, size) }
        }
        guard connected == 0 else { throw PlatformError.CardLost }
    }

    deinit { close(socket.now) }

    public func transceive(apdu: Data) throws -> Data {
        try socket.change { socket in
            try Self.write([UInt8(apdu.count >> 8), UInt8(apdu.count & 0xff)] + apdu, to: socket)
            let length = try Self.read(2, from: socket)
            return Data(try Self.read(Int(length[0]) << 8 | Int(length[1]), from: socket))
        }
    }

    private static func open() -> Int32 {
        let made = makeSocket()
        var deadline = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &deadline, socklen_t(MemoryLayout<timeval>.size))
        return made
    }

    private static func write(_ bytes: [UInt8], to socket: Int32) throws {
        var left = bytes[...]
        while !left.isEmpty {
            // Without a signal when the card is gone, which would end the process.
            let count = left.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, withoutSignal) }
            guard count > 0 else { throw PlatformError.CardLost }
            left = left.dropFirst(count)
        }
    }

    private static func read(_ count: Int, from socket: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var some = [UInt8](repeating: 0, count: count - bytes.count)
            let got = recv(socket, &some, some.count, 0)
            guard got > 0 else { throw PlatformError.CardLost }
            bytes += some.prefix(got)
        }
        return bytes
    }
}
