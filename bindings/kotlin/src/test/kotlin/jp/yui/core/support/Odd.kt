/* What a host implements for the core, doing something odd before, or instead of, what it should. */

package jp.yui.core.support

import jp.yui.core.CardListener
import jp.yui.core.CardStep
import jp.yui.core.CardTransport
import jp.yui.core.ChangeListener
import jp.yui.core.Clock
import jp.yui.core.DeviceKeys
import jp.yui.core.KeyName
import jp.yui.core.LogLevel
import jp.yui.core.LogSink
import jp.yui.core.Platform
import jp.yui.core.SecureStore
import jp.yui.core.Topic

/** This phone's services, each of whose methods first runs [before] with its name, such as `keys.sign`. */
fun Platform.each(before: (String) -> Unit) = Platform(
    keys = object : DeviceKeys {
        override fun make(key: KeyName) = before.then("keys.make") { keys.make(key) }

        override fun publicKey(key: KeyName) = before.then("keys.publicKey") { keys.publicKey(key) }

        override fun sign(key: KeyName, data: ByteArray, prompt: String) =
            before.then("keys.sign") { keys.sign(key, data, prompt) }

        override fun attest(key: KeyName, challenge: ByteArray) =
            before.then("keys.attest") { keys.attest(key, challenge) }

        override fun remove(key: KeyName) = before.then("keys.remove") { keys.remove(key) }
    },
    secureStore = object : SecureStore {
        override fun seal(name: String, plain: ByteArray) =
            before.then("secureStore.seal") { secureStore.seal(name, plain) }

        override fun unseal(name: String, sealed: ByteArray) =
            before.then("secureStore.unseal") { secureStore.unseal(name, sealed) }
    },
    clock = object : Clock {
        override fun read() = before.then("clock.read") { clock.read() }
    },
    log = object : LogSink {
        override fun line(level: LogLevel, text: String) = before.then("log.line") { log.line(level, text) }
    },
)

/** What [call] answers, once this was told the [method]'s name. */
private fun <T> ((String) -> Unit).then(method: String, call: () -> T): T {
    this(method)
    return call()
}

/** A card each of whose answers is first what [before] does. */
fun CardTransport.each(before: (String) -> Unit) = cardAnswering { before.then("card.transceive") { transceive(it) } }

/** Follows a card, and first does [before]. */
fun stepsAfter(before: (String) -> Unit) = object : CardListener {
    override fun step(step: CardStep) = before.then("cardListener.step") { NotedSteps.step(step) }
}

/** Who is told of changes, and does with them what [hear] says. */
fun listening(hear: (List<Topic>) -> Unit) = object : ChangeListener {
    override fun changed(topics: List<Topic>) = hear(topics)
}

/** A card that answers each command as [answer] says. */
fun cardAnswering(answer: (ByteArray) -> ByteArray) = object : CardTransport {
    override fun transceive(apdu: ByteArray) = answer(apdu)
}

/** This phone's services with every answer of bytes replaced by [bytes]. */
fun Platform.answering(bytes: ByteArray) = copy(
    keys = object : DeviceKeys by keys {
        override fun make(key: KeyName) = bytes

        override fun publicKey(key: KeyName) = bytes

        override fun sign(key: KeyName, data: ByteArray, prompt: String) = bytes

        override fun attest(key: KeyName, challenge: ByteArray) = bytes
    },
    secureStore = object : SecureStore {
        override fun seal(name: String, plain: ByteArray) = bytes

        override fun unseal(name: String, sealed: ByteArray) = bytes
    },
)
