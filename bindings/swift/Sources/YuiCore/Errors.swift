// What every caller asks of an error, without naming all that it carries.

extension AppError {
    /// The stable code of why a call failed, the same as on the wire. What a person reads of it is `YuiApp.explain`.
    public var code: ErrorCode { failure.code }

    /// How many tries the card's PIN or password has left, where the card said so.
    public var triesLeft: UInt32? { failure.triesLeft }

    /// The proof that is needed, with `step_up_required`.
    public var required: Assurance? { failure.required }

    /// The request's id, for the telephone.
    public var instance: String? { failure.instance }

    /// The server's time in Unix milliseconds, where it matters.
    public var serverTime: Millis? { failure.serverTime }

    /// The HTTP status it came with; 0 for what the phone found by itself.
    public var status: UInt32 { failure.status }

    /// How many seconds the server asks to be left alone; none when it did not.
    public var retryAfter: UInt32? { failure.retryAfter }

    private typealias Failure = (
        code: ErrorCode, triesLeft: UInt32?, required: Assurance?, instance: String?, serverTime: Millis?,
        status: UInt32, retryAfter: UInt32?
    )

    private var failure: Failure {
        switch self {
        case .Failed(let code, let triesLeft, let required, let instance, let serverTime, let status, let retryAfter):
            (code, triesLeft, required, instance, serverTime, status, retryAfter)
        }
    }
}

extension ErrorCode {
    /// The code as it stands on the wire and in docs/error-codes.md, such as `offline`.
    public var text: String { errorCodeText(code: self) }
}
