/* What the phone says aloud, by whatever voice the person has chosen in its settings. */

package jp.yui.app.out

import android.content.Context
import android.speech.tts.TextToSpeech
import java.util.Locale

/** A voice that is looked for when something is first said. */
class Voice(private val context: Context) : AutoCloseable {
    private var engine: TextToSpeech? = null
    private var ready = false
    private var waiting: Pair<String, String>? = null

    /** Says it after what is being said, in a language (BCP 47); nothing where there is no voice for that. */
    fun say(text: String, language: String) {
        val voice = engine ?: TextToSpeech(context) { status ->
            ready = status == TextToSpeech.SUCCESS
            waiting?.let { (text, language) -> say(text, language) }
        }.also { engine = it }
        if (!ready) {
            waiting = text to language
            return
        }
        waiting = null
        if (voice.setLanguage(Locale.forLanguageTag(language)) >= TextToSpeech.LANG_AVAILABLE) {
            voice.speak(text, TextToSpeech.QUEUE_ADD, null, text)
        }
    }

    override fun close() {
        engine?.shutdown()
        engine = null
        ready = false
    }
}
