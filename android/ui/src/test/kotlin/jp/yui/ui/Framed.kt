/* A part of a screen, drawn as it stands on one. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.text.font.FontFamily
import jp.yui.core.Screen
import jp.yui.core.YuiApp
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.ui.look.Looking

/** Draws [content], which is given what she does there. */
@Composable
fun Framed(stage: Stage, app: YuiApp, font: FontFamily = FontFamily.Default, content: @Composable (Deeds) -> Unit) {
    val scope = rememberCoroutineScope()
    val (deeds, leaving) = remember { Deeds(scope) to Deeds(scope) }
    CompositionLocalProvider(
        LocalApp provides app,
        LocalPhone provides stage.phone,
        LocalPlaces provides Places(),
        LocalFrame provides Frame(
            app.screens { frame() }, Screen.SETTINGS, false, {}, null, null, leaving, null, Shown(),
        ),
        LocalDeeds provides deeds,
    ) {
        Looking(app.settings { look() }, font) { content(deeds) }
    }
}
