/* A provider with the name of Android's key store, which notes what it is asked for. It shows no device's behaviour. */

package jp.yui.app

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.StrongBoxUnavailableException
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.KeyPairGeneratorSpi
import java.security.KeyStoreSpi
import java.security.PrivateKey
import java.security.Provider
import java.security.PublicKey
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.security.spec.ECGenParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import javax.crypto.KeyGenerator
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey

/** What lies in it, and what was asked. */
object FakeKeyStore {
    /** Every key that was to be made, in order. */
    val asked = CopyOnWriteArrayList<KeyGenParameterSpec>()

    /** Whether its StrongBox is full. */
    @Volatile var strongBoxFull = false

    /** Whether keys are attested. */
    @Volatile var attests = true

    internal val keys = ConcurrentHashMap<String, Key>()
    internal val certificates = ConcurrentHashMap<String, List<Certificate>>()

    /** Puts it in place, empty. */
    fun install() {
        asked.clear()
        keys.clear()
        certificates.clear()
        strongBoxFull = false
        attests = true
        if (Security.getProvider(NAME) == null) Security.addProvider(Named)
    }

    internal fun noted(spec: AlgorithmParameterSpec): KeyGenParameterSpec {
        val wanted = spec as KeyGenParameterSpec
        asked += wanted
        if (wanted.isStrongBoxBacked && strongBoxFull) throw StrongBoxUnavailableException()
        return wanted
    }

    internal const val NAME = "AndroidKeyStore"
}

private object Named : Provider(FakeKeyStore.NAME, "1", "keys in memory") {
    private fun readResolve(): Any = Named

    init {
        put("KeyStore.${FakeKeyStore.NAME}", Lying::class.java.name)
        put("KeyPairGenerator.EC", Pairs::class.java.name)
        put("KeyGenerator.AES", Secrets::class.java.name)
    }
}

/** A certificate that certifies nothing but whose key it is. */
private class Paper(private val of: PublicKey, private val words: String) : Certificate("X.509") {
    override fun getEncoded() = words.toByteArray()

    override fun verify(key: PublicKey) = Unit

    override fun verify(key: PublicKey, provider: String) = Unit

    override fun toString() = words

    override fun getPublicKey() = of
}

class Pairs : KeyPairGeneratorSpi() {
    private lateinit var spec: KeyGenParameterSpec

    override fun initialize(spec: AlgorithmParameterSpec, random: SecureRandom?) {
        this.spec = FakeKeyStore.noted(spec)
    }

    override fun initialize(size: Int, random: SecureRandom?) = error("Android's wants a spec")

    override fun generateKeyPair(): KeyPair {
        val maker = KeyPairGenerator.getInstance("EC", "BC").apply { initialize(ECGenParameterSpec("secp256r1")) }
        return maker.generateKeyPair().also { pair ->
            FakeKeyStore.keys[spec.keystoreAlias] = pair.private
            val challenge = spec.attestationChallenge?.takeIf { FakeKeyStore.attests }?.decodeToString()
            FakeKeyStore.certificates[spec.keystoreAlias] =
                listOfNotNull("leaf $challenge", challenge?.let { "root" }).map { Paper(pair.public, it) }
        }
    }
}

class Secrets : KeyGeneratorSpi() {
    private lateinit var spec: KeyGenParameterSpec

    override fun engineInit(random: SecureRandom?) = error("Android's wants a spec")

    override fun engineInit(spec: AlgorithmParameterSpec, random: SecureRandom?) {
        this.spec = FakeKeyStore.noted(spec)
    }

    override fun engineInit(size: Int, random: SecureRandom?) = error("Android's wants a spec")

    override fun engineGenerateKey(): SecretKey =
        KeyGenerator.getInstance("AES", "SunJCE").apply { init(spec.keySize) }.generateKey().also {
            FakeKeyStore.keys[spec.keystoreAlias] = it
        }
}

class Lying : KeyStoreSpi() {
    override fun engineGetKey(alias: String, password: CharArray?) = FakeKeyStore.keys[alias]

    override fun engineGetCertificateChain(alias: String) = FakeKeyStore.certificates[alias]?.toTypedArray()

    override fun engineGetCertificate(alias: String) = FakeKeyStore.certificates[alias]?.first()

    override fun engineGetCreationDate(alias: String) = Date()

    override fun engineDeleteEntry(alias: String) {
        FakeKeyStore.keys.remove(alias)
        FakeKeyStore.certificates.remove(alias)
    }

    override fun engineAliases(): Enumeration<String> = Collections.enumeration(FakeKeyStore.keys.keys)

    override fun engineContainsAlias(alias: String) = FakeKeyStore.keys.containsKey(alias)

    override fun engineSize() = FakeKeyStore.keys.size

    override fun engineIsKeyEntry(alias: String) = FakeKeyStore.keys[alias] is PrivateKey

    override fun engineIsCertificateEntry(alias: String) = false

    override fun engineGetCertificateAlias(certificate: Certificate) = null

    override fun engineLoad(from: InputStream?, password: CharArray?) = Unit

    override fun engineStore(to: OutputStream?, password: CharArray?) = Unit

    override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = no()

    override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = no()

    override fun engineSetCertificateEntry(alias: String, certificate: Certificate) = no()

    private fun no(): Nothing =
        throw UnsupportedOperationException("keys are made in Android's key store, never put in")
}
