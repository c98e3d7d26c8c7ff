/* The app looks for news in the moments that the system gives it, and tells that there is some. */

package jp.yui.app

import android.app.NotificationManager
import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.os.Bundle
import android.os.PersistableBundle
import androidx.test.ext.junit.runners.AndroidJUnit4
import jp.yui.core.NoticeKind
import jp.yui.core.notices
import kotlinx.coroutines.runBlocking
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@RunWith(AndroidJUnit4::class)
class NewsJobTest {
    @get:Rule
    val town = Town()

    private val manager by lazy { town.yui.service<NotificationManager>() }

    private fun moment() {
        val job = Robolectric.buildService(NewsJob::class.java).create().get()
        val parameters = JobParameters(
            null, null, 1, PersistableBundle(), Bundle(), null, 0, false, false, false, null, null, null,
        )
        assertTrue(job.onStartJob(parameters))
        val deadline = System.nanoTime() + PATIENCE_NANOS
        while (!shadowOf(job).isJobFinished) {
            check(System.nanoTime() < deadline) { "it does not end" }
            Thread.sleep(10)
        }
    }

    @Test
    fun `moments are asked for once, with a network, and also after the phone was started again`() {
        repeat(2) { NewsJob.arrange(town.yui) }
        val job = town.yui.service<JobScheduler>().allPendingJobs.single()
        assertEquals(6L * 60 * 60 * 1000, job.intervalMillis)
        assertEquals(JobInfo.NETWORK_TYPE_ANY, job.networkType)
        assertTrue(job.isPersisted)
        assertEquals(NewsJob::class.java.name, job.service.className)
    }

    @Test
    fun `what is new is told once, and nothing of it is said`() {
        town.open()
        Channels.make(town.yui)
        town.register()
        runBlocking { town.app().notices { want(NoticeKind.MONEY, true) } }
        moment()
        assertEquals(0, shadowOf(manager).size())
        town.charge(1_234)
        repeat(2) { moment() }
        val shown = shadowOf(manager).allNotifications.single()
        assertEquals("payments", shown.channelId)
        assertEquals("新しいお知らせがあります", shadowOf(shown).contentTitle)
    }

    private companion object {
        /** Only against hanging: real work is done by a real server. */
        const val PATIENCE_NANOS = 30_000_000_000L
    }
}
