/* Whose shop it is, large: before she pays, she sees whether it is the one she stands in. */

package jp.yui.ui.parts

import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import jp.yui.core.ShopView
import jp.yui.ui.look.Look

/** Its name, and where it is. */
@Composable
fun Shop(shop: ShopView) = Column {
    Words(verbatim(shop.name), style = Look.type.title)
    if (shop.area.isNotEmpty()) Words(verbatim(shop.area))
}
