/* What every caller asks of an error, without naming its one kind. */

package jp.yui.core

/** The stable code of why a call failed, the same as on the wire. What a person reads of it is [YuiApp.explain]. */
public val AppException.code: ErrorCode get() = failure.code

/** How many tries the card's PIN or password has left, where the card said so. */
public val AppException.triesLeft: UInt? get() = failure.triesLeft

/** The proof that is needed, with `step_up_required`. */
public val AppException.required: Assurance? get() = failure.required

/** The request's id, for the telephone. */
public val AppException.instance: String? get() = failure.instance

/** The server's time in Unix milliseconds, where it matters. */
public val AppException.serverTime: Millis? get() = failure.serverTime

/** The HTTP status it came with; 0 for what the phone found by itself. */
public val AppException.status: UInt get() = failure.status

/** How many seconds the server asks to be left alone; none when it did not. */
public val AppException.retryAfter: UInt? get() = failure.retryAfter

/** The code as it stands on the wire and in docs/error-codes.md, such as `offline`. */
public val ErrorCode.text: String get() = errorCodeText(this)

private val AppException.failure: AppException.Failed
    get() =
        when (this) {
            is AppException.Failed -> this
        }
