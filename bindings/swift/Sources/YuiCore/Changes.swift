// What changes, as streams: the core tells that topics changed, and a screen then asks for the whole new record.
//
// Every stream listens for itself and stops when it is let go or its task is cancelled. Nothing queues up: what changed
// while a reader was busy is told to it once, together.

import Foundation

extension YuiApp {
    /// The topics that changed since the last element, from this call on.
    ///
    /// Ask for one stream for each reader; there may be any number at once. It never fails, keeps no app open, and ends
    /// when the app and its parts are let go.
    public func changes() -> AsyncStream<Set<Topic>> { hearing(first: []) }

    /// What `snapshot` answers: at once, and again after one of `topics` changed.
    ///
    /// It is asked again only when the reader asks for more, so a slow reader gets the newest and never a queue. What
    /// `snapshot` throws is thrown to the reader, whose loop it ends. A `snapshot` that holds the app, as most do, keeps it
    /// open for as long as the stream is kept: end its task with the screen.
    public func observe<Snapshot: Sendable>(
        _ topics: Topic..., snapshot: @escaping @Sendable () async throws -> Snapshot
    ) -> AsyncThrowingStream<Snapshot, any Error> {
        let changes = hearing(first: topics)
        return AsyncThrowingStream {
            for await changed in changes where !changed.isDisjoint(with: topics) { return try await snapshot() }
            return nil
        }
    }

    /// The changes, as if `first` had changed already.
    private func hearing(first: [Topic]) -> AsyncStream<Set<Topic>> {
        let heard = Heard(first)
        let place = Place(listening: listen(listener: Ear(heard)), heard: heard)
        return AsyncStream(unfolding: place.next, onCancel: place.listening.end)
    }
}

/// A stream's place among the listeners: who lets go of it is told no more.
private struct Place {
    let listening: Listening
    let heard: Heard

    func next() async -> Set<Topic>? { await heard.next() }
}

/// Hears what changed, and ends the stream when the core lets go of it.
private final class Ear: ChangeListener {
    private let heard: Heard

    init(_ heard: Heard) { self.heard = heard }

    deinit { heard.end() }

    func changed(topics: [Topic]) { heard.add(topics) }
}

/// What was heard and not yet taken; the lock guards all of it.
private final class Heard: @unchecked Sendable {
    private typealias Reader = CheckedContinuation<Set<Topic>?, Never>

    private let lock = NSLock()
    private var topics: Set<Topic>
    private var ended = false
    private var readers: [Reader] = []

    init(_ topics: [Topic]) { self.topics = Set(topics) }

    func add(_ topics: [Topic]) { change { self.topics.formUnion(topics) } }

    func end() { change { ended = true } }

    func next() async -> Set<Topic>? {
        await withCheckedContinuation { reader in change { readers.append(reader) } }
    }

    /// Makes a change, and hands over what there is to all who wait for it, with no lock held.
    private func change(_ change: () -> Void) {
        let (told, handed): ([Reader], Set<Topic>?) = lock.withLock {
            change()
            guard !readers.isEmpty, ended || !topics.isEmpty else { return ([], nil) }
            defer { (readers, topics) = ([], []) }
            return (readers, topics.isEmpty ? nil : topics)
        }
        for reader in told { reader.resume(returning: handed) }
    }
}
