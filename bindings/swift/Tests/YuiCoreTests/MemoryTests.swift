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
        let half = try await Usage.settled(warm)
        try await open(4000, config, telephone)
        let end = try await Usage.settled(warm)
        print("after 2,000, 6,000 and 10,000 openings: \(warm), \(half), \(end)")
        #expect(end.files <= warm.files)
        #expect(end.threads <= warm.threads)
        // 4,000 openings that leave a kilobyte each leave four megabytes.
        #expect(end.kilobytes - half.kilobytes < 4000, "\(warm), \(half), \(end)")
    }

    /// Opens the app so many times, and has each of its parts, a listener and a stream; every tenth comes to the front.
    private func open(_ times: Int, _ config: AppConfig, _ telephone: Telephone) async throws {
        for time in 0..<times {
            let app = try await YuiApp.open(config: config, platform: telephone.platform())
            let inFront = time.isMultiple(of: 10)
            if inFront { app.start() }
            let place = app.listen(listener: Deaf())
            #expect(app.settings().languages().count == 5)
            #expect(try await app.wallet().snapshot().available == 0)
            #expect(try await app.shop().paired() == nil)
            var texts = app.observe(.identity) { try await app.identity().snapshot().town }.makeAsyncIterator()
            let town = try await texts.next()
            #expect(town == "大村市")
            if inFront { app.stop() }
            withExtendedLifetime(place) {}
        }
    }
}

/// A listener that makes nothing of it.
private final class Deaf: ChangeListener {
    func changed(topics: [Topic]) throws {}
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

    /// Once what ends by itself has ended, down to what there was before if it ever gets there: a listener's thread goes
    /// a little after its app, and threads that lent a hand go when nothing was asked of them for ten seconds.
    static func settled(_ before: Usage? = nil) async throws -> Usage {
        var last = now()
        for _ in 0..<300 {
            try await Task.sleep(for: .milliseconds(100))
            let next = now()
            let still = next?.threads == last?.threads && next?.files == last?.files
            last = next
            if let next, still, next.threads <= before?.threads ?? .max { break }
        }
        guard let last else { throw Trouble("this system does not count") }
        return last
    }
}
