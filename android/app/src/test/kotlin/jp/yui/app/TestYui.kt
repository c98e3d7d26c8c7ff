/* The app's process in a test: all of it as it is, but for the town, the chips of cards, and Android's key store. */

package jp.yui.app

import android.Manifest
import android.content.pm.PackageManager
import android.nfc.NfcAdapter
import android.nfc.Tag
import android.os.Bundle
import jp.yui.app.card.Chip
import jp.yui.core.AppConfig
import jp.yui.ui.Feeling
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.job
import kotlinx.coroutines.runBlocking
import org.robolectric.Shadows.shadowOf
import java.util.concurrent.CopyOnWriteArrayList

class TestYui : Yui() {
    /** What the core is opened with; until it is there, the core is being opened. */
    val given = CompletableDeferred<AppConfig>()

    /** What is held to the phone next. */
    @Volatile var held: Chip? = null

    /** What was heard; Robolectric has no loudspeaker. */
    val heard = CopyOnWriteArrayList<Feeling>()

    override fun onCreate() {
        FakeKeyStore.install()
        shadowOf(packageManager).setSystemFeature(PackageManager.FEATURE_NFC, true)
        reader.setEnabled(true)
        // What every system grants to who asks for it in the manifest, Robolectric does not.
        shadowOf(this).grantPermissions(Manifest.permission.HIDE_OVERLAY_WINDOWS)
        super.onCreate()
    }

    /** Android's reader, as Robolectric has it. */
    val reader get() = shadowOf(NfcAdapter.getDefaultAdapter(this))

    /** A card is held to the phone, whose reader is on. */
    fun hold(chip: Chip) {
        held = chip
        reader.dispatchTagDiscovered(Tag.createMockTag(byteArrayOf(1), intArrayOf(ISO_DEP), arrayOf(Bundle()), 0L))
    }

    override fun chip(tag: Tag): Chip? = held

    override suspend fun sound(feeling: Feeling) {
        heard += feeling
    }

    override suspend fun config(): AppConfig = given.await()

    override fun onTerminate() {
        runBlocking { scope.coroutineContext.job.cancelAndJoin() }
        (opening.value as? Opening.Open)?.app?.close()
        super.onTerminate()
    }

    private companion object {
        /** Android's number of the technology. */
        const val ISO_DEP = 3
    }
}
