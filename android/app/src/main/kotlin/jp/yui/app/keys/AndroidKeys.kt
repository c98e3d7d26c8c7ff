/* Keys of P-256 in Android's key store, in a chip of their own (StrongBox) where the phone has one. */

package jp.yui.app.keys

import android.app.KeyguardManager
import android.content.Context
import android.content.pm.PackageManager
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import jp.yui.app.service
import jp.yui.core.DeviceKeys
import jp.yui.core.KeyName
import jp.yui.core.PlatformException
import java.math.BigInteger
import java.security.KeyPairGenerator
import java.security.KeyStore
import java.security.PrivateKey
import java.security.ProviderException
import java.security.PublicKey
import java.security.Signature
import java.security.interfaces.ECPublicKey
import java.security.spec.ECGenParameterSpec

/** Shows the system's window for a signature that the person has to allow. */
fun interface Confirming {
    /**
     * Waits for her; answers [signature], which may now sign once. [prompt] is what the window says. Throws
     * [PlatformException.Cancelled], [PlatformException.UserNotVerified] or [PlatformException.NoScreenLock].
     */
    fun confirm(signature: Signature, prompt: String): Signature
}

/** The key store. A key is known there by an alias, and is attested for it, so that none passes for another. */
class AndroidKeys(private val context: Context, private val confirming: Confirming) : DeviceKeys {
    private val store by lazy { keyStore() }

    override fun make(key: KeyName): ByteArray {
        if (key == KeyName.DEVICE_UV && !context.service<KeyguardManager>().isDeviceSecure) {
            throw PlatformException.NoScreenLock()
        }
        var refusal: ProviderException? = null
        for (spec in specs(key)) {
            try {
                val maker = KeyPairGenerator.getInstance(KeyProperties.KEY_ALGORITHM_EC, KEY_STORE)
                return maker.apply { initialize(spec) }.generateKeyPair().public.point()
            } catch (refused: ProviderException) {
                refusal = refused
            }
        }
        throw checkNotNull(refusal) { "there is at least one way to make a key" }
    }

    override fun publicKey(key: KeyName): ByteArray? = store.getCertificate(key.alias)?.publicKey?.point()

    override fun sign(key: KeyName, data: ByteArray, prompt: String): ByteArray {
        val secret = store.getKey(key.alias, null) as? PrivateKey ?: throw PlatformException.KeyAbsent()
        val begun = Signature.getInstance("SHA256withECDSA")
        try {
            begun.initSign(secret)
        } catch (_: KeyPermanentlyInvalidatedException) {
            // She took the screen lock away, and with it the key.
            throw PlatformException.KeyAbsent()
        }
        val signature = if (key == KeyName.DEVICE_UV) confirming.confirm(begun, prompt) else begun
        return signature.run {
            update(data)
            sign()
        }
    }

    /**
     * The certificates of the key, its own first, as DER one after the other; empty where the phone attests nothing.
     * Android writes the challenge into them when the key is made, which is before the server's [challenge] is there:
     * it is the alias.
     */
    override fun attest(key: KeyName, challenge: ByteArray): ByteArray {
        val chain = store.getCertificateChain(key.alias) ?: throw PlatformException.KeyAbsent()
        if (chain.size < 2) return ByteArray(0) // signed by itself, which attests nothing
        return chain.fold(ByteArray(0)) { all, certificate -> all + certificate.encoded }
    }

    override fun remove(key: KeyName) = store.deleteEntry(key.alias)

    /** From the best to what every phone has; a StrongBox can be full, and a phone may have no way to be attested. */
    private fun specs(key: KeyName): List<KeyGenParameterSpec> {
        val strong = context.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE)
        return listOfNotNull(
            spec(key, strong = true, attested = true).takeIf { strong },
            spec(key, strong = false, attested = true),
            spec(key, strong = false, attested = false),
        )
    }

    private fun spec(key: KeyName, strong: Boolean, attested: Boolean): KeyGenParameterSpec =
        KeyGenParameterSpec.Builder(key.alias, KeyProperties.PURPOSE_SIGN).run {
            setAlgorithmParameterSpec(ECGenParameterSpec("secp256r1"))
            setDigests(KeyProperties.DIGEST_SHA256)
            setIsStrongBoxBacked(strong)
            if (attested) setAttestationChallenge(key.alias.toByteArray())
            if (key == KeyName.DEVICE_UV) {
                setUserAuthenticationRequired(true)
                setUserAuthenticationParameters(
                    EACH_TIME,
                    KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL,
                )
                // Another finger is still hers: whoever adds one has her screen lock.
                setInvalidatedByBiometricEnrollment(false)
            }
            build()
        }

    private companion object {
        /** Seconds for which one confirmation serves: none but the one signature. */
        const val EACH_TIME = 0
    }
}

/** Android's key store, where keys cannot be taken out of. */
internal const val KEY_STORE = "AndroidKeyStore"

internal fun keyStore(): KeyStore = KeyStore.getInstance(KEY_STORE).apply { load(null) }

private val KeyName.alias
    get() = when (this) {
        KeyName.DEVICE -> "device"
        KeyName.DEVICE_UV -> "device_uv"
        KeyName.SHOP -> "shop"
    }

/** `04 ‖ x ‖ y`. */
private fun PublicKey.point(): ByteArray =
    (this as ECPublicKey).w.let { byteArrayOf(4) + it.affineX.in32Bytes() + it.affineY.in32Bytes() }

private fun BigInteger.in32Bytes(): ByteArray {
    val bytes = toByteArray().takeLast(32).toByteArray()
    return ByteArray(32 - bytes.size) + bytes
}
