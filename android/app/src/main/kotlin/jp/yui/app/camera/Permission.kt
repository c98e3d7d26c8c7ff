/* Whether the person lets us look through the camera. */

package jp.yui.app.camera

import android.Manifest
import android.content.pm.PackageManager
import androidx.activity.ComponentActivity
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.lifecycle.DefaultLifecycleObserver
import androidx.lifecycle.LifecycleOwner
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/** To be made before [activity] has started, as the answer comes back to it. */
class Permission(private val activity: ComponentActivity) {
    private val refused = MutableStateFlow(false)
    private val granted = MutableStateFlow(isGranted())
    private val asking = activity.registerForActivityResult(RequestPermission()) {
        granted.value = it
        refused.value = !it
    }

    /** Whether we may look now. */
    val isGrantedNow: StateFlow<Boolean> = granted.asStateFlow()

    /** Whether she said no, and did not change her mind in the system's settings. */
    val isRefused: StateFlow<Boolean> = refused.asStateFlow()

    init {
        activity.lifecycle.addObserver(
            object : DefaultLifecycleObserver {
                override fun onResume(owner: LifecycleOwner) {
                    granted.value = isGranted()
                    if (granted.value) refused.value = false
                }
            },
        )
    }

    /** Asks her, who has not said no. */
    fun ask() {
        if (!granted.value && !refused.value) asking.launch(Manifest.permission.CAMERA)
    }

    private fun isGranted() =
        activity.checkSelfPermission(Manifest.permission.CAMERA) == PackageManager.PERMISSION_GRANTED
}
