/* The scenarios through the real screens: a server process, and one pair of hands for everybody's phone. */

package jp.yui.ui.scenario

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.awaitClosed
import jp.yui.core.scenario.Play
import jp.yui.core.scenario.readScenario
import jp.yui.core.support.ServerProcess
import jp.yui.core.support.root
import jp.yui.ui.MORNING
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.nio.file.Path

/** The scenarios that are played by what people see and tap. */
val scenariosOnScreens = listOf(
    "01-the-job",
    "02-wrong-password",
    "03-lost-answer",
    "04-offline-code",
    "05-refunds",
    "06-expired-lot",
    "07-insufficient-balance",
    "08-lost-phone",
    "09-step-up",
    "10-two-phones",
    "11-voucher",
    "12-till",
    "13-replaced-card",
    "14-odd-cards",
    "15-shop-phone",
    "16-no-screen-lock",
    "17-leaving",
    "20-server-restarts",
    "22-dead-certificates",
    "23-forgotten-pin",
    "24-signing-out",
    "25-paid-out",
    "26-no-network",
)

/** Those that only the binding plays, by its facade. */
val scenariosByTheFacade = listOf(
    "18-strange-codes",
    "19-wrong-clock",
    "21-visitor",
)

@RunWith(Parameterized::class)
class ScreenScenariosTest(private val name: String) {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    @Test
    fun `plays as it is written`() = onScreens(Hands(rule), folder.root.toPath()) {
        readScenario(root.resolve("tests/scenarios/$name.json")).forEach { step(it) }
    }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun names() = scenariosOnScreens
    }
}

/** Plays [steps] against a server process of its own, with phones in these hands. */
fun onScreens(hands: Hands, folder: Path, steps: suspend Play.() -> Unit) = AutoCloseable { awaitClosed(folder) }.use {
    val ahead = MORNING - System.currentTimeMillis()
    ServerProcess(folder.resolve("server"), ahead = ahead).use { server ->
        val play = Play(server, folder.resolve("phones"), ahead) { name, config, telephone ->
            ScreenPhone(name, config, telephone, hands)
        }
        play.use { runBlocking { it.steps() } }
    }
}
