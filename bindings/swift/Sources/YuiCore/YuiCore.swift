// What an app imports: everything that the core exports, and the streams and short ways beside it.

@_exported import YuiGenerated
