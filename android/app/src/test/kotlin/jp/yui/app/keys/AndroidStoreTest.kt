/* What is sealed is opened under the same name on the same phone, and nowhere else. */

package jp.yui.app.keys

import android.security.keystore.KeyProperties
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.app.FakeKeyStore
import jp.yui.core.PlatformException
import org.junit.Test
import org.junit.runner.RunWith
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotEquals

@RunWith(AndroidJUnit4::class)
class AndroidStoreTest {
    private val store = AndroidStore()

    @Test
    fun `what is sealed is opened by its name, and never looks the same twice`() {
        val sealed = store.seal("one", byteArrayOf(1, 2, 3))
        assertContentEquals(byteArrayOf(1, 2, 3), store.unseal("one", sealed))
        assertNotEquals(sealed.toList(), store.seal("one", byteArrayOf(1, 2, 3)).toList())
        assertContentEquals(ByteArray(0), store.unseal("none", store.seal("none", ByteArray(0))))
        val spec = FakeKeyStore.asked.single()
        assertEquals(256, spec.keySize)
        assertEquals(listOf(KeyProperties.BLOCK_MODE_GCM), spec.blockModes.toList())
        assertEquals(KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT, spec.purposes)
    }

    @Test
    fun `under another name, altered, cut short or on another phone it stays shut`() {
        val sealed = store.seal("one", byteArrayOf(1, 2, 3))
        val altered = sealed.copyOf().also { it[it.lastIndex] = (it.last() + 1).toByte() }
        assertFailsWith<PlatformException.SealedElsewhere> { store.unseal("two", sealed) }
        assertFailsWith<PlatformException.SealedElsewhere> { store.unseal("one", altered) }
        assertFailsWith<PlatformException.SealedElsewhere> { store.unseal("one", ByteArray(3)) }
        FakeKeyStore.keys.clear()
        assertFailsWith<PlatformException.SealedElsewhere> { store.unseal("one", sealed) }
        store.seal("other", byteArrayOf(9))
        assertFailsWith<PlatformException.SealedElsewhere> { store.unseal("one", sealed) }
    }
}
