/* What every screen asks of an error. */

package jp.yui.core

/** The stable code of why a call failed, the same as on the wire. What a person reads of it is [YuiApp.explain]. */
val AppException.code: ErrorCode
    get() =
        when (this) {
            is AppException.Failed -> code
        }

/** How many tries the card's PIN or password has left, where the card said so. */
val AppException.triesLeft: UInt?
    get() =
        when (this) {
            is AppException.Failed -> triesLeft
        }

/** The code as it stands on the wire and in docs/error-codes.md, such as `offline`. */
val ErrorCode.text: String
    get() = errorCodeText(this)
