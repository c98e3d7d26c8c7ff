/* That the runner of scenarios sees a difference: without it, no scenario could fail. */

package jp.yui.core

import jp.yui.core.scenario.Vars
import jp.yui.core.scenario.mismatch
import jp.yui.core.support.json
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonPrimitive
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull
import kotlin.test.assertNull

class ExpectTest {
    private val found = Json.parseToJsonElement(
        """{"state": "paid", "lots": [{"amount": 1}, {"amount": 2}], "code": null}""",
    )

    @Test
    fun `a subset is enough`() {
        for (met in listOf(
            """{"state": "paid"}""",
            """{"lots": [{"amount": 1}, {}]}""",
            """{"lots": {"${'$'}length": 2}, "state": {"${'$'}contains": "pai"}}""",
            """{"code": {"${'$'}exists": false}, "state": {"${'$'}exists": true}}""",
            "null",
        )) {
            assertNull(mismatch(Json.parseToJsonElement(met), found), met)
        }
    }

    @Test
    fun `a difference is named`() {
        for (missed in listOf(
            """{"state": "pending"}""",
            """{"lots": [{"amount": 1}]}""",
            """{"lots": [{"amount": 2}, {}]}""",
            """{"lots": {"${'$'}length": 3}}""",
            """{"state": {"${'$'}contains": "unpaid"}}""",
            """{"none": 1}""",
            """{"code": {"${'$'}exists": true}}""",
            """{"state": {"${'$'}exists": false}}""",
            "\"paid\"",
        )) {
            assertNotNull(mismatch(Json.parseToJsonElement(missed), found), missed)
        }
    }

    @Test
    fun `saved values stand where they are named`() {
        val vars = Vars()
        vars.save(mapOf("poster" to "/codes/0"), json("codes" to listOf("0002")))
        assertEquals(json("text" to "0002", "n" to listOf(1)), vars.fill(json("text" to "\$poster", "n" to listOf(1))))
        assertFailsWith<IllegalStateException> { vars.fill(JsonPrimitive("\$other")) }
        assertFailsWith<IllegalStateException> { vars.save(mapOf("poster" to "/codes/0"), json()) }
    }
}
