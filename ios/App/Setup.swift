// Which town the app is of, and where it keeps what it keeps: said when the app is built (project.yml).

import Foundation
import YuiCore

/// See the file.
struct Setup: Sendable {
    /// The tag of the language to begin with: the first of the person's that the app has.
    let language: String
    private let origin: String
    private let town: String
    private let municipality: URL?
    private let folder: URL

    /// As the app was built. An app that names no town is no app.
    init(_ bundle: Bundle) {
        self.init(
            info: bundle.infoDictionary ?? [:], language: bundle.preferredLocalizations.first ?? "ja",
            municipality: bundle.url(forResource: "municipality", withExtension: "json"),
            folder: FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0].appending(
                path: "yui"))
    }

    init(info: [String: Any], language: String, municipality: URL?, folder: URL) {
        guard let origin = info["YuiOrigin"] as? String, let town = info["YuiTown"] as? String else {
            preconditionFailure("project.yml gives every build its town")
        }
        (self.origin, self.town) = (origin, town)
        (self.language, self.municipality, self.folder) = (language, municipality, folder)
    }

    /// What the core is opened with. Makes its folder, which goes into no backup: another phone could not open it.
    func config() throws -> AppConfig {
        var folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var values = URLResourceValues()
        values.isExcludedFromBackup = true
        try folder.setResourceValues(values)
        return AppConfig(
            dataDir: folder.path, origin: origin, town: town, language: language,
            bundledMunicipality: municipality.flatMap { try? String(contentsOf: $0, encoding: .utf8) })
    }
}
