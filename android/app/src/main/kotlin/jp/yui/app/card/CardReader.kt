/* The phone's reader: whether it can be used, and the cards that are held to it. */

package jp.yui.app.card

import android.app.Activity
import android.content.BroadcastReceiver
import android.content.Context
import android.content.Intent
import android.content.IntentFilter
import android.nfc.NfcAdapter
import android.nfc.Tag
import android.os.Bundle
import jp.yui.core.CardTransport
import jp.yui.core.ReaderState
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.conflate
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.emptyFlow
import kotlinx.coroutines.flow.flatMapLatest
import kotlinx.coroutines.flow.flowOf

/** The reader, for as long as [activity] is in front; [chip] is what of a tag speaks as a card does, if anything. */
class CardReader(
    private val activity: Activity,
    private val adapter: NfcAdapter? = NfcAdapter.getDefaultAdapter(activity),
    private val chip: (Tag) -> Chip?,
) {
    /** [ReaderState.ABSENT], [ReaderState.OFF] or [ReaderState.WAITING], and again when the person switches it. */
    val states: Flow<ReaderState> = if (adapter == null) flowOf(ReaderState.ABSENT) else switched(adapter)

    /** Each card that comes. Collecting switches the reader on; who is busy with one gets the newest after it. */
    @OptIn(ExperimentalCoroutinesApi::class)
    val cards: Flow<CardTransport> =
        states.flatMapLatest { state ->
            if (adapter == null || state != ReaderState.WAITING) emptyFlow() else chips(adapter)
        }

    private fun switched(adapter: NfcAdapter): Flow<ReaderState> = callbackFlow {
        val state = { if (adapter.isEnabled) ReaderState.WAITING else ReaderState.OFF }
        val ear = object : BroadcastReceiver() {
            override fun onReceive(context: Context, intent: Intent) {
                trySend(state())
            }
        }
        activity.registerReceiver(ear, IntentFilter(NfcAdapter.ACTION_ADAPTER_STATE_CHANGED))
        trySend(state())
        awaitClose { activity.unregisterReceiver(ear) }
    }.conflate().distinctUntilChanged()

    private fun chips(adapter: NfcAdapter): Flow<CardTransport> = callbackFlow {
        val taken = NfcAdapter.ReaderCallback { tag -> chip(tag)?.let { trySend(ChipTransport(it)) } }
        val options = Bundle().apply { putInt(NfcAdapter.EXTRA_READER_PRESENCE_CHECK_DELAY, PRESENCE_MS) }
        adapter.enableReaderMode(activity, taken, KINDS, options)
        awaitClose { if (!activity.isDestroyed) adapter.disableReaderMode(activity) }
    }.buffer(Channel.CONFLATED)

    private companion object {
        /** A My Number card is of type B. Nothing on it is for the system to look at, and the app makes its own sounds. */
        const val KINDS = NfcAdapter.FLAG_READER_NFC_B or
            NfcAdapter.FLAG_READER_NFC_A or
            NfcAdapter.FLAG_READER_SKIP_NDEF_CHECK or
            NfcAdapter.FLAG_READER_NO_PLATFORM_SOUNDS

        /** Asked more often whether it is still there, a card that is signing is interrupted. */
        const val PRESENCE_MS = 1_000
    }
}
