/*
 * What changes, as flows: the core tells that topics changed, and a screen then asks for the whole new record.
 *
 * Every collector listens for itself and stops listening when it ends. Nothing queues up: what changed while a
 * collector was busy is told to it once, together.
 *
 * An app that is closed tells nobody of it: who collects from it waits on until its coroutine is cancelled, so collect
 * in a scope that ends before the app. Collecting from one that is closed already throws [IllegalStateException].
 */

package jp.yui.core

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow

/**
 * The topics that changed since the last element, from the moment of collecting on.
 *
 * Cold, for as many collectors at once as there are; each is answered where it collects, never on a thread of the core.
 * It does not end by itself, not even when the app is closed.
 */
public fun YuiApp.changes(): Flow<Set<Topic>> = flow {
    hearing { ear ->
        for (news in ear.news) ear.take().takeIf { it.isNotEmpty() }?.let { emit(it) }
    }
}

/**
 * What [snapshot] answers: at once, and again after one of [topics] changed.
 *
 * It is asked, where the flow is collected, only when the collector is ready for it, so a slow collector gets the newest
 * and never a queue. What [snapshot] throws ends the flow; otherwise it is as with [changes].
 */
public fun <T> YuiApp.observe(vararg topics: Topic, snapshot: suspend () -> T): Flow<T> = flow {
    hearing { ear ->
        emit(snapshot())
        for (news in ear.news) if (ear.take().any(topics::contains)) emit(snapshot())
    }
}

/** Listens while [block] runs. */
private inline fun YuiApp.hearing(block: (Ear) -> Unit) {
    val ear = Ear()
    listen(ear).use { block(ear) }
}

/** Keeps what changed until it is taken. */
private class Ear : ChangeListener {
    private val changed = mutableSetOf<Topic>()

    /** One signal, however much there is to take. */
    val news = Channel<Unit>(Channel.CONFLATED)

    override fun changed(topics: List<Topic>) {
        synchronized(changed) { changed += topics }
        news.trySend(Unit)
    }

    /** What changed since it was last asked; nothing when that was taken with an earlier signal. */
    fun take(): Set<Topic> = synchronized(changed) { changed.toSet().also { changed.clear() } }
}
