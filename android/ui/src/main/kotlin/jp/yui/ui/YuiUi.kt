/* The whole app, drawn: the look, the frame, and the screen where the person is. */

package jp.yui.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.remember
import androidx.compose.ui.text.font.FontFamily
import jp.yui.core.Screen
import jp.yui.core.Topic
import jp.yui.core.YuiApp
import jp.yui.core.observe
import jp.yui.core.pay
import jp.yui.core.receive
import jp.yui.core.register
import jp.yui.core.screens
import jp.yui.core.settings
import jp.yui.ui.about.AboutScreen
import jp.yui.ui.card.CardScreen
import jp.yui.ui.charge.ChargeScreen
import jp.yui.ui.code.CodeScreen
import jp.yui.ui.devices.DevicesScreen
import jp.yui.ui.export.ExportScreen
import jp.yui.ui.history.HistoryScreen
import jp.yui.ui.home.HomeScreen
import jp.yui.ui.leave.LeaveScreen
import jp.yui.ui.licences.LicencesScreen
import jp.yui.ui.limits.LimitsScreen
import jp.yui.ui.look.Looking
import jp.yui.ui.lost.LostScreen
import jp.yui.ui.lots.LotsScreen
import jp.yui.ui.notices.NoticesScreen
import jp.yui.ui.paid.PaidScreen
import jp.yui.ui.pairing.PairingScreen
import jp.yui.ui.pay.PayScreen
import jp.yui.ui.points.PointsScreen
import jp.yui.ui.receipt.ReceiptScreen
import jp.yui.ui.receive.ReceiveScreen
import jp.yui.ui.register.RegisterScreen
import jp.yui.ui.remove.RemoveScreen
import jp.yui.ui.scan.ScanScreen
import jp.yui.ui.settings.SettingsScreen
import jp.yui.ui.shops.ShopsScreen
import jp.yui.ui.talk.TalkScreen
import jp.yui.ui.tries.TriesScreen
import jp.yui.ui.visitor.VisitorScreen

/** Draws the app. [onSystemBack] tells the phone what its own way back does now, none where it leaves the app. */
@Composable
fun YuiUi(
    app: YuiApp,
    phone: Phone,
    places: Places = Places.remembered(),
    font: FontFamily = FontFamily.Default,
    kept: Kept = Kept.remembered(),
    onSystemBack: @Composable ((() -> Unit)?) -> Unit = {},
) {
    val looks = remember(app) {
        app.observe(Topic.SETTINGS, Topic.NETWORK) { app.settings { look() } to app.screens { frame() } }
    }
    val (look, words) = looks.collectAsState(remember(app) { app.settings { look() } to app.screens { frame() } }).value
    val here = places.here
    val (deeds, leaving) = remember(kept, here) { kept.at(here) }
    val shown = remember { Shown() }
    val back = back(app, places, here, leaving)
    onSystemBack(back)
    val frame = Frame(
        words,
        here.screen,
        tabsShown = words.tabs.any { it.screen == here.screen },
        onTab = {
            places.home()
            if (it != Screen.HOME) places.go(it)
        },
        onBack = back,
        onTalk = { places.go(Screen.TALK, shown.code) }.takeIf { here.screen != Screen.TALK },
        leaving,
        network(words),
        shown,
    )
    CompositionLocalProvider(
        LocalApp provides app,
        LocalPhone provides phone,
        LocalPlaces provides places,
        LocalFrame provides frame,
        LocalDeeds provides deeds,
    ) {
        Looking(look, font) { Staying(places) { At(it) } }
    }
}

/** The way back from [here]: within a job to its screen before, else to the place before. Two quick presses are one. */
private fun back(app: YuiApp, places: Places, here: Place, leaving: Deeds): (() -> Unit)? {
    if (!places.hasBefore) return null
    return { leaving { if (!app.screens { back(here.screen) } && places.here == here) places.back() } }
}

@Composable
private fun At(here: Place) = when (here.screen) {
    Screen.HOME -> HomeScreen()
    Screen.REGISTER -> RegisterScreen(here.about)
    Screen.SCAN -> ScanScreen()
    Screen.PAY -> PayScreen()
    Screen.PAID -> PaidScreen(here.about.orEmpty())
    Screen.CODE -> CodeScreen()
    Screen.HISTORY -> HistoryScreen()
    Screen.RECEIPT -> ReceiptScreen(here.about.orEmpty())
    Screen.TALK -> TalkScreen(here.about)
    Screen.SETTINGS -> SettingsScreen(here.about)
    Screen.LICENCES -> LicencesScreen()
    Screen.ABOUT -> AboutScreen()
    Screen.NOTICES -> NoticesScreen()
    Screen.EXPORT -> ExportScreen()
    Screen.POINTS -> PointsScreen()
    Screen.LIMITS -> LimitsScreen()
    Screen.LOTS -> LotsScreen()
    Screen.DEVICES -> DevicesScreen()
    Screen.REMOVE -> RemoveScreen(here.about)
    Screen.LOST -> LostScreen()
    Screen.CARD -> CardScreen()
    Screen.TRIES -> TriesScreen()
    Screen.LEAVE -> LeaveScreen(here.about)
    Screen.VISITOR -> VisitorScreen()
    Screen.RECEIVE -> ReceiveScreen()
    Screen.PAIRING -> PairingScreen(here.about)
    Screen.CHARGE -> ChargeScreen(here.about)
    Screen.SHOPS -> ShopsScreen()
}
