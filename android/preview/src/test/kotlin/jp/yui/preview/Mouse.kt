/* A hand on a real mouse before a real window: presses what has a name, and lets a file fall onto the window. */

package jp.yui.preview

import java.awt.Component
import java.awt.Point
import java.awt.Rectangle
import java.awt.Robot
import java.awt.Window
import java.awt.datatransfer.Transferable
import java.awt.event.InputEvent
import java.io.File
import java.time.Duration
import javax.accessibility.AccessibleContext
import javax.imageio.ImageIO
import javax.swing.JComponent
import javax.swing.JFrame
import javax.swing.JLabel
import javax.swing.SwingUtilities
import javax.swing.TransferHandler

/** What is done with the mouse to [window]. */
class Mouse(private val window: Window) {
    private val robot = Robot().apply { autoDelay = 40 }

    /** Presses what is called [name] until [seen] is seen: without a window manager a window may miss a press. */
    fun press(name: String, seen: String) {
        repeat(PRESSES) {
            moveTo(place(name, PATIENCE))
            click()
            if (placeOrNone(seen, SHORT_PATIENCE) != null) return
        }
        place(seen, PATIENCE)
    }

    /** Waits until something called [name] is there. */
    fun see(name: String) {
        place(name, PATIENCE)
    }

    /** Drags [given] out of another window and lets it fall in the middle of this one. */
    fun drop(given: Transferable) {
        val source = Source(given)
        SwingUtilities.invokeAndWait { source.show() }
        robot.waitForIdle()
        moveTo(source.middle())
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK)
        val (from, to) = source.middle() to
            window.locationOnScreen.apply { translate(window.width / 4, window.height / 2) }
        for (step in 1..STEPS) {
            robot.mouseMove(from.x + (to.x - from.x) * step / STEPS, from.y + (to.y - from.y) * step / STEPS)
        }
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK)
        SwingUtilities.invokeAndWait(source::dispose)
    }

    /** Keeps what is on the screen. */
    fun photograph(file: File) {
        robot.waitForIdle()
        ImageIO.write(robot.createScreenCapture(window.bounds), "png", file)
    }

    private fun moveTo(point: Point) = robot.mouseMove(point.x, point.y)

    private fun click() {
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK)
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK)
    }

    private fun place(name: String, patience: Duration): Point = placeOrNone(name, patience)
        ?: error("“$name” is not seen; what is: ${onSwing { window.accessibleContext.names() }}")

    /** The middle of what is called [name], once it has stood there twice in a row. */
    private fun placeOrNone(name: String, patience: Duration): Point? {
        var before: Rectangle? = null
        val until = System.nanoTime() + patience.toNanos()
        while (System.nanoTime() < until) {
            val now = onSwing { window.accessibleContext.find(name) }
            if (now != null && now == before) return Point(now.centerX.toInt(), now.centerY.toInt())
            before = now
            robot.delay(LOOK_MILLIS)
        }
        return null
    }

    private companion object {
        const val STEPS = 12
        const val LOOK_MILLIS = 100
        const val PRESSES = 3

        /** Only against hanging. */
        val PATIENCE: Duration = Duration.ofSeconds(30)
        val SHORT_PATIENCE: Duration = Duration.ofSeconds(8)
    }
}

private fun <T> onSwing(look: () -> T): T {
    var seen: Result<T>? = null
    SwingUtilities.invokeAndWait { seen = runCatching(look) }
    return checkNotNull(seen).getOrThrow()
}

private fun AccessibleContext.children(): List<AccessibleContext> =
    (0 until accessibleChildrenCount).mapNotNull { getAccessibleChild(it)?.accessibleContext }

/** The innermost thing that can be seen and has exactly that name, or else has it within its own. */
private fun AccessibleContext.find(name: String): Rectangle? = find { it == name } ?: find { name in it }

private fun AccessibleContext.find(fits: (String) -> Boolean): Rectangle? =
    children().firstNotNullOfOrNull { it.find(fits) }
        ?: accessibleComponent?.takeIf { fits(accessibleName.orEmpty()) && it.isShowing && it.size.width > 0 }
            ?.let { Rectangle(it.locationOnScreen, it.size) }

private fun AccessibleContext.names(): List<String> =
    listOf(accessibleName.orEmpty()).filter(String::isNotBlank) + children().flatMap { it.names() }

/** A small window that holds something that can be dragged out of it. */
private class Source(given: Transferable) {
    private val held = JLabel("QR").apply {
        transferHandler = object : TransferHandler() {
            override fun getSourceActions(from: JComponent) = COPY

            override fun createTransferable(from: JComponent) = given
        }
        addMouseMotionListener(
            object : java.awt.event.MouseMotionAdapter() {
                override fun mouseDragged(event: java.awt.event.MouseEvent) =
                    transferHandler.exportAsDrag(this@apply, event, TransferHandler.COPY)
            },
        )
    }
    private val frame = JFrame().apply {
        isUndecorated = true
        add(held)
        setBounds(900, 20, 80, 80)
        isAlwaysOnTop = true
    }

    fun show() {
        frame.isVisible = true
    }

    fun middle(): Point = (held as Component).locationOnScreen.apply { translate(40, 40) }

    fun dispose() = frame.dispose()
}
