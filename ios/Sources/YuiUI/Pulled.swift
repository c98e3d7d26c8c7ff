// How a screen follows the core: it asks for its record, and again when the core says that something changed.

import SwiftUI
import YuiCore

/// A screen's record, as fresh as the core has it.
@MainActor @Observable final class Pulled<Record: Sendable> {
    /// What is known of it.
    enum Standing {
        /// Nothing yet.
        case waiting
        /// The record.
        case known(Record)
        /// Why there is none.
        case failed(AppError)
    }

    /// What is known of it now.
    private(set) var standing = Standing.waiting

    /// Asks for it at once, again after one of `topics` changed, and once a record is too old, until its task is cancelled
    /// or it is refused. One is asked for after the other, never two at once. What comes once it is cancelled is not heard:
    /// it has a successor, whose record is newer.
    func follow(
        _ topics: Set<Topic>, of app: YuiApp, anewAfter: @MainActor (Record) -> Duration?,
        snapshot: @MainActor (YuiApp) async throws -> Record
    ) async {
        let changes = app.changes()
        let (news, tell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        let ear = Task { for await changed in changes where !changed.isDisjoint(with: topics) { tell.yield() } }
        var age: Task<Void, any Error>?
        defer {
            ear.cancel()
            age?.cancel()
        }
        tell.yield()
        do {
            for await _ in news {
                age?.cancel()
                let record = try await snapshot(app)
                guard !Task.isCancelled else { return }
                standing = .known(record)
                age = anewAfter(record).map { fresh in
                    Task {
                        try await Task.sleep(for: fresh)
                        tell.yield()
                    }
                }
            }
        } catch {
            if !Task.isCancelled { standing = .failed(AppError(error)) }
        }
    }
}

/// Draws `content` with what `snapshot` answers, again after one of the topics changed; work and errors have their own
/// words. It asks afresh when `about` changes, and when a record is too old: `anewAfter` says when that is.
struct Following<Record: Sendable, Content: View>: View {
    private let topics: Set<Topic>
    private let about: AnyHashable
    private let anewAfter: @MainActor (Record) -> Duration?
    private let snapshot: @MainActor (YuiApp) async throws -> Record
    private let content: @MainActor (Record) -> Content

    @State private var pulled = Pulled<Record>()
    @State private var tries = 0
    @Environment(Surroundings.self) private var around

    init(
        _ topics: Topic..., about: AnyHashable = 0,
        anewAfter: @escaping @MainActor (Record) -> Duration? = { _ in nil },
        snapshot: @escaping @MainActor (YuiApp) async throws -> Record,
        @ViewBuilder content: @escaping @MainActor (Record) -> Content
    ) {
        self.topics = Set(topics)
        self.about = about
        self.anewAfter = anewAfter
        self.snapshot = snapshot
        self.content = content
    }

    var body: some View {
        Group {
            switch pulled.standing {
            case .waiting:
                Page(around.words.waiting, titleShown: false) { Working() }
            case .known(let record):
                content(record)
            case .failed(let refused):
                let error = around.app.explain(error: refused)
                Page(error.title, titleShown: false) { ErrorNote(error) { tries += 1 } }
            }
        }
        .task(id: [about, tries]) {
            await pulled.follow(topics, of: around.app, anewAfter: anewAfter, snapshot: snapshot)
        }
    }
}

/// When a record that lives for so many milliseconds more is too old; never where it does not.
func end(ofLife milliseconds: UInt32) -> Duration? {
    milliseconds > 0 ? .milliseconds(Int64(milliseconds)) : nil
}
