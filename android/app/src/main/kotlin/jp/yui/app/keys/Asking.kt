/* The system's own window in which the person shows face or finger, or gives her screen lock. */

package jp.yui.app.keys

import android.content.Context
import android.hardware.biometrics.BiometricManager.Authenticators
import android.hardware.biometrics.BiometricPrompt
import android.os.CancellationSignal
import jp.yui.core.PlatformException
import java.security.Signature
import java.util.concurrent.CompletableFuture
import java.util.concurrent.ExecutionException

/** Asks on whatever of ours is in front; where nothing is, the system refuses. */
class Asking(private val context: Context) : Confirming {
    override fun confirm(signature: Signature, prompt: String): Signature {
        val answer = CompletableFuture<Signature>()
        BiometricPrompt.Builder(context)
            .setTitle(prompt)
            .setAllowedAuthenticators(Authenticators.BIOMETRIC_STRONG or Authenticators.DEVICE_CREDENTIAL)
            .build()
            .authenticate(
                BiometricPrompt.CryptoObject(signature),
                CancellationSignal(),
                context.mainExecutor,
                Answer(answer),
            )
        return try {
            answer.get()
        } catch (refused: ExecutionException) {
            throw refused.cause as? PlatformException ?: PlatformException.Failed()
        }
    }

    /** A finger that is not known is no answer yet: the window says so and waits on. */
    private class Answer(private val to: CompletableFuture<Signature>) : BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
            val signature = result.cryptoObject?.signature
            if (signature == null) to.completeExceptionally(PlatformException.Failed()) else to.complete(signature)
        }

        override fun onAuthenticationError(errorCode: Int, words: CharSequence?) {
            to.completeExceptionally(refusal(errorCode))
        }
    }
}

/** What an error of the window means to the core. */
internal fun refusal(errorCode: Int): PlatformException = when (errorCode) {
    BiometricPrompt.BIOMETRIC_ERROR_CANCELED,
    BiometricPrompt.BIOMETRIC_ERROR_USER_CANCELED,
    BiometricPrompt.BIOMETRIC_ERROR_TIMEOUT,
    -> PlatformException.Cancelled()

    BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT,
    BiometricPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT,
    -> PlatformException.UserNotVerified()

    BiometricPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL -> PlatformException.NoScreenLock()

    else -> PlatformException.Failed()
}
