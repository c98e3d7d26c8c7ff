/* What Android's key store is asked for, and that its keys sign; whether a device grants it, no test here shows. */

package jp.yui.app.keys

import android.app.KeyguardManager
import android.content.pm.PackageManager
import android.hardware.biometrics.BiometricPrompt
import android.security.keystore.KeyProperties
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.app.FakeKeyStore
import jp.yui.app.TestYui
import jp.yui.app.service
import jp.yui.core.KeyName
import jp.yui.core.PlatformException
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import java.security.KeyFactory
import java.security.Signature
import java.security.interfaces.ECPublicKey
import java.security.spec.ECPoint
import java.security.spec.ECPublicKeySpec
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class AndroidKeysTest {
    private val yui = ApplicationProvider.getApplicationContext<TestYui>()
    private val prompts = mutableListOf<String>()
    private val keys = AndroidKeys(yui) { signature, prompt -> signature.also { prompts += prompt } }

    private fun locked() = shadowOf(yui.service<KeyguardManager>()).setIsDeviceSecure(true)

    private fun hasStrongBox() =
        shadowOf(yui.packageManager).setSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE, true)

    private fun verifies(key: KeyName, data: ByteArray, signature: ByteArray): Boolean {
        val point = checkNotNull(keys.publicKey(key))
        val (x, y) = listOf(1..32, 33..64).map { point.sliceArray(it).toPositive() }
        val parameters = (FakeKeyStore.certificates.values.first().first().publicKey as ECPublicKey).params
        val public = KeyFactory.getInstance("EC").generatePublic(ECPublicKeySpec(ECPoint(x, y), parameters))
        return Signature.getInstance("SHA256withECDSA").run {
            initVerify(public)
            update(data)
            verify(signature)
        }
    }

    private fun ByteArray.toPositive() = java.math.BigInteger(1, this)

    @Test
    fun `a key is made, found, signs without asking, and is removed`() {
        assertNull(keys.publicKey(KeyName.DEVICE))
        val point = keys.make(KeyName.DEVICE)
        assertEquals(65, point.size)
        assertContentEquals(point, keys.publicKey(KeyName.DEVICE))
        val signature = keys.sign(KeyName.DEVICE, byteArrayOf(1, 2), "")
        assertTrue(verifies(KeyName.DEVICE, byteArrayOf(1, 2), signature))
        assertFalse(verifies(KeyName.DEVICE, byteArrayOf(1, 3), signature))
        assertEquals(emptyList(), prompts)
        keys.remove(KeyName.DEVICE)
        assertNull(keys.publicKey(KeyName.DEVICE))
        assertFailsWith<PlatformException.KeyAbsent> { keys.sign(KeyName.DEVICE, byteArrayOf(1), "") }
        keys.remove(KeyName.DEVICE)
    }

    @Test
    fun `the key of the person wants her each time, by face, finger or screen lock`() {
        locked()
        keys.make(KeyName.DEVICE_UV)
        val spec = FakeKeyStore.asked.single()
        assertTrue(spec.isUserAuthenticationRequired)
        assertEquals(0, spec.userAuthenticationValidityDurationSeconds)
        assertEquals(
            KeyProperties.AUTH_BIOMETRIC_STRONG or KeyProperties.AUTH_DEVICE_CREDENTIAL,
            spec.userAuthenticationType,
        )
        assertFalse(spec.isInvalidatedByBiometricEnrollment)
        val signature = keys.sign(KeyName.DEVICE_UV, byteArrayOf(7), "850円を払う")
        assertEquals(listOf("850円を払う"), prompts)
        assertTrue(verifies(KeyName.DEVICE_UV, byteArrayOf(7), signature))
    }

    @Test
    fun `without a screen lock there is no key of the person`() {
        assertFailsWith<PlatformException.NoScreenLock> { keys.make(KeyName.DEVICE_UV) }
        assertEquals(emptyList(), FakeKeyStore.asked.toList())
        keys.make(KeyName.DEVICE)
        assertFalse(FakeKeyStore.asked.single().isUserAuthenticationRequired)
    }

    @Test
    fun `a person who declines signs nothing`() {
        locked()
        val declined = AndroidKeys(yui) { _, _ -> throw PlatformException.Cancelled() }
        declined.make(KeyName.DEVICE_UV)
        assertFailsWith<PlatformException.Cancelled> { declined.sign(KeyName.DEVICE_UV, byteArrayOf(1), "払う") }
    }

    @Test
    fun `keys are for P-256 with SHA-256 alone, in the chip of their own where there is one`() {
        keys.make(KeyName.DEVICE)
        hasStrongBox()
        keys.make(KeyName.DEVICE)
        val (first, second) = FakeKeyStore.asked
        assertFalse(first.isStrongBoxBacked)
        assertTrue(second.isStrongBoxBacked)
        assertEquals(KeyProperties.PURPOSE_SIGN, second.purposes)
        assertEquals(listOf(KeyProperties.DIGEST_SHA256), second.digests.toList())
    }

    @Test
    fun `where that chip is full, the key is made beside it`() {
        hasStrongBox()
        FakeKeyStore.strongBoxFull = true
        keys.make(KeyName.SHOP)
        assertEquals(listOf(true, false), FakeKeyStore.asked.map { it.isStrongBoxBacked })
        assertEquals(65, keys.publicKey(KeyName.SHOP)?.size)
    }

    @Test
    fun `a key is attested under its own name, or not at all`() {
        assertFailsWith<PlatformException.KeyAbsent> { keys.attest(KeyName.DEVICE, byteArrayOf(1)) }
        keys.make(KeyName.DEVICE)
        assertEquals("device", FakeKeyStore.asked.single().attestationChallenge.decodeToString())
        assertEquals("leaf deviceroot", keys.attest(KeyName.DEVICE, byteArrayOf(1)).decodeToString())
        FakeKeyStore.attests = false
        keys.make(KeyName.SHOP)
        assertContentEquals(ByteArray(0), keys.attest(KeyName.SHOP, byteArrayOf(1)))
    }

    @Test
    fun `what the system's window answers has one meaning each`() {
        assertIs<PlatformException.Cancelled>(refusal(BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED))
        assertIs<PlatformException.Cancelled>(refusal(BiometricPrompt.BIOMETRIC_ERROR_CANCELED))
        assertIs<PlatformException.Cancelled>(refusal(BiometricPrompt.BIOMETRIC_ERROR_TIMEOUT))
        assertIs<PlatformException.UserNotVerified>(refusal(BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT))
        assertIs<PlatformException.UserNotVerified>(refusal(BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT))
        assertIs<PlatformException.NoScreenLock>(refusal(BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL))
        assertIs<PlatformException.Failed>(refusal(BiometricPrompt.BIOMETRIC_ERROR_HW_UNAVAILABLE))
    }
}
