/* A screen comes by and by, and at once for who wants no motion. */

package jp.yui.ui

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import androidx.compose.ui.graphics.toPixelMap
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onRoot
import jp.yui.core.Screen
import org.junit.Rule
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class StayingTest {
    @get:Rule
    val rule = createComposeRule()

    private val phone = TestPhone()
    private val places = Places()

    /** A black screen after a white one. */
    private fun goes() {
        rule.setContent {
            CompositionLocalProvider(LocalPhone provides phone) {
                Box(Modifier.fillMaxSize().background(Color.White)) {
                    Staying(places) { place ->
                        val ground = if (place.screen == Screen.HOME) Color.White else Color.Black
                        Box(Modifier.fillMaxSize().background(ground))
                    }
                }
            }
        }
        rule.waitForIdle()
        rule.mainClock.autoAdvance = false
        rule.runOnUiThread { places.go(Screen.SETTINGS) }
    }

    private fun lightAfter(millis: Long): Float {
        rule.mainClock.advanceTimeBy(millis)
        return rule.onRoot().captureToImage().toPixelMap()[1, 1].luminance()
    }

    @Test
    fun `a screen comes by and by`() {
        goes()
        val coming = listOf(lightAfter(50), lightAfter(50))
        assertTrue(coming.all { it in 0.01f..0.99f } && coming[0] > coming[1], "$coming")
        assertEquals(0f, lightAfter(300))
    }

    @Test
    fun `for who wants no motion it is there at once`() {
        phone.reducesMotion = true
        goes()
        assertEquals(0f, lightAfter(50))
    }
}
