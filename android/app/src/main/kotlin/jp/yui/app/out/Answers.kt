/* What a window of the system answers to what was asked, also where our own window was made anew meanwhile. */

package jp.yui.app.out

import android.net.Uri
import kotlinx.coroutines.channels.Channel

/** The answers to questions of one kind. */
class Answers<T> {
    private val come = Channel<T>(Channel.CONFLATED)

    /** An answer came. */
    fun hear(answer: T) {
        come.trySend(answer)
    }

    /** What is answered to [ask]. An earlier answer, for which nobody waited, is none to it. */
    suspend fun to(ask: () -> Unit): T {
        come.tryReceive()
        ask()
        return come.receive()
    }
}

/** What a phone knows of such questions, for longer than one window lives. */
class Asked {
    /** The pictures that she chose. */
    val pictures = Answers<Uri?>()

    /** Whether she lets the app notify her. */
    val notifying = Answers<Boolean>()

    /** When what was pasted last had been copied, in milliseconds since 1970. */
    var pastedOf = NEVER

    private companion object {
        /** No moment at which something is copied. */
        const val NEVER = -1L
    }
}
