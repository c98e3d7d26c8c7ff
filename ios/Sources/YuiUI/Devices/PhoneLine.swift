// One of her phones in a list: what it is called, since when, and how it stands.

import SwiftUI
import YuiCore

struct PhoneLine: View {
    private let phone: DeviceView
    private let label: YuiCore.Text?
    private let onPress: (@MainActor () -> Void)?

    /// `label` says that it is the one in her hand; without `onPress` it only says something.
    init(_ phone: DeviceView, label: YuiCore.Text? = nil, onPress: (@MainActor () -> Void)? = nil) {
        self.phone = phone
        self.label = label
        self.onPress = onPress
    }

    var body: some View {
        if let onPress {
            Pressable(wide: true, onPress: onPress) { line }
        } else {
            line.padding(.horizontal, 12).padding(.vertical, 8).accessibilityElement(children: .combine)
        }
        Hairline()
    }

    private var line: some View {
        HStack(spacing: 12) {
            MarkPicture(.phone, phone.revoked ? \.quiet : \.primary)
            VStack(alignment: .leading, spacing: 0) {
                Words(verbatim: phone.name, .strong)
                if let label { Words(label, .body, \.primary) }
                Words(phone.addedText, .small, \.quiet)
                Words(phone.stateText, .small, \.quiet)
            }
            Spacer()
            if onPress != nil { MarkPicture(.next, \.quiet) }
        }
    }
}
