// What is typed for a card is shown to nobody: not where a record is printed, and not where a debugger looks into it.

extension RegisterDraft: CustomReflectable {
    /// No members: its text is that of the core, without the password.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
