/* The font of every picture: Debian's fonts-noto-cjk, in the very version with which the accepted ones were drawn. */

package jp.yui.ui

import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import java.io.File
import java.security.MessageDigest

private val folder = File("/usr/share/fonts/opentype/noto")

/** See the file. */
val pictureFont = FontFamily(
    Font(folder.resolve("NotoSansCJK-Regular.ttc"), FontWeight.Normal),
    Font(folder.resolve("NotoSansCJK-Bold.ttc"), FontWeight.Bold),
)

/** What to say where the [fonts] are others than those [recorded] beside the accepted pictures, if they are. */
fun otherFonts(recorded: File = File("picture-fonts.txt"), fonts: File = folder): String? {
    val others = recorded.readLines().filterNot { it.startsWith("#") }.map { it.split("  ", limit = 2) }
        .filter { (sum, name) -> sum != fonts.resolve(name).takeIf(File::isFile)?.sha256() }
        .map { (_, name) -> name }
    if (others.isEmpty()) return null
    return "These pictures cannot be compared with the accepted ones: $others is not that of ${recorded.name}. " +
        "Install that version of fonts-noto-cjk; or look at every picture, accept them all, and record this one."
}

private fun File.sha256(): String =
    MessageDigest.getInstance("SHA-256").digest(readBytes()).joinToString("") { "%02x".format(it) }
