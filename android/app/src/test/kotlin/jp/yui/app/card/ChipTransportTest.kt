/* What becomes of a chip's moods on the way to the core. */

package jp.yui.app.card

import android.nfc.TagLostException
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.app.TestChip
import jp.yui.core.CardTransport
import jp.yui.core.PlatformException
import org.junit.Test
import org.junit.runner.RunWith
import java.io.IOException
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull

@RunWith(AndroidJUnit4::class)
class ChipTransportTest {
    private val echo = object : CardTransport {
        override fun transceive(apdu: ByteArray) = apdu + byteArrayOf(0x90.toByte(), 0)
    }

    private fun refusing(error: Exception) = ChipTransport(
        TestChip(
            object : CardTransport {
                override fun transceive(apdu: ByteArray): ByteArray = throw error
            },
        ),
    )

    @Test
    fun `a chip is made ready once, by the first command, and has five seconds for an answer`() {
        val chip = TestChip(echo)
        val card = ChipTransport(chip)
        assertNull(chip.timeoutMs)
        assertContentEquals(byteArrayOf(1, 0x90.toByte(), 0), card.transceive(byteArrayOf(1)))
        card.transceive(byteArrayOf(2))
        assertEquals(5_000, chip.timeoutMs)
        assertEquals(2, chip.commands)
    }

    @Test
    fun `a chip that left is a card that is lost, and is not asked again`() {
        val chip = TestChip(echo, staysFor = 1)
        val card = ChipTransport(chip)
        card.transceive(byteArrayOf(1))
        repeat(2) { assertFailsWith<PlatformException.CardLost> { card.transceive(byteArrayOf(2)) } }
        assertEquals(1, chip.commands)
    }

    @Test
    fun `silence, a broken line and a tag of before are a card that is lost`() {
        for (error in listOf(TagLostException(), IOException("no answer"), SecurityException("out of date"))) {
            assertFailsWith<PlatformException.CardLost> { refusing(error).transceive(byteArrayOf(1)) }
        }
    }

    @Test
    fun `a command that is longer than the phone can send is not sent`() {
        val chip = TestChip(echo)
        val card = ChipTransport(chip)
        card.transceive(ByteArray(chip.maxLength))
        assertFailsWith<PlatformException.Failed> { card.transceive(ByteArray(chip.maxLength + 1)) }
        assertEquals(1, chip.commands)
    }
}
