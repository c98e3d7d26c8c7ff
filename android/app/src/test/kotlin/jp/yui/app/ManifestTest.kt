/* The manifest as it is merged with those of the libraries: what the app may do, and what of it others can reach. */

package jp.yui.app

import android.Manifest
import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.content.res.Configuration
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import org.junit.Test
import org.junit.runner.RunWith
import java.util.Locale
import kotlin.test.assertEquals
import kotlin.test.assertNotNull

@RunWith(AndroidJUnit4::class)
class ManifestTest {
    private val yui = ApplicationProvider.getApplicationContext<TestYui>()

    private val everything = yui.packageManager.getPackageInfo(
        yui.packageName,
        PackageManager.GET_ACTIVITIES or PackageManager.GET_PROVIDERS or PackageManager.GET_RECEIVERS or
            PackageManager.GET_SERVICES or PackageManager.GET_PERMISSIONS,
    )

    @Test
    fun `the app may do these things, and a library adds none`() {
        assertEquals(
            setOf(
                Manifest.permission.INTERNET,
                Manifest.permission.NFC,
                Manifest.permission.CAMERA,
                Manifest.permission.USE_BIOMETRIC,
                Manifest.permission.POST_NOTIFICATIONS,
                Manifest.permission.RECEIVE_BOOT_COMPLETED,
                Manifest.permission.HIDE_OVERLAY_WINDOWS,
                "jp.yui.app.DYNAMIC_RECEIVER_NOT_EXPORTED_PERMISSION",
            ),
            everything.requestedPermissions.orEmpty().toSet(),
        )
    }

    @Test
    fun `others reach the window, and nothing of ours beside it`() {
        val components = with(everything) {
            listOf(activities, providers, receivers, services).flatMap { it.orEmpty().toList() }
        }
        components.forEach { Class.forName(it.name) }
        val reached = components.filter { it.exported }.map { it.name }
        // The installer's receiver takes orders from the system's shell alone, by a permission.
        assertEquals(
            setOf("jp.yui.app.MainActivity", "androidx.profileinstaller.ProfileInstallReceiver"),
            reached.toSet(),
        )
        val receiver = assertNotNull(everything.receivers).first { it.exported }
        assertEquals(Manifest.permission.DUMP, receiver.permission)
    }

    @Test
    fun `nothing is backed up`() {
        val flags = yui.applicationInfo.flags
        assertEquals(0, flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
    }

    @Test
    fun `the app has its name in each language that the system speaks`() {
        val names = listOf("ja", "en", "zh-Hans", "vi").associateWith { tag ->
            val configuration = Configuration(yui.resources.configuration).apply {
                setLocale(Locale.forLanguageTag(tag))
            }
            yui.createConfigurationContext(configuration).getString(R.string.channel_notices)
        }
        assertEquals(4, names.values.toSet().size, "$names")
    }
}
