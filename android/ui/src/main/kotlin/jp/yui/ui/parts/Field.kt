/* A line that can be filled in, under its name. */

package jp.yui.ui.parts

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.BasicTextField
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** [name] stands above it and is its name for a screen reader. */
@Composable
fun Field(name: Text, value: String, onChange: (String) -> Unit) =
    Column(verticalArrangement = Arrangement.spacedBy(4.dp)) {
        val colours = Look.colours
        Words(name, style = Look.type.small, color = colours.quiet)
        BasicTextField(
            value,
            onChange,
            Modifier
                .fillMaxWidth()
                .defaultMinSize(minHeight = Look.target)
                .border(1.dp, colours.fieldLine, Corner)
                .padding(12.dp)
                .semantics { contentDescription = name.plain },
            textStyle = Look.type.body.copy(color = colours.ink),
            singleLine = true,
            cursorBrush = SolidColor(colours.primary),
        )
    }
