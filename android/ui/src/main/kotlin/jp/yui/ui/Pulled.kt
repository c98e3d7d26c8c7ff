/* How a screen follows the core: it asks for its record, and again when the core says that something changed. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.produceState
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.runtime.setValue
import jp.yui.core.AppException
import jp.yui.core.ErrorView
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.observe
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Working
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch

/** Draws [content] with what [snapshot] answers, again after one of [topics] changed; errors have their words. */
@Composable
fun <T : Any> Pulled(
    vararg topics: Topic,
    about: Any? = null,
    snapshot: suspend YuiApp.() -> T,
    content: @Composable (T) -> Unit,
) {
    val app = LocalApp.current
    var tried by remember { mutableStateOf(0) }
    val view by produceState<Result<T>?>(null, app, about, tried) {
        try {
            app.observe(*topics) { app.snapshot() }.collect { value = Result.success(it) }
        } catch (refused: AppException) {
            value = Result.failure(refused)
        }
    }
    when (val known = view) {
        null -> Page(LocalFrame.current.words.waiting, titleShown = false) { Working() }
        else -> known.fold({ content(it) }) { failed ->
            val error = app.explain(failed as AppException)
            Page(error.title, titleShown = false) { ErrorNote(error) { tried++ } }
        }
    }
}

/** What the person does on a screen: one thing at a time, and what went wrong with it. */
@Stable
class Deeds(private val app: YuiApp, private val scope: CoroutineScope) {
    /** Whether something is under way. */
    var busy by mutableStateOf(false)
        private set

    /** How the last thing failed, if it did. */
    var error by mutableStateOf<ErrorView?>(null)
        private set

    /** Does [deed]; nothing while another one is under way, so that two taps are one. */
    operator fun invoke(deed: suspend () -> Unit) {
        if (busy) return
        busy = true
        error = null
        scope.launch {
            try {
                deed()
            } catch (refused: AppException) {
                error = app.explain(refused)
            } finally {
                busy = false
            }
        }
    }

    companion object {
        /** What is done on this screen. */
        @Composable
        fun remembered(): Deeds {
            val (app, scope) = LocalApp.current to rememberCoroutineScope()
            return remember(app, scope) { Deeds(app, scope) }
        }
    }
}
