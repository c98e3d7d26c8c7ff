/* What is drawn where the core cannot be opened: why, and the one way on. */

package jp.yui.app

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.ErrorView
import jp.yui.ui.look.Look
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Mark
import jp.yui.ui.parts.Picture
import jp.yui.ui.parts.Words
import jp.yui.ui.parts.verbatim

/** There is no frame and no other screen to go to; [onPress] tries again. */
@Composable
fun Refused(error: ErrorView, onPress: () -> Unit) = Column(
    Modifier
        .fillMaxSize()
        .verticalScroll(rememberScrollState())
        .padding(16.dp)
        .semantics { liveRegion = LiveRegionMode.Assertive },
    Arrangement.spacedBy(16.dp),
) {
    Picture(Mark.Wrong, Look.colours.danger, size = 40.dp)
    Words(error.title, Modifier.semantics { heading() }, Look.type.title)
    Words(error.body)
    error.again?.let { Words(it) }
    MainButton(error.button, onPress)
    Words(verbatim(error.code), style = Look.type.small, colour = Look.colours.quiet)
}
