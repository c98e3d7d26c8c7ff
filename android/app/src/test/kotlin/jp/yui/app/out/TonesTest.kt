/* Paid and refused differ to the hand and to the ear. */

package jp.yui.app.out

import jp.yui.ui.Feeling
import org.junit.Test
import kotlin.math.abs
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue

class TonesTest {
    /** How often the sound goes through zero in one of its tones. */
    private fun crossings(samples: List<Short>) = samples.zipWithNext().count { (a, b) -> (a < 0) != (b < 0) }

    @Test
    fun `paid rises, refused stays low`() {
        val (first, second) = Tones.samples(Feeling.DONE).toList().let { it.chunked(it.size / 2) }
        assertTrue(crossings(second) > crossings(first) * 5 / 4, "it does not rise")
        val (low, again) = Tones.samples(Feeling.REFUSED).toList().let { it.chunked(it.size / 2) }
        assertTrue(crossings(low) < crossings(first) / 3, "it is not low")
        assertTrue(low == again, "it is not one tone twice")
        assertNotEquals(Feeling.DONE.haptic, Feeling.REFUSED.haptic)
    }

    @Test
    fun `a sound is heard, never overdriven, and begins and ends without a click`() {
        for (feeling in Feeling.entries) {
            val samples = Tones.samples(feeling)
            val loudest = samples.maxOf { abs(it.toInt()) }
            assertTrue(loudest in 8_000..20_000, "$feeling: $loudest")
            assertTrue(abs(samples.first().toInt()) < 200 && abs(samples.last().toInt()) < 200, "$feeling clicks")
        }
    }
}
