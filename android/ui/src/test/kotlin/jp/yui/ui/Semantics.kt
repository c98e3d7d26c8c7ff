/* What must be so on every screen for who does not see it, or not well: each fault in words, none where all is well. */

package jp.yui.ui

import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Dp
import jp.yui.ui.parts.MAIN

/** The faults of what is on the screen now, where what can be pressed is at least [target] high and wide. */
@OptIn(ExperimentalTestApi::class)
fun ComposeUiTest.faults(target: Dp): List<String> {
    waitForIdle()
    val heard = onRoot().fetchSemanticsNode()
    val drawn = onRoot(useUnmergedTree = true).fetchSemanticsNode()
    val least = with(density) { target.roundToPx() }
    return heard.all.filter { it.isPressed }.flatMap { pressed(it, least) } +
        heard.all.flatMap(::disorder) +
        drawn.all.filter { it.says.isNotEmpty() }.mapNotNull { clipped(it, heard.boundsInRoot) } +
        drawn.all.filter { it.config.getOrNull(SemanticsProperties.TestTag) == MAIN }
            .mapNotNull { hidden(it, heard.boundsInRoot) } +
        listOfNotNull(
            "no heading".takeIf { heard.all.none { it.config.contains(SemanticsProperties.Heading) } },
            "the screen has no name".takeIf { heard.all.none { it.config.contains(SemanticsProperties.PaneTitle) } },
        )
}

/** A node and all below it, in the order in which a screen reader goes through them. */
val SemanticsNode.all: List<SemanticsNode> get() = listOf(this) + children.flatMap { it.all }

/** What is read out of it. */
val SemanticsNode.says: String
    get() = (
        config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
            config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
        ).joinToString(" ").trim()

private val SemanticsNode.isPressed get() = config.contains(SemanticsActions.OnClick)

private val SemanticsNode.isField get() = config.contains(SemanticsActions.SetText)

/** Where it lies, also where it is scrolled out of sight. */
private val SemanticsNode.place get() = with(positionInRoot) { Rect(x, y, x + size.width, y + size.height) }

private fun pressed(node: SemanticsNode, least: Int): List<String> {
    val name = node.says.ifEmpty { "what lies at ${node.place}" }
    val (width, height) = node.layoutInfo.width to node.layoutInfo.height
    return listOfNotNull(
        "$name: no words".takeIf { node.says.isEmpty() },
        "$name: no role".takeIf { !node.isField && !node.config.contains(SemanticsProperties.Role) },
        "$name: its name stands for what was typed"
            .takeIf { node.isField && node.config.contains(SemanticsProperties.ContentDescription) },
        "$name: $width × $height".takeIf { width < least || height < least },
    )
}

/** Neighbours of which the one that is read first stands below, or on the same line behind. */
private fun disorder(node: SemanticsNode): List<String> {
    val read = node.children.filter { child -> child.all.any { it.says.isNotEmpty() } && child.size.height > 0 }
    return read.zipWithNext().filter { (first, next) ->
        val (one, other) = first.place to next.place
        val sameLine = minOf(one.bottom, other.bottom) - maxOf(one.top, other.top) > minOf(one.height, other.height) / 2
        if (sameLine) other.right <= one.left else other.bottom <= one.top
    }.map { (first, next) -> "“${first.says}” is read before “${next.says}”" }
}

/** Words of which a part is not drawn, however far one scrolls. */
private fun clipped(node: SemanticsNode, screen: Rect): String? {
    val place = node.place
    val scrolled = generateSequence(node) { it.parent }.any {
        it.config.contains(SemanticsProperties.VerticalScrollAxisRange)
    }
    val layout = mutableListOf<TextLayoutResult>().also {
        node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(it)
    }
    val beside = place.width == 0f || place.left < screen.left || place.right > screen.right
    val beyond = place.top < screen.top || place.bottom > screen.bottom || node.boundsInRoot != place
    val cut = layout.any { it.didOverflowHeight || it.widest > it.size.width + 1 }
    return "“${node.says}” is clipped: $place on $screen"
        .takeIf { cut || beside || (!scrolled && beyond) }
}

/** How wide its widest line is. */
private val TextLayoutResult.widest get() = (0 until lineCount).maxOf { getLineRight(it) - getLineLeft(it) }

/** The main act, where it is not wholly in sight. */
private fun hidden(node: SemanticsNode, screen: Rect): String? {
    val seen = node.boundsInRoot == node.place && node.place.top >= screen.top && node.place.bottom <= screen.bottom
    return "“${node.all.joinToString("") { it.says }}” is not in sight".takeIf { !seen }
}
