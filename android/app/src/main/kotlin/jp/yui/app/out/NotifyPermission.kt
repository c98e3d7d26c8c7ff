/* Whether the person lets the app notify her. */

package jp.yui.app.out

import android.Manifest
import android.os.Build
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission

/** To be made before [activity] has started, as the answer comes back to it. */
class NotifyPermission(activity: ComponentActivity, private val asked: Asked) {
    private val notifications = Notifications(activity)
    private val asking = activity.registerForActivityResult(RequestPermission(), asked.notifying::hear)

    /** Whether she does; from Android 13 on she is asked, and the system asks her no second time. */
    suspend fun asked(): Boolean {
        if (notifications.areAllowed) return true
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return false
        return asked.notifying.to { asking.launch(Manifest.permission.POST_NOTIFICATIONS) }
    }
}
