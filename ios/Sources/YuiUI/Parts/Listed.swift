// What is asked of a list that is searched, and read page by page.

/// See the file.
struct Listed: Hashable, Sendable {
    /// What is searched for; the list begins anew with it.
    var search = "" { didSet { if search != oldValue { pages = 1 } } }
    /// How much of the list is shown.
    var pages: UInt32 = 1
    /// How often it was asked for again.
    var tries = 0
}
