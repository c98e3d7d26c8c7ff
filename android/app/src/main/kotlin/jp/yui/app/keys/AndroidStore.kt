/* Small secrets, sealed by a key that never leaves Android's key store. */

package jp.yui.app.keys

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import jp.yui.core.PlatformException
import jp.yui.core.SecureStore
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** AES-256-GCM; what is sealed is the nonce, then ciphertext and tag. The name is authenticated with it. */
class AndroidStore : SecureStore {
    private val store by lazy { keyStore() }

    @Synchronized
    override fun seal(name: String, plain: ByteArray): ByteArray {
        val key = store.getKey(ALIAS, null) as? SecretKey ?: makeKey()
        // The key store draws the nonce itself, and takes none from outside.
        val cipher = cipher().apply { init(Cipher.ENCRYPT_MODE, key) }
        cipher.updateAAD(name.toByteArray())
        return cipher.iv + cipher.doFinal(plain)
    }

    override fun unseal(name: String, sealed: ByteArray): ByteArray {
        val key = store.getKey(ALIAS, null) as? SecretKey ?: throw PlatformException.SealedElsewhere()
        if (sealed.size < NONCE) throw PlatformException.SealedElsewhere()
        val cipher = cipher().apply { init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, sealed, 0, NONCE)) }
        cipher.updateAAD(name.toByteArray())
        return try {
            cipher.doFinal(sealed, NONCE, sealed.size - NONCE)
        } catch (_: AEADBadTagException) {
            throw PlatformException.SealedElsewhere()
        }
    }

    private fun makeKey(): SecretKey = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, KEY_STORE).run {
        init(
            KeyGenParameterSpec.Builder(ALIAS, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
                .setKeySize(256)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .build(),
        )
        generateKey()
    }

    private fun cipher() = Cipher.getInstance("AES/GCM/NoPadding")

    private companion object {
        const val ALIAS = "store"

        /** Bytes. */
        const val NONCE = 12
        const val TAG_BITS = 128
    }
}
