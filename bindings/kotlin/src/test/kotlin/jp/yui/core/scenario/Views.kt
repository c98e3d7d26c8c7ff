/* View records as JSON: every field under its name on the wire, and the few that a step calls by another. */

package jp.yui.core.scenario

import jp.yui.core.*
import jp.yui.core.support.json
import jp.yui.core.support.jsonOf
import kotlinx.serialization.json.*
import kotlin.reflect.full.memberProperties

/** A wallet with its lines, as the step `wallet.snapshot` asks for both. */
class WalletWithHistory(val wallet: WalletView, val page: HistoryPage)

/** A refusal with what can be done about it. */
class CardRefused(val error: AppException, val trouble: CardTrouble?)

/** An answer of the facade: what a step can expect of it. */
fun view(answer: Any?): JsonElement = when (answer) {
    Unit -> json()
    is List<*> -> JsonArray(answer.map(::view))
    is AppException.Failed -> json("error" to answer.code, "tries_left" to answer.triesLeft)
    is CardRefused -> view(answer.error) + json("trouble" to answer.trouble?.let(::view))
    is CardTrouble -> fields(answer) + json("ways" to answer.ways.map { it.way })
    is PinPrompt -> fields(answer) + json("tries" to answer.triesText, "last_try" to answer.lastTry?.body)
    is RegistrationView -> fields(answer) + fields(answer.identity)
    is CardPayment -> fields(answer) + fields(answer.entry)
    is HistoryPage -> json("lines" to answer.days.flatMap { it.lines }.map(::view))
    is WalletWithHistory -> fields(answer.wallet) + json("history" to view(answer.page).jsonObject["lines"])
    is TillView -> fields(answer) + json("till" to answer.id, "text" to answer.code)
    is Intent.PayShop -> intent(answer) + json("area" to answer.shop.area)
    is Intent.PayTill -> intent(answer) + json("area" to answer.shop.area)
    is Intent -> intent(answer)
    is Text -> jsonOf(answer.plain)
    else -> if (answer != null && answer::class.isData) fields(answer) else jsonOf(answer)
}

private fun intent(intent: Intent) = fields(intent) + json("intent" to onTheWire(intent::class.simpleName.orEmpty()))

private fun fields(record: Any): JsonObject = JsonObject(
    record::class.memberProperties.associate { field ->
        val value = field.getter.call(record)
        onTheWire(field.name) to view((value as? ShopView)?.name ?: value)
    },
)

private operator fun JsonElement.plus(more: JsonObject): JsonObject = JsonObject(jsonObject.toMap() + more)

private fun onTheWire(name: String) = name.replace(Regex("(?<=[a-z])([A-Z])"), "_$1").lowercase()
