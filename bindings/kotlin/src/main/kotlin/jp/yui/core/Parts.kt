/*
 * The parts of an open app, each for as long as a call lasts: `app.wallet { snapshot() }`.
 *
 * Every part that [YuiApp.wallet] and its like hand out keeps the store open until it is closed or collected. These give
 * it back at once, so that an app that is closed is closed.
 */

package jp.yui.core

/** Something of the person on this phone. */
public inline fun <T> YuiApp.identity(call: Identity.() -> T): T = identity().use(call)

/** Something of her wallet. */
public inline fun <T> YuiApp.wallet(call: Wallet.() -> T): T = wallet().use(call)

/** Something of the shop's role. */
public inline fun <T> YuiApp.shop(call: ShopRole.() -> T): T = shop().use(call)

/** Something of settings and words. */
public inline fun <T> YuiApp.settings(call: Settings.() -> T): T = settings().use(call)

/** Something of what the app tells by itself. */
public inline fun <T> YuiApp.notices(call: Notices.() -> T): T = notices().use(call)

/** What a screen shows. */
public inline fun <T> YuiApp.screens(call: Screens.() -> T): T = screens().use(call)

/** Something of registering. */
public inline fun <T> YuiApp.register(call: Register.() -> T): T = register().use(call)

/** Something of receiving as a shop. */
public inline fun <T> YuiApp.receive(call: Receive.() -> T): T = receive().use(call)

/** Something of paying. */
public inline fun <T> YuiApp.pay(call: Pay.() -> T): T = pay().use(call)

/** Something of the tries that her card has left. */
public inline fun <T> YuiApp.tries(call: Tries.() -> T): T = tries().use(call)

/** Something of becoming a visitor. */
public inline fun <T> YuiApp.visitor(call: Visitor.() -> T): T = visitor().use(call)
