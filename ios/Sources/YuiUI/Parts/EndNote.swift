// How something ended that moves money: a mark, a colour and words, large enough to be seen across a counter.

import SwiftUI
import YuiCore

/// See the file. `title` is said aloud when it comes; `more` stands below it.
struct EndNote: View {
    let end: Ended
    let title: YuiCore.Text
    let amount: YuiCore.Text?
    let more: [YuiCore.Text]

    var body: some View {
        VStack(spacing: 8) {
            MarkPicture(mark, colour, size: 72)
            Words(title, .title).accessibilityAddTraits(.isHeader)
            if let amount { Words(amount, .amount) }
            ForEach(more, id: \.self) { Words($0) }
        }
        .multilineTextAlignment(.center)
        .padding(24)
        .frame(maxWidth: .infinity)
        .area(ground, border: colour, corner: Corner.wide)
        .announced(title.plain)
    }

    private var mark: Mark {
        switch end {
        case .done: .done
        case .checking: .wait
        case .refused: .wrong
        }
    }

    private var colour: Role {
        switch end {
        case .done: \.good
        case .checking: \.care
        case .refused: \.danger
        }
    }

    private var ground: Role {
        switch end {
        case .done: \.goodGround
        case .checking: \.careGround
        case .refused: \.dangerGround
        }
    }
}
