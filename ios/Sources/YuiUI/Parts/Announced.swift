// What is said aloud to whoever does not see the screen, when it comes and when it changes.

import SwiftUI

#if canImport(Accessibility)
    import Accessibility
#endif

extension View {
    /// Says `words` when they change; when they first come, too, unless `first` is false.
    func announced(_ words: String, first: Bool = true) -> some View {
        onChange(of: words, initial: first) { _, said in
            if !said.isEmpty { AccessibilityNotification.Announcement(said).post() }
        }
    }
}
