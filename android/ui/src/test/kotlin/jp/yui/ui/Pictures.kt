/* Pictures of screens, the same on every machine: drawn with one font, from one package. */

package jp.yui.ui

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import jp.yui.core.Screen
import jp.yui.core.screens
import java.io.File
import javax.imageio.ImageIO
import kotlin.math.ceil

/** A phone's screen of 360 by 760, two pixels to each. */
val pictureSize = Size(720f, 1520f)
val pictureDensity = Density(2f)

private val pictures = File("target/pictures")

/** Draws a state on that screen, and has [seen] look at it. */
@OptIn(ExperimentalTestApi::class)
fun Visit.shown(state: State, seen: ComposeUiTest.() -> Unit) = runSkikoComposeUiTest(pictureSize, pictureDensity) {
    val place = Place(state.screen, about.takeIf { state.about })
    val places = Places(listOf(Place(Screen.HOME), place).distinct())
    setContent { YuiUi(app, stage.phone, places, pictureFont) }
    val waiting = app.screens { frame() }.waiting.plain
    val there = SemanticsMatcher("the screen is there") { node ->
        node.config.getOrNull(SemanticsProperties.PaneTitle)?.let { it != waiting } == true
    }
    waitUntil(timeoutMillis = 30_000) { onAllNodes(there).fetchSemanticsNodes().isNotEmpty() }
    (state.touched)(this@shown)
    seen()
}

/** Keeps what is seen now under a name, and where in it stands what is another at every time. */
@OptIn(ExperimentalTestApi::class)
fun ComposeUiTest.picture(name: String) {
    waitForIdle()
    pictures.mkdirs()
    ImageIO.write(onRoot().captureToImage().toAwtImage(), "png", File(pictures, "$name.png"))
    val moving = onRoot(useUnmergedTree = true).fetchSemanticsNode().below().filter { it.moves() }.map { node ->
        with(node.boundsInRoot) { "${left.toInt()} ${top.toInt()} ${ceil(width).toInt()} ${ceil(height).toInt()}" }
    }
    File(pictures, "$name.moving").writeText(moving.joinToString("") { "$it\n" })
}

private fun SemanticsNode.below(): List<SemanticsNode> = listOf(this) + children.flatMap { it.below() }

/** Whether it shows a fresh code, the time, how many seconds are left, or the number of what staff look at. */
private fun SemanticsNode.moves(): Boolean = config.getOrNull(SemanticsProperties.Role) == Role.Image ||
    config.getOrNull(SemanticsProperties.Text).orEmpty().any { it.text.contains(moving) }

private val moving = Regex("""\d:\d\d|\d(秒| ?second)|\b[0-9A-F]{8}\b""")
