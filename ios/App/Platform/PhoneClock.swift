// The phone's clocks: what it shows, and how long it has been on.

import Foundation
import YuiCore

/// See the file.
final class PhoneClock: YuiCore.Clock {
    /// Changes with every start of the phone, and is there as long as the app runs.
    private let start = startOfPhone()

    func read() throws -> ClockReading {
        // Apple's CLOCK_MONOTONIC_RAW goes on while the phone sleeps (it is mach_continuous_time).
        var since = timespec()
        guard let start, clock_gettime(CLOCK_MONOTONIC_RAW, &since) == 0 else { throw PlatformError.Failed }
        return ClockReading(
            wallMs: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)),
            monotonicMs: Int64(since.tv_sec) * 1000 + Int64(since.tv_nsec) / 1_000_000, bootId: start)
    }
}

#if os(Linux)
    private func startOfPhone() -> String? {
        try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    }
#else
    private func startOfPhone() -> String? {
        var id = [UInt8](repeating: 0, count: 64)
        var length = id.count
        guard sysctlbyname("kern.bootsessionuuid", &id, &length, nil, 0) == 0 else { return nil }
        return String(decoding: id.prefix(length).prefix { $0 != 0 }, as: UTF8.self)
    }
#endif
