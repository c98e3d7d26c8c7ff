/* A card's chip as Android has it, behind a face small enough that a test can have one, and as the core wants it. */

package jp.yui.app.card

import android.nfc.tech.IsoDep
import jp.yui.core.CardTransport
import jp.yui.core.PlatformException
import java.io.IOException

/** The chip of a card that is held to the phone (ISO/IEC 14443-4). Every call waits for the chip. */
interface Chip {
    /** Whether [connect] was called and the chip has not left since. */
    val isConnected: Boolean

    /** The longest command in bytes that phone and chip take. */
    val maxLength: Int

    /** Makes the chip ready, which then has [timeoutMs] for each answer. Throws [IOException]. */
    fun connect(timeoutMs: Int)

    /** Sends a command, answers the response. Throws [IOException], [android.nfc.TagLostException] when it left. */
    fun transceive(command: ByteArray): ByteArray
}

/** Android's. */
class IsoDepChip(private val isoDep: IsoDep) : Chip {
    override val isConnected get() = isoDep.isConnected

    override val maxLength get() = isoDep.maxTransceiveLength

    override fun connect(timeoutMs: Int) {
        isoDep.connect()
        isoDep.timeout = timeoutMs
    }

    override fun transceive(command: ByteArray): ByteArray = isoDep.transceive(command)
}

/** What the core speaks to while [chip] is held. A card that left does not come back as the same one. */
class ChipTransport(private val chip: Chip) : CardTransport {
    private var begun = false

    @Synchronized
    override fun transceive(apdu: ByteArray): ByteArray = try {
        if (!begun) {
            chip.connect(TIMEOUT_MS)
            begun = true
        }
        if (!chip.isConnected) throw PlatformException.CardLost()
        if (apdu.size > chip.maxLength) throw PlatformException.Failed()
        chip.transceive(apdu)
    } catch (_: IOException) {
        throw PlatformException.CardLost()
    } catch (_: SecurityException) {
        // Android's word for a tag that was there before the one that is there now.
        throw PlatformException.CardLost()
    }

    private companion object {
        /** A signature of RSA 2048 takes a card about a second; one that is silent for longer has left. */
        const val TIMEOUT_MS = 5_000
    }
}
