// A hand that trembles presses twice; the second press finds the next screen there already, and is none.

import SwiftUI

/// For how long a page takes no press after it came.
@MainActor final class Tremor {
    private var end = ContinuousClock.now

    /// A page came, or its next step.
    func begins(for time: Duration) { end = .now + time }

    /// Whether that is long enough ago.
    var isOver: Bool { ContinuousClock.now >= end }
}

private struct TremorKey: EnvironmentKey {
    static let defaultValue: Tremor? = nil
}

private struct TremorTimeKey: EnvironmentKey {
    static let defaultValue = Duration.milliseconds(500)
}

extension EnvironmentValues {
    /// That of the page around; none where there is no page.
    var tremor: Tremor? {
        get { self[TremorKey.self] }
        set { self[TremorKey.self] = newValue }
    }

    /// How soon after another a press is the same one.
    var tremorTime: Duration {
        get { self[TremorTimeKey.self] }
        set { self[TremorTimeKey.self] = newValue }
    }
}
