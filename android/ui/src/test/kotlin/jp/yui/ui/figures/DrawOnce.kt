/* A process that draws the app once: the first frame, which waits for nothing, and then the first screen. */

package jp.yui.ui.figures

import androidx.compose.foundation.Canvas
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.drawscope.Stroke
import androidx.compose.ui.graphics.drawscope.scale
import androidx.compose.ui.graphics.drawscope.translate
import androidx.compose.ui.graphics.vector.PathParser
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import androidx.compose.ui.unit.dp
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
import java.io.File
import java.nio.file.Path
import kotlin.system.exitProcess
import kotlin.time.TimeSource

/**
 * Draws the mark on the ground, opens the app in the folder named and draws its first screen; prints after how many
 * microseconds each was there.
 */
@OptIn(ExperimentalTestApi::class)
fun main(arguments: Array<String>) {
    val began = TimeSource.Monotonic.markNow()
    runSkikoComposeUiTest(pictureSize, pictureDensity) {
        var opened by mutableStateOf<YuiApp?>(null)
        setContent {
            when (val app = opened) {
                null -> MarkOnGround()
                else -> YuiUi(app, TestPhone(), Places(), pictureFont)
            }
        }
        onRoot().captureToImage()
        val frame = began.elapsedNow()
        check("libyui_ffi" !in File("/proc/self/maps").readText()) { "the first frame waits for the native library" }
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

/** What Android draws of res/drawable/mark.xml before there is more to see. */
@Composable
private fun MarkOnGround() {
    val loops = remember {
        val mark = File("../app/src/main/res/drawable/mark.xml").readText()
        val paths = Regex("pathData=\"([^\"]+)\"").findAll(mark).map { it.groupValues[1] }
        paths.map { PathParser().parsePathString(it).toPath() }.toList()
    }
    Canvas(Modifier.fillMaxSize().background(Color.White)) {
        // 160 dp of 108 squares, in the middle, as in first_frame.xml.
        translate((size.width - 160.dp.toPx()) / 2, (size.height - 160.dp.toPx()) / 2) {
            scale(160.dp.toPx() / 108, pivot = Offset.Zero) {
                for (loop in loops) drawPath(loop, Color.Blue, style = Stroke(6.5f, cap = StrokeCap.Round))
            }
        }
    }
}
