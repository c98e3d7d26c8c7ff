/* Pictures of codes for the tests, by another hand than ours: ZXing draws them. */

package jp.yui.preview

import com.google.zxing.BarcodeFormat
import com.google.zxing.EncodeHintType
import com.google.zxing.qrcode.QRCodeWriter
import java.awt.datatransfer.DataFlavor
import java.awt.datatransfer.Transferable
import java.awt.datatransfer.UnsupportedFlavorException
import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO

/** A picture of a code that says [text], so many pixels wide. */
fun poster(text: String, side: Int = 400): BufferedImage {
    val code = QRCodeWriter().encode(
        text,
        BarcodeFormat.QR_CODE,
        side,
        side,
        mapOf(EncodeHintType.CHARACTER_SET to "UTF-8"),
    )
    return BufferedImage(code.width, code.height, BufferedImage.TYPE_INT_RGB).apply {
        for (y in 0 until height) for (x in 0 until width) setRGB(x, y, if (code[x, y]) 0 else 0xFFFFFF)
    }
}

/** The picture as a file. */
fun BufferedImage.inFile(file: File): File = file.also { ImageIO.write(this, "png", it) }

/** What a file manager hands over when [files] are dropped. */
class Files(vararg files: File) : Transferable {
    private val files = files.toList()

    override fun getTransferDataFlavors() = arrayOf(DataFlavor.javaFileListFlavor)

    override fun isDataFlavorSupported(flavor: DataFlavor) = flavor == DataFlavor.javaFileListFlavor

    override fun getTransferData(flavor: DataFlavor): Any =
        if (isDataFlavorSupported(flavor)) files else throw UnsupportedFlavorException(flavor)
}

/** What is in the clipboard after a picture was copied. */
class Copied(private val picture: BufferedImage) : Transferable {
    override fun getTransferDataFlavors() = arrayOf(DataFlavor.imageFlavor)

    override fun isDataFlavorSupported(flavor: DataFlavor) = flavor == DataFlavor.imageFlavor

    override fun getTransferData(flavor: DataFlavor): Any =
        if (isDataFlavorSupported(flavor)) picture else throw UnsupportedFlavorException(flavor)
}
