// The software of others in the app. Each is one text, so that a list of hundreds is drawn at once.

import SwiftUI
import YuiCore

struct LicencesScreen: View {
    var body: some View {
        Following(.settings) { app in
            app.screens().licences()
        } content: { view in
            Page(view.title) {
                Words(view.note)
                ForEach(view.parts.indices, id: \.self) { at in
                    Heading(view.parts[at].title)
                    VStack(alignment: .leading, spacing: 8) {
                        ForEach(view.parts[at].lines, id: \.self) { line in
                            Words(verbatim: line.said, .small)
                        }
                    }
                }
            }
        }
    }
}

extension LicenceLine {
    fileprivate var said: String { "\(name) \(version)\n\(licence)" }
}
