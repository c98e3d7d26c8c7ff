/* The eye for faults sees them: each kind, drawn on purpose. */

package jp.yui.ui

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.paneTitle
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import androidx.compose.ui.unit.dp
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@OptIn(ExperimentalTestApi::class)
class FaultsTest {
    private fun found(content: @Composable () -> Unit): List<String> {
        var found = emptyList<String>()
        runSkikoComposeUiTest(pictureSize, pictureDensity) {
            setContent {
                Column(Modifier.semantics { paneTitle = "screen" }) {
                    Words(verbatim("title"), Modifier.semantics { heading() })
                    content()
                }
            }
            found = faults(48.dp)
        }
        return found
    }

    private fun isFound(what: String, content: @Composable () -> Unit) {
        val found = found(content)
        assertTrue(found.any { what in it }, "$what in $found")
    }

    @Test
    fun `what is well has no fault`() = assertEquals(emptyList(), found { MainButton(verbatim("pay"), {}) })

    @Test
    fun `every fault is found`() {
        isFound("no words") { Box(Modifier.size(60.dp).clickable(role = Role.Button) {}) }
        isFound("no role") { Words(verbatim("press"), Modifier.size(60.dp).clickable {}) }
        isFound("its name stands for what was typed") {
            BasicTextField("typed", {}, Modifier.size(60.dp).semantics { contentDescription = "field" })
        }
        isFound("press: 120 × 94") {
            Words(verbatim("press"), Modifier.size(60.dp, 47.dp).clickable(role = Role.Button) {})
        }
        isFound("“lower” is read before “upper”") {
            Words(verbatim("lower"), Modifier.offset(y = 60.dp))
            Words(verbatim("upper"))
        }
        isFound("“cut” is clipped") { Words(verbatim("cut"), Modifier.height(8.dp)) }
        isFound("“beside” is clipped") {
            Words(verbatim("beside"), Modifier.padding(start = 340.dp).width(100.dp).offset(x = 30.dp))
        }
        isFound("“pay” is not in sight") { MainButton(verbatim("pay"), {}, Modifier.offset(y = 740.dp)) }
    }
}
