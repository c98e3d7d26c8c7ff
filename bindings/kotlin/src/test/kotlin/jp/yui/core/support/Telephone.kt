/* A made-up telephone: keys by the JCA, sealed storage, clocks that go with the server's, a log in memory. */

package jp.yui.core.support

import jp.yui.core.*
import java.math.BigInteger
import java.security.KeyFactory
import java.security.KeyPairGenerator
import java.security.MessageDigest
import java.security.PublicKey
import java.security.SecureRandom
import java.security.Signature
import java.security.interfaces.ECPublicKey
import java.security.spec.ECGenParameterSpec
import java.security.spec.PKCS8EncodedKeySpec
import java.security.spec.X509EncodedKeySpec
import java.util.Base64
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicLong
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.SecretKeySpec

/**
 * What stays with the telephone when the app is killed; [offset] is by how much its clocks are ahead of the machine's,
 * and in [drawer] lie its secrets.
 */
class Telephone(screenLock: Boolean = true, offset: AtomicLong = AtomicLong(), drawer: Drawer = Drawer()) {
    val keys = SoftKeys(screenLock, drawer)
    val secureStore = SoftStore(drawer)
    val clock = SharedClock(offset)
    val log = MemoryLog()

    val platform get() = Platform(keys, secureStore, clock, log)
}

/** Keys of software, with a screen lock that can be absent and a person who can decline. */
class SoftKeys(@Volatile private var screenLock: Boolean, private val drawer: Drawer) : DeviceKeys {
    /** Whether the person declines to confirm with face, finger or screen lock. */
    @Volatile var userRefuses = false

    /** The person sets a screen lock, or removes it and with it the key that needs it. */
    fun setScreenLock(lock: Boolean) {
        screenLock = lock
        if (!lock) remove(KeyName.DEVICE_UV)
    }

    /** The id by which the server knows this phone (RFC 7638). */
    fun deviceThumbprint(): String? {
        val point = publicKey(KeyName.DEVICE) ?: return null
        val url = Base64.getUrlEncoder().withoutPadding()
        val (x, y) = listOf(1..32, 33..64).map { url.encodeToString(point.sliceArray(it)) }
        val jwk = """{"crv":"P-256","kty":"EC","x":"$x","y":"$y"}"""
        return url.encodeToString(MessageDigest.getInstance("SHA-256").digest(jwk.toByteArray()))
    }

    override fun make(key: KeyName): ByteArray {
        crossed(key)
        if (key == KeyName.DEVICE_UV && !screenLock) throw crossed(PlatformException.NoScreenLock())
        val maker = KeyPairGenerator.getInstance("EC").apply { initialize(ECGenParameterSpec("secp256r1")) }
        val pair = maker.generateKeyPair()
        drawer["$key.private"] = pair.private.encoded
        drawer["$key.public"] = pair.public.encoded
        return pair.public.point()
    }

    override fun publicKey(key: KeyName): ByteArray? =
        drawer["$key.public"]?.let { factory().generatePublic(X509EncodedKeySpec(it)).point() }

    override fun sign(key: KeyName, data: ByteArray, prompt: String): ByteArray {
        if (key == KeyName.DEVICE_UV && userRefuses) throw crossed(PlatformException.UserNotVerified())
        val private = drawer["$key.private"] ?: throw crossed(PlatformException.KeyAbsent())
        return Signature.getInstance("SHA256withECDSAinP1363Format").run {
            initSign(factory().generatePrivate(PKCS8EncodedKeySpec(private)))
            update(data)
            sign()
        }
    }

    override fun attest(key: KeyName, challenge: ByteArray): ByteArray =
        if (drawer["$key.private"] != null) ByteArray(0) else throw crossed(PlatformException.KeyAbsent())

    override fun remove(key: KeyName) {
        drawer["$key.private"] = null
        drawer["$key.public"] = null
    }

    private fun factory() = KeyFactory.getInstance("EC")

    private fun PublicKey.point(): ByteArray {
        val point = (this as ECPublicKey).w
        return byteArrayOf(4) + point.affineX.in32Bytes() + point.affineY.in32Bytes()
    }

    private fun BigInteger.in32Bytes(): ByteArray {
        val bytes = toByteArray().takeLast(32)
        return ByteArray(32 - bytes.size) + bytes
    }
}

/** Seals with a secret of its own, so that what one telephone sealed no other opens. */
class SoftStore(drawer: Drawer) : SecureStore {
    private val secret = SecretKeySpec(drawer["sealing"] ?: random(32).also { drawer["sealing"] = it }, "AES")

    override fun seal(name: String, plain: ByteArray): ByteArray =
        random(NONCE).let { it + cipher(Cipher.ENCRYPT_MODE, name, it).doFinal(plain) }

    override fun unseal(name: String, sealed: ByteArray): ByteArray = try {
        cipher(Cipher.DECRYPT_MODE, name, sealed.copyOf(NONCE)).doFinal(sealed, NONCE, sealed.size - NONCE)
    } catch (_: AEADBadTagException) {
        throw crossed(PlatformException.SealedElsewhere())
    }

    private fun cipher(mode: Int, name: String, nonce: ByteArray): Cipher =
        Cipher.getInstance("AES/GCM/NoPadding").apply {
            init(mode, secret, GCMParameterSpec(128, nonce))
            updateAAD(name.toByteArray())
        }

    private fun random(bytes: Int) = ByteArray(bytes).also(SecureRandom()::nextBytes)

    private companion object {
        const val NONCE = 12
    }
}

/** The machine's clock plus [offset] milliseconds; its wall can be wrong. */
class SharedClock(private val offset: AtomicLong) : Clock {
    /** By how many milliseconds the person set the wall clock ahead of the right time. */
    @Volatile var wrongBy = 0L

    override fun read(): ClockReading {
        val now = System.currentTimeMillis() + offset.get()
        return crossed(ClockReading(now + wrongBy, now, "one"))
    }
}

/** Every line, for the search for what must not be in it. */
class MemoryLog : LogSink {
    val lines = ConcurrentLinkedQueue<String>()

    override fun line(level: LogLevel, text: String) {
        lines += "${crossed(level)} $text"
    }
}
