// What the law wants shown of each kind of points.

import SwiftUI
import YuiCore

struct PointsScreen: View {
    var body: some View {
        Following(.identity, .town, .settings) { app in
            try await app.screens().points()
        } content: { view in
            Page(view.title) {
                ForEach(view.programmes, id: \.id) { programme in
                    Heading(programme.name)
                    Facts(programme.lines)
                    if let note = programme.note { Words(note, .small) }
                    if programme.id != view.programmes.last?.id { Hairline() }
                }
            }
        }
    }
}
