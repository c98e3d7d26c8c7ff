/* A card at Android's reader registers its holder, also when it was taken away in the middle. */

package jp.yui.app

import android.app.KeyguardManager
import androidx.compose.ui.test.junit4.v2.createAndroidComposeRule
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class RegisterTest {
    @get:Rule(order = 0)
    val town = Town()

    @get:Rule(order = 1)
    val rule = createAndroidComposeRule<MainActivity>()

    private val hand = Hand(rule)

    private fun untilTheCardIsWanted() {
        town.open()
        hand.tap("登録する")
        hand.tap("登録を始める")
        assertFalse(town.yui.reader.isInReaderMode, "on before a card is wanted")
        hand.tap("次へ進む")
        hand.type(PASSWORD)
        hand.tap("次へ進む")
        hand.see("裏にあててください")
        rule.waitUntil(PATIENCE_MS) { town.yui.reader.isInReaderMode }
    }

    @Test
    fun `the reader is on while a card is wanted, and the card that comes registers its holder`() {
        untilTheCardIsWanted()
        town.yui.hold(TestChip(town.card()))
        hand.see("登録できました")
        rule.waitUntil(PATIENCE_MS) { !town.yui.reader.isInReaderMode }
        assertFalse(town.yui.service<KeyguardManager>().isDeviceSecure)
        assertEquals(
            listOf("store", "device"),
            FakeKeyStore.asked.map {
                it.keystoreAlias
            },
            "no screen lock, no such key",
        )
    }

    @Test
    fun `a card that is taken away in the middle is told of, and held again it registers`() {
        untilTheCardIsWanted()
        val first = TestChip(town.card(), staysFor = 9)
        town.yui.hold(first)
        hand.see("カードが離れました")
        assertTrue(first.commands in 9..10, "${first.commands} commands")
        rule.waitUntil(PATIENCE_MS) { town.yui.reader.isInReaderMode }
        town.yui.hold(TestChip(town.card()))
        hand.see("登録できました")
    }

    private companion object {
        const val PATIENCE_MS = 30_000L
    }
}
