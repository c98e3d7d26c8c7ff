/* Where she wants to go from outside the app: a screen that the core cannot say she has is none. */

package jp.yui.app

import jp.yui.core.AppException
import jp.yui.core.ErrorCode
import jp.yui.core.HomeView
import jp.yui.core.NoHandle
import jp.yui.core.Screen
import jp.yui.core.Screens
import jp.yui.core.YuiApp
import kotlinx.coroutines.runBlocking
import org.junit.Test
import kotlin.test.assertFalse

class WishesTest {
    /** An app whose first screen has no answer. */
    private class Unanswering : YuiApp(NoHandle) {
        override fun screens(): Screens = object : Screens(NoHandle) {
            override suspend fun home(): HomeView =
                throw AppException.Failed(ErrorCode.StorageFull, null, null, null, null, 0u, null)
        }
    }

    @Test
    fun `a shortcut that has no answer leaves her where she is`() =
        runBlocking { assertFalse(Unanswering().offers(Screen.SCAN)) }
}
