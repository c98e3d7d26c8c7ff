/* scripts/screens: whether the pictures are those that were accepted, and the sheet that shows them. */

package jp.yui.preview.pictures

import java.io.File
import javax.imageio.ImageIO
import kotlin.system.exitProcess

/**
 * The arguments are the folder of the pictures, the file of those accepted, the sheet, and a folder for what changed;
 * with a fifth, the pictures are accepted and the sheet is drawn. Ends with 1 where a picture has to be looked at.
 */
fun main(arguments: Array<String>) {
    val (folder, file, sheet, beside) = arguments.map(::File)
    val (pictures, accepted) = Picture.all(folder) to Accepted(file)
    check(pictures.isNotEmpty()) { "no pictures in $folder" }
    val difference = accepted.compare(pictures, beside)
    for (name in difference.changed) println("changed  $name  ${beside.resolve("$name.png")}")
    if (arguments.size > 4) {
        accepted.accept(pictures)
        ImageIO.write(sheet(pictures), "png", sheet)
        with(difference) { println("accepted: ${changed.size} changed, ${fresh.size} new, ${gone.size} gone") }
        return
    }
    for (name in difference.fresh) println("new      $name  ${folder.resolve("$name.png")}")
    for (name in difference.gone) println("gone     $name")
    if (difference.names.isNotEmpty()) {
        println("${difference.names.size} of ${pictures.size} pictures have to be looked at")
        exitProcess(1)
    }
}
