/* Whether cards can be read, as the person switches the phone's reader. */

package jp.yui.app.card

import android.content.Intent
import android.nfc.NfcAdapter
import androidx.activity.ComponentActivity
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.app.TestYui
import jp.yui.core.ReaderState
import kotlinx.coroutines.flow.launchIn
import kotlinx.coroutines.flow.onEach
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.runCurrent
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.shadows.ShadowLooper
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class CardReaderTest {
    private val yui = ApplicationProvider.getApplicationContext<TestYui>()
    private val activity = Robolectric.buildActivity(ComponentActivity::class.java).setup().get()
    private val scope = TestScope()

    private fun switch(on: Boolean) {
        yui.reader.setEnabled(on)
        yui.sendBroadcast(Intent(NfcAdapter.ACTION_ADAPTER_STATE_CHANGED))
        ShadowLooper.idleMainLooper()
        scope.runCurrent()
    }

    @Test
    fun `the reader's state follows its switch, and reader mode is on while cards are wanted and can be read`() {
        val reader = CardReader(activity) { null }
        val seen = mutableListOf<ReaderState>()
        reader.states.onEach { seen += it }.launchIn(scope)
        val wanted = reader.cards.launchIn(scope)
        scope.runCurrent()
        assertTrue(yui.reader.isInReaderMode)
        switch(on = false)
        assertFalse(yui.reader.isInReaderMode)
        switch(on = true)
        assertTrue(yui.reader.isInReaderMode)
        assertEquals(listOf(ReaderState.WAITING, ReaderState.OFF, ReaderState.WAITING), seen)
        wanted.cancel()
        scope.runCurrent()
        assertFalse(yui.reader.isInReaderMode)
    }

    @Test
    fun `a phone without a reader says so`() {
        val seen = mutableListOf<ReaderState>()
        val reader = CardReader(activity, adapter = null) { null }
        reader.states.onEach { seen += it }.launchIn(scope)
        reader.cards.launchIn(scope)
        scope.runCurrent()
        assertEquals(listOf(ReaderState.ABSENT), seen)
    }
}
