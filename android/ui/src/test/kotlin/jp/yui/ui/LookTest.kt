/* How large words are, for who chose easy mode. */

package jp.yui.ui

import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import jp.yui.ui.look.Type
import org.junit.Test
import kotlin.reflect.KVisibility
import kotlin.reflect.full.memberProperties
import kotlin.reflect.typeOf
import kotlin.test.assertTrue

class LookTest {
    private val styles = Type::class.memberProperties
        .filter { it.visibility == KVisibility.PUBLIC && it.returnType == typeOf<TextStyle>() }

    @Test
    fun `in easy mode no words are smaller than 18`() {
        assertTrue(styles.size >= 5, "$styles")
        val easy = Type(FontFamily.Default, "ja", easy = true)
        val small = styles.filter { (it.get(easy) as TextStyle).fontSize.value < 18 }
        assertTrue(small.isEmpty(), "$small")
    }
}
