// The core's lines in the system's log: codes and counts, nothing of a person, so that nothing has to be hidden there.

import OSLog
import YuiCore

/// See the file.
final class SystemLog: LogSink {
    private let log = Logger(subsystem: "jp.yui.app", category: "core")

    func line(level: LogLevel, text: String) throws {
        switch level {
        case .debug: log.debug("\(text, privacy: .public)")
        case .info: log.info("\(text, privacy: .public)")
        case .warning: log.warning("\(text, privacy: .public)")
        }
    }
}
