/* The thread that draws does no work that takes its time: no store, key or log is used on it, and what waits suspends. */

package jp.yui.ui

import androidx.compose.runtime.SideEffect
import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.DeviceKeys
import jp.yui.core.LogSink
import jp.yui.core.PayInterface
import jp.yui.core.Platform
import jp.yui.core.RegisterInterface
import jp.yui.core.ScreensInterface
import jp.yui.core.SecureStore
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.util.concurrent.ConcurrentLinkedQueue
import kotlin.coroutines.Continuation
import kotlin.test.assertEquals
import kotlin.test.assertTrue

class UiThreadTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    /** What the core asked of the phone, and on which thread. */
    private val asked = ConcurrentLinkedQueue<Pair<String, Thread>>()

    private inline fun <reified T> noted(inner: T): T {
        val noted = Proxy.newProxyInstance(T::class.java.classLoader, arrayOf(T::class.java)) { _, method, arguments ->
            asked += "${T::class.simpleName}.${method.name}" to Thread.currentThread()
            try {
                method.invoke(inner, *arguments.orEmpty())
            } catch (thrown: InvocationTargetException) {
                throw thrown.targetException
            }
        }
        return noted as T
    }

    private fun watched(platform: Platform) = Platform(
        noted<DeviceKeys>(platform.keys),
        noted<SecureStore>(platform.secureStore),
        platform.clock,
        noted<LogSink>(platform.log),
    )

    @Test
    fun `nothing of a payment waits for the phone on the thread that draws`() =
        Stage(folder.root.toPath(), ::watched).use { stage ->
            stage.open().use { app ->
                runBlocking { stage.resident(app, 5_000) }
                lateinit var draws: Thread
                val taps = Taps(rule)
                asked.clear()
                rule.setContent {
                    SideEffect { draws = Thread.currentThread() }
                    YuiUi(app, stage.phone)
                }
                taps.tap("払う")
                stage.phone.seen.trySend(stage.poster)
                for (digit in listOf("8", "5", "0")) taps.tap(digit)
                taps.tap("次へ進む")
                taps.tap("850円を払う")
                taps.see("払いました")
                val uses = asked.toList()
                assertTrue(uses.any { (what, _) -> what == "DeviceKeys.sign" }, "$uses")
                assertEquals(emptyList(), uses.filter { (_, thread) -> thread == draws })
            }
        }

    @Test
    fun `what does not suspend answers from memory`() {
        val known = setOf(
            "PayInterface.eraseDigit",
            "PayInterface.leave",
            "PayInterface.reader",
            "PayInterface.typeDigits",
            "RegisterInterface.leave",
            "RegisterInterface.reader",
            "ScreensInterface.feels",
            "ScreensInterface.frame",
            "ScreensInterface.licences",
            "ScreensInterface.pairing",
        )
        val parts = listOf(PayInterface::class, RegisterInterface::class, ScreensInterface::class)
        val atOnce = parts.flatMap { part ->
            part.java.declaredMethods
                .filter { method -> method.parameterTypes.none { it == Continuation::class.java } }
                .map { "${part.simpleName}.${it.name.substringBefore('-')}" }
        }
        assertEquals(known.sorted(), atOnce.filterNot { "Companion" in it }.distinct().sorted())
    }
}
