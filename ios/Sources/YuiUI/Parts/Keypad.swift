// An amount, typed with keys as large as coins: no keyboard covers the screen.

import SwiftUI
import YuiCore

/// Keys of an amount; what is typed so far, the core knows.
struct Keypad: View {
    /// What the last key is called.
    let erase: YuiCore.Text
    let onType: @MainActor (String) -> Void
    let onErase: @MainActor () -> Void

    var body: some View {
        Grid(horizontalSpacing: 8, verticalSpacing: 8) {
            ForEach(["123", "456", "789"], id: \.self) { row in
                GridRow {
                    ForEach(row.map { String($0) }, id: \.self) { key($0) }
                }
            }
            GridRow {
                key("00")
                key("0")
                Pressable(border: \.fieldLine, wide: true, onPress: onErase) {
                    MarkPicture(.erase, \.ink).frame(minHeight: height)
                }
                .accessibilityLabel(spoken(erase))
            }
        }
    }

    /// With the area around it, 56.
    private let height: CGFloat = 40

    private func key(_ digits: String) -> some View {
        Pressable(border: \.fieldLine, wide: true) {
            onType(digits)
        } content: {
            Words(verbatim: digits, .title).frame(minHeight: height)
        }
    }
}
