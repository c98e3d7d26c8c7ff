// The test server as a process of its own, started and stopped by whoever plays against it.

import Foundation
import YuiCore

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Why a test cannot go on, in words.
public struct Trouble: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}

/// A running test server over a folder of its own; both go with this.
public final class ServerProcess: @unchecked Sendable {
    /// Where a server is reached.
    public struct Addresses: Decodable, Sendable {
        /// The server itself.
        public let origin: String
        /// The control port.
        public let control: String
        /// The phones' networks: an origin each.
        public let networks: [String]
    }

    /// Where it is reached.
    public let addresses: Addresses
    /// The town's configuration, as it comes with an app.
    public let town: String
    /// The folder of its stores and log, and of whatever else is made with it.
    public let folder: URL
    private let arguments: [String]
    private let running: Guarded<Running>

    /// Starts a server with networks for so many phones, and waits until it is ready.
    public init(phones: Int = 8) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "yui-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        arguments = [
            "--with-parent", "--log", "trace", "--phones", "\(phones)", "--data", folder.appending(path: "data").path,
            "--town", repository.appending(path: "municipalities/omura").path,
        ]
        let started = try await Running.start(arguments, log: folder.appending(path: "server.log"))
        running = Guarded(started.running)
        addresses = started.addresses
        let answer = try await URLSession.shared.data(from: URL(text: "\(addresses.origin)/v1/municipality"))
        town = String(decoding: answer.0, as: UTF8.self)
    }

    deinit {
        running.now.signal(SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    /// What it logged so far, at its most talkative.
    public var logged: String {
        (try? String(contentsOf: folder.appending(path: "server.log"), encoding: .utf8)) ?? ""
    }

    /// Does a thing of the control port; a refusal is an answer with `error`.
    public func control(_ action: String, _ with: JSON = [:]) async throws -> JSON {
        var request = URLRequest(url: try URL(text: "\(addresses.control)/control/\(action)"))
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "content-type")
        request.httpBody = try JSONEncoder().encode(with == .null ? [:] : with)
        return try JSONDecoder().decode(JSON.self, from: await URLSession.shared.data(for: request).0)
    }

    /// A network for a phone: the origin by which it knows the server.
    public func newNetwork() async throws -> String {
        guard let network = try await control("network.new")["network"].text else {
            throw Trouble("no network is left")
        }
        return network
    }

    /// What an app of this town is opened with, by its phone's name; its folder is made.
    public func config(of phone: String, origin: String) throws -> AppConfig {
        let folder = folder.appending(path: "phones/\(phone)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return AppConfig(
            dataDir: folder.path, origin: origin, town: "422053", language: "ja", bundledMunicipality: town)
    }

    /// What a phone's network does from now on, such as `off`.
    @discardableResult
    public func setNetwork(_ network: String, _ state: String) async throws -> JSON {
        try await control("network.set", ["network": .text(network), "state": .text(state)])
    }

    /// The server refuses everything that comes over a network with this code from now on.
    @discardableResult
    public func refuse(_ network: String, with code: String) async throws -> JSON {
        try await control("server.refuse", ["network": .text(network), "code": .text(code)])
    }

    /// The process stands still (SIGSTOP): what is sent to it waits for an answer until `goOn`.
    public func standStill() { running.now.signal(SIGSTOP) }

    /// It goes on after `standStill` (SIGCONT).
    public func goOn() { running.now.signal(SIGCONT) }

    /// Ends the process at once, as a power cut would.
    public func kill() async { await running.now.kill() }

    /// Starts it again over the same data and on the same ports, with its clock so many milliseconds ahead of the
    /// machine's. Cards and the networks' states are gone.
    public func startAgain(ahead: Int64) async throws {
        func port(_ origin: String) -> String { String(origin.split(separator: ":").last ?? "") }
        let again = [
            "--ahead", "\(ahead)", "--port", port(addresses.origin), "--control-port", port(addresses.control),
            "--networks", addresses.networks.map(port).joined(separator: ","),
        ]
        running.now = try await Running.start(arguments + again, log: folder.appending(path: "server.log")).running
    }
}

/// The clone that this file lies in.
public let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../..")
    .standardizedFileURL

// Under another name: a process has one of that name, too.
private let sendSignal: @Sendable (Int32, Int32) -> Int32 = { kill($0, $1) }

/// A process and the end of its standard input that we hold: it ends when that does.
private struct Running {
    let process: Process
    private let alive: Pipe
    private let ended: AsyncStream<Void>

    static func start(_ arguments: [String], log: URL) async throws -> (
        running: Self, addresses: ServerProcess.Addresses
    ) {
        guard let built = ProcessInfo.processInfo.environment["YUI_BUILT"] else {
            throw Trouble("YUI_BUILT is not set")
        }
        let (process, alive, said) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: built).appending(path: "yui-test-server")
        process.arguments = arguments
        process.standardInput = alive
        process.standardOutput = said
        if !FileManager.default.fileExists(atPath: log.path) { try Data().write(to: log) }
        let errors = try FileHandle(forWritingTo: log)
        try errors.seekToEnd()
        process.standardError = errors
        let (ended, end) = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in end.finish() }
        try process.run()
        let line = await firstLine(of: said.fileHandleForReading)
        guard let addresses = try? JSONDecoder().decode(ServerProcess.Addresses.self, from: line) else {
            let last = (try? String(contentsOf: log, encoding: .utf8))?.split(separator: "\n").suffix(5) ?? []
            throw Trouble("the server is not ready: \(last.joined(separator: "\n"))")
        }
        return (Running(process: process, alive: alive, ended: ended), addresses)
    }

    func signal(_ signal: Int32) { _ = sendSignal(process.processIdentifier, signal) }

    func kill() async {
        signal(SIGKILL)
        for await _ in ended {}
    }

    /// The first line, or what there is of it when the process ended; read on a thread where waiting harms no one.
    private static func firstLine(of output: FileHandle) async -> Data {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var line = Data()
                while line.last != UInt8(ascii: "\n") {
                    let more = output.availableData
                    if more.isEmpty { break }
                    line += more
                }
                continuation.resume(returning: line)
            }
        }
    }
}

extension URL {
    fileprivate init(text: String) throws {
        guard let url = URL(string: text) else { throw Trouble("no address: \(text)") }
        self = url
    }
}
