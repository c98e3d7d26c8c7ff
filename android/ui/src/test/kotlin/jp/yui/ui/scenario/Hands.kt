/* One pair of hands and eyes: whose app is on the screen, what is tapped there, and what is read. */

package jp.yui.ui.scenario

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.runtime.setValue
import androidx.compose.ui.graphics.toAwtImage
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.captureToImage
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.performTouchInput
import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import jp.yui.core.Text
import jp.yui.core.YuiApp
import jp.yui.core.errorCodes
import jp.yui.core.screens
import jp.yui.core.text
import jp.yui.ui.Phone
import jp.yui.ui.Place
import jp.yui.ui.Places
import jp.yui.ui.Taps
import jp.yui.ui.YuiUi
import jp.yui.ui.parts.TREMOR_MILLIS
import java.util.Locale

/** An app as the system draws it, anew with what was [saved] of it. */
class Sight(private val app: YuiApp, private val phone: Phone, saved: Map<String, List<Any?>>?) {
    private var registry = SaveableStateRegistry(saved) { true }
    private lateinit var places: Places

    /** What a screen is called that has no record yet. */
    val waiting = app.screens { frame() }.waiting.plain

    /** Where she is. */
    val here: Place get() = places.here

    /** Whether there is a way back. */
    val hasBefore: Boolean get() = places.hasBefore

    @Composable
    fun Drawn() = CompositionLocalProvider(LocalSaveableStateRegistry provides registry) {
        YuiUi(app, phone, Places.remembered().also { places = it })
    }

    /** What the system saves of it; it is drawn with that the next time. */
    fun save(): Map<String, List<Any?>> =
        registry.performSave().also { saved -> registry = SaveableStateRegistry(saved) { true } }
}

/** See the file. */
class Hands(private val rule: ComposeContentTestRule) {
    private var held by mutableStateOf<Sight?>(null)
    private val taps = Taps(rule)

    init {
        rule.setContent { key(held) { held?.Drawn() } }
    }

    /** Takes an app in hand; what was there before is put down as it is. */
    fun take(sight: Sight) {
        if (held !== sight) rule.runOnIdle { held.also { held = sight }?.save() }
        settle()
    }

    /** Waits until the screen has its record: what is pressed before is pressed on another picture. */
    private fun settle() = until("the screen is there") { title().let { it != null && it != held?.waiting } }

    /** Closes what is drawn of an app; what the system saves of it. */
    fun putDown(sight: Sight): Map<String, List<Any?>> =
        rule.runOnIdle { sight.save().also { if (held === sight) held = null } }.also { rule.waitForIdle() }

    /** She taps what has these words, as soon as it can be tapped. */
    fun tap(words: Text) {
        settle()
        taps.tap(words.plain)
    }

    /** She types an amount on the keypad. */
    fun tapDigits(amount: Long) = amount.toString().forEach { taps.tap(it.toString()) }

    /** She taps the line with all these words; the [nth] of several that read the same. */
    fun tapLine(words: List<Text>, nth: Int) {
        settle()
        val line =
            words.map { hasText(it.plain, substring = true) }.reduce { one, other -> one and other } and
                hasClickAction()
        until("“${words.map { it.plain }}” is there") { rule.onAllNodes(line).fetchSemanticsNodes().size > nth }
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        rule.onAllNodes(line)[nth].performScrollTo().performClick()
    }

    /** She holds the button with these words for as long as it asks for. */
    fun hold(words: Text) {
        val button = hasText(words.plain) and hasClickAction()
        until("“${words.plain}” is there") { rule.onAllNodes(button).fetchSemanticsNodes().isNotEmpty() }
        rule.mainClock.advanceTimeBy(TREMOR_MILLIS)
        rule.mainClock.autoAdvance = false
        rule.onNode(button).performTouchInput { down(center) }
        rule.mainClock.advanceTimeBy(HELD_MILLIS)
        // By now another screen may be there.
        rule.onRoot().performTouchInput { up() }
        rule.mainClock.autoAdvance = true
    }

    /** She types into the one field, instead of what stands there. */
    fun type(words: String) {
        until("there is a field") { rule.onAllNodes(hasSetTextAction()).fetchSemanticsNodes().size == 1 }
        rule.onNode(hasSetTextAction()).performTextReplacement(words)
    }

    /** She sees these words, alone or among others. */
    fun see(words: Text) = see(words.plain)

    /** She sees these words, alone or among others. */
    fun see(words: String) = until("“$words” is seen") { texts().any { words in it } }

    /** She sees a number as people write it. */
    fun see(amount: Long) = see("%,d".format(Locale.ROOT, amount))

    /** What the screen is called. */
    fun title(): String? = rule.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.PaneTitle))
        .fetchSemanticsNodes().singleOrNull()?.config?.get(SemanticsProperties.PaneTitle)

    /** The code that stands small below what went wrong, if something did. */
    fun errorCode(): String? = texts().firstOrNull(codes::contains)

    private fun texts(): List<String> = rule.onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Text))
        .fetchSemanticsNodes().flatMap { it.config[SemanticsProperties.Text] }.map { it.text }

    /** Whether what has these words can be tapped now. */
    fun canTap(words: Text): Boolean =
        rule.onAllNodes(hasText(words.plain) and hasClickAction() and isEnabled()).fetchSemanticsNodes().isNotEmpty()

    /** What a camera reads of the QR code that [words] stand for. */
    fun readQr(words: Text): String {
        val picture = hasContentDescription(words.plain)
        until("the code is there") { rule.onAllNodes(picture).fetchSemanticsNodes().isNotEmpty() }
        val image = rule.onNode(picture).performScrollTo().captureToImage().toAwtImage()
        val pixels = image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
        val light = RGBLuminanceSource(image.width, image.height, pixels)
        return QRCodeReader().decode(BinaryBitmap(HybridBinarizer(light))).text
    }

    /** Waits until something is so; fails with [what], and what is on the screen, when that does not come. */
    fun until(what: String, holds: () -> Boolean) = try {
        rule.waitUntil(PATIENCE_MILLIS, holds)
    } catch (late: ComposeTimeoutException) {
        throw AssertionError("not so: $what. On the screen: ${texts()}", late)
    }

    private companion object {
        val codes = errorCodes().map { it.text }.toSet()

        /** Longer than the longest press that a button asks for. */
        const val HELD_MILLIS = 1_500L

        /** Only against hanging: real work is done by a real server. */
        const val PATIENCE_MILLIS = 30_000L
    }
}
