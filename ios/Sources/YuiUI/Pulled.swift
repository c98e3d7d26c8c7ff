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

    /// Asks for it at once, and again after one of `topics` changed, until its task is cancelled or it is refused.
    func follow(
        _ topics: Set<Topic>, of app: YuiApp, snapshot: @MainActor (YuiApp) async throws -> Record
    ) async {
        let changes = app.changes()
        do {
            try await pull(app, snapshot)
            for await changed in changes where !changed.isDisjoint(with: topics) { try await pull(app, snapshot) }
        } catch {
            standing = .failed(AppError(error))
        }
    }

    private func pull(_ app: YuiApp, _ snapshot: @MainActor (YuiApp) async throws -> Record) async throws {
        let record = try await snapshot(app)
        // Who was cancelled has a successor, whose record is newer.
        if !Task.isCancelled { standing = .known(record) }
    }
}

/// Draws `content` with what `snapshot` answers, again after one of the topics changed; work and errors have their own
/// words. It asks afresh when `about` changes.
struct Following<Record: Sendable, Content: View>: View {
    private let topics: Set<Topic>
    private let about: AnyHashable
    private let snapshot: @MainActor (YuiApp) async throws -> Record
    private let content: @MainActor (Record) -> Content

    @State private var pulled = Pulled<Record>()
    @State private var tries = 0
    @Environment(Surroundings.self) private var around

    init(
        _ topics: Topic..., about: AnyHashable = 0,
        snapshot: @escaping @MainActor (YuiApp) async throws -> Record,
        @ViewBuilder content: @escaping @MainActor (Record) -> Content
    ) {
        self.topics = Set(topics)
        self.about = about
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
        .task(id: [about, tries]) { await pulled.follow(topics, of: around.app, snapshot: snapshot) }
    }
}
