/* A chip whose card the test server plays. */

package jp.yui.app

import android.nfc.TagLostException
import jp.yui.app.card.Chip
import jp.yui.core.CardTransport

/** Leaves after [staysFor] commands, before each of which is [before], which is told how manieth it is. */
class TestChip(
    private val card: CardTransport,
    private val staysFor: Int = Int.MAX_VALUE,
    private val before: (Int) -> Unit = {},
) : Chip {
    /** How many commands came. */
    var commands = 0
        private set

    /** How long it has for an answer, once it is connected. */
    var timeoutMs: Int? = null
        private set

    override val isConnected get() = timeoutMs != null && commands < staysFor

    override val maxLength = 261

    override fun connect(timeoutMs: Int) {
        check(this.timeoutMs == null) { "connected twice" }
        this.timeoutMs = timeoutMs
    }

    override fun transceive(command: ByteArray): ByteArray {
        before(++commands)
        if (commands > staysFor) throw TagLostException()
        return card.transceive(command)
    }
}
