/* What a person drops onto the window or has in the clipboard: a picture, a file with one, or a text. */

package jp.yui.preview

import java.awt.Image
import java.awt.datatransfer.DataFlavor
import java.awt.datatransfer.Transferable
import java.awt.datatransfer.UnsupportedFlavorException
import java.awt.image.BufferedImage
import java.io.File
import java.io.IOException
import javax.imageio.ImageIO

/** The text of the code in what is given, or the text itself; none where there is neither. Reads files: blocks. */
fun codeIn(given: Transferable): String? = pictures(given).firstNotNullOfOrNull(::readQr)
    ?: (given[DataFlavor.stringFlavor] as? String)?.trim()?.takeIf(String::isNotEmpty)

private fun pictures(given: Transferable): Sequence<BufferedImage> = sequence {
    (given[DataFlavor.imageFlavor] as? Image)?.let { yield(it.buffered()) }
    for (file in (given[DataFlavor.javaFileListFlavor] as? List<*>).orEmpty()) {
        (file as? File)?.let(::read)?.let { yield(it) }
    }
}

private operator fun Transferable.get(flavor: DataFlavor): Any? = try {
    if (isDataFlavorSupported(flavor)) getTransferData(flavor) else null
} catch (_: IOException) {
    null
} catch (_: UnsupportedFlavorException) {
    null
}

private fun read(file: File): BufferedImage? = try {
    ImageIO.read(file)
} catch (_: IOException) {
    null
}

private fun Image.buffered(): BufferedImage = this as? BufferedImage
    ?: BufferedImage(getWidth(null), getHeight(null), BufferedImage.TYPE_INT_ARGB).also { copy ->
        copy.createGraphics().apply { drawImage(this@buffered, 0, 0, null) }.dispose()
    }
