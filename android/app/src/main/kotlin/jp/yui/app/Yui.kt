/* The app's process: the core, opened once, off the thread that draws, and asleep while nobody looks. */

package jp.yui.app

import android.app.Application
import android.nfc.Tag
import android.nfc.tech.IsoDep
import androidx.lifecycle.DefaultLifecycleObserver
import androidx.lifecycle.LifecycleOwner
import androidx.lifecycle.ProcessLifecycleOwner
import jp.yui.app.card.Chip
import jp.yui.app.card.IsoDepChip
import jp.yui.app.keys.AndroidKeys
import jp.yui.app.keys.AndroidStore
import jp.yui.app.keys.Asking
import jp.yui.app.out.Lent
import jp.yui.app.out.Tones
import jp.yui.core.AppConfig
import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.ErrorView
import jp.yui.core.Platform
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.changes
import jp.yui.core.code
import jp.yui.core.explainError
import jp.yui.core.identity
import jp.yui.ui.Feeling
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import java.io.IOException
import java.util.Locale

/** How far the core is. */
sealed interface Opening {
    /** It is being opened. */
    data object UnderWay : Opening

    /** It is open. */
    class Open(val app: YuiApp) : Opening

    /** It cannot be opened; pressing the error's button is [Yui.openAgain]. */
    class Refused(val error: ErrorView, internal val code: ErrorCode) : Opening
}

/** The process. */
open class Yui : Application() {
    /** What goes on as long as the process. It ends before the core does, where that is closed. */
    protected val scope = CoroutineScope(SupervisorJob() + Dispatchers.IO)
    private val seen = MutableStateFlow(false)
    private val state = MutableStateFlow<Opening>(Opening.UnderWay)

    /** How far the core is. */
    val opening: StateFlow<Opening> = state.asStateFlow()

    /** What another app may read of her, no longer than she is here. */
    val lent = Lent { cacheDir.resolve("shared") }

    /** The language of the phone, which is the app's until the person chooses one (BCP 47). */
    val language: String get() = Locale.getDefault().toLanguageTag()

    override fun onCreate() {
        super.onCreate()
        ProcessLifecycleOwner.get().lifecycle.addObserver(
            object : DefaultLifecycleObserver {
                override fun onStart(owner: LifecycleOwner) {
                    seen.value = true
                }

                override fun onStop(owner: LifecycleOwner) {
                    seen.value = false
                }
            },
        )
        scope.launch { combine(state, seen, ::Pair).collect { (opening, seen) -> wake(opening, seen) } }
        scope.launch { keepNothing() }
        scope.launch {
            Channels.make(this@Yui)
            NewsJob.arrange(this@Yui)
        }
        open { open(config(), platform()) }
    }

    /** Tries once more; where a store of another phone lies, which nothing can open, with an empty one. */
    fun openAgain() {
        val refused = state.value as? Opening.Refused ?: return
        state.value = Opening.UnderWay
        val sealed = refused.code == ErrorCode.StorageSealed
        open { if (sealed) openAfresh(config(), platform()) else open(config(), platform()) }
    }

    /** The chip of a card that is held to the phone, none of what is no such card. */
    open fun chip(tag: Tag): Chip? = IsoDep.get(tag)?.let(::IsoDepChip)

    /** Plays what is heard of a feeling. */
    open suspend fun sound(feeling: Feeling) = Tones.play(feeling)

    /** What the core is opened with. */
    protected open suspend fun config(): AppConfig = AppConfig(
        dataDir = noBackupFilesDir.resolve("core").apply { mkdirs() }.path,
        origin = getString(R.string.town_origin),
        town = getString(R.string.town_code),
        language = language,
        bundledMunicipality = try {
            assets.open("municipality.json").use { it.readBytes().decodeToString() }
        } catch (_: IOException) {
            null
        },
    )

    private fun platform() = Platform(AndroidKeys(this, Asking(this)), AndroidStore(), Clocks(this), Logcat)

    private fun open(open: suspend YuiApp.Companion.() -> YuiApp) {
        scope.launch {
            state.value = try {
                Opening.Open(YuiApp.open())
            } catch (refused: AppException) {
                Opening.Refused(explainError(language, refused), refused.code)
            }
        }
    }

    private fun wake(opening: Opening, seen: Boolean) {
        val app = (opening as? Opening.Open)?.app ?: return
        if (seen) app.start() else app.stop()
    }

    /** What she shared is gone once she is. */
    private suspend fun keepNothing() {
        val app = state.filterIsInstance<Opening.Open>().first().app
        app.changes().filter { Topic.IDENTITY in it }.collect { if (!app.knowsHer()) lent.forget() }
    }
}

/** Whether somebody is registered here. Where that has no answer, nobody is. */
private suspend fun YuiApp.knowsHer() = try {
    identity { snapshot() }.registered
} catch (_: AppException) {
    false
}
