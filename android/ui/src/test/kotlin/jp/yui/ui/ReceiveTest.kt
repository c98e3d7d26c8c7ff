/* What a shop is told aloud: where that fails, the screen says so and the app goes on. */

package jp.yui.ui

import androidx.compose.ui.test.junit4.v2.createComposeRule
import jp.yui.core.AppException
import jp.yui.core.ChangeListener
import jp.yui.core.ErrorCode
import jp.yui.core.NoHandle
import jp.yui.core.Receive
import jp.yui.core.SpokenView
import jp.yui.core.YuiApp
import jp.yui.core.receive
import jp.yui.core.shop
import jp.yui.ui.receive.ReceiveScreen
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder

class ReceiveTest {
    @get:Rule
    val rule = createComposeRule()

    @get:Rule
    val folder = TemporaryFolder()

    private val full = AppException.Failed(ErrorCode.StorageFull, null, null, null, null, 0u, null)

    /** [app], but for what it would say aloud. */
    private inner class Mute(private val app: YuiApp) : YuiApp(NoHandle) {
        override fun listen(listener: ChangeListener) = app.listen(listener)

        override fun explain(error: AppException) = app.explain(error)

        override fun screens() = app.screens()

        override fun settings() = app.settings()

        override fun receive(): Receive = object : Receive(NoHandle) {
            override suspend fun view() = app.receive { view() }

            override suspend fun say(): SpokenView? = throw full
        }
    }

    @Test
    fun `what cannot be said aloud is an error on the screen`() = Stage(folder.root.toPath()).use { stage ->
        stage.open().use { app ->
            runBlocking { app.shop { pair(stage.pairing) } }
            rule.setContent { Framed(stage, Mute(app)) { ReceiveScreen() } }
            Taps(rule).see(app.explain(full).title.plain)
        }
    }
}
