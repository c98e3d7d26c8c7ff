/* A card that the test server serves over TCP, held at this phone: 2-byte big-endian length before every message. */

package jp.yui.core.support

import jp.yui.core.CardListener
import jp.yui.core.CardStep
import jp.yui.core.CardTransport
import jp.yui.core.PlatformException
import java.io.DataInputStream
import java.io.DataOutputStream
import java.io.IOException
import java.net.Socket

/** The card at an address such as `127.0.0.1:40001`. */
class HeldCard(address: String) :
    CardTransport,
    AutoCloseable {
    private val socket = Socket(address.substringBeforeLast(':'), address.substringAfterLast(':').toInt())
    private val commands = DataOutputStream(socket.getOutputStream().buffered())
    private val answers = DataInputStream(socket.getInputStream().buffered())

    @Synchronized
    override fun transceive(apdu: ByteArray): ByteArray = try {
        commands.writeShort(apdu.size)
        commands.write(apdu)
        commands.flush()
        ByteArray(answers.readUnsignedShort()).also(answers::readFully)
    } catch (_: IOException) {
        throw crossed(PlatformException.CardLost())
    }

    override fun close() = socket.close()
}

/** Follows a card, and notes that its steps crossed. */
object NotedSteps : CardListener {
    override fun step(step: CardStep) {
        crossed(step)
    }
}
