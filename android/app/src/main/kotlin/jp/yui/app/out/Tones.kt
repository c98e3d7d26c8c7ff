/* What the ear and the hand notice: rising when it is paid, low and twice when it is refused. */

package jp.yui.app.out

import android.media.AudioAttributes
import android.media.AudioFormat
import android.media.AudioTrack
import android.view.HapticFeedbackConstants
import jp.yui.ui.Feeling
import kotlinx.coroutines.delay
import kotlin.math.PI
import kotlin.math.min
import kotlin.math.sin

/** What Android calls the feeling; whether and how strongly it is felt, the person's settings say. */
internal val Feeling.haptic: Int
    get() = when (this) {
        Feeling.DONE -> HapticFeedbackConstants.CONFIRM
        Feeling.REFUSED -> HapticFeedbackConstants.REJECT
    }

/** Sounds as loud as the phone's own signs, so that a silent phone is silent. */
internal object Tones {
    /** Samples a second. */
    private const val RATE = 22_050
    private const val TONE_MS = 140
    private const val EDGE_MS = 12
    private const val LOUDNESS = 0.5

    /** Plays it, and is back when it is over. */
    suspend fun play(feeling: Feeling) {
        val samples = samples(feeling)
        val track = AudioTrack.Builder()
            .setAudioAttributes(
                AudioAttributes.Builder()
                    .setUsage(AudioAttributes.USAGE_ASSISTANCE_SONIFICATION)
                    .setContentType(AudioAttributes.CONTENT_TYPE_SONIFICATION)
                    .build(),
            )
            .setAudioFormat(
                AudioFormat.Builder()
                    .setEncoding(AudioFormat.ENCODING_PCM_16BIT)
                    .setSampleRate(RATE)
                    .setChannelMask(AudioFormat.CHANNEL_OUT_MONO)
                    .build(),
            )
            .setBufferSizeInBytes(samples.size * Short.SIZE_BYTES)
            .setTransferMode(AudioTrack.MODE_STATIC)
            .build()
        try {
            track.write(samples, 0, samples.size)
            track.play()
            delay(samples.size * 1000L / RATE + TONE_MS)
        } finally {
            track.release()
        }
    }

    /** Two tones, one after the other, each without a click at its ends. */
    fun samples(feeling: Feeling): ShortArray = when (feeling) {
        Feeling.DONE -> tone(1_047) + tone(1_568)
        Feeling.REFUSED -> tone(262) + tone(262)
    }

    private fun tone(hertz: Int): ShortArray {
        val (length, edge) = RATE * TONE_MS / 1000 to RATE * EDGE_MS / 1000
        return ShortArray(length) { at ->
            val fade = min(1.0, min(at, length - 1 - at).toDouble() / edge)
            (sin(2 * PI * hertz * at / RATE) * fade * LOUDNESS * Short.MAX_VALUE).toInt().toShort()
        }
    }
}
