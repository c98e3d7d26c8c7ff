/* An amount, typed with keys as large as coins: no keyboard covers the screen. */

package jp.yui.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import jp.yui.core.Text
import jp.yui.ui.look.Look

/** Each key's digits go to [onType]; [erase] is what the key is called that takes the last one back. */
@Composable
fun Keypad(erase: Text, onType: (String) -> Unit, onErase: () -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        for (row in listOf("123", "456", "789")) {
            Keys { for (digit in row) Key(digit.toString(), onType) }
        }
        Keys {
            Key("00", onType)
            Key("0", onType)
            Pressable(
                onErase,
                weighted().semantics {
                    contentDescription = erase.plain
                },
                border = Look.colours.fieldLine,
            ) {
                Picture(Mark.Erase, Look.colours.ink)
            }
        }
    }
}

@Composable
private fun Keys(content: @Composable RowScope.() -> Unit) =
    Row(Modifier.fillMaxWidth(), Arrangement.spacedBy(8.dp), content = content)

@Composable
private fun RowScope.Key(digits: String, onPress: (String) -> Unit) = Pressable({
    onPress(digits)
}, weighted(), border = Look.colours.fieldLine) { Words(verbatim(digits), style = Look.type.title) }

private fun RowScope.weighted() = Modifier.weight(1f).heightIn(min = 56.dp)
