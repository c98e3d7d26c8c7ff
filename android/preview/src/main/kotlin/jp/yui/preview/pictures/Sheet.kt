/* All screens on one sheet, as small as one can still see what they are. */

package jp.yui.preview.pictures

import java.awt.Color
import java.awt.Font
import java.awt.Graphics2D
import java.awt.Image
import java.awt.RenderingHints
import java.awt.image.BufferedImage

/** How each picture of the sheet is drawn: the language of most, light, words of normal size. */
private const val MOST = "-ja-100-light"

/** Further pictures: screens as others see them. */
private val further = listOf(
    "home-ja-100-dark",
    "pay-confirm-ja-100-dark",
    "home-ja-simple-100-light",
    "register-need-ja-simple-100-light",
    "home-en-100-light",
    "pay-amount-en-100-light",
    "home-ja-200-light",
    "pay-confirm-ja-200-light",
)

/** How wide a picture is drawn, how many stand in a row, and what lies between them, in pixels. */
private const val WIDTH = 180
private const val ROW = 8
private const val GAP = 16

/** Draws the sheet of [pictures]. */
fun sheet(pictures: List<Picture>): BufferedImage {
    val shown = pictures.filter { it.name.endsWith(MOST) && !it.name.endsWith("-simple$MOST") } +
        further.mapNotNull { name -> pictures.find { it.name == name } }
    check(shown.isNotEmpty()) { "no pictures: they are not drawn yet" }
    val first = shown.first().read()
    val height = first.height * WIDTH / first.width
    val rows = (shown.size + ROW - 1) / ROW
    val sheet = BufferedImage(
        GAP + ROW * (WIDTH + GAP),
        GAP + rows * (height + CAPTION + GAP),
        BufferedImage.TYPE_INT_RGB,
    )
    val pen = sheet.createGraphics()
    pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON)
    pen.font = Font(Font.SANS_SERIF, Font.PLAIN, 11)
    pen.color = Color(GROUND)
    pen.fillRect(0, 0, sheet.width, sheet.height)
    shown.forEachIndexed { at, picture ->
        pen.draw(picture, GAP + at % ROW * (WIDTH + GAP), GAP + at / ROW * (height + CAPTION + GAP), height)
    }
    pen.dispose()
    return sheet
}

/** What stands below a picture: its name. */
private const val CAPTION = 18
private const val GROUND = 0xEDEDED

private fun Graphics2D.draw(picture: Picture, x: Int, y: Int, height: Int) {
    drawImage(picture.read().getScaledInstance(WIDTH, height, Image.SCALE_AREA_AVERAGING), x, y, null)
    color = Color.LIGHT_GRAY
    drawRect(x - 1, y - 1, WIDTH + 1, height + 1)
    color = Color.DARK_GRAY
    drawString(picture.name.removeSuffix(MOST), x, y + height + CAPTION - 5)
}
