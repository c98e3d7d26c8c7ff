/* The moments in which the system lets the app look for news while nobody looks at it. */

package jp.yui.app

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import jp.yui.app.out.Notifications
import jp.yui.core.AppException
import jp.yui.ui.tellNews
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch

class NewsJob : JobService() {
    private var looking: Job? = null

    override fun onStartJob(parameters: JobParameters): Boolean {
        looking = CoroutineScope(Dispatchers.Default).launch {
            look()
            jobFinished(parameters, false)
        }
        return true
    }

    /** The next moment comes by itself. */
    override fun onStopJob(parameters: JobParameters): Boolean {
        looking?.cancel()
        return false
    }

    private suspend fun look() {
        val opened = (application as Yui).opening.first { it != Opening.UnderWay }
        val app = (opened as? Opening.Open)?.app ?: return
        try {
            tellNews(app, Notifications(this))
        } catch (_: AppException) {
            // A phone that was removed, or without a store: whoever opens the app reads it there.
        }
    }

    companion object {
        private const val ID = 1

        /** How often, in milliseconds; the system lets it wait for a network and for its own good moment. */
        private const val EVERY_MS = 6L * 60 * 60 * 1000

        /** Asks the system for such moments, from now on and after it was started again. */
        fun arrange(context: Context) {
            val job = JobInfo.Builder(ID, ComponentName(context, NewsJob::class.java))
                .setPeriodic(EVERY_MS)
                .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
                .setPersisted(true)
                .build()
            val scheduler = context.service<JobScheduler>()
            if (scheduler.getPendingJob(ID) == null) scheduler.schedule(job)
        }
    }
}
