/* The camera on the back: what it sees is drawn and looked through for codes. No picture is kept. */

package jp.yui.app.camera

import android.annotation.SuppressLint
import android.graphics.ImageFormat
import android.graphics.SurfaceTexture
import android.hardware.camera2.CameraAccessException
import android.hardware.camera2.CameraCaptureSession
import android.hardware.camera2.CameraCharacteristics
import android.hardware.camera2.CameraDevice
import android.hardware.camera2.CameraManager
import android.hardware.camera2.CaptureRequest
import android.hardware.camera2.params.OutputConfiguration
import android.hardware.camera2.params.SessionConfiguration
import android.media.ImageReader
import android.os.Handler
import android.os.HandlerThread
import android.util.Size
import android.view.Surface
import android.view.TextureView
import jp.yui.app.service
import java.util.concurrent.Executor

/**
 * Draws what it sees into [view], and gives each code to [onText] on the thread that draws. Everything else happens on a
 * thread of its own. A camera that another app has, or that is broken, shows nothing.
 */
class Eye(private val view: TextureView, private val onText: (String) -> Unit) : AutoCloseable {
    private val manager = view.context.service<CameraManager>()
    private val thread = HandlerThread("camera").apply { start() }
    private val handler = Handler(thread.looper)
    private val here = Executor { handler.post(it) }
    private var device: CameraDevice? = null
    private var session: CameraCaptureSession? = null
    private var frames: ImageReader? = null
    private var surface: Surface? = null
    private var light = false
    private var closed = false

    @Volatile private var size: Size? = null

    init {
        view.surfaceTextureListener = object : TextureView.SurfaceTextureListener {
            override fun onSurfaceTextureAvailable(texture: SurfaceTexture, width: Int, height: Int) = begin(texture)

            override fun onSurfaceTextureSizeChanged(texture: SurfaceTexture, width: Int, height: Int) = fit()

            override fun onSurfaceTextureDestroyed(texture: SurfaceTexture) = true

            override fun onSurfaceTextureUpdated(texture: SurfaceTexture) = Unit
        }
        view.surfaceTexture?.let(::begin)
    }

    /** Switches the light beside the camera. */
    fun light(on: Boolean) = post {
        light = on
        look()
    }

    /** Ends it, at once for who waits and a little later for the camera. */
    override fun close() {
        view.surfaceTextureListener = null
        post {
            closed = true
            session?.close()
            device?.close()
            frames?.close()
            surface?.release()
            thread.quitSafely()
        }
    }

    @SuppressLint("MissingPermission") // CameraView asks before
    private fun begin(texture: SurfaceTexture) = post {
        val id = manager.cameraIdList.firstOrNull { id ->
            manager.getCameraCharacteristics(id)[CameraCharacteristics.LENS_FACING] ==
                CameraCharacteristics.LENS_FACING_BACK
        } ?: return@post
        val sizes = manager.getCameraCharacteristics(id)[CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP]
            ?.getOutputSizes(ImageFormat.YUV_420_888).orEmpty()
        val chosen = sizes.filter { it.width <= WIDE }.maxByOrNull { it.width * it.height } ?: return@post
        size = chosen
        texture.setDefaultBufferSize(chosen.width, chosen.height)
        view.post(::fit)
        val drawn = Surface(texture).also { surface = it }
        val read = ImageReader.newInstance(chosen.width, chosen.height, ImageFormat.YUV_420_888, 2).also { frames = it }
        read.setOnImageAvailableListener({ reader -> reader.acquireLatestImage()?.use { tell(codeIn(it)) } }, handler)
        manager.openCamera(
            id,
            here,
            object : CameraDevice.StateCallback() {
                override fun onOpened(camera: CameraDevice) = opened(camera, drawn, read.surface)

                override fun onDisconnected(camera: CameraDevice) = camera.close()

                override fun onError(camera: CameraDevice, error: Int) = camera.close()
            },
        )
    }

    private fun opened(camera: CameraDevice, drawn: Surface, read: Surface) {
        if (closed) return camera.close()
        device = camera
        post {
            camera.createCaptureSession(
                SessionConfiguration(
                    SessionConfiguration.SESSION_REGULAR,
                    listOf(OutputConfiguration(drawn), OutputConfiguration(read)),
                    here,
                    object : CameraCaptureSession.StateCallback() {
                        override fun onConfigured(configured: CameraCaptureSession) {
                            session = configured
                            post(::look)
                        }

                        override fun onConfigureFailed(failed: CameraCaptureSession) = Unit
                    },
                ),
            )
        }
    }

    /** Asks for frame after frame, sharp and with the light as it is wanted. */
    private fun look() {
        val (open, drawn, read) = Triple(session ?: return, surface ?: return, frames?.surface ?: return)
        val request = open.device.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW).apply {
            addTarget(drawn)
            addTarget(read)
            set(CaptureRequest.CONTROL_AF_MODE, CaptureRequest.CONTROL_AF_MODE_CONTINUOUS_PICTURE)
            set(
                CaptureRequest.FLASH_MODE,
                if (light) CaptureRequest.FLASH_MODE_TORCH else CaptureRequest.FLASH_MODE_OFF,
            )
        }
        open.setRepeatingRequest(request.build(), null, handler)
    }

    private fun tell(text: String?) {
        if (text != null) view.post { if (view.surfaceTextureListener != null) onText(text) }
    }

    private fun fit() {
        val seen = size ?: return
        view.setTransform(cropped(view.width, view.height, seen, view.display?.rotation ?: Surface.ROTATION_0))
    }

    private fun post(work: () -> Unit) {
        handler.post {
            try {
                if (!closed) work()
            } catch (_: CameraAccessException) {
                // Another app took it; the screen has other ways to a code.
            } catch (_: IllegalStateException) {
                // It went away in between, which its own callback also says.
            }
        }
    }

    private companion object {
        /** Pixels; more make reading slower, not better. */
        const val WIDE = 1_280
    }
}
