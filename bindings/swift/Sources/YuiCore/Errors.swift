// What every caller asks of an error, without naming all that it carries.

extension AppError {
    /// The stable code of why a call failed, the same as on the wire. What a person reads of it is `YuiApp.explain`.
    public var code: ErrorCode {
        switch self {
        case .Failed(let code, _, _, _, _, _, _): code
        }
    }

    /// How many tries the card's PIN or password has left, where the card said so.
    public var triesLeft: UInt32? {
        switch self {
        case .Failed(_, let triesLeft, _, _, _, _, _): triesLeft
        }
    }

    /// The HTTP status it came with; 0 for what the phone found by itself.
    public var status: UInt32 {
        switch self {
        case .Failed(_, _, _, _, _, let status, _): status
        }
    }
}

extension ErrorCode {
    /// The code as it stands on the wire and in docs/error-codes.md, such as `offline`.
    public var text: String { errorCodeText(code: self) }
}
