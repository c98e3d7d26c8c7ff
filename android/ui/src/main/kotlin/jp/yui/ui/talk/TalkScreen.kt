/* The way to a person, from every screen. */

package jp.yui.ui.talk

import androidx.compose.runtime.Composable
import jp.yui.core.Topic
import jp.yui.core.screens
import jp.yui.ui.LocalPhone
import jp.yui.ui.Pulled
import jp.yui.ui.look.Look
import jp.yui.ui.parts.MainButton
import jp.yui.ui.parts.Page
import jp.yui.ui.parts.Words

@Composable
fun TalkScreen(about: String?) =
    Pulled(Topic.TOWN, Topic.SETTINGS, about = about, snapshot = { screens { talk(about) } }) { view ->
        val phone = LocalPhone.current
        Page(view.title, below = { view.call?.let { MainButton(it, { phone.call(view.telephone) }) } }) {
            Words(view.body)
            view.code?.let { Words(it, style = Look.type.strong) }
        }
    }
