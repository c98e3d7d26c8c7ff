// How something ended that moves money: a mark, a colour and words, large enough to be seen across a counter. What a shop is
// shown has a pattern that moves, so that no picture of it passes for it.

import SwiftUI
import YuiCore

/// See the file. Its page says `title` aloud; `more` stands below it.
struct EndNote: View {
    let how: Outcome
    let title: YuiCore.Text
    let amount: YuiCore.Text?
    let more: [YuiCore.Text]
    /// Whether it moves.
    var isLive = false

    @Environment(\.look) private var look

    var body: some View {
        VStack(spacing: 8) {
            MarkPicture(how.mark, how.colour, size: 72)
            Words(title, .title).accessibilityAddTraits(.isHeader)
            if let amount { Words(amount, .amount) }
            Paragraphs(more)
        }
        .multilineTextAlignment(.center)
        .padding(24)
        .frame(maxWidth: .infinity)
        .background { if isLive { Stripes(colour: look.colours[keyPath: how.colour]) } }
        .area(how.ground, border: how.colour, corner: Corner.wide)
        .clipShape(RoundedRectangle(cornerRadius: Corner.wide))
    }
}

/// How it ended.
enum Outcome {
    /// Well.
    case done
    /// Nobody knows yet.
    case checking
    /// Not at all.
    case refused
    /// Well, and some or all of it was given back since.
    case given

    init(_ end: Ended) {
        self =
            switch end {
            case .done: .done
            case .checking: .checking
            case .refused: .refused
            }
    }

    init(_ state: PaidState) {
        self =
            switch state {
            case .paid: .done
            case .checking: .checking
            case .refused: .refused
            case .partlyRefunded, .refunded: .given
            }
    }

    fileprivate var mark: Mark {
        switch self {
        case .done: .done
        case .checking: .wait
        case .refused: .wrong
        case .given: .given
        }
    }

    fileprivate var colour: Role {
        switch self {
        case .done: \.good
        case .checking: \.care
        case .refused: \.danger
        case .given: \.quiet
        }
    }

    fileprivate var ground: Role {
        switch self {
        case .done: \.goodGround
        case .checking: \.careGround
        case .refused: \.dangerGround
        case .given: \.ground
        }
    }
}
