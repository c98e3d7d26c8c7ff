/* The example of the READMEs, which a test compares with this file. */

package jp.yui.core.example

import jp.yui.core.*
import kotlinx.coroutines.flow.catch

suspend fun showBalance(config: AppConfig, phone: Platform, draw: (Text) -> Unit) = try {
    YuiApp.open(config, phone).use { app ->
        app.start()
        app.observe(Topic.WALLET) { app.wallet { snapshot() } }
            .catch { draw(app.explain(it as? AppException ?: throw it).title) }
            .collect { draw(it.balanceText) }
    }
} catch (refused: AppException) {
    draw(explainError(config.language, refused).title)
}
