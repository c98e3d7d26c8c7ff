/* The one file that another app may read, as the person sent it there. It is hers, so it stays no longer than it must. */

package jp.yui.app.out

import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import java.io.File
import java.io.IOException

/** Lies in [folder]. One for the whole process. Every call writes or deletes: none is for the thread that draws. */
class Lent(private val folder: () -> File) {
    private var lends = false

    /** The file to lend, the one before is gone then; `storage_full` where the phone has no room for it. */
    @Synchronized
    fun write(name: String, content: String): File {
        forget()
        lends = true
        return try {
            folder().apply { mkdirs() }.resolve(File(name).name).apply { writeText(content) }
        } catch (_: IOException) {
            throw AppException.Failed(ErrorCode.StorageFull, null, null, null, null, 0u, null)
        }
    }

    /** What an earlier process lent is gone. */
    @Synchronized
    fun forgetEarlier() {
        if (!lends) forget()
    }

    /** Nothing is lent any more. */
    @Synchronized
    fun forget() {
        folder().deleteRecursively()
    }
}
