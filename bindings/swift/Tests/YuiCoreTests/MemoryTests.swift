// What is opened and let go leaves nothing behind: no memory, no file, no thread.

import Foundation
import Testing
import Testkit
import YuiCore

@Suite(.timeLimit(.minutes(10)))
struct MemoryTests {
    @Test("memory, files and threads stay flat over 10,000 openings", .enabled(if: Usage.now() != nil))
    func openings() async throws {
        let town = try await Town()
        let telephone = Telephone()
        let config = try town.server.config(of: "hanako", origin: await town.server.newNetwork())
        try await open(2000, config, telephone)
        let warm = try await Usage.settled()
        try await open(4000, config, telephone)
        let half = try await Usage.settled()
        try await open(4000, config, telephone)
        let end = try await Usage.settled()
        print("after 2,000, 6,000 and 10,000 openings: \(warm), \(half), \(end)")
        #expect(end.files <= warm.files)
        #expect(end.threads <= warm.threads)
        // 4,000 openings that leave a kilobyte each leave four megabytes.
        #expect(end.kilobytes - half.kilobytes < 4000, "\(warm), \(half), \(end)")
    }

    /// Opens the app so many times, and has each of its parts, a listener and a stream.
    private func open(_ times: Int, _ config: AppConfig, _ telephone: Telephone) async throws {
        for _ in 0..<times {
            let app = try await YuiApp.open(config: config, platform: telephone.platform())
            var texts = app.observe(.identity) { try await app.identity().snapshot().town }.makeAsyncIterator()
            let town = try await texts.next()
            #expect(town == "大村市")
        }
    }
}

/// What this process holds, as Linux counts it.
private struct Usage {
    let kilobytes: Int
    let files: Int
    let threads: Int

    static func now() -> Usage? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        func figure(_ name: String) -> Int? {
            let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
            return line.flatMap { Int($0.filter(\.isNumber)) }
        }
        guard let kilobytes = figure("VmRSS"), let threads = figure("Threads") else { return nil }
        return Usage(kilobytes: kilobytes, files: files.count, threads: threads)
    }

    /// Once what ends by itself has ended: a listener's thread goes a little after its app.
    static func settled() async throws -> Usage {
        var last = now()
        for _ in 0..<20 {
            try await Task.sleep(for: .milliseconds(100))
            let next = now()
            if next?.threads == last?.threads && next?.files == last?.files { break }
            last = next
        }
        guard let usage = now() else { throw Trouble("this system does not count") }
        return usage
    }
}
