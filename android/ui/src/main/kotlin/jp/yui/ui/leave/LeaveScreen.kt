/* Leaving the service, by two steps. */

package jp.yui.ui.leave

import androidx.compose.runtime.Composable
import jp.yui.core.LeaveAction
import jp.yui.core.LeaveView
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.identity
import jp.yui.core.screens
import jp.yui.ui.LocalApp
import jp.yui.ui.LocalDeeds
import jp.yui.ui.LocalPlaces
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.PlainButton
import jp.yui.ui.parts.Words

/** [about] is there once she is asked whether she is sure. */
@Composable
fun LeaveScreen(about: String?) = Pulled(
    Topic.IDENTITY,
    Topic.WALLET,
    Topic.SETTINGS,
    about = about,
    snapshot = { screens { leave(about != null) } },
) { Leave(it) }

@Composable
private fun Leave(view: LeaveView) {
    val (app, places, deeds) = Triple(LocalApp.current, LocalPlaces.current, LocalDeeds.current)
    val act = { action: LeaveAction ->
        when (action) {
            LeaveAction.SURE -> places.go(Screen.LEAVE, SURE)
            LeaveAction.LEAVE -> deeds { app.identity { leave(false) } }
            LeaveAction.GIVE_UP -> deeds { app.identity { leave(true) } }
            LeaveAction.SIGN_OUT -> places.go(Screen.REMOVE)
            LeaveAction.TALK -> places.go(Screen.TALK)
            LeaveAction.HOME -> places.home()
        }
    }
    Page(view.title, step = view.primary.action, below = {
        MainButton(view.primary.text, { act(view.primary.action) }, enabled = !deeds.busy)
        for (button in view.others) PlainButton(button.text, { act(button.action) })
    }) {
        view.balance?.let { Words(it, style = Look.type.strong) }
        for (text in view.body) Words(text)
    }
}

private const val SURE = "sure"
