/* How a screen follows the core: it asks for its record, and again when the core says that something changed. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.produceState
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import jp.yui.core.AppException
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.observe
import jp.yui.ui.parts.ErrorNote
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Working
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeoutOrNull

/**
 * Draws [content] with what [snapshot] answers, again after one of [topics] changed; errors have their words. [anewAfter]
 * says after how many milliseconds a record is too old to be shown, if it ages. One is asked for after the other, never
 * two at once.
 */
@Composable
fun <T : Any> Pulled(
    vararg topics: Topic,
    about: Any? = null,
    anewAfter: (T) -> Long? = { null },
    snapshot: suspend YuiApp.() -> T,
    content: @Composable (T) -> Unit,
) {
    val app = LocalApp.current
    var tried by remember { mutableStateOf(0) }
    val view by produceState<Result<T>?>(null, app, about, tried) {
        try {
            app.pull(topics, anewAfter, snapshot) { value = Result.success(it) }
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

private suspend fun <T : Any> YuiApp.pull(
    topics: Array<out Topic>,
    anewAfter: (T) -> Long?,
    snapshot: suspend YuiApp.() -> T,
    onRecord: (T) -> Unit,
) = coroutineScope {
    val news = Channel<Unit>(Channel.CONFLATED)
    launch { observe(*topics) { }.collect { news.send(Unit) } }
    news.receive()
    while (true) {
        val record = snapshot()
        onRecord(record)
        when (val fresh = anewAfter(record)) {
            null -> news.receive()
            else -> withTimeoutOrNull(fresh) { news.receive() }
        }
    }
}
