/* A process that draws the app once: the first frame, which waits for nothing, and then the first screen. */

package jp.yui.ui.figures

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import jp.yui.core.YuiApp
import jp.yui.core.lonely
import jp.yui.core.screens
import jp.yui.core.support.Telephone
import jp.yui.ui.Places
import jp.yui.ui.TestPhone
import jp.yui.ui.YuiUi
import jp.yui.ui.pictureDensity
import jp.yui.ui.pictureFont
import jp.yui.ui.pictureSize
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import kotlin.system.exitProcess
import kotlin.time.TimeSource

/**
 * Draws an empty frame, opens the app in the folder named and draws its first screen; prints after how many
 * microseconds each was there.
 */
@OptIn(ExperimentalTestApi::class)
fun main(arguments: Array<String>) {
    val began = TimeSource.Monotonic.markNow()
    runSkikoComposeUiTest(pictureSize, pictureDensity) {
        var opened by mutableStateOf<YuiApp?>(null)
        setContent {
            when (val app = opened) {
                null -> Box(Modifier.fillMaxSize().background(Color.White))
                else -> YuiUi(app, TestPhone(), Places(), pictureFont)
            }
        }
        onRoot().captureToImage()
        val frame = began.elapsedNow()
        val app = runBlocking { YuiApp.open(lonely(Path.of(arguments.single())), Telephone().platform) }
        val waiting = app.screens { frame() }.waiting.plain
        opened = app
        val content = SemanticsMatcher("the first screen is there") { node ->
            node.config.getOrNull(SemanticsProperties.PaneTitle)?.let { it != waiting } == true
        }
        waitUntil(timeoutMillis = 30_000) { onAllNodes(content).fetchSemanticsNodes().isNotEmpty() }
        onRoot().captureToImage()
        println("${frame.inWholeMicroseconds} ${began.elapsedNow().inWholeMicroseconds}")
    }
    exitProcess(0)
}
