/* Where a made-up telephone keeps its secrets. */

package jp.yui.core.support

import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import kotlin.io.path.createDirectories
import kotlin.io.path.deleteIfExists
import kotlin.io.path.isRegularFile
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes

/** Secrets by name: in memory, and in [folder] as well where they shall outlive the process. */
class Drawer(private val folder: Path? = null) {
    private val secrets = ConcurrentHashMap<String, ByteArray>()

    /** The secret of that name, or none. */
    operator fun get(name: String): ByteArray? =
        secrets[name] ?: folder?.resolve(name)?.takeIf(Path::isRegularFile)?.readBytes()

    /** Keeps a secret, or gives it up with none. */
    operator fun set(name: String, secret: ByteArray?) {
        if (secret == null) secrets.remove(name) else secrets[name] = secret
        val file = folder?.createDirectories()?.resolve(name)
        if (secret == null) file?.deleteIfExists() else file?.writeBytes(secret)
    }
}
